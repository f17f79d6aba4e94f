//! What comes down: an order of everything that the centre holds of an office.

use super::{AdminEntry, Epoch, OfficeId, OutcomeCode, PackId, Position, Signature, SigningBytes};
use domain::{DocumentId, Kind, Period, Timestamp};
use record::{Chain, Record, Stream, Verdict};

/// One append-only list of the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// For every office: reference data of the regency.
    Common,
    /// For the devices of one office.
    Office(OfficeId),
}

impl Feed {
    /// The bytes that stand for it where something is signed or hashed.
    #[must_use]
    pub fn signed_form(self) -> Vec<u8> {
        match self {
            Self::Common => Vec::new(),
            Self::Office(office) => office.0.to_vec(),
        }
    }
}

/// A place in a feed, with a chain like a stream's: it stands for everything before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeedPosition {
    /// The entry's number; 0 before the first.
    pub seq: u64,
    /// The feed's chain after it; all zero before the first.
    pub chain: [u8; 32],
}

/// One line of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// 1, 2, 3 … without a hole.
    pub seq: u64,
    /// What it says.
    pub item: FeedItem,
}

/// What a line of a feed says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedItem {
    /// The centre took a record in. The order of these is the order in which everybody folds.
    Record(Box<FeedRecord>),
    /// A record's outcome is another one now: it waited, and what it waited for came.
    Outcome {
        /// The stream.
        stream: Stream,
        /// The record.
        place: Position,
        /// What became of it.
        outcome: OutcomeCode,
    },
    /// The centre closed a period.
    Closing {
        /// The period.
        period: Period,
        /// The centre's time.
        at: Timestamp,
    },
    /// A line of the office's admin log.
    Admin(AdminEntry),
    /// The centre ruled about a document as it stood then.
    Verdict(Box<FeedVerdict>),
    /// The centre published rules. In the common feed.
    Rules(Box<FeedRules>),
}

/// A package of rules. What stands in it, the crate `domain` knows; here it is bytes, so that a
/// package that only a newer program reads comes down like any other line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedRules {
    /// The version that the centre gave it; each is higher than the one before.
    pub version: u32,
    /// The package as it was published.
    pub package: Vec<u8>,
}

/// A verdict of the centre's staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedVerdict {
    /// The document's kind.
    pub kind: Kind,
    /// The document.
    pub doc_id: DocumentId,
    /// What was ruled.
    pub verdict: Verdict,
}

/// A record as the centre took it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedRecord {
    /// Its stream.
    pub stream: Stream,
    /// Its place there; without the chain's value when the record is left out on the way.
    pub place: Position,
    /// The centre's time when it arrived.
    pub received_at: Timestamp,
    /// What became of it then.
    pub outcome: OutcomeCode,
    /// The record; left out for the device that sent it and still has it.
    pub record: Option<Record>,
}

/// Stands for a chain's value that the reader has itself.
const LEFT_OUT: Chain = Chain([0; 32]);

impl FeedRecord {
    /// Leaves out what the device that sent the record has: the record, and the chain's value,
    /// which no compressor makes smaller.
    pub(crate) fn leave_out(&mut self) {
        self.record = None;
        self.place.chain = LEFT_OUT;
    }

    /// Whether the chain's value was left out.
    pub(crate) fn lacks_chain(&self) -> bool {
        self.record.is_none() && self.place.chain == LEFT_OUT
    }
}

/// A part of a feed that can be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PackOffer {
    /// Which feed.
    pub feed: Feed,
    /// The life of the centre's database.
    pub epoch: Epoch,
    /// The entry before the first one in it.
    pub after: FeedPosition,
    /// Its last entry.
    pub through: FeedPosition,
    /// What to fetch: the hash of its bytes.
    pub id: PackId,
    /// Its length in bytes.
    pub length: u64,
    /// The centre's signature over [`Self::signing_bytes`].
    pub signature: Signature,
}

/// A part of a feed. Its bytes hash to the offer's id; they never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The hash of its bytes.
    pub id: PackId,
    /// The entries, in order.
    pub entries: Vec<FeedEntry>,
}

impl PackOffer {
    /// What the centre signs: everything but the signature.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        SigningBytes::of("kinerja pack offer v1")
            .part(&self.feed.signed_form())
            .number(self.epoch.0.into())
            .number(self.after.seq)
            .fixed(&self.after.chain)
            .number(self.through.seq)
            .fixed(&self.through.chain)
            .fixed(&self.id.0)
            .number(self.length)
            .finish()
    }
}

impl FeedPosition {
    /// The position after one more entry. The entry's number is not looked at.
    #[must_use]
    pub fn after(&self, item: &FeedItem) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("kinerja feed v1");
        hasher.update(&self.chain).update(&item.signed_form());
        Self {
            seq: self.seq.saturating_add(1),
            chain: hasher.finalize().into(),
        }
    }
}

impl FeedItem {
    /// The bytes that stand for it in the feed's chain. A record stands there by its place,
    /// whether its body travels along or not.
    fn signed_form(&self) -> Vec<u8> {
        match self {
            Self::Record(taken) => place_form("record", taken.stream, (taken.place, taken.outcome))
                .time(taken.received_at)
                .finish(),
            Self::Outcome {
                stream,
                place,
                outcome,
            } => place_form("outcome", *stream, (*place, *outcome)).finish(),
            Self::Closing { period, at } => SigningBytes::of("closing")
                .part(period.to_string().as_bytes())
                .time(*at)
                .finish(),
            Self::Admin(entry) => SigningBytes::of("admin")
                .part(&entry.signing_bytes())
                .finish(),
            Self::Verdict(given) => given.signed_form(),
            Self::Rules(rules) => SigningBytes::of("rules")
                .number(rules.version.into())
                .part(&rules.package)
                .finish(),
        }
    }
}

impl FeedVerdict {
    fn signed_form(&self) -> Vec<u8> {
        let Self {
            kind,
            doc_id,
            verdict,
        } = self;
        SigningBytes::of("verdict")
            .fixed(&[kind.number(), verdict.ruling.number()])
            .fixed(doc_id.as_bytes())
            .fixed(&verdict.revision.0)
            .part(verdict.reason.as_bytes())
            .part(verdict.by.as_bytes())
            .time(verdict.at)
            .finish()
    }
}

fn place_form(
    purpose: &'static str,
    stream: Stream,
    (place, outcome): (Position, OutcomeCode),
) -> SigningBytes {
    let (code, detail) = outcome.signed_form();
    SigningBytes::of(purpose)
        .fixed(&stream.0)
        .number(place.seq)
        .fixed(&place.chain.0)
        .fixed(&[code])
        .fixed(&detail)
}
