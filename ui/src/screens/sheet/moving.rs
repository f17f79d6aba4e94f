//! The cursor: where it goes, and the focus with it.

use super::column::SheetColumn;
use super::grid::{Grid, TAB_REASON};
use super::movement::{Moved, Step, next_gap};
use super::selection::{Place, Selection};
use crate::browser;
use catalogue::page_sheet as words;
use domain::AssignmentId;
use leptos::prelude::*;

/// Height of the head row, which lies over the rows, in pixels.
const HEAD: f64 = 35.0;

/// The id of a cell in the page.
#[must_use]
pub fn cell_id(assignment: AssignmentId, column: SheetColumn) -> String {
    format!("cell-{assignment}-{}", column.key())
}

/// The cell that an id names.
#[must_use]
pub fn cell_of(id: &str) -> Option<(AssignmentId, SheetColumn)> {
    // A UUID is 36 signs long.
    let (assignment, column) = id.strip_prefix("cell-")?.split_at_checked(36)?;
    Some((
        assignment.parse().ok()?,
        SheetColumn::from_key(column.strip_prefix('-')?)?,
    ))
}

impl Grid {
    /// Puts the cursor into a cell, and the focus.
    pub fn go(self, place: Place) {
        self.choose(Selection::at(place));
    }

    /// Selects, and puts the focus where the cursor is.
    pub fn choose(self, selection: Selection) {
        let moved = self.selection.get_untracked().map(|before| before.cursor);
        if moved != Some(selection.cursor) {
            self.spelling.update_value(super::spelling::Spelling::clear);
        }
        self.selection.set(Some(selection));
        if self.draw_to(selection.cursor.row) {
            self.focus_cursor();
        } else {
            browser::after_paint(move || self.focus_cursor());
        }
    }

    /// Puts the focus back where the cursor is.
    pub fn focus_cursor(self) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        if let Some(row) = self.row(selection.cursor.row) {
            let cell = cell_id(row.assignment, selection.cursor.column);
            browser::focus_amid(&cell, ".sheet-scroll", HEAD);
        }
    }

    /// Takes a step from the cursor; whether the key was used.
    pub fn step(self, step: Step) -> bool {
        let Some(selection) = self.selection.get_untracked() else {
            return false;
        };
        match self.shape().moved(selection.cursor, step) {
            Moved::To(place) => self.go(place),
            Moved::Stays => self.go(selection.cursor),
            Moved::Leaves => return false,
        }
        true
    }

    /// Takes the selection along.
    pub fn extend(self, step: Step) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        if let Moved::To(place) = self.shape().moved(selection.cursor, step) {
            self.choose(selection.to(place));
        }
    }

    /// Selects the cursor's column.
    pub fn choose_column(self) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let open = self.shape().open;
        let (Some(first), Some(last)) = (
            open.iter().position(|open| *open),
            open.iter().rposition(|open| *open),
        ) else {
            return;
        };
        let column = selection.cursor.column;
        self.choose(Selection::at(Place::new(last, column)).to(Place::new(first, column)));
    }

    /// The cells where something is missing, in reading order.
    #[must_use]
    pub fn gaps(self) -> Vec<Place> {
        self.rows.with_untracked(|rows| {
            rows.iter()
                .enumerate()
                .flat_map(|(at, row)| {
                    let gaps = row.state.with_untracked(super::row::RowState::gaps);
                    gaps.into_iter().map(move |column| Place::new(at, column))
                })
                .collect()
        })
    }

    /// Goes to the next cell where something is missing. A missing sentence is written in the
    /// panel, so the focus goes there.
    pub fn next_gap(self) {
        let from = self
            .selection
            .get_untracked()
            .map(|selection| selection.cursor);
        match next_gap(&self.gaps(), from) {
            None => self.say(words::bar_nothing_left(self.language)),
            Some(place) if place.column == SheetColumn::Status => self.go_to_reason(place.row),
            Some(place) => self.go(place),
        }
    }

    /// Goes to the sentence of a row.
    pub fn go_to_reason(self, row: usize) {
        self.go(Place::new(row, SheetColumn::Status));
        self.open_panel(TAB_REASON);
        browser::after_paint(|| browser::focus(REASON_ID));
    }

    /// Goes to a cell by its row's identity; `false` where nobody is to be rated.
    pub fn go_to(self, assignment: AssignmentId, column: SheetColumn) -> bool {
        let Some((at, row)) = self.find(assignment) else {
            return false;
        };
        if row
            .state
            .with_untracked(|state| state.shown().exempt.is_some())
        {
            return false;
        }
        if column.is_behaviour() && !self.columns.get_untracked().contains(&column) {
            self.toggle_detail();
        }
        self.go(Place::new(at, column));
        true
    }

    /// Puts the cursor where somebody begins who just came: to the first rating that is missing, to
    /// anything else that is, or to the first cell. The focus can follow once the cells are drawn.
    pub fn begin(self) {
        let gaps = self.gaps();
        let rating = gaps
            .iter()
            .find(|gap| gap.column.rating().is_some())
            .copied();
        let first = rating.or_else(|| next_gap(&gaps, None)).or_else(|| {
            let row = self.shape().open.iter().position(|open| *open)?;
            Some(Place::new(
                row,
                SheetColumn::Rating(domain::Column::HasilKerja),
            ))
        });
        if let Some(place) = first {
            self.draw_to(place.row);
            self.selection.set(Some(Selection::at(place)));
        }
    }
}

/// The id of the sentence's field.
pub const REASON_ID: &str = "sheet-reason";

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Column;

    #[test]
    fn a_cell_is_found_by_its_id() {
        let assignment = AssignmentId::from_bytes([7; 16]);
        for column in SheetColumn::ALL {
            assert_eq!(
                cell_of(&cell_id(assignment, column)),
                Some((assignment, column))
            );
        }
        assert_eq!(cell_of("cell-7-perilaku"), None);
        assert_eq!(cell_of("title"), None);
        let hasil = SheetColumn::Rating(Column::HasilKerja);
        assert!(cell_id(assignment, hasil).ends_with("-hasil_kerja"));
    }
}
