//! Messages as bytes: CBOR with integer keys, for lines on which every byte takes its time.
//!
//! A field that is added later takes a new key and is optional, so that old and new programs read
//! each other for years; a field that is not known is passed over. What is signed is not these
//! bytes but what they say, except in [`SignedHello`]. The numbers in these forms are frozen.

mod admin;
mod answer;
mod append;
mod enrolment;
mod feed;
mod form;
mod hello;
mod pack;
mod query;
mod receipt;
mod rules;
mod verdict;

pub(crate) use form::{BeaconForm, FeedStateForm, PositionForm};
pub use hello::SignedHello;
pub use pack::{open_pack, pack};

use crate::batch::CompressionError;
use crate::codec::Damage;

/// The most bytes of a message that is no pack.
pub const MAX_MESSAGE_BYTES: usize = 64 * 1024;

/// Something that travels as a message of its own.
pub trait Message: Sized {
    /// The bytes.
    #[must_use]
    fn to_bytes(&self) -> Vec<u8>;

    /// The message of these bytes, all of them.
    ///
    /// # Errors
    /// [`WireError`] when they are too many, damaged, or a newer program's.
    fn from_bytes(bytes: &[u8]) -> Result<Self, WireError>;
}

/// Why bytes are no message.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// More bytes than such a message may have.
    #[error("{length} bytes are more than the message may have")]
    TooLarge {
        /// How many there are.
        length: usize,
    },
    /// Not a message of this kind.
    #[error("the bytes of the message are damaged")]
    Damaged {
        /// What was wrong.
        #[source]
        source: Damage,
    },
    /// A number that only a newer program knows.
    #[error("the message says something that this program does not know: {what} {number}")]
    Unknown {
        /// What the number stands for.
        what: &'static str,
        /// The number.
        number: u64,
    },
    /// The message contradicts itself.
    #[error("the message contradicts itself: {what}")]
    Contradiction {
        /// Where.
        what: &'static str,
    },
    /// A pack cannot be unpacked.
    #[error("the pack cannot be unpacked")]
    Packed {
        /// Why.
        #[source]
        source: CompressionError,
    },
    /// A record in a pack is damaged.
    #[error("a record in the pack is damaged")]
    Record {
        /// Why.
        #[source]
        source: record::RecordError,
    },
}

/// Implements [`Message`] by a form that minicbor derives.
macro_rules! message {
    ($($message:ty => $form:ty),+ $(,)?) => {$(
        impl $crate::wire::Message for $message {
            fn to_bytes(&self) -> Vec<u8> {
                let mut bytes = Vec::new();
                $crate::codec::append(&<$form>::from(self), &mut bytes);
                bytes
            }

            fn from_bytes(bytes: &[u8]) -> Result<Self, $crate::wire::WireError> {
                $crate::wire::read::<$form>(bytes, $crate::wire::MAX_MESSAGE_BYTES)?.try_into()
            }
        }
    )+};
}
pub(crate) use message;

/// The form of these bytes, all of them, unless there are too many.
pub(crate) fn read<'b, T: minicbor::Decode<'b, ()>>(
    bytes: &'b [u8],
    most: usize,
) -> Result<T, WireError> {
    if bytes.len() > most {
        return Err(WireError::TooLarge {
            length: bytes.len(),
        });
    }
    crate::codec::read(bytes).map_err(|source| WireError::Damaged { source })
}
