//! `hello`: the answer.

use super::form::{BeaconForm, FeedStateForm, PositionForm};
use super::hello::UploadForm;
use super::receipt::ReceiptForm;
use super::{WireError, message};
use crate::message::{
    Epoch, HelloAnswer, KnownUpload, Nonce, Receipt, Signature, Standing, StreamAnswer, UploadId,
    WireVersion,
};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::Stream;

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct AnswerForm {
    #[n(0)]
    nonce: ByteArray<16>,
    #[n(1)]
    wire_version: u16,
    #[n(2)]
    epoch: u32,
    #[n(3)]
    standing: u8,
    #[n(4)]
    beacon: BeaconForm,
    #[n(5)]
    streams: Vec<StreamForm>,
    #[n(6)]
    uploads: Vec<UploadForm>,
    #[n(7)]
    feeds: Vec<FeedStateForm>,
    #[n(8)]
    feeds_valid_through: Vec<u64>,
    #[n(9)]
    receipts: Vec<ReceiptForm>,
    #[n(10)]
    signature: ByteArray<64>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct StreamForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    shared_seq: u64,
    #[n(2)]
    line_head: Option<PositionForm>,
    #[n(3)]
    forked_at: Option<u64>,
}

message! { HelloAnswer => AnswerForm }

impl From<&HelloAnswer> for AnswerForm {
    fn from(answer: &HelloAnswer) -> Self {
        Self {
            nonce: answer.nonce.0.into(),
            wire_version: answer.wire_version.0,
            epoch: answer.epoch.0,
            standing: match answer.standing {
                Standing::Valid => 0,
                Standing::Revoked => 1,
            },
            beacon: answer.beacon.into(),
            streams: answer.streams.iter().map(StreamForm::from).collect(),
            uploads: answer.uploads.iter().map(UploadForm::from).collect(),
            feeds: answer.feeds.iter().map(FeedStateForm::from).collect(),
            feeds_valid_through: answer.feeds_valid_through.clone(),
            receipts: answer.receipts.iter().map(ReceiptForm::from).collect(),
            signature: answer.signature.0.into(),
        }
    }
}

impl From<&StreamAnswer> for StreamForm {
    fn from(answer: &StreamAnswer) -> Self {
        Self {
            stream: answer.stream.0.into(),
            shared_seq: answer.shared_seq,
            line_head: answer.line_head.map(Into::into),
            forked_at: answer.forked_at,
        }
    }
}

impl From<StreamForm> for StreamAnswer {
    fn from(form: StreamForm) -> Self {
        Self {
            stream: Stream(form.stream.into()),
            shared_seq: form.shared_seq,
            line_head: form.line_head.map(Into::into),
            forked_at: form.forked_at,
        }
    }
}

impl From<&KnownUpload> for UploadForm {
    fn from(upload: &KnownUpload) -> Self {
        Self {
            id: upload.id.0.into(),
            bytes: upload.offset,
        }
    }
}

impl TryFrom<AnswerForm> for HelloAnswer {
    type Error = WireError;

    fn try_from(form: AnswerForm) -> Result<Self, WireError> {
        let standing = match form.standing {
            0 => Standing::Valid,
            1 => Standing::Revoked,
            number => {
                return Err(WireError::Unknown {
                    what: "standing",
                    number: number.into(),
                });
            }
        };
        let uploads = form.uploads.into_iter().map(|upload| KnownUpload {
            id: UploadId(upload.id.into()),
            offset: upload.bytes,
        });
        let receipts = form.receipts.into_iter().map(Receipt::try_from);
        Ok(Self {
            nonce: Nonce(form.nonce.into()),
            wire_version: WireVersion(form.wire_version),
            epoch: Epoch(form.epoch),
            standing,
            beacon: form.beacon.into(),
            streams: form.streams.into_iter().map(Into::into).collect(),
            uploads: uploads.collect(),
            feeds: form.feeds.into_iter().map(Into::into).collect(),
            feeds_valid_through: form.feeds_valid_through,
            receipts: receipts.collect::<Result<_, _>>()?,
            signature: Signature(form.signature.into()),
        })
    }
}
