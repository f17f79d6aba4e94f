//! Packs: parts of a feed, packed. Their name is the hash of their bytes.

use super::feed::ItemForm;
use super::{WireError, read};
use crate::batch::{CompressionError, Compressor, Packing};
use crate::codec;
use crate::columns::{Cursor, put};
use crate::limits::{MAX_PACK_BYTES, MAX_RAW_BYTES};
use crate::message::{FeedEntry, FeedItem, Pack, PackId};
use minicbor::{Decode, Encode};

/// How the bytes of a pack begin; the last byte is the version.
const MAGIC: &[u8; 5] = b"KNJP\x01";

/// Entries without a hole.
#[derive(Encode, Decode)]
#[cbor(map)]
struct PackForm {
    #[n(0)]
    first_seq: u64,
    #[n(1)]
    items: Vec<ItemForm>,
}

/// The bytes of a pack of these items, of which the first is the feed's entry `first_seq`.
///
/// # Errors
/// [`CompressionError`] when the compressor refuses.
pub fn pack(
    first_seq: u64,
    items: &[FeedItem],
    compressor: &dyn Compressor,
) -> Result<Vec<u8>, CompressionError> {
    let mut raw = Vec::new();
    let items = items.iter().map(ItemForm::from).collect();
    codec::append(&PackForm { first_seq, items }, &mut raw);
    let packed = compressor.pack(&raw)?;
    let mut bytes = MAGIC.to_vec();
    put(&mut bytes, packed.packing.number());
    put(&mut bytes, raw.len() as u64);
    bytes.extend_from_slice(&packed.bytes);
    Ok(bytes)
}

/// Opens a pack. Whether it is the one that was offered, its id tells; so ask that first.
///
/// # Errors
/// [`WireError`] when it is too large, damaged, or a newer program's.
pub fn open_pack(bytes: &[u8], compressor: &dyn Compressor) -> Result<Pack, WireError> {
    let length = bytes.len();
    if length > MAX_PACK_BYTES {
        return Err(WireError::TooLarge { length });
    }
    let contradiction = WireError::Contradiction {
        what: "the head of a pack",
    };
    let Some(behind) = bytes.strip_prefix(MAGIC) else {
        return Err(contradiction);
    };
    let mut cursor = Cursor::new(behind);
    let (Ok(packing), Ok(raw)) = (cursor.varint(), cursor.length()) else {
        return Err(contradiction);
    };
    if raw > MAX_RAW_BYTES {
        return Err(WireError::TooLarge { length: raw });
    }
    let packing = Packing::from_number(packing).ok_or(WireError::Unknown {
        what: "packing",
        number: packing,
    })?;
    let raw = compressor
        .unpack(packing, cursor.rest(), raw)
        .map_err(|source| WireError::Packed { source })?;
    let form: PackForm = read(&raw, MAX_RAW_BYTES)?;
    if form
        .first_seq
        .checked_add(form.items.len() as u64)
        .is_none()
    {
        return Err(contradiction);
    }
    let entries = (form.first_seq..)
        .zip(form.items)
        .map(|(seq, item)| {
            Ok(FeedEntry {
                seq,
                item: item.try_into()?,
            })
        })
        .collect::<Result<_, WireError>>()?;
    Ok(Pack {
        id: PackId(blake3::hash(bytes).into()),
        entries,
    })
}
