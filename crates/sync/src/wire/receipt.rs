//! `receipt`.

use super::WireError;
use super::form::{OutcomeForm, PositionForm};
use super::message;
use crate::message::{Epoch, OutcomeRun, Receipt, Signature};
use domain::Timestamp;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::Stream;

/// The runs stand by their lengths: they are without a hole and end where the receipt does.
#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ReceiptForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    through: PositionForm,
    #[n(2)]
    epoch: u32,
    #[n(3)]
    server_time: i64,
    #[n(4)]
    runs: Vec<RunForm>,
    #[n(5)]
    forked_at: Option<u64>,
    #[n(6)]
    signature: ByteArray<64>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct RunForm {
    #[n(0)]
    count: u64,
    #[n(1)]
    outcome: OutcomeForm,
}

message! { Receipt => ReceiptForm }

impl From<&Receipt> for ReceiptForm {
    fn from(receipt: &Receipt) -> Self {
        Self {
            stream: receipt.stream.0.into(),
            through: receipt.through.into(),
            epoch: receipt.epoch.0,
            server_time: receipt.server_time.0,
            runs: receipt.outcomes.iter().map(RunForm::from).collect(),
            forked_at: receipt.forked_at,
            signature: receipt.signature.0.into(),
        }
    }
}

impl From<&OutcomeRun> for RunForm {
    fn from(run: &OutcomeRun) -> Self {
        Self {
            count: run.last_seq.saturating_sub(run.first_seq).saturating_add(1),
            outcome: run.code.into(),
        }
    }
}

impl TryFrom<ReceiptForm> for Receipt {
    type Error = WireError;

    fn try_from(form: ReceiptForm) -> Result<Self, WireError> {
        let mut outcomes = Vec::with_capacity(form.runs.len());
        let mut last_seq = form.through.seq();
        for run in form.runs.into_iter().rev() {
            let before = last_seq.checked_sub(run.count);
            let Some(before) = before.filter(|_| run.count > 0) else {
                return Err(WireError::Contradiction {
                    what: "the runs of a receipt",
                });
            };
            outcomes.push(OutcomeRun {
                first_seq: before + 1,
                last_seq,
                code: run.outcome.try_into()?,
            });
            last_seq = before;
        }
        outcomes.reverse();
        Ok(Self {
            stream: Stream(form.stream.into()),
            through: form.through.into(),
            epoch: Epoch(form.epoch),
            server_time: Timestamp(form.server_time),
            outcomes,
            forked_at: form.forked_at,
            signature: Signature(form.signature.into()),
        })
    }
}
