//! `pegawai`: everybody in the list.

use crate::outcome::{Failure, Outcome, Status};
use api::employees::EmployeeLine;
use app::{Office, employees};
use serde_json::{Value, json};

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let everybody = office.with_desk(employees::everybody)?;
    let values: Vec<Value> = everybody.iter().map(value).collect();
    let lines = everybody.iter().map(line).collect();
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
