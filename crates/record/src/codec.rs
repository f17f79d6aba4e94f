//! Reading and writing CBOR, with the limits that hold for hostile bytes.

use minicbor::{Decode, Decoder, Encode};

/// The longest list inside a body. An evaluation with more items or a note with more tags is
/// no work of a person, and a short hostile body must not become a large list.
pub const MAX_LIST: usize = 4096;

/// Bytes that are not what they should be. What exactly was wrong stands in the source.
#[derive(Debug, thiserror::Error)]
#[error("the bytes do not have the expected form")]
pub struct Damage(#[source] minicbor::decode::Error);

impl Damage {
    pub(crate) fn new(what: &'static str) -> Self {
        Self(minicbor::decode::Error::message(what))
    }

    pub(crate) const fn from_cbor(error: minicbor::decode::Error) -> Self {
        Self(error)
    }
}

/// The canonical bytes of a value: keys in order, shortest integers, definite lengths.
pub(crate) fn write<T: Encode<()>>(value: &T) -> Vec<u8> {
    #[expect(
        clippy::expect_used,
        reason = "a Vec takes every write, and no form refuses a value"
    )]
    minicbor::to_vec(value).expect("writing to memory")
}

/// The value of these bytes, all of them.
pub(crate) fn read<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, Damage> {
    let mut decoder = Decoder::new(bytes);
    let value = decoder.decode().map_err(Damage)?;
    if decoder.position() == bytes.len() {
        Ok(value)
    } else {
        Err(Damage::new("bytes behind the end"))
    }
}
