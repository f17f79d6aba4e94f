//! Sentences that are typed and not saved yet, remembered on this PC at every letter: a window that
//! is closed in the middle of a word loses nothing.

use crate::browser;
use domain::{AssignmentId, Period};

/// The drafts of one sheet.
#[derive(Clone, Copy, Debug)]
pub struct Drafts {
    place: &'static str,
    period: Period,
}

impl Drafts {
    /// Drafts of a period in a place: practice never mixes with the office.
    #[must_use]
    pub const fn new(place: &'static str, period: Period) -> Self {
        Self { place, period }
    }

    /// Of which period.
    #[must_use]
    pub const fn period(self) -> Period {
        self.period
    }

    /// Remembers what is typed.
    pub fn keep(self, assignment: AssignmentId, text: &str) {
        browser::remember(&self.key(assignment), text);
    }

    /// It is saved, or typed back.
    pub fn forget(self, assignment: AssignmentId) {
        browser::forget(&self.key(assignment));
    }

    /// What was typed before the window closed.
    #[must_use]
    pub fn kept(self, assignment: AssignmentId) -> Option<String> {
        browser::remembered(&self.key(assignment))
    }

    fn key(self, assignment: AssignmentId) -> String {
        format!("{}.reason.{}.{assignment}", self.place, self.period)
    }
}
