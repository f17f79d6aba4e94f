//! Cells and rows as every kind of file gives them.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::NaiveDate;
use std::borrow::Cow;

/// What stands in a cell. A formula is its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(Box<str>),
    /// A number that is no date: Excel keeps fifteen digits of it.
    Number(f64),
    /// A number shown as a percentage: 0.9 is 90 %.
    Percent(f64),
    /// A number shown as a date.
    Date(NaiveDate),
    /// `#N/A` and its like.
    Error,
}

/// One row with its number in the file, counted from 1 as Excel counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        if text.trim().is_empty() {
            Self::Empty
        } else {
            Self::Text(text.into())
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell as a person reads it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(shown_number(*number)),
            Self::Percent(fraction) => Cow::Owned(format!("{}%", fraction * 100.0)),
            Self::Date(date) => Cow::Owned(domain::calendar::dashed(*date)),
            Self::Error => Cow::Borrowed("#N/A"),
        }
    }

    fn date_or_number(value: &ExcelDateTime) -> Self {
        if value.is_duration() {
            return Self::Number(value.as_f64());
        }
        let (year, month, day, ..) = value.to_ymd_hms_milli();
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
            .map_or_else(|| Self::Number(value.as_f64()), Self::Date)
    }

    fn iso(text: &str) -> Self {
        text.get(..10)
            .and_then(|day| day.parse().ok())
            .map_or_else(|| Self::text(text), Self::Date)
    }
}

/// Excel keeps fifteen digits. Writing out more would print a damaged NIP as if it were whole, so
/// a number beyond that is shown as Excel shows it: `1.98609262015051E+17`.
fn shown_number(number: f64) -> String {
    if number.abs() < 1e15 {
        return number.to_string();
    }
    format!("{number:.14e}").replace('e', "E+")
}

impl From<DataRef<'_>> for Cell {
    fn from(value: DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => Self::Empty,
            DataRef::String(text) => Self::text(&text),
            DataRef::SharedString(text) => Self::text(text),
            DataRef::Float(number) => Self::Number(number),
            #[expect(
                clippy::cast_precision_loss,
                reason = "Excel itself holds every number so"
            )]
            DataRef::Int(number) => Self::Number(number as f64),
            DataRef::Bool(value) => Self::text(if value { "TRUE" } else { "FALSE" }),
            DataRef::DateTime(value) => Self::date_or_number(&value),
            DataRef::DateTimeIso(text) => Self::iso(&text),
            DataRef::DurationIso(text) => Self::text(&text),
            DataRef::Error(_) => Self::Error,
        }
    }
}

impl From<&Data> for Cell {
    fn from(value: &Data) -> Self {
        match value {
            Data::Empty => Self::Empty,
            Data::String(text) => Self::text(text),
            Data::Float(number) => Self::Number(*number),
            #[expect(
                clippy::cast_precision_loss,
                reason = "Excel itself holds every number so"
            )]
            Data::Int(number) => Self::Number(*number as f64),
            Data::Bool(value) => Self::text(if *value { "TRUE" } else { "FALSE" }),
            Data::DateTime(value) => Self::date_or_number(value),
            Data::DateTimeIso(text) => Self::iso(text),
            Data::DurationIso(text) => Self::text(text),
            Data::Error(_) => Self::Error,
        }
    }
}

impl Row {
    /// The cell in this column, counted from 0.
    pub(super) fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Puts a cell in its column.
    pub(super) fn put(&mut self, column: usize, cell: Cell) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Empty);
        }
        self.cells[column] = cell;
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}
