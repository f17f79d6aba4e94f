//! What typing, filling, clearing and pasting do.

use super::column::{SheetColumn, Takes};
use super::fill::{self, Fill, OnlySesuai, Way};
use super::grid::{Editing, Grid, Mode, Row, TAB_NOTES};
use super::movement::Step;
use super::notice::Notice;
use super::outbox::Outbox;
use super::reading::{self, Unread};
use super::row::{Kept, Trouble};
use super::wording;
use api::sheet::{CellValue, FillSesuai, Origin, ReviewCells};
use catalogue::page_sheet as words;
use domain::{AssignmentId, Column, Rating};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

impl Grid {
    /// Rates the selected cells: one cell as it is typed, one person throughout, or many people
    /// with *sesuai*.
    pub fn rate(self, rating: Rating) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let value = CellValue::Rating(Column::HasilKerja, Some(rating));
        let columns = self.columns.get_untracked();
        let edits = fill::same(&self.states(), selection, &columns, &value);
        let origin = if edits.len() == 1 {
            Origin::Typed
        } else {
            Origin::Filled
        };
        self.fill(edits, origin);
    }

    /// Ctrl+D, Ctrl+R.
    pub fn fill_along(self, way: Way) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let columns = self.columns.get_untracked();
        self.fill(
            fill::along(&self.states(), selection, &columns, way),
            Origin::Filled,
        );
    }

    /// "Isi Sesuai": the empty rating cells of the selection.
    pub fn fill_sesuai(self) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let columns: Vec<Column> = self.columns.with_untracked(|shown| {
            selection
                .columns(shown)
                .filter_map(SheetColumn::rating)
                .collect()
        });
        if columns.is_empty() {
            self.say(words::bar_choose_ratings(self.language));
            return;
        }
        self.bulk(selection.rows().collect(), columns);
    }

    /// Empties the selected cells.
    pub fn clear(self) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let columns = self.columns.get_untracked();
        let edits = fill::cleared(&self.states(), selection, &columns);
        self.send(edits, Origin::Typed);
    }

    /// Sends edits, held against the guard rail.
    pub(super) fn fill(self, edits: Vec<(usize, CellValue)>, origin: Origin) {
        match fill::guard(edits) {
            Err(OnlySesuai) => self.say(words::bar_only_meets(self.language)),
            Ok(Fill { cells, sesuai }) => {
                self.send(cells, origin);
                if let Some((rows, columns)) = sesuai {
                    self.bulk(rows, columns);
                }
            }
        }
    }

    fn send(self, edits: Vec<(usize, CellValue)>, origin: Origin) {
        let edits: Vec<(Row, CellValue)> = edits
            .into_iter()
            .filter_map(|(row, value)| Some((self.row(row)?, value)))
            .collect();
        if !edits.is_empty() {
            self.notice.set(None);
        }
        self.outbox().send(origin, edits, None);
    }

    pub(super) fn outbox(self) -> Rc<Outbox> {
        self.outbox.get_value()
    }

    /// As [`Self::outbox`]; `None` once the screen is gone.
    pub(super) fn try_outbox(self) -> Option<Rc<Outbox>> {
        self.outbox.try_get_value()
    }

    fn bulk(self, rows: Vec<usize>, columns: Vec<Column>) {
        let assignments = self.assignments(rows);
        let command = FillSesuai {
            period: self.period,
            assignments,
            columns,
        };
        spawn_local(async move {
            match self.backend.call(command).await {
                Ok(mut outcome) => {
                    self.replace(std::mem::take(&mut outcome.rows));
                    let write = self.backend.own_writes_now();
                    self.notice.set(Some(Notice::Bulk { outcome, write }));
                }
                Err(refusal) => self.say(refusal.code.sentence(self.language)),
            }
        });
    }

    /// Marks the bulk cells of the selected rows as looked at.
    pub fn review(self) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let rows = selection.rows().filter(|row| {
            self.row(*row)
                .is_some_and(|row| row.state.with_untracked(super::row::RowState::has_bulk))
        });
        let assignments = self.assignments(rows.collect());
        let command = ReviewCells {
            period: self.period,
            assignments,
        };
        spawn_local(async move {
            match self.backend.call(command).await {
                Ok(saved) => self.replace(saved.rows),
                Err(refusal) => self.say(refusal.code.sentence(self.language)),
            }
        });
    }

    fn assignments(self, rows: Vec<usize>) -> Vec<AssignmentId> {
        rows.into_iter()
            .filter_map(|row| Some(self.row(row)?.assignment))
            .collect()
    }

    /// A key that fits nothing in a column: the bar says what does.
    pub fn refuse_key(self, column: SheetColumn) {
        let language = self.language;
        self.say(match column {
            SheetColumn::Rating(_) => words::not_a_rating(language),
            SheetColumn::Capaian => words::not_a_number(language),
            SheetColumn::Predikat => words::bar_seen_later(language),
            SheetColumn::Evidence | SheetColumn::Notes => words::bar_in_panel(language),
            SheetColumn::Status => words::bar_status(language),
        });
    }

    /// Begins to edit the cell where the cursor is.
    pub fn edit(self, mode: Mode, first: Option<char>) {
        let (Some(selection), Some(row)) = (self.selection.get_untracked(), self.cursor_row())
        else {
            return;
        };
        let column = selection.cursor.column;
        match column.takes() {
            Takes::Nothing if column == SheetColumn::Status => {
                self.go_to_reason(selection.cursor.row);
                return;
            }
            Takes::Nothing if column == SheetColumn::Predikat => {
                self.say(words::bar_seen_later(self.language));
                return;
            }
            Takes::Nothing => {
                self.open_panel(TAB_NOTES);
                return;
            }
            Takes::Number => self.typed.set(match first {
                Some(letter) => letter.to_string(),
                None => row
                    .state
                    .with_untracked(|state| match state.trouble(column) {
                        Some(Trouble {
                            kept: Kept::Text(text),
                            ..
                        }) => text.clone(),
                        _ => state
                            .shown()
                            .capaian
                            .map(domain::Capaian::plain)
                            .unwrap_or_default(),
                    }),
            }),
            Takes::Rating => {}
        }
        self.editing.set(Some(Editing {
            assignment: row.assignment,
            column,
            mode,
        }));
    }

    /// Takes what was typed into the cell that is being edited, and leaves it. `false` when the
    /// text is not understood: it stays in the cell.
    pub fn commit(self) -> bool {
        let Some(editing) = self.editing.get_untracked() else {
            return true;
        };
        self.editing.set(None);
        let Some((_, row)) = self.find(editing.assignment) else {
            return true;
        };
        if editing.column != SheetColumn::Capaian {
            return true;
        }
        let text = self.typed.get_untracked();
        let value = if text.trim().is_empty() {
            CellValue::Capaian(None)
        } else {
            match reading::read(&text, editing.column) {
                Ok(Some(value)) => value,
                Ok(None) => CellValue::Capaian(None),
                Err(unread) => {
                    self.keep_unread(&row, editing.column, (text, unread));
                    return false;
                }
            }
        };
        let unchanged = row.state.with_untracked(|state| {
            state.trouble(editing.column).is_none()
                && CellValue::Capaian(state.shown().capaian) == value
        });
        if !unchanged {
            self.notice.set(None);
            self.outbox().send(Origin::Typed, vec![(row, value)], None);
        }
        true
    }

    /// Text that is no number stays in its cell, with what to write instead.
    fn keep_unread(self, row: &Row, column: SheetColumn, (text, unread): (String, Unread)) {
        let sentence = wording::unread(self.language, unread).to_owned();
        row.state.update(|state| {
            state.keep(Trouble {
                column,
                kept: Kept::Text(text),
                sentence,
            });
        });
    }

    /// Leaves the cell that is being edited as it was.
    pub fn cancel_edit(self) {
        self.editing.set(None);
        self.focus_cursor();
    }

    /// Commits and moves on; stays where the text is not understood, with the sentence beside it.
    pub fn commit_and_step(self, step: Step) {
        if self.commit() {
            self.step(step);
        }
        self.focus_cursor();
    }

    /// Rates the cell that is being chosen for.
    pub fn choose_rating(self, rating: Option<Rating>) {
        let Some(Editing {
            assignment,
            column: SheetColumn::Rating(column),
            ..
        }) = self.editing.get_untracked()
        else {
            return;
        };
        self.editing.set(None);
        if let Some((_, row)) = self.find(assignment) {
            self.notice.set(None);
            let value = CellValue::Rating(column, rating);
            self.outbox().send(Origin::Typed, vec![(row, value)], None);
        }
        self.focus_cursor();
    }

    /// Sends the letters of a row's sentence that are not sent yet.
    pub fn send_reason(self, row: &Row) {
        let unsent = row
            .state
            .with_untracked(|state| state.unsent_reason().cloned());
        if let (Some(text), Some(outbox)) = (unsent, self.try_outbox()) {
            let edit = (row.clone(), CellValue::Reason(text));
            outbox.send(Origin::Typed, vec![edit], None);
            return;
        }
        // Typed back to what is saved.
        let is_typed = row
            .state
            .with_untracked(|state| state.typed_reason().is_some());
        if is_typed {
            let mut is_settled = false;
            row.state.update(|state| is_settled = state.settle_reason());
            if is_settled {
                self.drafts.forget(row.assignment);
            }
        }
    }

    /// Sends again what was refused.
    pub fn retry(self) {
        for row in self.rows.get_untracked() {
            let mut again = Vec::new();
            row.state.update(|state| again = state.take_refused());
            for value in again {
                self.outbox()
                    .send(Origin::Typed, vec![(row.clone(), value)], None);
            }
        }
    }

    /// Goes to the first cell that is not saved.
    pub fn go_to_unsaved(self) {
        let found = self.rows.with_untracked(|rows| {
            rows.iter().enumerate().find_map(|(at, row)| {
                let column = row
                    .state
                    .with_untracked(super::row::RowState::first_trouble)?;
                Some(super::selection::Place::new(at, column))
            })
        });
        match found {
            Some(place) if place.column == SheetColumn::Status => self.go_to_reason(place.row),
            Some(place) => self.go(place),
            None => {}
        }
    }

    /// Lets go of what was typed in the cursor's cell and not saved.
    pub fn forget_unsaved(self) {
        let (Some(selection), Some(row)) = (self.selection.get_untracked(), self.cursor_row())
        else {
            return;
        };
        row.state
            .update(|state| state.forget(selection.cursor.column));
        self.focus_cursor();
    }
}
