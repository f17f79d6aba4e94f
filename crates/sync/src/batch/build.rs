//! Building a batch.

use super::compressor::{CompressionError, Compressor};
use super::envelope::{Envelope, EnvelopeForm};
use super::open::{Batch, CHECKPOINT, MAGIC, VERSION};
use super::payload;
use crate::codec;
use crate::columns::{self, Earlier};
use crate::limits::{MAX_BATCH_BYTES, MAX_LONE_BATCH_BYTES, MAX_RAW_BYTES, MAX_RECORDS};
use crate::message::OfficeId;
use crate::signature::{Signer, Statement};
use record::journal::JournalChain;
use record::{Checkpoint, Head, MAX_BODY_BYTES, Record, encode_record};

/// What goes into a batch.
#[derive(Clone, Copy)]
pub struct Contents<'a> {
    /// The office.
    pub office: OfficeId,
    /// See [`Envelope::recipient`].
    pub recipient: Option<[u8; 16]>,
    /// Where the stream stands before the first record.
    pub before: Head,
    /// What was sealed since; the batch takes as many as fit.
    pub records: &'a [Record],
    /// What the stream brought before.
    pub earlier: &'a dyn Earlier,
    /// The journal's last row and its chain there.
    pub journal: (u64, JournalChain),
}

/// What a batch is built with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// The compressor.
    pub compressor: &'a dyn Compressor,
    /// The device's key.
    pub signer: &'a dyn Signer,
}

/// A batch, and where the stream stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The batch.
    pub batch: Batch,
    /// The head behind its last record: where the next batch begins.
    pub head: Head,
}

/// Why no batch can be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// There is nothing to send.
    #[error("there are no records")]
    Nothing,
    /// A record is not the next one of the stream, or its body is not the one that was sealed.
    #[error("record {seq} does not continue the stream")]
    Broken {
        /// The number that it should have.
        seq: u64,
    },
    /// A record by itself is larger than a batch may be.
    #[error("record {seq} is larger than a batch may be")]
    TooLarge {
        /// Its number.
        seq: u64,
    },
    /// The compressor refused.
    #[error("the batch could not be packed")]
    Packed {
        /// Why.
        #[source]
        source: CompressionError,
    },
}

/// Builds a batch of the longest run from the first record that fits. Equal contents and tools
/// give equal bytes.
///
/// The search supposes that a run never takes fewer bytes for having one record more.
///
/// # Errors
/// [`BuildError`] when there are no records, they are no stream, or the first one alone is too
/// large.
pub fn build(contents: &Contents<'_>, tools: &Tools<'_>) -> Result<Built, BuildError> {
    let most = check(contents)?;
    let run = Run { contents, tools };
    let (mut fits, mut too_many) = (0, most + 1);
    let mut built = None;
    let mut count = most;
    while fits + 1 < too_many {
        match run.of(count)? {
            Some(batch) => {
                fits = count;
                built = Some(batch);
            }
            None => too_many = count,
        }
        count = usize::midpoint(fits, too_many);
    }
    built.ok_or(BuildError::TooLarge {
        seq: contents.before.seq + 1,
    })
}

/// Checks that the records continue the stream; answers how many there may be at most.
fn check(contents: &Contents<'_>) -> Result<usize, BuildError> {
    let mut seq = contents.before.seq;
    let mut raw = 0;
    let mut count = 0;
    for record in contents.records.iter().take(MAX_RECORDS) {
        let header = &record.header;
        let expected = seq.saturating_add(1);
        let follows = header.stream == contents.before.stream && header.seq == expected;
        if !follows || !record.body_is_genuine() {
            return Err(BuildError::Broken { seq: expected });
        }
        raw += encode_record(record).len();
        if raw > MAX_RAW_BYTES {
            break;
        }
        let body = record.body.as_ref().map_or(0, Vec::len);
        if body > MAX_BODY_BYTES {
            break;
        }
        seq = expected;
        count += 1;
    }
    match (count, contents.records.is_empty()) {
        (_, true) => Err(BuildError::Nothing),
        (0, false) => Err(BuildError::TooLarge {
            seq: seq.saturating_add(1),
        }),
        (count, false) => Ok(count),
    }
}

struct Run<'a> {
    contents: &'a Contents<'a>,
    tools: &'a Tools<'a>,
}

impl Run<'_> {
    /// The batch of the first so many records, if it fits.
    fn of(&self, count: usize) -> Result<Option<Built>, BuildError> {
        let contents = self.contents;
        let records = &contents.records[..count];
        let (columns, head) = columns::write(&contents.before, records, contents.earlier);
        let envelope = self.sign(count, head);
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        codec::append(&EnvelopeForm::from(&envelope), &mut bytes);
        let payload_at = bytes.len();
        payload::append(&columns, self.tools.compressor, &mut bytes)
            .map_err(|source| BuildError::Packed { source })?;
        let hash = blake3::hash(&bytes);
        bytes.extend_from_slice(hash.as_bytes());
        let limit = if count == 1 {
            MAX_LONE_BATCH_BYTES
        } else {
            MAX_BATCH_BYTES
        };
        Ok((bytes.len() <= limit).then(|| Built {
            batch: Batch::of(bytes, envelope, payload_at),
            head,
        }))
    }

    fn sign(&self, count: usize, head: Head) -> Envelope {
        let contents = self.contents;
        let (journal_seq, journal_chain) = contents.journal;
        let checkpoint = Checkpoint {
            stream: head.stream,
            through_seq: head.seq,
            chain: head.chain,
            journal_seq,
            journal_chain,
        };
        let statement = Statement {
            context: CHECKPOINT,
            message: &checkpoint.signing_bytes(),
        };
        Envelope {
            office: contents.office,
            recipient: contents.recipient,
            before: contents.before,
            count: count as u32,
            checkpoint,
            signature: self.tools.signer.sign(statement),
        }
    }
}
