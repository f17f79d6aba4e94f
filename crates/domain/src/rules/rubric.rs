//! What each level looks like in practice, per column of the sheet: shown on F1.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::{Column, Rating};
use serde::Deserialize;

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
}

impl Rule for Rubric {
    const FILE: RuleFile = RuleFile::Rubrik;
    const TEXT: &'static str = include_str!("../../../../assets/rules/rubrik.json");

    fn check(&self) -> Result<(), Flaw> {
        let pairs: Vec<_> = Column::ALL
            .into_iter()
            .flat_map(|column| Rating::ALL.map(|rating| (column, rating)))
            .collect();
        flaw::each_once(
            "texts",
            self.texts.iter().map(|it| (it.column, it.rating)),
            &pairs,
        )?;
        for text in &self.texts {
            flaw::filled("indonesian", &text.indonesian)?;
            flaw::filled("english", &text.english)?;
        }
        Ok(())
    }
}
