//! `alias`, version 1.

use super::code::{Code, Numbered};
use super::packed::Id;
use crate::bookkeeping::{self, AliasMatch};
use domain::Kind;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Alias {
    #[n(0)]
    id: Id,
    #[n(1)]
    kind: Code<Kind>,
    #[n(2)]
    local: Id,
    #[n(3)]
    central: Id,
    #[n(4)]
    matched_by: Code<AliasMatch>,
}

impl Numbered for AliasMatch {
    fn number(self) -> u8 {
        match self {
            Self::SiasnUnorId => 0,
            Self::Nip => 1,
            Self::Person => 2,
        }
    }

    fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::SiasnUnorId,
            1 => Self::Nip,
            2 => Self::Person,
            _ => return None,
        })
    }
}

impl From<&bookkeeping::Alias> for Alias {
    fn from(alias: &bookkeeping::Alias) -> Self {
        Self {
            id: Id(alias.id),
            kind: Code(alias.kind),
            local: Id(alias.local),
            central: Id(alias.central),
            matched_by: Code(alias.matched_by),
        }
    }
}

impl From<Alias> for bookkeeping::Alias {
    fn from(alias: Alias) -> Self {
        Self {
            id: alias.id.0,
            kind: alias.kind.0,
            local: alias.local.0,
            central: alias.central.0,
            matched_by: alias.matched_by.0,
        }
    }
}
