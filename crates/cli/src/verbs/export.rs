//! `ekspor`: the workbook for BKN, over all units.

use super::{LANGUAGE, units};
use crate::arguments::{Export, Form};
use crate::outcome::{Failure, Outcome, Status};
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office, arguments: &Export) -> Result<Outcome, Failure> {
    let units = units(office)?;
    let unit = match units.as_slice() {
        [only] => Some(only.id),
        _ => None,
    };
    let form = match arguments.bentuk {
        Form::Lengkap => api::reports::Form::Full,
        Form::Ringkas => api::reports::Form::Short,
        Form::Rekap => api::reports::Form::Recap,
    };
    let request = api::reports::Export { unit, period: arguments.periode, form };
    let written = office.export_to(&request, &arguments.ke)?;
    Outcome::new(
        Status::Done,
        json!({ "file": arguments.ke, "rows": written.rows }),
        vec![terminal::exported(LANGUAGE, arguments.ke.display(), written.rows)],
    )
}
