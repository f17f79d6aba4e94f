//! Which rows are drawn. Whoever opens the sheet sees what fits into the window at once; the rows below
//! follow a few at a time, so that no key has to wait for all of them.

use super::grid::{Grid, Row};
use crate::browser;
use leptos::prelude::*;
use std::time::Duration;

/// Height of a row, in pixels; the style sheet has the same.
const ROW: f64 = 36.0;
/// So many rows follow at once.
const MORE: usize = 12;
/// Between two times: a key that was pressed meanwhile goes first.
const PAUSE: Duration = Duration::from_millis(60);

/// More rows than a window of this height shows.
#[must_use]
pub fn fitting(height: Option<f64>) -> usize {
    // A window that says nothing gets all.
    height.map_or(usize::MAX, |height| (height / ROW).ceil() as usize)
}

impl Grid {
    /// The rows that are drawn, in order. Listens.
    #[must_use]
    pub fn drawn_rows(self) -> Vec<Row> {
        let drawn = self.drawn.get();
        self.rows
            .with(|rows| rows.iter().take(drawn).cloned().collect())
    }

    /// Draws everything down to a row; whether it is drawn already.
    pub fn draw_to(self, row: usize) -> bool {
        let is_drawn = row < self.drawn.get_untracked();
        if !is_drawn {
            self.drawn.set(row.saturating_add(MORE));
        }
        is_drawn
    }

    /// Draws the rows that are out of sight, once the others are on the screen.
    pub fn draw_the_rest(self) {
        browser::after_paint(move || {
            set_timeout(
                move || {
                    // The screen may be gone.
                    let (Some(drawn), Some(all)) = (
                        self.drawn.try_get_untracked(),
                        self.rows.try_with_untracked(Vec::len),
                    ) else {
                        return;
                    };
                    if drawn < all {
                        self.drawn.set(drawn + MORE);
                        self.draw_the_rest();
                    } else {
                        // Whoever comes later is drawn at once.
                        self.drawn.set(usize::MAX);
                    }
                },
                PAUSE,
            );
        });
    }
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn no_row_in_sight_is_left_for_later() {
        assert_eq!(fitting(Some(728.0)), 21);
        assert_eq!(fitting(Some(36.0)), 1);
        assert_eq!(fitting(None), usize::MAX);
    }
}
