//! The state of a device as bytes, for the row in which the PC keeps it.

use super::{DeviceState, StreamState};
use crate::codec;
use crate::message::{DeviceId, Epoch, FeedState, Standing};
use crate::wire::{BeaconForm, FeedStateForm, PositionForm, WireError};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::Stream;

#[derive(Encode, Decode)]
#[cbor(map)]
struct StateForm {
    #[n(0)]
    device: ByteArray<16>,
    #[n(1)]
    current: ByteArray<32>,
    #[n(2)]
    streams: Vec<StreamForm>,
    #[n(3)]
    feeds: Vec<FeedStateForm>,
    #[n(4)]
    epoch: u32,
    #[n(5)]
    beacon: Option<BeaconForm>,
    #[n(6)]
    revoked: bool,
    #[n(7)]
    paused: bool,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct StreamForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    acknowledged: PositionForm,
}

impl DeviceState {
    /// The state as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let streams = self.streams.iter().map(|(stream, state)| StreamForm {
            stream: stream.0.into(),
            acknowledged: state.acknowledged.into(),
        });
        let feeds = self.feeds.iter().map(|(feed, position)| {
            FeedStateForm::from(&FeedState {
                feed: *feed,
                position: *position,
            })
        });
        let form = StateForm {
            device: self.device.0.into(),
            current: self.current.0.into(),
            streams: streams.collect(),
            feeds: feeds.collect(),
            epoch: self.epoch.0,
            beacon: self.beacon.map(Into::into),
            revoked: self.standing == Standing::Revoked,
            paused: self.paused,
        };
        let mut bytes = Vec::new();
        codec::append(&form, &mut bytes);
        bytes
    }

    /// The state of bytes that [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`WireError::Damaged`] when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let form: StateForm = codec::read(bytes).map_err(|source| WireError::Damaged { source })?;
        let streams = form.streams.into_iter().map(|it| {
            let state = StreamState {
                acknowledged: it.acknowledged.into(),
            };
            (Stream(it.stream.into()), state)
        });
        let feeds = form.feeds.into_iter().map(|it| {
            let state = FeedState::from(it);
            (state.feed, state.position)
        });
        Ok(Self {
            device: DeviceId(form.device.into()),
            current: Stream(form.current.into()),
            streams: streams.collect(),
            feeds: feeds.collect(),
            epoch: Epoch(form.epoch),
            beacon: form.beacon.map(Into::into),
            standing: if form.revoked {
                Standing::Revoked
            } else {
                Standing::Valid
            },
            paused: form.paused,
        })
    }
}
