//! `pegawai`: everybody in the list.

use super::units;
use crate::outcome::{Failure, Outcome, Status};
use api::employees::{EmployeeFilter, ListEmployees};
use app::Office;
use domain::{Period, Rhythm};
use serde_json::json;

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    units(office)?;
    let today = office.ask(api::session::GetSession {})?.today;
    let list = office.ask(ListEmployees {
        unit: None,
        period: Period::containing(today, Rhythm::Monthly),
        query: String::new(),
        filter: EmployeeFilter::Everybody,
    })?;
    let mut values = Vec::with_capacity(list.lines.len());
    let mut lines = Vec::with_capacity(list.lines.len());
    for line in list.lines {
        let status = line.exempt.map_or("aktif", |kind| kind.code());
        let grade = line.golongan.map(|it| it.to_string()).unwrap_or_default();
        lines.push(format!("{}  {}  {}  {}", line.nip.grouped(), line.name, grade, line.jabatan));
        values.push(json!({
            "nip": line.nip.digits(),
            "name": line.name,
            "kind": line.kind.abbreviation(),
            "position": line.jabatan,
            "grade": grade,
            "unit": line.unit,
            "appraiser": line.appraiser,
            "status": status,
        }));
    }
    Outcome::new(Status::Done, values, lines)
}
