//! What went through a line, and when it is to break.

use super::records::Counted;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the centre.
    Up,
    /// From the centre.
    Down,
}

/// What went through a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Bytes to the centre, those of TLS too.
    pub up: u64,
    /// Bytes to the centre that were put on the line, those too that were lost on it.
    pub up_begun: u64,
    /// Bytes from the centre.
    pub down: u64,
    /// Bytes to the centre behind handshakes.
    pub up_settled: u64,
    /// Bytes from the centre behind handshakes.
    pub down_settled: u64,
    /// How often a client began to speak behind a handshake.
    pub turns: u64,
    /// Connections that were made.
    pub connections: u64,
    /// How often the line broke.
    pub drops: u64,
}

impl Carried {
    /// What went through since then.
    #[must_use]
    pub const fn since(&self, before: &Self) -> Self {
        Self {
            up: self.up - before.up,
            up_begun: self.up_begun - before.up_begun,
            down: self.down - before.down,
            up_settled: self.up_settled - before.up_settled,
            down_settled: self.down_settled - before.down_settled,
            turns: self.turns - before.turns,
            connections: self.connections - before.connections,
            drops: self.drops - before.drops,
        }
    }
}

/// The counting of one line.
#[derive(Debug, Default)]
pub(super) struct Counts {
    state: Mutex<State>,
    changed: Condvar,
    connected: Notify,
}

#[derive(Debug, Default)]
struct State {
    carried: Carried,
    break_up_at: Option<u64>,
    break_up_every: Option<u64>,
    break_down_at: Option<u64>,
    gone_for: Duration,
}

impl Counts {
    pub(super) fn now(&self) -> Carried {
        self.hold().carried
    }

    pub(super) fn connection(&self) {
        self.change(|state| state.carried.connections += 1);
        self.connected.notify_one();
    }

    /// Waits until there are more connections than these.
    pub(super) async fn connection_after(&self, before: u64) {
        while self.now().connections <= before {
            self.connected.notified().await;
        }
    }

    pub(super) fn begun(&self, way: Way, bytes: usize) {
        if way == Way::Up {
            self.change(|state| state.carried.up_begun += bytes as u64);
        }
    }

    pub(super) fn dropped(&self) {
        self.change(|state| state.carried.drops += 1);
    }

    pub(super) fn break_after_up(&self, bytes: u64) {
        self.change(|state| state.break_up_at = Some(state.carried.up + bytes));
    }

    /// From now on a break that bytes bring about lasts so long.
    pub(super) fn be_gone_for(&self, gone: Duration) {
        self.change(|state| state.gone_for = gone);
    }

    /// How long a break lasts that bytes brought about.
    pub(super) fn gone_for(&self) -> Duration {
        self.hold().gone_for
    }

    pub(super) fn break_every_up(&self, bytes: u64) {
        self.change(|state| {
            state.break_up_at = Some(state.carried.up + bytes);
            state.break_up_every = Some(bytes);
        });
    }

    pub(super) fn break_after_down(&self, bytes: u64) {
        self.change(|state| state.break_down_at = Some(state.carried.down + bytes));
    }

    /// How many of so many bytes may pass before the line breaks; the break counts as done then.
    pub(super) fn until_break(&self, way: Way, bytes: usize) -> usize {
        let mut held = self.hold();
        let state = &mut *held;
        let (count, at, every) = match way {
            Way::Up => (
                state.carried.up,
                &mut state.break_up_at,
                state.break_up_every,
            ),
            Way::Down => (state.carried.down, &mut state.break_down_at, None),
        };
        let left = at.map_or(usize::MAX, |at| {
            usize::try_from(at.saturating_sub(count)).unwrap_or(usize::MAX)
        });
        if left < bytes {
            *at = every.map(|every| count + left as u64 + every);
            state.carried.drops += 1;
            return left;
        }
        bytes
    }

    pub(super) fn add(&self, way: Way, (bytes, counted): (&[u8], Counted)) {
        self.change(|state| {
            let carried = &mut state.carried;
            let (all, settled) = match way {
                Way::Up => (&mut carried.up, &mut carried.up_settled),
                Way::Down => (&mut carried.down, &mut carried.down_settled),
            };
            *all += bytes.len() as u64;
            *settled += counted.bytes;
            carried.turns += u64::from(counted.is_turn);
        });
    }

    pub(super) fn wait(&self, until: Instant, is_enough: impl Fn(&Carried) -> bool) -> bool {
        let mut state = self.hold();
        while !is_enough(&state.carried) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            state = self
                .changed
                .wait_timeout(state, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        true
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.hold());
        self.changed.notify_all();
    }

    fn hold(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
