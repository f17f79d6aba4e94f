//! Documents as rows.

use super::day;
use crate::database::{Kind, Table, Value, plain};
use crate::tables::written::Novelty;
use domain::{Assignment, Employee, Evaluation, Predikat, Rating, Timestamp, Unit};
use record::Ruling;
use sync::message::OfficeId;

pub(super) const UNIT: Table = Table {
    name: "unit",
    columns: &[
        ("office_id", Kind::Bytes),
        ("unit_id", Kind::Bytes),
        ("parent_id", Kind::Bytes),
        ("name", Kind::Text),
        ("siasn_id", Kind::Text),
    ],
    key: 2,
};

pub(super) fn unit(office: OfficeId, unit: &Unit) -> Vec<Value> {
    vec![
        office.0.into(),
        unit.id.as_bytes().into(),
        unit.parent.map(|it| *it.as_bytes()).into(),
        plain(&unit.name),
        unit.siasn_unor_id.as_deref().map_or(Value::Null, plain),
    ]
}

pub(super) const EMPLOYEE: Table = Table {
    name: "employee",
    columns: &[
        ("office_id", Kind::Bytes),
        ("employee_id", Kind::Bytes),
        ("nip", Kind::Text),
        ("name", Kind::Text),
    ],
    key: 2,
};

pub(super) fn employee(office: OfficeId, employee: &Employee) -> Vec<Value> {
    vec![
        office.0.into(),
        employee.id.as_bytes().into(),
        plain(employee.nip.digits()),
        plain(&employee.full_name()),
    ]
}

pub(super) const ASSIGNMENT: Table = Table {
    name: "assignment",
    columns: &[
        ("office_id", Kind::Bytes),
        ("assignment_id", Kind::Bytes),
        ("employee_id", Kind::Bytes),
        ("unit_id", Kind::Bytes),
        ("first_day", Kind::Int),
        ("last_day", Kind::Int),
    ],
    key: 2,
};

pub(super) fn assignment(office: OfficeId, assignment: &Assignment) -> Vec<Value> {
    vec![
        office.0.into(),
        assignment.id.as_bytes().into(),
        assignment.employee.as_bytes().into(),
        assignment.unit.as_bytes().into(),
        day(assignment.from).into(),
        assignment.to.map(day).into(),
    ]
}

pub(super) const EVALUATION: Table = Table {
    name: "evaluation",
    columns: &[
        ("office_id", Kind::Bytes),
        ("evaluation_id", Kind::Bytes),
        ("employee_id", Kind::Bytes),
        ("assignment_id", Kind::Bytes),
        ("unit_id", Kind::Bytes),
        ("period", Kind::Text),
        ("hasil_kerja", Kind::Int),
        ("perilaku", Kind::Int),
        ("predikat", Kind::Int),
        ("branches", Kind::Int),
        ("ruling", Kind::Int),
        ("sealed_at", Kind::Int),
        ("changed_at", Kind::Int),
    ],
    key: 2,
};

/// A rating that changed.
pub(super) struct Rated {
    pub(super) evaluation: Box<Evaluation>,
    pub(super) novelty: Novelty,
    pub(super) branches: usize,
    pub(super) ruling: Option<Ruling>,
    pub(super) sealed_at: Timestamp,
}

pub(super) fn evaluation(
    (office, now): (OfficeId, Timestamp),
    rated: &Rated,
    unit: Option<[u8; 16]>,
) -> Vec<Value> {
    let it = &rated.evaluation;
    vec![
        office.0.into(),
        it.id.as_bytes().into(),
        it.employee.as_bytes().into(),
        it.assignment.as_bytes().into(),
        unit.into(),
        it.period.to_string().into(),
        it.hasil_kerja.rating.map(rating).into(),
        it.perilaku.rating.map(rating).into(),
        it.predikat().map(predikat).into(),
        i64::try_from(rated.branches).unwrap_or(i64::MAX).into(),
        ruling(rated.ruling),
        rated.sealed_at.0.into(),
        now.0.into(),
    ]
}

/// 1 returned, 2 final.
pub(super) fn ruling(ruling: Option<Ruling>) -> Value {
    ruling.map(|it| i64::from(it.number())).into()
}

/// 1 below expectation, 2 as expected, 3 above it.
const fn rating(rating: Rating) -> i64 {
    match rating {
        Rating::DiBawah => 1,
        Rating::Sesuai => 2,
        Rating::DiAtas => 3,
    }
}

/// 1 the worst, 5 the best.
const fn predikat(predikat: Predikat) -> i64 {
    match predikat {
        Predikat::SangatKurang => 1,
        Predikat::Kurang => 2,
        Predikat::ButuhPerbaikan => 3,
        Predikat::Baik => 4,
        Predikat::SangatBaik => 5,
    }
}
