//! When the sheet is asked for again. A key's own answer brings its row; what else changed through
//! it is fetched once the typing rests, and what others change is fetched at once.

use super::grid::Grid;
use leptos::prelude::*;
use std::time::Duration;

/// Shorter than anybody looks away, longer than anybody pauses between keys.
const REST: Duration = Duration::from_millis(900);

impl Grid {
    /// Whether to ask the program now. Listens: asks again once the typing rests.
    #[must_use]
    pub fn asks_now(self) -> bool {
        self.rested.track();
        self.try_outbox().is_none_or(|outbox| !outbox.is_own_news())
    }
}

/// Notices when nothing was saved for a moment.
pub fn notice_rest(grid: Grid) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    grid.outbox().after_save(move || {
        // The screen may be gone.
        let Some(running) = timer.try_get_value() else {
            return;
        };
        if let Some(running) = running {
            running.clear();
        }
        let started = set_timeout_with_handle(
            move || {
                let _gone = grid
                    .rested
                    .try_update(|count| *count = count.wrapping_add(1));
            },
            REST,
        );
        timer.set_value(started.ok());
    });
}
