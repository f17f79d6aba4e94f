//! Entries of a feed, and the offer of a pack of them.

use super::admin::AdminForm;
use super::form::{FeedForm, FeedPositionForm, OutcomeForm, PositionForm};
use super::rules::RulesForm;
use super::verdict::VerdictForm;
use super::{WireError, message};
use crate::message::{Epoch, FeedItem, FeedRecord, PackId, PackOffer, Signature};
use domain::{Period, Timestamp};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use record::{Stream, decode_record, encode_record};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct OfferForm {
    #[n(0)]
    feed: FeedForm,
    #[n(1)]
    epoch: u32,
    #[n(2)]
    after: FeedPositionForm,
    #[n(3)]
    through: FeedPositionForm,
    #[n(4)]
    id: ByteArray<32>,
    #[n(5)]
    length: u64,
    #[n(6)]
    signature: ByteArray<64>,
}

message! { PackOffer => OfferForm }

/// A line of a feed as the two ends keep it; a record in it may be larger than a message.
impl FeedItem {
    /// The line as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        crate::codec::append(&ItemForm::from(self), &mut bytes);
        bytes
    }

    /// The line of these bytes.
    ///
    /// # Errors
    /// [`WireError`] when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        super::read::<ItemForm>(bytes, crate::limits::MAX_RAW_BYTES)?.try_into()
    }
}

impl From<&PackOffer> for OfferForm {
    fn from(offer: &PackOffer) -> Self {
        Self {
            feed: offer.feed.into(),
            epoch: offer.epoch.0,
            after: offer.after.into(),
            through: offer.through.into(),
            id: offer.id.0.into(),
            length: offer.length,
            signature: offer.signature.0.into(),
        }
    }
}

impl TryFrom<OfferForm> for PackOffer {
    type Error = WireError;

    fn try_from(form: OfferForm) -> Result<Self, WireError> {
        Ok(Self {
            feed: form.feed.into(),
            epoch: Epoch(form.epoch),
            after: form.after.into(),
            through: form.through.into(),
            id: PackId(form.id.into()),
            length: form.length,
            signature: Signature(form.signature.into()),
        })
    }
}

/// Exactly one of them.
#[derive(Default, Encode, Decode)]
#[cbor(map)]
pub(super) struct ItemForm {
    #[n(0)]
    record: Option<RecordForm>,
    #[n(1)]
    outcome: Option<ChangedForm>,
    #[n(2)]
    closing: Option<ClosingForm>,
    #[n(3)]
    admin: Option<AdminForm>,
    #[n(4)]
    verdict: Option<VerdictForm>,
    #[n(5)]
    rules: Option<RulesForm>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RecordForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    place: PositionForm,
    #[n(2)]
    received_at: i64,
    #[n(3)]
    outcome: OutcomeForm,
    #[n(4)]
    record: Option<ByteVec>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct ChangedForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    place: PositionForm,
    #[n(2)]
    outcome: OutcomeForm,
}

/// A period: its year, and 0 for the year, 1–12 for a month, 17–20 for a quarter.
#[derive(Encode, Decode)]
#[cbor(array)]
struct ClosingForm {
    #[n(0)]
    year: i32,
    #[n(1)]
    part: u32,
    #[n(2)]
    at: i64,
}

impl From<&FeedItem> for ItemForm {
    fn from(item: &FeedItem) -> Self {
        let nothing = Self::default();
        match item {
            FeedItem::Record(taken) => Self {
                record: Some(RecordForm::from(&**taken)),
                ..nothing
            },
            FeedItem::Outcome {
                stream,
                place,
                outcome,
            } => Self {
                outcome: Some(ChangedForm {
                    stream: stream.0.into(),
                    place: (*place).into(),
                    outcome: (*outcome).into(),
                }),
                ..nothing
            },
            FeedItem::Closing { period, at } => Self {
                closing: Some(ClosingForm {
                    year: period.year(),
                    part: match *period {
                        Period::Year { .. } => 0,
                        Period::Month { month, .. } => month,
                        Period::Quarter { quarter, .. } => quarter.saturating_add(16),
                    },
                    at: at.0,
                }),
                ..nothing
            },
            FeedItem::Admin(entry) => Self {
                admin: Some(entry.into()),
                ..nothing
            },
            FeedItem::Verdict(given) => Self {
                verdict: Some((&**given).into()),
                ..nothing
            },
            FeedItem::Rules(rules) => Self {
                rules: Some((&**rules).into()),
                ..nothing
            },
        }
    }
}

impl TryFrom<ItemForm> for FeedItem {
    type Error = WireError;

    fn try_from(form: ItemForm) -> Result<Self, WireError> {
        let mut said = Vec::with_capacity(1);
        if let Some(record) = form.record {
            said.push(Self::Record(Box::new(record.try_into()?)));
        }
        if let Some(changed) = form.outcome {
            said.push(Self::Outcome {
                stream: Stream(changed.stream.into()),
                place: changed.place.into(),
                outcome: changed.outcome.try_into()?,
            });
        }
        if let Some(closing) = form.closing {
            said.push(Self::Closing {
                period: closing
                    .period()
                    .ok_or(WireError::Contradiction { what: "a period" })?,
                at: Timestamp(closing.at),
            });
        }
        if let Some(admin) = form.admin {
            said.push(Self::Admin(admin.try_into()?));
        }
        if let Some(verdict) = form.verdict {
            said.push(Self::Verdict(Box::new(verdict.try_into()?)));
        }
        if let Some(rules) = form.rules {
            said.push(Self::Rules(Box::new(rules.into())));
        }
        match (said.pop(), said.is_empty()) {
            (Some(item), true) => Ok(item),
            _ => Err(WireError::Contradiction {
                what: "an entry of a feed",
            }),
        }
    }
}

impl ClosingForm {
    fn period(&self) -> Option<Period> {
        match self.part {
            0 => Period::month(self.year, 1).map(|_| Period::Year { year: self.year }),
            month @ 1..=12 => Period::month(self.year, month),
            part @ 17..=20 => Period::quarter(self.year, part - 16),
            _ => None,
        }
    }
}

impl From<&FeedRecord> for RecordForm {
    fn from(taken: &FeedRecord) -> Self {
        Self {
            stream: taken.stream.0.into(),
            place: taken.place.into(),
            received_at: taken.received_at.0,
            outcome: taken.outcome.into(),
            record: taken.record.as_ref().map(|it| encode_record(it).into()),
        }
    }
}

impl TryFrom<RecordForm> for FeedRecord {
    type Error = WireError;

    fn try_from(form: RecordForm) -> Result<Self, WireError> {
        let record = form.record.map(|bytes| decode_record(&bytes)).transpose();
        Ok(Self {
            stream: Stream(form.stream.into()),
            place: form.place.into(),
            received_at: Timestamp(form.received_at),
            outcome: form.outcome.try_into()?,
            record: record.map_err(|source| WireError::Record { source })?,
        })
    }
}
