//! What the machine asks its host to do.

use super::{DeviceState, Status};
use crate::message::{
    Feed, Hello, Pack, PackId, PackOffer, Position, Receipt, StreamClaim, UploadId,
};
use record::Stream;

/// One thing to do. The host does them in their order, and stops at the first that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save the state, durably.
    Save(DeviceState),
    /// Save the receipt and the state in one transaction. The receipt is kept for ever: it is
    /// the office's proof.
    KeepReceipt {
        /// The receipt, verified.
        receipt: Box<Receipt>,
        /// The state that follows from it.
        state: DeviceState,
    },
    /// Write the pack's entries and the state in one transaction. No draft and no record of the
    /// device itself is touched; see [`super::shown`].
    TakePack {
        /// The offer, verified.
        offer: Box<PackOffer>,
        /// The pack, which is what was offered.
        pack: Box<Pack>,
        /// The state that follows from it.
        state: DeviceState,
    },
    /// The centre was restored: forget the entries of a feed behind this one, fold the rest again
    /// and save the state, in one transaction. Sealed records stay; they are sent again.
    RewindFeed {
        /// Which feed.
        feed: Feed,
        /// The last entry to keep.
        through: u64,
        /// The state that follows from it.
        state: DeviceState,
    },
    /// Build and store one batch of the stream and answer [`super::Event::Built`]. When a batch
    /// with that first record is stored already, answer that one.
    Build {
        /// The stream.
        stream: Stream,
        /// The batch's first record.
        first_seq: u64,
        /// The last record that it may hold.
        last_seq: u64,
    },
    /// Draw a new incarnation, write it to key store and database, seal the note that says what
    /// the new stream continues from, and answer [`super::Event::StreamOpened`].
    OpenStream(NewStreamReason),
    /// Send a request. When the line breaks, answer [`super::Event::Broken`].
    Send {
        /// Names the request in the events about it.
        id: RequestId,
        /// What to send.
        request: Request,
    },
    /// Nobody waits for this request's answer any more: close its line.
    Abandon(RequestId),
    /// Answer [`super::Event::Rang`] after so many milliseconds, unless the timer is set again.
    SetTimer {
        /// Which timer.
        timer: Timer,
        /// After how long.
        milliseconds: u64,
    },
    /// Tell the screen.
    Tell(Status),
    /// Make the stored batch anew, with whatever is sealed now: only one mutant asks for it.
    RebuildForTest(UploadId),
}

/// Names a request. Later ones have larger numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// What can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Greet the centre. The host signs it with the device's key.
    Hello(Hello),
    /// Send a stored batch from this byte on, to its end.
    Append {
        /// Which batch.
        upload: UploadId,
        /// The first byte to send.
        offset: u64,
    },
    /// Ask for receipts behind the acknowledged place.
    Receipts(StreamClaim),
    /// Ask for the next part of a feed.
    NextPack {
        /// How far it was read, and which feed.
        after: crate::message::FeedState,
        /// Records of this stream up to here need not come down.
        has: (Stream, Position),
    },
    /// Fetch a pack from this byte on; the host keeps what has come.
    Pack {
        /// Which pack.
        id: PackId,
    },
}

/// The two timers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// No byte has moved for too long. There is no limit on how long everything may take.
    Idle,
    /// It is time to try again.
    Retry,
    /// Never set, unless the bug of a limit on the whole is put back.
    Deadline,
}

/// Why a new stream is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NewStreamReason {
    /// The centre has two records for one place of the stream: a disk was cloned.
    Forked,
    /// The centre has more of the stream than this PC: a backup was restored.
    BehindCentre,
}
