//! What a host tells the machine.

use super::effect::{RequestId, Timer};
use super::shelf::StoredBatch;
use crate::message::{AppendAnswer, HelloAnswer, Pack, PackOffer, Position, Receipt};
use record::Stream;

/// Something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The program started, or starts again after a failure.
    Started,
    /// Something was sealed, or the user asked, or it is time.
    Wanted,
    /// The user paused.
    Paused,
    /// The user goes on.
    Resumed,
    /// A timer rang.
    Rang(Timer),
    /// Bytes of a request or of its answer moved.
    Moved(RequestId),
    /// The line of a request broke.
    Broken(RequestId),
    /// A request was answered.
    Answered(RequestId, Answer),
    /// A batch is stored; `None` when there was nothing to build.
    Built(Option<StoredBatch>),
    /// A new stream was opened; this is the place before its first record.
    StreamOpened(Stream, Position),
    /// Somebody brought an answer on a stick.
    Brought(Box<StickAnswer>),
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To a hello.
    Hello(Box<HelloAnswer>),
    /// To bytes of an upload.
    Append(AppendAnswer),
    /// To a question for receipts.
    Receipts(Vec<Receipt>),
    /// To a question for the next part of a feed; `None` at its end.
    Offer(Option<Box<PackOffer>>),
    /// A whole pack, whose bytes hash to its id.
    Pack(Box<Pack>),
    /// Bytes that are no answer of the protocol, whatever their status says.
    Foreign,
}

/// What comes back on a stick. Each part is signed, so it may be old, doubled or partly there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StickAnswer {
    /// Receipts.
    pub receipts: Vec<Receipt>,
    /// Parts of feeds, each with the offer that names it.
    pub packs: Vec<(PackOffer, Pack)>,
}
