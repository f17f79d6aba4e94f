//! What must survive a power cut.

use crate::message::{Beacon, DeviceId, Epoch, Feed, FeedPosition, Position, Standing};
use record::Stream;
use std::collections::BTreeMap;

/// Where a device stands with the centre. It is small, and saved whole.
///
/// Everything in it follows from signed answers, so an older copy of it is never wrong, only
/// behind: the next hello brings it up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceState {
    /// The device.
    pub device: DeviceId,
    /// The stream that is written now.
    pub current: Stream,
    /// Every stream of the device that the centre may not have wholly, and the current one.
    pub streams: BTreeMap<Stream, StreamState>,
    /// How far each feed was read.
    pub feeds: BTreeMap<Feed, FeedPosition>,
    /// The newest epoch of the centre that was seen.
    pub epoch: Epoch,
    /// The newest time of the centre that was seen; records carry it.
    pub beacon: Option<Beacon>,
    /// Whether the device may write.
    pub standing: Standing,
    /// Whether the user has paused synchronisation.
    pub paused: bool,
}

/// Where the device stands with one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamState {
    /// Up to where a verified receipt says that the centre has it. A contiguous prefix, never a
    /// maximum.
    pub acknowledged: Position,
}

impl DeviceState {
    /// A device that has just been enrolled; `start` is the place before its first record.
    #[must_use]
    pub fn enrolled(device: DeviceId, stream: Stream, start: Position) -> Self {
        Self {
            device,
            current: stream,
            streams: BTreeMap::from([(
                stream,
                StreamState {
                    acknowledged: start,
                },
            )]),
            feeds: BTreeMap::new(),
            epoch: Epoch::default(),
            beacon: None,
            standing: Standing::Valid,
            paused: false,
        }
    }

    /// Opens a new stream; what is not acknowledged of the old ones is still sent.
    pub fn open_stream(&mut self, stream: Stream, start: Position) {
        self.current = stream;
        self.streams.entry(stream).or_insert(StreamState {
            acknowledged: start,
        });
    }

    /// Up to where the centre has a stream, by verified receipts.
    #[must_use]
    pub fn acknowledged(&self, stream: Stream) -> Option<Position> {
        Some(self.streams.get(&stream)?.acknowledged)
    }

    /// How far a feed was read.
    #[must_use]
    pub fn read_through(&self, feed: Feed) -> FeedPosition {
        self.feeds.get(&feed).copied().unwrap_or_default()
    }
}
