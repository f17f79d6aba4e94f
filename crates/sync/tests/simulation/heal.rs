//! The faults stop; everything must come together by itself.

use crate::invariants::Violation;
use crate::world::{Happening, World};
use sync::device::Event;
use sync::message::{Feed, Standing};

/// Sessions that each PC gets to catch up.
const ROUNDS: u32 = 12;

impl World {
    pub fn heal(&mut self) {
        self.has_faults = false;
        self.note(|| "the faults stop".to_owned());
        let mut settled = 0;
        for _ in 0..ROUNDS {
            for pc in 0..self.pcs.len() {
                self.boot(pc);
                if self.pcs[pc].disk.state.paused {
                    self.tell(pc, Event::Resumed);
                }
                self.after(600_000 * (pc as u64 + 1), Happening::Want(pc));
            }
            self.let_happen();
            if self.violation.is_some() {
                return;
            }
            // Once more, so that a machine which sends the same again and again is seen.
            settled += u32::from(self.unsettled().is_none());
            if settled == 2 {
                return;
            }
        }
        let what = self.unsettled().unwrap_or_default();
        self.check(Err(Violation::new("convergence", what)));
    }

    /// What has not come together, if anything.
    fn unsettled(&self) -> Option<String> {
        self.pcs.iter().enumerate().find_map(|(number, pc)| {
            let state = &pc.disk.state;
            if self.revoked.contains(&state.device) {
                return (state.standing != Standing::Revoked)
                    .then(|| format!("pc {number} does not know that it was revoked"));
            }
            for (stream, own) in &pc.disk.streams {
                let acknowledged = state.acknowledged(*stream);
                if acknowledged != Some(own.position()) {
                    return Some(format!(
                        "pc {number} has {:?} and a receipt for {acknowledged:?}",
                        own.position()
                    ));
                }
            }
            let office = Feed::Office(self.centre.office_of(state.device)?);
            let end = |feed| {
                let entries = self.centre.database.feeds.get(&feed);
                let last = entries.and_then(|entries| entries.last());
                last.map(|(_, position)| *position).unwrap_or_default()
            };
            [Feed::Common, office]
                .into_iter()
                .find(|feed| state.read_through(*feed) != end(*feed))
                .map(|feed| format!("pc {number} has not read {feed:?} to its end"))
        })
    }
}
