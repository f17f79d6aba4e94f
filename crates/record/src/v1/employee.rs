//! `employee`, version 1.

use super::code::Code;
use super::packed::{Day, Id, PackedGolongan, PackedNip};
use domain::EmployeeId;
use domain::nip::{NipKind, Sex};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Employee {
    #[n(0)]
    id: Id,
    #[n(1)]
    name: String,
    #[cbor(n(2), skip_if = "String::is_empty")]
    title_before: String,
    #[cbor(n(3), skip_if = "String::is_empty")]
    title_after: String,
    #[n(4)]
    nip: PackedNip,
    #[n(5)]
    kind: Code<NipKind>,
    #[n(6)]
    sex: Option<Code<Sex>>,
    #[n(7)]
    birth_date: Option<Day>,
    #[n(8)]
    golongan: Option<PackedGolongan>,
    #[n(9)]
    golongan_since: Option<Day>,
    #[cbor(n(10), skip_if = "String::is_empty")]
    education: String,
    #[n(11)]
    pns_id: Option<String>,
}

impl From<&domain::Employee> for Employee {
    fn from(employee: &domain::Employee) -> Self {
        Self {
            id: Id(employee.id.0),
            name: employee.name.clone(),
            title_before: employee.title_before.clone(),
            title_after: employee.title_after.clone(),
            nip: PackedNip(employee.nip.clone()),
            kind: Code(employee.kind),
            sex: employee.sex.map(Code),
            birth_date: employee.birth_date.map(Day),
            golongan: employee.golongan.map(PackedGolongan),
            golongan_since: employee.golongan_since.map(Day),
            education: employee.education.clone(),
            pns_id: employee.pns_id.clone(),
        }
    }
}

impl From<Employee> for domain::Employee {
    fn from(employee: Employee) -> Self {
        Self {
            id: EmployeeId(employee.id.0),
            name: employee.name,
            title_before: employee.title_before,
            title_after: employee.title_after,
            nip: employee.nip.0,
            kind: employee.kind.0,
            sex: employee.sex.map(|sex| sex.0),
            birth_date: employee.birth_date.map(|day| day.0),
            golongan: employee.golongan.map(|golongan| golongan.0),
            golongan_since: employee.golongan_since.map(|day| day.0),
            education: employee.education,
            pns_id: employee.pns_id,
        }
    }
}
