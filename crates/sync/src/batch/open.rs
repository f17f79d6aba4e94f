//! Opening a batch, step by step.

use super::compressor::Compressor;
use super::envelope::{Envelope, EnvelopeForm};
use super::error::OpenError;
use super::payload;
use crate::codec;
use crate::columns::{self, Columns, Place, Wanted};
use crate::limits::{MAX_BATCH_BYTES, MAX_LONE_BATCH_BYTES, MAX_RECORDS};
use crate::message::{PublicKey, UploadId};
use crate::signature::{SignatureCheck, Statement};
use record::{Head, Record};

/// How the bytes of a batch begin.
pub(super) const MAGIC: &[u8; 4] = b"KNJB";
/// The only version so far.
pub(super) const VERSION: u8 = 1;
/// What a device signs a checkpoint for.
pub(crate) const CHECKPOINT: &str = "kinerja checkpoint v1";
const HASH_BYTES: usize = 32;

/// A batch whose bytes are whole. Nothing says yet who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    bytes: Vec<u8>,
    envelope: Envelope,
    /// Where the payload begins.
    payload: usize,
}

impl Batch {
    /// Reads the outside of a batch.
    ///
    /// # Errors
    /// [`OpenError`] when there are too many bytes, they are no batch, a newer program's, or not
    /// those that were built.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, OpenError> {
        if bytes.len() > MAX_LONE_BATCH_BYTES {
            return Err(OpenError::TooLarge {
                length: bytes.len(),
            });
        }
        let behind = bytes.strip_prefix(MAGIC).ok_or(OpenError::NoBatch)?;
        let (content, hash) = bytes
            .split_last_chunk::<HASH_BYTES>()
            .ok_or(OpenError::Changed)?;
        if blake3::hash(content) != *hash {
            return Err(OpenError::Changed);
        }
        match behind.first() {
            Some(&VERSION) => {}
            Some(&found) => return Err(OpenError::Newer { found }),
            None => return Err(OpenError::Changed),
        }
        let (form, rest) = content
            .get(MAGIC.len() + 1..)
            .ok_or(OpenError::Changed)
            .and_then(|content| {
                codec::split::<EnvelopeForm>(content).map_err(|source| OpenError::Envelope {
                    source: Some(source),
                })
            })?;
        let envelope = form
            .envelope()
            .filter(|it| it.count as usize <= MAX_RECORDS)
            .ok_or(OpenError::Envelope { source: None })?;
        if envelope.count > 1 && bytes.len() > MAX_BATCH_BYTES {
            return Err(OpenError::TooLarge {
                length: bytes.len(),
            });
        }
        let payload = content.len() - rest.len();
        Ok(Self {
            bytes,
            envelope,
            payload,
        })
    }

    pub(super) const fn of(bytes: Vec<u8>, envelope: Envelope, payload: usize) -> Self {
        Self {
            bytes,
            envelope,
            payload,
        }
    }

    /// What it says of itself.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The bytes, as they travel.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, as they travel.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Which upload it is: the first 16 bytes of its hash.
    #[must_use]
    pub fn upload(&self) -> UploadId {
        let mut id = [0; 16];
        let hash = &self.bytes[self.bytes.len() - HASH_BYTES..];
        id.copy_from_slice(&hash[..16]);
        UploadId(id)
    }

    /// Checks that the device with this key signed the checkpoint. Costs one signature, whatever
    /// the batch claims to hold.
    ///
    /// # Errors
    /// [`OpenError::Forged`] when it did not.
    pub fn verify(
        &self,
        key: &PublicKey,
        check: &dyn SignatureCheck,
    ) -> Result<Verified<'_>, OpenError> {
        let message = self.envelope.checkpoint.signing_bytes();
        let statement = Statement {
            context: CHECKPOINT,
            message: &message,
        };
        if check.fits(key, statement, &self.envelope.signature) {
            Ok(Verified(self))
        } else {
            Err(OpenError::Forged)
        }
    }
}

/// A batch whose checkpoint its device signed.
#[derive(Clone, Copy, Debug)]
pub struct Verified<'b>(&'b Batch);

impl<'b> Verified<'b> {
    /// Unpacks the parts.
    ///
    /// # Errors
    /// [`OpenError::Packed`] and [`OpenError::Records`].
    pub fn unpack(self, compressor: &dyn Compressor) -> Result<Unpacked<'b>, OpenError> {
        let batch = self.0;
        let payload = &batch.bytes[batch.payload..batch.bytes.len() - HASH_BYTES];
        let columns = payload::read(payload, compressor)?;
        let references = columns.references(batch.envelope.first_seq())?.0;
        Ok(Unpacked {
            batch,
            columns,
            references,
        })
    }
}

/// A batch that lacks only what it refers to.
#[derive(Clone, Debug)]
pub struct Unpacked<'b> {
    batch: &'b Batch,
    columns: Columns,
    references: Vec<u64>,
}

impl Unpacked<'_> {
    /// Numbers of records of the same stream before the batch, which must be known to read it.
    #[must_use]
    pub fn references(&self) -> &[u64] {
        &self.references
    }

    /// The records. `places` says what the records of [`Self::references`] brought, in their
    /// order.
    ///
    /// # Errors
    /// [`OpenError::Records`] when the records are told wrongly; [`OpenError::Chain`] when they
    /// are not those that were signed, which wrong places cause too.
    pub fn records(&self, places: &[Place]) -> Result<Opened, OpenError> {
        let envelope = &self.batch.envelope;
        let wanted = Wanted {
            before: envelope.before,
            count: envelope.count as usize,
            places,
        };
        let records = columns::read(&self.columns, &wanted)?;
        match records.last() {
            Some((_, head)) if head.chain == envelope.checkpoint.chain => Ok(Opened {
                upload: self.batch.upload(),
                envelope: *envelope,
                records,
            }),
            _ => Err(OpenError::Chain),
        }
    }
}

/// A batch that the device signed and whose records form the signed chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    upload: UploadId,
    envelope: Envelope,
    records: Vec<(Record, Head)>,
}

impl Opened {
    /// Which upload it is.
    #[must_use]
    pub const fn upload(&self) -> UploadId {
        self.upload
    }

    /// What the batch says of itself.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Its records, each with the stream's head behind it. Never empty.
    #[must_use]
    pub fn records(&self) -> &[(Record, Head)] {
        &self.records
    }

    /// Its records, each with the stream's head behind it. Never empty.
    #[must_use]
    pub fn into_records(self) -> Vec<(Record, Head)> {
        self.records
    }
}
