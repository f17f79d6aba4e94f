//! Answers to uploaded bytes.

use super::form::PositionForm;
use super::receipt::ReceiptForm;
use super::{WireError, message};
use crate::message::{AppendAnswer, Refusal};
use minicbor::{Decode, Encode};

/// Exactly one of the three.
#[derive(Default, Encode, Decode)]
#[cbor(map)]
pub(super) struct AppendForm {
    #[n(0)]
    offset: Option<u64>,
    #[n(1)]
    receipt: Option<ReceiptForm>,
    #[n(2)]
    refusal: Option<RefusalForm>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct RefusalForm {
    #[n(0)]
    code: u8,
    #[n(1)]
    head: Option<PositionForm>,
}

message! { AppendAnswer => AppendForm }

impl From<&AppendAnswer> for AppendForm {
    fn from(answer: &AppendAnswer) -> Self {
        let nothing = Self::default();
        match answer {
            AppendAnswer::Offset(offset) => Self {
                offset: Some(*offset),
                ..nothing
            },
            AppendAnswer::Taken(receipt) => Self {
                receipt: Some(ReceiptForm::from(&**receipt)),
                ..nothing
            },
            AppendAnswer::Refused(refusal) => Self {
                refusal: Some((*refusal).into()),
                ..nothing
            },
        }
    }
}

impl TryFrom<AppendForm> for AppendAnswer {
    type Error = WireError;

    fn try_from(form: AppendForm) -> Result<Self, WireError> {
        Ok(match (form.offset, form.receipt, form.refusal) {
            (Some(offset), None, None) => Self::Offset(offset),
            (None, Some(receipt), None) => Self::Taken(Box::new(receipt.try_into()?)),
            (None, None, Some(refusal)) => Self::Refused(refusal.try_into()?),
            _ => {
                return Err(WireError::Contradiction {
                    what: "an answer to uploaded bytes",
                });
            }
        })
    }
}

impl From<Refusal> for RefusalForm {
    fn from(refusal: Refusal) -> Self {
        let (code, head) = match refusal {
            Refusal::Damaged => (0, None),
            Refusal::Gap { head } => (1, head.map(Into::into)),
            Refusal::UnknownDevice => (2, None),
            Refusal::WrongSignature => (3, None),
            Refusal::BrokenChain => (4, None),
            Refusal::NewerEnvelope => (5, None),
        };
        Self { code, head }
    }
}

impl TryFrom<RefusalForm> for Refusal {
    type Error = WireError;

    fn try_from(form: RefusalForm) -> Result<Self, WireError> {
        Ok(match form.code {
            0 => Self::Damaged,
            1 => Self::Gap {
                head: form.head.map(Into::into),
            },
            2 => Self::UnknownDevice,
            3 => Self::WrongSignature,
            4 => Self::BrokenChain,
            5 => Self::NewerEnvelope,
            code => {
                return Err(WireError::Unknown {
                    what: "refusal",
                    number: code.into(),
                });
            }
        })
    }
}
