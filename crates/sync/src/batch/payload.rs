//! The records of a batch as bytes: numbers, texts and whole bodies packed, noise as it is.

use super::compressor::{CompressionError, Compressor, Packed, Packing};
use super::error::OpenError;
use crate::columns::{Columns, Cursor, Malformed, Texts, put};
use crate::limits::MAX_RAW_BYTES;

/// Texts one behind the other.
const PLAIN: u8 = 0;
/// Texts word by word.
const WORDS: u8 = 1;

/// Appends the columns, packed; the texts in the form that takes fewer bytes.
pub(super) fn append(
    columns: &Columns,
    compressor: &dyn Compressor,
    out: &mut Vec<u8>,
) -> Result<(), CompressionError> {
    append_packed(&columns.numbers, &compressor.pack(&columns.numbers)?, out);
    let plain = columns.texts.plain();
    let packed = compressor.pack(&plain)?;
    match columns.texts.in_words() {
        Some(words) if words.len() < packed.bytes.len() => {
            out.push(WORDS);
            put(out, words.len() as u64);
            out.extend_from_slice(&words);
        }
        _ => {
            out.push(PLAIN);
            append_packed(&plain, &packed, out);
        }
    }
    append_packed(&columns.whole, &compressor.pack(&columns.whole)?, out);
    out.extend_from_slice(&columns.noise);
    Ok(())
}

fn append_packed(raw: &[u8], packed: &Packed, out: &mut Vec<u8>) {
    put(out, packed.packing.number());
    put(out, raw.len() as u64);
    put(out, packed.bytes.len() as u64);
    out.extend_from_slice(&packed.bytes);
}

/// Unpacks the columns.
pub(super) fn read(bytes: &[u8], compressor: &dyn Compressor) -> Result<Columns, OpenError> {
    let mut cursor = Cursor::new(bytes);
    let numbers = read_packed(&mut cursor, compressor)?;
    let texts = match cursor.byte()? {
        PLAIN => Texts::from_plain(&read_packed(&mut cursor, compressor)?)?,
        WORDS => {
            let length = cursor.length()?;
            Texts::from_words(cursor.take(length)?)?
        }
        _ => return Err(Malformed("no such form of texts").into()),
    };
    Ok(Columns {
        numbers,
        texts,
        whole: read_packed(&mut cursor, compressor)?,
        noise: cursor.rest().to_vec(),
    })
}

fn read_packed(cursor: &mut Cursor<'_>, compressor: &dyn Compressor) -> Result<Vec<u8>, OpenError> {
    let packing = Packing::from_number(cursor.varint()?).ok_or(Malformed("no such packing"))?;
    let raw = cursor.length()?;
    let packed = cursor.length()?;
    let packed = cursor.take(packed)?;
    if raw > MAX_RAW_BYTES {
        return Err(Malformed("more bytes than a batch may have").into());
    }
    if packing != Packing::Stored && packed.len() >= raw {
        return Err(Malformed("a packing that packs nothing").into());
    }
    compressor
        .unpack(packing, packed, raw)
        .map_err(|source| OpenError::Packed { source })
}
