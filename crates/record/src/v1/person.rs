//! A person inside a body: an employee's id as bytes, or a typed person as a map.

use super::packed::{Id, PackedGolongan, PackedNip};
use domain::{EmployeeId, PersonReference};
use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::encode::{self, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// Somebody from the list, or somebody typed.
pub(crate) enum Person {
    Employee(Id),
    Typed(TypedPerson),
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct TypedPerson {
    #[n(0)]
    name: String,
    #[n(1)]
    nip: Option<PackedNip>,
    #[cbor(n(2), skip_if = "String::is_empty")]
    jabatan: String,
    #[n(3)]
    golongan: Option<PackedGolongan>,
    #[cbor(n(4), skip_if = "String::is_empty")]
    unit: String,
}

impl<C> Encode<C> for Person {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        match self {
            Self::Employee(id) => id.encode(e, c),
            Self::Typed(typed) => typed.encode(e, c),
        }
    }
}

impl<'b, C> Decode<'b, C> for Person {
    fn decode(d: &mut Decoder<'b>, c: &mut C) -> Result<Self, Error> {
        match d.datatype()? {
            Type::Bytes => Id::decode(d, c).map(Self::Employee),
            _ => TypedPerson::decode(d, c).map(Self::Typed),
        }
    }
}

impl From<&PersonReference> for Person {
    fn from(person: &PersonReference) -> Self {
        match person {
            PersonReference::Employee(id) => Self::Employee(Id(id.0)),
            PersonReference::Typed(typed) => Self::Typed(TypedPerson {
                name: typed.name.clone(),
                nip: typed.nip.clone().map(PackedNip),
                jabatan: typed.jabatan.clone(),
                golongan: typed.golongan.map(PackedGolongan),
                unit: typed.unit.clone(),
            }),
        }
    }
}

impl From<Person> for PersonReference {
    fn from(person: Person) -> Self {
        match person {
            Person::Employee(id) => Self::Employee(EmployeeId(id.0)),
            Person::Typed(typed) => Self::Typed(domain::TypedPerson {
                name: typed.name,
                nip: typed.nip.map(|nip| nip.0),
                jabatan: typed.jabatan,
                golongan: typed.golongan.map(|golongan| golongan.0),
                unit: typed.unit,
            }),
        }
    }
}
