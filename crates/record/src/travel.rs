//! Records as they travel.

use crate::codec::Damage;
use crate::header::HeaderForm;
use crate::{Header, Record, body_hash};
use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::{Decoder, Encoder};

/// The largest body that travels, in bytes: a quarter of a batch before compression.
pub const MAX_BODY_BYTES: usize = 1024 * 1024;

/// Why bytes are not a record.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The body exceeds [`MAX_BODY_BYTES`].
    #[error("the body of a record is larger than {MAX_BODY_BYTES} bytes")]
    TooLarge,
    /// Not a record, or not written canonically.
    #[error("the bytes of a record are damaged")]
    Damaged {
        /// What was wrong.
        #[source]
        source: Damage,
    },
}

/// About how many bytes header and salt take.
const BESIDE_CONTENT: usize = 192;

/// The canonical bytes: header, salt and body; once the body is erased, header and hash.
///
/// The hash of a body that travels is not sent: the receiver computes it, and so trusts only
/// what it has seen.
#[must_use]
pub fn encode_record(record: &Record) -> Vec<u8> {
    let (salt, content) = match &record.body {
        Some(body) => (Some(record.salt), body.as_slice()),
        None => (None, record.body_hash.as_slice()),
    };
    let mut bytes = Vec::with_capacity(content.len() + BESIDE_CONTENT);
    #[expect(clippy::expect_used, reason = "a Vec takes every write")]
    write_parts(
        &mut Encoder::new(&mut bytes),
        &record.header,
        (salt, content),
    )
    .expect("writing to memory");
    bytes
}

type Parts<'a> = (Option<[u8; 16]>, &'a [u8]);

fn write_parts(
    encoder: &mut Encoder<&mut Vec<u8>>,
    header: &Header,
    (salt, content): Parts<'_>,
) -> Result<(), minicbor::encode::Error<core::convert::Infallible>> {
    encoder.array(3)?.encode(HeaderForm::from(header))?;
    match salt {
        Some(salt) => encoder.bytes(&salt)?,
        None => encoder.null()?,
    };
    encoder.bytes(content)?.ok()
}

/// The record of canonical bytes, all of them.
///
/// # Errors
/// [`RecordError`] when a body is too large, or when the bytes are not exactly what
/// [`encode_record`] would write.
pub fn decode_record(bytes: &[u8]) -> Result<Record, RecordError> {
    let record = read_parts(bytes).map_err(|error| RecordError::Damaged {
        source: Damage::from_cbor(error),
    })?;
    if record
        .body
        .as_ref()
        .is_some_and(|body| body.len() > MAX_BODY_BYTES)
    {
        return Err(RecordError::TooLarge);
    }
    if encode_record(&record) == bytes {
        Ok(record)
    } else {
        Err(RecordError::Damaged {
            source: Damage::new("not canonical"),
        })
    }
}

fn read_parts(bytes: &[u8]) -> Result<Record, Error> {
    let mut decoder = Decoder::new(bytes);
    if decoder.array()? != Some(3) {
        return Err(Error::message("a record has three parts"));
    }
    let header = Header::from(decoder.decode::<HeaderForm>()?);
    if decoder.datatype()? == Type::Null {
        decoder.null()?;
        let body_hash = fixed(decoder.bytes()?)?;
        return Ok(Record {
            header,
            salt: [0; 16],
            body_hash,
            body: None,
        });
    }
    let salt = fixed(decoder.bytes()?)?;
    let body = decoder.bytes()?;
    Ok(Record {
        header,
        salt,
        body_hash: body_hash(&salt, body),
        body: Some(body.to_vec()),
    })
}

fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], Error> {
    bytes
        .try_into()
        .map_err(|_| Error::message("a salt has 16 bytes and a hash 32"))
}
