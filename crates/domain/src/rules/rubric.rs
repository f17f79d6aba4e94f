//! What each level looks like in practice, per column of the sheet: shown on F1.

use crate::{Column, Rating};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/rubrik.json");

/// One sign of a level, in both languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RubricText {
    column: Column,
    rating: Rating,
    /// For the office.
    pub indonesian: String,
    /// For readers of English.
    pub english: String,
}

/// Rubric (`assets/rules/rubrik.json`). It helps to choose and never sets anything.
#[derive(Debug, Deserialize)]
pub struct Rubric {
    texts: Vec<RubricText>,
}

impl Rubric {
    /// The text of a column and level; every pair of the sheet has one (a test holds it).
    #[must_use]
    pub fn text(&self, column: Column, rating: Rating) -> Option<&RubricText> {
        self.texts
            .iter()
            .find(|it| it.column == column && it.rating == rating)
    }

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
