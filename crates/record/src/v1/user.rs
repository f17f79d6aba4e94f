//! `user`, version 1: local, and inside a `device_note`.

use super::packed::{Id, PackedNip};
use domain::UserId;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct User {
    #[n(0)]
    id: Id,
    #[n(1)]
    name: String,
    #[n(2)]
    nip: Option<PackedNip>,
}

impl From<&domain::User> for User {
    fn from(user: &domain::User) -> Self {
        Self {
            id: Id(user.id.0),
            name: user.name.clone(),
            nip: user.nip.clone().map(PackedNip),
        }
    }
}

impl From<User> for domain::User {
    fn from(user: User) -> Self {
        Self {
            id: UserId(user.id.0),
            name: user.name,
            nip: user.nip.map(|nip| nip.0),
        }
    }
}
