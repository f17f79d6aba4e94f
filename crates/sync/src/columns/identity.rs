//! Ids and revisions: sixteen bytes, most of which were seen before.

use super::bits::{BitReader, BitWriter};
use super::streams::{Column, StreamsReader, StreamsWriter};
use super::varint::{unzigzag, zigzag};
use super::{Earlier, Malformed, Place, References};
use domain::DocumentId;
use record::Revision;
use std::collections::BTreeMap;

/// Sixteen bytes that name something.
pub(super) type Identity = [u8; 16];

/// Sixteen bytes never seen, as they are.
const RAW: u64 = 0;
/// A UUID of version 7 never seen: its milliseconds, and 74 random bits.
const TIMED: u64 = 1;
/// The document of this record.
const DOCUMENT: u64 = 2;
/// The revision that this record was made upon.
const BASE: u64 = 3;
/// The document of an earlier record.
const EARLIER_DOCUMENT: u64 = 4;
/// The revision of an earlier record.
const EARLIER_REVISION: u64 = 5;
/// A UUID of version 4 never seen: 122 random bits.
const RANDOM: u64 = 6;
/// From here on: how many others were seen since, the last one first.
const SEEN: u64 = 7;

/// A place in records where ids stand: one field of one kind.
#[derive(Clone, Copy)]
pub(super) struct Field {
    tokens: Column,
    times: Column,
    /// Milliseconds of the last timed id there.
    before: u64,
}

impl Field {
    pub(super) fn open<E>(mut open: impl FnMut() -> Result<Column, E>) -> Result<Self, E> {
        Ok(Self {
            tokens: open()?,
            times: open()?,
            before: 0,
        })
    }
}

/// What the record at hand is about, as far as it is told already.
#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    pub(super) document: Option<Identity>,
    pub(super) base: Option<Identity>,
}

/// Ids that are being written.
pub(super) struct IdentityWriter<'e> {
    earlier: &'e dyn Earlier,
    first_seq: u64,
    pub(super) references: References,
    seen: BTreeMap<Identity, u64>,
    count: u64,
    pub(super) context: Context,
}

impl<'e> IdentityWriter<'e> {
    pub(super) fn new(earlier: &'e dyn Earlier, first_seq: u64) -> Self {
        Self {
            earlier,
            first_seq,
            references: References::default(),
            seen: BTreeMap::new(),
            count: 0,
            context: Context::default(),
        }
    }

    /// Notes something that the reader knows by itself.
    pub(super) fn learn(&mut self, identity: Identity) {
        self.seen.insert(identity, self.count);
        self.count += 1;
    }

    /// Refers to an earlier record, if one brought this.
    fn refer(&mut self, identity: Identity) -> Option<u64> {
        let document = self.earlier.document(DocumentId::from_bytes(identity));
        let (token, seq) = match document {
            Some(seq) => (EARLIER_DOCUMENT, seq),
            None => {
                // A record's base is a revision of its own document.
                let document = DocumentId::from_bytes(self.context.document?);
                let seq = self.earlier.revision(document, Revision(identity))?;
                (EARLIER_REVISION, seq)
            }
        };
        if !(1..self.first_seq).contains(&seq) {
            return None;
        }
        self.references.0.push(seq);
        Some(token)
    }

    pub(super) fn put(
        &mut self,
        identity: Identity,
        field: &mut Field,
        (streams, noise): (&mut StreamsWriter, &mut BitWriter),
    ) {
        let token = if self.context.document == Some(identity) {
            DOCUMENT
        } else if self.context.base == Some(identity) {
            BASE
        } else if let Some(place) = self.seen.get(&identity) {
            SEEN + (self.count - 1 - place)
        } else {
            self.learn(identity);
            if let Some(token) = self.refer(identity) {
                token
            } else {
                let parts = Parts::of(identity);
                match parts.version {
                    Some(Version::Timed) => {
                        streams.put_wide(field.times, zigzag(parts.head, field.before), noise);
                        field.before = parts.head;
                        noise.put(parts.middle.into(), 12);
                        noise.put(parts.tail, 62);
                        TIMED
                    }
                    Some(Version::Random) => {
                        noise.put(parts.head, 48);
                        noise.put(parts.middle.into(), 12);
                        noise.put(parts.tail, 62);
                        RANDOM
                    }
                    None => {
                        noise.put_bytes(&identity);
                        RAW
                    }
                }
            }
        };
        streams.put(field.tokens, token);
    }
}

