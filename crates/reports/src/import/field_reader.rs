//! One row, field by field; problems and warnings gather here.

use super::cell::{Cell, Row};
use super::clean::clean;
use super::date::{self, ReadDate};
use super::header::Header;
use super::parsed::{Problem, Warning};
use super::{ImportField, ImportReason, ImportWarning, golongan};
use chrono::NaiveDate;
use domain::nip::NipError;
use domain::rules::Bundle;
use domain::{Golongan, Nip};
use std::collections::BTreeMap;

/// Where each field stands, and under which head.
#[derive(Debug)]
pub(super) struct Places {
    places: BTreeMap<ImportField, (usize, String)>,
}

impl Places {
    pub(super) fn of(header: &Header) -> Self {
        let fields = header.columns.iter().enumerate();
        let places = fields
            .filter_map(|(place, column)| Some((column.field?, (place, column.label.clone()))))
            .collect();
        Self { places }
    }
}

/// Reads one row.
#[derive(Debug)]
pub(super) struct FieldReader<'a> {
    /// The rules that words are read by.
    pub(super) rules: &'a Bundle,
    places: &'a Places,
    row: &'a Row,
    problems: Vec<Problem>,
    warnings: Vec<Warning>,
}

/// Longest text that is kept of a cell in a problem or warning.
const SHOWN: usize = 120;

impl<'a> FieldReader<'a> {
    pub(super) const fn new(places: &'a Places, row: &'a Row, rules: &'a Bundle) -> Self {
        Self {
            rules,
            places,
            row,
            problems: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Row number in the file.
    pub(super) const fn number(&self) -> u32 {
        self.row.number
    }

    /// Whether nothing was wrong so far.
    pub(super) fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// Everything that was wrong.
    pub(super) fn problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// Everything to know.
    pub(super) fn warnings(self) -> Vec<Warning> {
        self.warnings
    }

    /// All kept cells as a person reads them.
    pub(super) fn shown_cells(&self) -> Vec<String> {
        self.row
            .cells
            .iter()
            .map(|cell| cell.shown().into_owned())
            .collect()
    }

    /// The cell of a field; empty when the file has no such column.
    pub(super) fn cell(&self, field: ImportField) -> &'a Cell {
        self.places
            .places
            .get(&field)
            .map_or(&Cell::Empty, |(place, _)| self.row.cell(*place))
    }

    /// Adds a problem with the cell of a field.
    pub(super) fn reject(&mut self, field: ImportField, reason: ImportReason) {
        let (column, value) = self.place_of(field);
        self.problems.push(Problem {
            row: self.row.number,
            column,
            reason,
            value,
        });
    }

    /// Adds a warning about the cell of a field.
    pub(super) fn warn(&mut self, field: ImportField, reason: ImportWarning) {
        let (column, value) = self.place_of(field);
        self.warnings.push(Warning {
            row: self.row.number,
            column,
            reason,
            value,
        });
    }

    fn place_of(&self, field: ImportField) -> (String, String) {
        let label = self
            .places
            .places
            .get(&field)
            .map_or("", |(_, label)| label);
        let value = self.cell(field).shown().chars().take(SHOWN).collect();
        (label.to_owned(), value)
    }

    /// A text of at most `limit` characters. `-` alone says nothing.
    pub(super) fn text(&mut self, field: ImportField, limit: u32) -> String {
        let cell = self.cell(field);
        if matches!(cell, Cell::Empty) {
            return String::new();
        }
        if matches!(cell, Cell::Error) {
            self.reject(field, ImportReason::CellError);
            return String::new();
        }
        let cleaned = clean(&cell.shown());
        if cleaned.had_direction_controls {
            self.warn(field, ImportWarning::DirectionControlsRemoved);
        }
        if cleaned.text.chars().count() > limit as usize {
            self.reject(field, ImportReason::TooLong { limit });
        }
        if matches!(cleaned.text.as_str(), "-" | "–" | "—") {
            String::new()
        } else {
            cleaned.text
        }
    }

    /// A date.
    pub(super) fn date(&mut self, field: ImportField) -> Option<NaiveDate> {
        match date::read(self.cell(field)) {
            ReadDate::Nothing => None,
            ReadDate::Day(day) => Some(day),
            ReadDate::Unreadable => {
                let failed = matches!(self.cell(field), Cell::Error);
                let reason = if failed {
                    ImportReason::CellError
                } else {
                    ImportReason::DateUnreadable
                };
                self.reject(field, reason);
                None
            }
        }
    }

    /// A golongan; what to do about an unreadable one is the caller's choice.
    pub(super) fn golongan(&mut self, field: ImportField) -> Result<Option<Golongan>, Unreadable> {
        let text = self.text(field, 100);
        if text.is_empty() {
            return Ok(None);
        }
        golongan::read(&text).map(Some).ok_or(Unreadable)
    }

    /// A NIP that must be there.
    pub(super) fn nip(&mut self, field: ImportField) -> Option<Nip> {
        let errors = match self.cell(field) {
            Cell::Empty => vec![NipError::Empty],
            // Excel keeps fifteen digits of a number: whatever it shows, the rest is gone.
            Cell::Number(_) | Cell::Percent(_) | Cell::Date(_) => vec![NipError::NumberCell],
            Cell::Error => {
                self.reject(field, ImportReason::CellError);
                return None;
            }
            Cell::Text(text) => match Nip::parse(&clean(text).text) {
                Ok(nip) => return Some(nip),
                Err(errors) => errors,
            },
        };
        for error in errors {
            self.reject(field, ImportReason::Nip(error));
        }
        None
    }

    /// A NIP that may be missing: a regent has none.
    pub(super) fn nip_if_any(&mut self, field: ImportField) -> Option<Nip> {
        match self.cell(field) {
            Cell::Empty => None,
            Cell::Text(text) if text.trim().chars().all(|c| matches!(c, '-' | '–' | '.')) => None,
            _ => self.nip(field),
        }
    }
}

/// A text that was there and was not understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unreadable;
