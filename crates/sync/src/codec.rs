//! Canonical CBOR of small forms: keys in order, shortest integers, definite lengths.

use minicbor::{Decode, Decoder, Encode};

/// Bytes that are not what they should be. What exactly was wrong stands in the source.
#[derive(Debug, thiserror::Error)]
#[error("the bytes do not have the expected form")]
pub struct Damage(#[source] minicbor::decode::Error);

/// Appends the canonical bytes of a form.
pub(crate) fn append<T: Encode<()>>(form: &T, bytes: &mut Vec<u8>) {
    #[expect(
        clippy::expect_used,
        reason = "a Vec takes every write, and no form refuses a value"
    )]
    minicbor::encode(form, bytes).expect("writing to memory");
}

/// Reads a form from the front of the bytes; answers it with the bytes behind it.
///
/// # Errors
/// [`Damage`] when it is no such form, or is not written canonically.
pub(crate) fn split<'b, T: Decode<'b, ()> + Encode<()>>(
    bytes: &'b [u8],
) -> Result<(T, &'b [u8]), Damage> {
    let mut decoder = Decoder::new(bytes);
    let form: T = decoder.decode().map_err(Damage)?;
    let (read, rest) = bytes.split_at(decoder.position());
    let mut canonical = Vec::with_capacity(read.len());
    append(&form, &mut canonical);
    if canonical == read {
        Ok((form, rest))
    } else {
        Err(Damage(minicbor::decode::Error::message("not canonical")))
    }
}

/// Reads a form that takes up all of the bytes. Fields that are not known are passed over.
///
/// # Errors
/// [`Damage`] when it is no such form.
pub(crate) fn read<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, Damage> {
    let mut decoder = Decoder::new(bytes);
    let form = decoder.decode().map_err(Damage)?;
    if decoder.position() == bytes.len() {
        Ok(form)
    } else {
        Err(Damage(minicbor::decode::Error::message(
            "bytes behind the end",
        )))
    }
}