/// Ids that are being read.
pub(super) struct IdentityReader<'p> {
    /// What the references stand for, in their order.
    places: std::slice::Iter<'p, Place>,
    seen: Vec<Identity>,
    pub(super) context: Context,
}

impl<'p> IdentityReader<'p> {
    pub(super) fn new(places: &'p [Place]) -> Self {
        Self {
            places: places.iter(),
            seen: Vec::new(),
            context: Context::default(),
        }
    }

    pub(super) fn learn(&mut self, identity: Identity) {
        self.seen.push(identity);
    }

    pub(super) fn get(
        &mut self,
        field: &mut Field,
        (streams, noise): (&mut StreamsReader<'_>, &mut BitReader<'_>),
    ) -> Result<Identity, Malformed> {
        let unknown = Malformed("an id that was not told");
        let identity = match streams.get(field.tokens)? {
            DOCUMENT => return self.context.document.ok_or(unknown),
            BASE => return self.context.base.ok_or(unknown),
            RAW => noise.array()?,
            TIMED => {
                field.before = unzigzag(streams.get_wide(field.times, noise)?, field.before);
                Parts::get(Version::Timed, field.before, noise)?
            }
            RANDOM => {
                let head = u64::from(noise.get(16)?) << 32 | u64::from(noise.get(32)?);
                Parts::get(Version::Random, head, noise)?
            }
            EARLIER_DOCUMENT => *self.places.next().ok_or(unknown)?.document.as_bytes(),
            EARLIER_REVISION => self.places.next().ok_or(unknown)?.revision.0,
            seen => {
                let place = usize::try_from(seen - SEEN)
                    .ok()
                    .and_then(|since| self.seen.len().checked_sub(since)?.checked_sub(1))
                    .ok_or(unknown)?;
                return Ok(self.seen[place]);
            }
        };
        self.learn(identity);
        Ok(identity)
    }

    /// # Errors
    /// [`Malformed`] when a reference was not needed.
    pub(super) fn finish(mut self) -> Result<(), Malformed> {
        match self.places.next() {
            None => Ok(()),
            Some(_) => Err(Malformed("a reference that nothing needs")),
        }
    }
}

/// The versions of UUIDs (RFC 9562) whose fixed bits need not be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    Random = 0x4000,
    Timed = 0x7000,
}

/// What a UUID is made of beside its version and variant.
struct Parts {
    /// Nothing when it is no UUID of these versions.
    version: Option<Version>,
    /// 48 bits: milliseconds, or random.
    head: u64,
    /// 12 bits.
    middle: u16,
    /// 62 bits.
    tail: u64,
}

const VARIANT: u64 = 0x8000_0000_0000_0000;
const VARIANT_BITS: u64 = 0xc000_0000_0000_0000;

impl Parts {
    fn of(identity: Identity) -> Self {
        let all = u128::from_be_bytes(identity);
        let (middle, tail) = ((all >> 64) as u16, all as u64);
        let version = [Version::Random, Version::Timed]
            .into_iter()
            .find(|it| middle & 0xf000 == *it as u16 && tail & VARIANT_BITS == VARIANT);
        Self {
            version,
            head: (all >> 80) as u64,
            middle: middle & 0x0fff,
            tail: tail & !VARIANT_BITS,
        }
    }

    /// The UUID of a head and what follows in the noise.
    fn get(version: Version, head: u64, noise: &mut BitReader<'_>) -> Result<Identity, Malformed> {
        let middle = version as u16 | noise.get(12)? as u16;
        let tail = u64::from(noise.get(30)?) << 32 | u64::from(noise.get(32)?);
        let all = u128::from(head) << 80 | u128::from(middle) << 64 | u128::from(VARIANT | tail);
        Ok(all.to_be_bytes())
    }
}
