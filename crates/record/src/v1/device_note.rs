//! `device_note`, version 1.

use super::User;
use super::packed::{Id, List};
use crate::{Chain, Head, Stream, bookkeeping};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct DeviceNote {
    #[n(0)]
    id: Id,
    #[cbor(n(1), skip_if = "List::is_empty")]
    users: List<User>,
    #[n(2)]
    continues: Option<Continues>,
}

/// The point that a new incarnation continues from.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Continues {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    seq: u64,
    #[n(2)]
    chain: ByteArray<32>,
}

impl From<&bookkeeping::DeviceNote> for DeviceNote {
    fn from(note: &bookkeeping::DeviceNote) -> Self {
        Self {
            id: Id(note.id),
            users: List::of(&note.users, User::from),
            continues: note.continues.map(|head| Continues {
                stream: head.stream.0.into(),
                seq: head.seq,
                chain: head.chain.0.into(),
            }),
        }
    }
}

impl From<DeviceNote> for bookkeeping::DeviceNote {
    fn from(note: DeviceNote) -> Self {
        Self {
            id: note.id.0,
            users: note.users.into(Into::into),
            continues: note.continues.map(|point| Head {
                stream: Stream(point.stream.into()),
                seq: point.seq,
                chain: Chain(point.chain.into()),
            }),
        }
    }
}
