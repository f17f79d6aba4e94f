//! What can be wrong with a rule file, and the checks that find it.

use super::normalised;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What is wrong with a rule file. Fields are named as the file names them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// It has not the form of the file that it wants to replace.
    #[error("not in the form of the file: {detail}")]
    Unreadable {
        /// What the parser says.
        detail: String,
    },
    /// It calls itself otherwise.
    #[error("its id is {id}")]
    OtherName {
        /// The id in it.
        id: String,
    },
    /// A number that cannot be.
    #[error("{field} is {value}, not {least} to {most}")]
    Outside {
        /// Which field.
        field: String,
        /// What stands there.
        value: u64,
        /// The least that can be.
        least: u64,
        /// The most that can be.
        most: u64,
    },
    /// Something stands there twice.
    #[error("{field} has {value} twice")]
    Twice {
        /// Which field.
        field: String,
        /// What stands there twice.
        value: String,
    },
    /// Something is not there.
    #[error("{field} lacks {value}")]
    Lacking {
        /// Which field.
        field: String,
        /// What is not there.
        value: String,
    },
    /// Nothing stands there.
    #[error("{field} is empty")]
    Empty {
        /// Which field.
        field: String,
    },
    /// A word that would never match: words are compared in small letters, with single spaces.
    #[error("{field} has {value}, which is not in small letters with single spaces")]
    Spelling {
        /// Which field.
        field: String,
        /// The word.
        value: String,
    },
    /// A head with a word of personal data that would be read.
    #[error("{field} has {word}, which is personal data")]
    Personal {
        /// Which field.
        field: String,
        /// The word.
        word: String,
    },
    /// Limits that do not fall from line to line down to nought.
    #[error("{field} does not fall to 0")]
    Order {
        /// Which field.
        field: String,
    },
}

impl Flaw {
    pub(super) fn unreadable(error: &serde_json::Error) -> Self {
        Self::Unreadable {
            detail: error.to_string(),
        }
    }

    pub(super) fn twice(field: &str, value: impl Into<String>) -> Self {
        Self::Twice {
            field: field.to_owned(),
            value: value.into(),
        }
    }

    pub(super) fn lacking(field: &str, value: impl Into<String>) -> Self {
        Self::Lacking {
            field: field.to_owned(),
            value: value.into(),
        }
    }
}

/// A number lies within its span.
pub(super) fn within(
    field: &str,
    value: impl Into<u64>,
    span: RangeInclusive<u64>,
) -> Result<(), Flaw> {
    let value = value.into();
    if span.contains(&value) {
        return Ok(());
    }
    Err(Flaw::Outside {
        field: field.to_owned(),
        value,
        least: *span.start(),
        most: *span.end(),
    })
}

/// Every one of these stands there, and once.
pub(super) fn each_once<T: PartialEq + Serialize>(
    field: &str,
    found: impl IntoIterator<Item = T>,
    all: &[T],
) -> Result<(), Flaw> {
    let found: Vec<T> = found.into_iter().collect();
    no_twice(field, found.iter().map(code))?;
    match all.iter().find(|it| !found.contains(it)) {
        Some(lacking) => Err(Flaw::lacking(field, code(lacking))),
        None => Ok(()),
    }
}

/// Nothing stands there twice.
pub(super) fn no_twice(field: &str, found: impl IntoIterator<Item = String>) -> Result<(), Flaw> {
    let mut seen = std::collections::BTreeSet::new();
    for value in found {
        if seen.contains(&value) {
            return Err(Flaw::twice(field, value));
        }
        seen.insert(value);
    }
    Ok(())
}

/// Something stands there.
pub(super) fn filled(field: &str, text: &str) -> Result<(), Flaw> {
    if text.trim().is_empty() {
        Err(Flaw::Empty {
            field: field.to_owned(),
        })
    } else {
        Ok(())
    }
}

/// Words that cells and heads are compared with.
pub(super) fn spelled<'a>(
    field: &str,
    words: impl IntoIterator<Item = &'a String>,
) -> Result<(), Flaw> {
    for word in words {
        filled(field, word)?;
        if normalised(word) != *word {
            return Err(Flaw::Spelling {
                field: field.to_owned(),
                value: word.clone(),
            });
        }
    }
    Ok(())
}

/// Limits fall from line to line, and the last one is nought.
pub(super) fn falls(field: &str, limits: &[u32]) -> Result<(), Flaw> {
    let falls = limits.windows(2).all(|pair| pair[0] > pair[1]);
    if falls && limits.last() == Some(&0) {
        Ok(())
    } else {
        Err(Flaw::Order {
            field: field.to_owned(),
        })
    }
}

/// As the file writes it.
fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}
