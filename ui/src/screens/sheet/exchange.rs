//! Copy and paste.

use super::clipboard;
use super::face::copied;
use super::grid::{Grid, Row};
use super::notice::{Line, Notice};
use super::outbox::Outcome;
use super::paste::{self, PastePlan, Rejected, Target, TargetRow};
use super::{fill, wording};
use api::sheet::{CellRejected, CellValue, Origin};
use catalogue::page_sheet as words;
use leptos::prelude::*;

impl Grid {
    /// The selected cells as a table for a spreadsheet.
    #[must_use]
    pub fn copy_text(self) -> String {
        let Some(selection) = self.selection.get_untracked() else {
            return String::new();
        };
        let columns: Vec<_> = self
            .columns
            .with_untracked(|shown| selection.columns(shown).collect());
        let table: Vec<Vec<String>> = selection
            .rows()
            .filter_map(|row| self.row(row))
            .map(|row| {
                row.state.with_untracked(|state| {
                    let row = state.shown();
                    columns
                        .iter()
                        .map(|column| copied(self.language, row, *column))
                        .collect()
                })
            })
            .collect();
        clipboard::write(&table)
    }

    /// Pastes a copied table; what does not fit is listed in the bar.
    pub fn paste(self, text: &str) {
        let Some(selection) = self.selection.get_untracked() else {
            return;
        };
        let columns = self.columns.get_untracked();
        let states = self.states();
        let rows = states
            .iter()
            .map(|state| TargetRow {
                nip: state.shown().nip.digits().to_owned(),
                open: state.shown().exempt.is_none(),
            })
            .collect();
        let target = Target {
            rows,
            columns: columns.clone(),
            selection,
        };
        match paste::plan(&clipboard::read(text), &target) {
            PastePlan::Nothing => self.say(words::paste_nothing(self.language)),
            PastePlan::Same(value) => {
                let edits = fill::same(&states, selection, &columns, &value);
                self.fill(edits, Origin::Pasted);
            }
            PastePlan::Cells { edits, rejected } => self.send_paste(edits, &rejected),
        }
    }

    fn send_paste(self, edits: Vec<(usize, CellValue)>, rejected: &[Rejected]) {
        let mut lines: Vec<Line> = rejected
            .iter()
            .map(|rejected| self.line(rejected))
            .collect();
        let edits: Vec<(Row, CellValue)> = edits
            .into_iter()
            .filter_map(|(row, value)| Some((self.row(row)?, value)))
            .collect();
        if edits.is_empty() {
            self.notice.set(Some(Notice::Pasted {
                applied: 0,
                rejected: lines,
                write: self.backend.own_writes_now(),
            }));
            return;
        }
        let after = move |outcome: Outcome| {
            lines.extend(
                outcome
                    .rejected
                    .iter()
                    .map(|rejected| self.passed_over(rejected)),
            );
            // The screen may be gone by now.
            let _gone = self.notice.try_set(Some(Notice::Pasted {
                applied: outcome.applied,
                rejected: lines,
                write: self.backend.own_writes_now(),
            }));
        };
        self.notice.set(None);
        self.outbox()
            .send(Origin::Pasted, edits, Some(Box::new(after)));
    }

    fn line(self, rejected: &Rejected) -> Line {
        let language = self.language;
        let row = rejected.row.and_then(|row| self.row(row));
        let who = match &row {
            Some(row) => row.state.with_untracked(|state| state.shown().name.clone()),
            None => words::reject_row(language, rejected.line),
        };
        let place = match rejected.column {
            Some(column) => words::bar_cell(language, who, column.name(language)),
            None => who,
        };
        Line {
            cell: row.map(|row| row.assignment).zip(rejected.column),
            place: format!("{place}: “{}”", rejected.text.trim()),
            reason: wording::rejected(language, rejected.reason).to_owned(),
        }
    }

    fn passed_over(self, rejected: &CellRejected) -> Line {
        Line {
            cell: None,
            place: rejected.name.clone(),
            reason: wording::passed_over(self.language, rejected.reason).to_owned(),
        }
    }
}
