//! Where this PC stands with the centre.

use crate::{Desk, Trouble};
use record::Stream;
use store::{Centre, StoreError, View};
use sync::device::DeviceState;
use sync::message::Position;

/// What is stored, and the stream that is written now. A place that was restored or copied opens a
/// stream of its own when it is opened, before anybody asks the centre.
pub(crate) fn standing(desk: &Desk<'_>, centre: &Centre) -> Result<DeviceState, Trouble> {
    let mut state = DeviceState::from_bytes(&centre.state).map_err(Trouble::Wire)?;
    if state.current != desk.place.store.identity().stream() {
        desk.read(|view| open_own_streams(desk, view, &mut state))?;
    }
    Ok(state)
}

/// Every stream that this PC wrote is to be sent; the last is the one that it writes now.
pub(crate) fn open_own_streams(
    desk: &Desk<'_>,
    view: &View<'_>,
    state: &mut DeviceState,
) -> Result<(), StoreError> {
    let identity = desk.place.store.identity();
    let mut streams = view.own_streams(&identity.device_id)?;
    streams.push(identity.stream());
    for stream in streams {
        state.open_stream(stream, start(view, stream)?);
    }
    Ok(())
}

/// The place before the first record of a stream.
pub(crate) fn start(view: &View<'_>, stream: Stream) -> Result<Position, StoreError> {
    Ok(Position {
        seq: 0,
        chain: view.stream_start(stream)?,
    })
}
