//! Questions beside `hello`.

use super::form::{FeedStateForm, PositionForm};
use super::hello::ClaimForm;
use super::receipt::ReceiptForm;
use super::{WireError, message};
use crate::message::{FeedQuery, Receipt, Receipts, ReceiptsQuery};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::Stream;

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ReceiptsQueryForm {
    #[n(0)]
    claim: ClaimForm,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ReceiptsForm {
    #[n(0)]
    receipts: Vec<ReceiptForm>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct FeedQueryForm {
    #[n(0)]
    after: FeedStateForm,
    #[n(1)]
    stream: ByteArray<32>,
    #[n(2)]
    through: PositionForm,
}

message! {
    ReceiptsQuery => ReceiptsQueryForm,
    Receipts => ReceiptsForm,
    FeedQuery => FeedQueryForm,
}

impl From<&ReceiptsQuery> for ReceiptsQueryForm {
    fn from(query: &ReceiptsQuery) -> Self {
        Self {
            claim: (&query.0).into(),
        }
    }
}

impl TryFrom<ReceiptsQueryForm> for ReceiptsQuery {
    type Error = WireError;

    fn try_from(form: ReceiptsQueryForm) -> Result<Self, WireError> {
        Ok(Self(form.claim.into()))
    }
}

impl From<&Receipts> for ReceiptsForm {
    fn from(receipts: &Receipts) -> Self {
        Self {
            receipts: receipts.0.iter().map(ReceiptForm::from).collect(),
        }
    }
}

impl TryFrom<ReceiptsForm> for Receipts {
    type Error = WireError;

    fn try_from(form: ReceiptsForm) -> Result<Self, WireError> {
        let receipts = form.receipts.into_iter().map(Receipt::try_from);
        Ok(Self(receipts.collect::<Result<_, _>>()?))
    }
}

impl From<&FeedQuery> for FeedQueryForm {
    fn from(query: &FeedQuery) -> Self {
        let (stream, through) = query.has;
        Self {
            after: (&query.after).into(),
            stream: stream.0.into(),
            through: through.into(),
        }
    }
}

impl TryFrom<FeedQueryForm> for FeedQuery {
    type Error = WireError;

    fn try_from(form: FeedQueryForm) -> Result<Self, WireError> {
        Ok(Self {
            after: form.after.into(),
            has: (Stream(form.stream.into()), form.through.into()),
        })
    }
}
