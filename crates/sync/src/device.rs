//! The PC's end: a state machine that is told events and answers effects.
//!
//! What must survive a power cut is [`DeviceState`]; the machine asks to save it before anything
//! that depends on it is sent. Records, batches and what came down are the host's: the machine
//! reads them through [`Shelf`] and never keeps a second copy of where they stand.

mod backoff;
mod effect;
mod event;
mod hello;
mod incarnation;
mod pull;
mod receipts;
mod session;
mod shelf;
mod state;
mod status;
mod step;
mod stick;
mod stored;
mod upload;

pub use effect::{Effect, NewStreamReason, Request, RequestId, Timer};
pub use event::{Answer, Event, StickAnswer};
pub use incarnation::must_open_stream;
pub use pull::{LocalWork, Shown, shown};
pub use shelf::{Inputs, Shelf, StoredBatch};
pub use state::{DeviceState, StreamState};
pub use status::{Report, Status, Trouble};
pub use stick::{StickPart, stick_parts};

use crate::Mutation;
use crate::message::PublicKey;
use session::Session;

/// The machine of one device.
///
/// A host performs the effects of a step in their order. When one of them fails – the disk is
/// full – it performs none of the later ones and begins again with [`Device::new`] from what is
/// stored: the way back is the same as after a power cut.
#[derive(Clone, Debug)]
pub struct Device {
    state: DeviceState,
    centre: PublicKey,
    session: Session,
    build_ahead: u64,
    mutation: Mutation,
}

/// A batch of so many records is worth building before anybody knows whether there is a line.
const LARGE: u64 = 200;

impl Device {
    /// The machine of a stored state; `centre` is the key that the enrolment pinned. It does
    /// nothing until it is told [`Event::Started`].
    #[must_use]
    pub fn new(state: DeviceState, centre: PublicKey, mutation: Mutation) -> Self {
        Self {
            state,
            centre,
            session: Session::default(),
            build_ahead: LARGE,
            mutation,
        }
    }

    /// The same machine, building batches of so many records before the centre has answered. As it
    /// ships it takes a number for which packing lasts; the simulation takes a small one.
    #[must_use]
    pub fn building_ahead(self, records: u64) -> Self {
        Self {
            build_ahead: records,
            ..self
        }
    }

    /// What must survive.
    #[must_use]
    pub const fn state(&self) -> &DeviceState {
        &self.state
    }
}
