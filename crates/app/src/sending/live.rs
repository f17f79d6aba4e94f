//! What is going on now: in memory, told by whoever drives the machine, shown by the screens.

use domain::Timestamp;
use std::sync::{Mutex, MutexGuard, PoisonError};
use sync::device::Status;
use tokio::sync::mpsc::UnboundedSender;

/// What is going on now.
#[derive(Debug, Default)]
pub(crate) struct Live {
    state: Mutex<Now>,
    wake: Mutex<Option<UnboundedSender<Signal>>>,
}

/// What somebody asks of the one who drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// Send and fetch now.
    Wanted,
    /// Something about the place changed: look again.
    Look,
    /// The program ends.
    Stop,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Now {
    /// What the machine said last.
    pub(crate) status: Option<Status>,
    /// Why nothing goes at the moment, where the machine cannot know it.
    pub(crate) obstacle: Option<Obstacle>,
    /// Records without a receipt when the session began.
    pub(crate) begun_with: u64,
    /// The centre's time minus this PC's, at the last greeting, in microseconds.
    pub(crate) ahead: Option<i64>,
    /// The centre has no room for more files of this office.
    pub(crate) quota_reached: bool,
    /// How often something from the centre was written.
    pub(crate) received: u64,
    /// Another number whenever something changed.
    pub(crate) version: u64,
}

/// Why nothing goes at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// No way to the centre at all.
    Unreachable,
    /// The disk of this PC is full.
    DiskFull,
    /// Something else on this PC; the log has it.
    Other,
}

impl Live {
    /// Where it stands.
    pub(crate) fn now(&self) -> Now {
        *self.hold()
    }

    /// Something changed.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Now)) {
        let mut now = self.hold();
        let before = *now;
        change(&mut now);
        if *now != before {
            now.version = before.version.wrapping_add(1);
        }
    }

    /// The difference of the clocks, seen in an answer.
    pub(crate) fn see_clocks(&self, centre: Timestamp, here: Timestamp) {
        self.change(|now| now.ahead = Some(centre.0.saturating_sub(here.0)));
    }

    /// From now on signals go to this driver.
    pub(crate) fn drive_by(&self, wake: UnboundedSender<Signal>) {
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
    }

    /// Tells the driver, if there is one.
    pub(crate) fn signal(&self, signal: Signal) {
        if let Some(wake) = &*self.wake.lock().unwrap_or_else(PoisonError::into_inner) {
            // A driver that has ended needs no signal.
            let _ = wake.send(signal);
        }
    }

    fn hold(&self) -> MutexGuard<'_, Now> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
