//! `assignment`, version 1.

use super::code::Code;
use super::packed::{Day, Id, PackedGolongan};
use super::person::Person;
use domain::assignment::Tenure;
use domain::{AssignmentId, EmployeeId, JabatanKind, Jenjang, UnitId};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Assignment {
    #[n(0)]
    id: Id,
    #[n(1)]
    employee: Id,
    #[n(2)]
    unit: Id,
    #[n(3)]
    jabatan: String,
    #[n(4)]
    jabatan_kind: Code<JabatanKind>,
    #[n(5)]
    jenjang: Option<Code<Jenjang>>,
    #[n(6)]
    golongan: Option<PackedGolongan>,
    #[n(7)]
    appraiser: Option<Person>,
    #[n(8)]
    appraiser_superior: Option<Person>,
    #[n(9)]
    from: Day,
    #[n(10)]
    to: Option<Day>,
    #[n(11)]
    tenure: Code<Tenure>,
}

impl From<&domain::Assignment> for Assignment {
    fn from(assignment: &domain::Assignment) -> Self {
        Self {
            id: Id(assignment.id.0),
            employee: Id(assignment.employee.0),
            unit: Id(assignment.unit.0),
            jabatan: assignment.jabatan.clone(),
            jabatan_kind: Code(assignment.jabatan_kind),
            jenjang: assignment.jenjang.map(Code),
            golongan: assignment.golongan.map(PackedGolongan),
            appraiser: assignment.appraiser.as_ref().map(Person::from),
            appraiser_superior: assignment.appraiser_superior.as_ref().map(Person::from),
            from: Day(assignment.from),
            to: assignment.to.map(Day),
            tenure: Code(assignment.tenure),
        }
    }
}

impl From<Assignment> for domain::Assignment {
    fn from(assignment: Assignment) -> Self {
        Self {
            id: AssignmentId(assignment.id.0),
            employee: EmployeeId(assignment.employee.0),
            unit: UnitId(assignment.unit.0),
            jabatan: assignment.jabatan,
            jabatan_kind: assignment.jabatan_kind.0,
            jenjang: assignment.jenjang.map(|jenjang| jenjang.0),
            golongan: assignment.golongan.map(|golongan| golongan.0),
            appraiser: assignment.appraiser.map(Into::into),
            appraiser_superior: assignment.appraiser_superior.map(Into::into),
            from: assignment.from.0,
            to: assignment.to.map(|day| day.0),
            tenure: assignment.tenure.0,
        }
    }
}
