//! A batch whose every claim was checked, except whether it fits what the centre has.

use crate::batch::Opened;
use crate::message::{PublicKey, Refusal, Signature, UploadId};
use crate::signature::{SignatureCheck, Statement};
use record::{Chain, Checkpoint, Head, Record};

/// A batch as its envelope was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedBatch {
    /// Which upload it is.
    pub upload: UploadId,
    /// The chain's value before its first record.
    pub chain_before: Chain,
    /// What the device signed.
    pub checkpoint: Checkpoint,
    /// The device's signature over the checkpoint.
    pub signature: Signature,
    /// Its records, in order.
    pub records: Vec<Record>,
}

/// A batch that the device signed and whose records form the signed chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedBatch {
    upload: UploadId,
    before: Head,
    records: Vec<(Record, Head)>,
}

/// What a device signs a checkpoint for.
pub(crate) const CHECKPOINT: &str = "kinerja checkpoint v1";

impl VerifiedBatch {
    /// Checks the signature against the device's key and recomputes the chain from the first
    /// record to the last.
    ///
    /// # Errors
    /// [`Refusal::WrongSignature`] and [`Refusal::BrokenChain`]; [`Refusal::Damaged`] for a
    /// batch without records.
    pub fn verify(
        batch: ReceivedBatch,
        key: &PublicKey,
        check: &impl SignatureCheck,
    ) -> Result<Self, Refusal> {
        let message = batch.checkpoint.signing_bytes();
        let statement = Statement {
            context: CHECKPOINT,
            message: &message,
        };
        if !check.fits(key, statement, &batch.signature) {
            return Err(Refusal::WrongSignature);
        }
        let stream = batch.checkpoint.stream;
        let first = batch.records.first().ok_or(Refusal::Damaged)?;
        let before = Head {
            stream,
            seq: first
                .header
                .seq
                .checked_sub(1)
                .ok_or(Refusal::BrokenChain)?,
            chain: batch.chain_before,
        };
        let mut head = before;
        let mut records = Vec::with_capacity(batch.records.len());
        for record in batch.records {
            let header = &record.header;
            let follows = header.stream == stream && head.seq.checked_add(1) == Some(header.seq);
            if !follows || !record.body_is_genuine() {
                return Err(Refusal::BrokenChain);
            }
            head = head.after(&record);
            records.push((record, head));
        }
        if (head.seq, head.chain) != (batch.checkpoint.through_seq, batch.checkpoint.chain) {
            return Err(Refusal::BrokenChain);
        }
        Ok(Self {
            upload: batch.upload,
            before,
            records,
        })
    }

    /// The batch of [`crate::batch`], which checked all of it on its way.
    #[must_use]
    pub fn of(opened: Opened) -> Self {
        Self {
            upload: opened.upload(),
            before: opened.envelope().before,
            records: opened.into_records(),
        }
    }

    /// Which upload it was.
    #[must_use]
    pub const fn upload(&self) -> UploadId {
        self.upload
    }

    /// Where the stream stood before it.
    #[must_use]
    pub const fn before(&self) -> Head {
        self.before
    }

    /// Its records, each with the stream's head after it. Never empty.
    #[must_use]
    pub fn records(&self) -> &[(Record, Head)] {
        &self.records
    }

    /// Where the stream stands after it.
    #[must_use]
    pub fn end(&self) -> Head {
        self.records.last().map_or(self.before, |(_, head)| *head)
    }
}
