//! `unit`, version 1.

use super::code::Code;
use super::packed::Id;
use super::person::Person;
use domain::{Rhythm, UnitId, Zone};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Unit {
    #[n(0)]
    id: Id,
    #[n(1)]
    name: String,
    #[n(2)]
    parent: Option<Id>,
    #[n(3)]
    siasn_unor_id: Option<String>,
    #[cbor(n(4), skip_if = "String::is_empty")]
    instansi: String,
    #[n(5)]
    zone: Code<Zone>,
    #[n(6)]
    rhythm: Code<Rhythm>,
    #[n(7)]
    head: Option<Person>,
}

impl From<&domain::Unit> for Unit {
    fn from(unit: &domain::Unit) -> Self {
        Self {
            id: Id(unit.id.0),
            name: unit.name.clone(),
            parent: unit.parent.map(|parent| Id(parent.0)),
            siasn_unor_id: unit.siasn_unor_id.clone(),
            instansi: unit.instansi.clone(),
            zone: Code(unit.zone),
            rhythm: Code(unit.rhythm),
            head: unit.head.as_ref().map(Person::from),
        }
    }
}

impl From<Unit> for domain::Unit {
    fn from(unit: Unit) -> Self {
        Self {
            id: UnitId(unit.id.0),
            name: unit.name,
            parent: unit.parent.map(|parent| UnitId(parent.0)),
            siasn_unor_id: unit.siasn_unor_id,
            instansi: unit.instansi,
            zone: unit.zone.0,
            rhythm: unit.rhythm.0,
            head: unit.head.map(Into::into),
        }
    }
}
