//! `latihan`: practice data into an empty place.

use super::LANGUAGE;
use crate::arguments::Practice;
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use app::Office;
use app::practice::Scenery;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office, arguments: &Practice) -> Result<Outcome, Failure> {
    let scenery = Scenery {
        employees: arguments.pegawai,
        period: arguments.periode,
    };
    let laid = office.lay_out_practice(&place::operator_name(), &scenery)?;
    let value = json!({
        "employees": laid.employees,
        "units": laid.units,
        "notes": laid.notes,
    });
    let line = terminal::practice_ready(LANGUAGE, laid.employees, laid.units);
    Outcome::new(Status::Done, value, vec![line])
}
