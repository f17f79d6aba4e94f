//! The machine of the device over an open place.

use crate::desk::Desk;
use crate::place::{Place, PlaceKind};
use crate::sending::shelf::StoreShelf;
use crate::sending::standing::standing;
use crate::{Host, Trouble};
use ciphers::{Keypair, Signatures};
use line::{Address, Line};
use std::sync::Arc;
use store::{Centre, StoreError};
use sync::Mutation;
use sync::device::{Device, DeviceState, Effect, Event, Inputs};
use sync::message::PublicKey;

/// The machine, what it was made from, and the line that it speaks over.
pub(crate) struct Machine {
    device: Device,
    pub(crate) line: Line,
    pub(crate) keys: Arc<Keypair>,
    /// The centre as it was read when the machine was made or wrote last.
    centre: Centre,
    database: [u8; 16],
}

impl Machine {
    /// The machine of what is stored; `None` where no centre is joined.
    pub(crate) fn of(desk: &Desk<'_>) -> Result<Option<Self>, Trouble> {
        let place = desk.place;
        if desk.is_practice()? {
            return Ok(None);
        }
        let Some(centre) = desk.centre()? else {
            return Ok(None);
        };
        let state = standing(desk, &centre)?;
        let address = Address::parse(&centre.server, centre.certificate)?;
        Ok(Some(Self {
            device: Device::new(state, PublicKey(centre.key), Mutation::default()),
            line: Line::to(address)?,
            keys: Arc::new(keypair(place)?),
            centre,
            database: place.store.identity().database_id,
        }))
    }

    /// Whether the machine still is that of what is stored: the terminal may have sent meanwhile,
    /// or a backup was restored.
    pub(crate) fn is_of(&self, desk: &Desk<'_>) -> Result<bool, Trouble> {
        let place = desk.place;
        let identity = place.store.identity();
        let is_same =
            identity.database_id == self.database && identity.stream() == self.state().current;
        if place.kind == PlaceKind::Practice || !is_same {
            return Ok(false);
        }
        let stored = desk.centre()?;
        Ok(stored.as_ref() == Some(&self.centre))
    }

    /// Tells the machine what happened; answers what to do.
    pub(crate) fn step(&mut self, desk: &Desk<'_>, event: Event) -> Result<Vec<Effect>, Trouble> {
        let mut random = [0; 16];
        desk.host().random(&mut random)?;
        let device = &mut self.device;
        desk.read(|view| {
            let shelf = StoreShelf(view);
            let inputs = Inputs {
                shelf: &shelf,
                signatures: &Signatures,
                random,
            };
            Ok::<_, StoreError>(device.step(event, &inputs))
        })
    }

    /// Where it stands.
    pub(crate) const fn state(&self) -> &DeviceState {
        self.device.state()
    }

    /// The centre.
    pub(crate) const fn centre(&self) -> &Centre {
        &self.centre
    }

    /// What was just stored.
    pub(crate) fn has_stored(&mut self, state: Vec<u8>) {
        self.centre.state = state;
    }
}

/// What this device signs with and opens seals with.
pub(crate) fn keypair(place: &Place) -> Result<Keypair, Trouble> {
    Keypair::from_secret(place.keys.device_secret()).map_err(Trouble::Seal)
}

/// Random bytes of the host.
pub(crate) fn random<const N: usize>(host: &dyn Host) -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    host.random(&mut bytes)?;
    Ok(bytes)
}
