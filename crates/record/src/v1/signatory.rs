//! `signatory`, version 1.

use super::code::Code;
use super::packed::{Day, Id};
use super::person::Person;
use domain::signatory::SignatoryRole;
use domain::{SignatoryId, UnitId};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Signatory {
    #[n(0)]
    id: Id,
    #[n(1)]
    unit: Id,
    #[n(2)]
    role: Code<SignatoryRole>,
    #[n(3)]
    person: Person,
    #[cbor(n(4), skip_if = "String::is_empty")]
    place: String,
    #[n(5)]
    from: Day,
    #[n(6)]
    to: Option<Day>,
}

impl From<&domain::Signatory> for Signatory {
    fn from(signatory: &domain::Signatory) -> Self {
        Self {
            id: Id(signatory.id.0),
            unit: Id(signatory.unit.0),
            role: Code(signatory.role),
            person: Person::from(&signatory.person),
            place: signatory.place.clone(),
            from: Day(signatory.from),
            to: signatory.to.map(Day),
        }
    }
}

impl From<Signatory> for domain::Signatory {
    fn from(signatory: Signatory) -> Self {
        Self {
            id: SignatoryId(signatory.id.0),
            unit: UnitId(signatory.unit.0),
            role: signatory.role.0,
            person: signatory.person.into(),
            place: signatory.place,
            from: signatory.from.0,
            to: signatory.to.map(|day| day.0),
        }
    }
}
