//! `pegawai`: everybody in the list.

use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use api::employees::{EmployeeFilter, EmployeeLine, ListEmployees};
use app::Office;
use domain::{Period, Rhythm};
use serde_json::{Value, json};

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let today = place::session(office)?.today;
    let list = office.ask(ListEmployees {
        unit: None,
        period: Period::containing(today, Rhythm::Monthly),
        query: String::new(),
        filter: EmployeeFilter::Everybody,
    })?;
    let values: Vec<Value> = list.lines.iter().map(value).collect();
    let lines = list.lines.iter().map(line).collect();
    Outcome::new(Status::Done, values, lines)
}

fn value(line: &EmployeeLine) -> Value {
    json!({
        "nip": line.nip.digits(),
        "name": line.name,
        "kind": line.kind.abbreviation(),
        "position": line.jabatan,
        "grade": grade(line),
        "unit": line.unit,
        "appraiser": line.appraiser,
        "status": line.exempt.map_or("aktif", |kind| kind.code()),
    })
}

fn line(line: &EmployeeLine) -> String {
    [&line.nip.grouped(), &line.name, &grade(line), &line.jabatan]
        .map(String::as_str)
        .join("  ")
}

fn grade(line: &EmployeeLine) -> String {
    line.golongan.map(|it| it.to_string()).unwrap_or_default()
}
