//! Where the cells of a pasted table go.
//!
//! A head row says it, when there is one; a NIP column finds the people, whatever their order.
//! Otherwise the table falls on the sheet from the cursor on, cell by cell. When that would put
//! words on columns that the program works out, the values go to the columns that take values.

use super::column::{SheetColumn, Takes};
use super::paste_columns::{Goes, by_position, head, is_own_copy};
use super::reading::{self, Unread};
use super::selection::Selection;
use api::sheet::CellValue;
use domain::Nip;

/// The sheet that is pasted into.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its rows.
    pub rows: Vec<TargetRow>,
    /// The columns on the screen.
    pub columns: Vec<SheetColumn>,
    /// What is selected.
    pub selection: Selection,
}

/// A row that is pasted into.
#[derive(Clone, Debug)]
pub struct TargetRow {
    /// Digits of the NIP.
    pub nip: String,
    /// Whether somebody is to be rated there.
    pub open: bool,
}

/// What a paste does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastePlan {
    /// There is nothing to paste.
    Nothing,
    /// One value for all selected cells.
    Same(CellValue),
    /// A value per cell.
    Cells {
        /// Row and value.
        edits: Vec<(usize, CellValue)>,
        /// What is not accepted.
        rejected: Vec<Rejected>,
    },
}

/// A pasted cell that is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The row of the sheet, when there is one.
    pub row: Option<usize>,
    /// The line of the pasted table, from 1.
    pub line: usize,
    /// The column, when there is one.
    pub column: Option<SheetColumn>,
    /// The text as pasted.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// Why a pasted cell is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is not what the column takes.
    Unread(Unread),
    /// Nobody is to be rated there.
    Exempt,
    /// Below the last row.
    BeyondRows,
    /// Right of the last column.
    BeyondColumns,
    /// Nobody on the sheet has this NIP.
    UnknownNip,
}

/// Plans a paste.
#[must_use]
pub fn plan(table: &[Vec<String>], target: &Target) -> PastePlan {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    if table.iter().flatten().all(|text| text.trim().is_empty()) {
        return PastePlan::Nothing;
    }
    if let [row] = table
        && let [text] = row.as_slice()
        && !target.selection.is_single()
        && let Some(value) = value_for_all(text, target)
    {
        return PastePlan::Same(value);
    }
    let (head, body) = match head(&table[0]) {
        Some(head) => (Some(head), &table[1..]),
        None => (None, table),
    };
    let first_line = if head.is_some() { 2 } else { 1 };
    let columns = head.unwrap_or_else(|| by_position(body, width, target));
    let mut planned = Planned::default();
    for (index, cells) in body.iter().enumerate() {
        planned.take_row(
            Pasted {
                line: first_line + index,
                index,
                cells,
            },
            &columns,
            target,
        );
    }
    PastePlan::Cells {
        edits: planned.edits,
        rejected: planned.rejected,
    }
}

/// A row of the pasted table.
#[derive(Clone, Copy)]
struct Pasted<'a> {
    line: usize,
    index: usize,
    cells: &'a [String],
}

#[derive(Default)]
struct Planned {
    edits: Vec<(usize, CellValue)>,
    rejected: Vec<Rejected>,
}

impl Planned {
    fn take_row(&mut self, pasted: Pasted<'_>, columns: &[Goes], target: &Target) {
        let filled = || {
            pasted
                .cells
                .iter()
                .zip(columns)
                .filter(|(text, _)| !reading::is_blank(text))
        };
        if filled().next().is_none() {
            return;
        }
        let row = match nip_of(pasted.cells, columns) {
            Some(nip) => {
                let row = target.rows.iter().position(|row| row.nip == nip.digits());
                if row.is_none() {
                    self.reject(pasted.line, None, (nip.grouped(), Reason::UnknownNip));
                    return;
                }
                row
            }
            None => Some(target.selection.rows().start() + pasted.index)
                .filter(|row| *row < target.rows.len()),
        };
        for (text, goes) in filled() {
            let (Goes::To(_) | Goes::Beyond) = goes else {
                continue;
            };
            self.take_cell((pasted.line, row), goes, text, target);
        }
    }

    fn take_cell(
        &mut self,
        (line, row): (usize, Option<usize>),
        goes: &Goes,
        text: &str,
        target: &Target,
    ) {
        let place = |column| (row, column);
        let Goes::To(column) = goes else {
            self.reject(
                line,
                Some(place(None)),
                (text.to_owned(), Reason::BeyondColumns),
            );
            return;
        };
        let at = Some(place(Some(*column)));
        let Some(row) = row else {
            self.reject(line, at, (text.to_owned(), Reason::BeyondRows));
            return;
        };
        if column.takes() == Takes::Nothing && is_own_copy(text) {
            return;
        }
        match reading::read(text, *column) {
            Ok(None) => {}
            Ok(Some(_)) if !target.rows[row].open => {
                self.reject(line, at, (text.to_owned(), Reason::Exempt));
            }
            Ok(Some(value)) => self.edits.push((row, value)),
            Err(unread) => self.reject(line, at, (text.to_owned(), Reason::Unread(unread))),
        }
    }

    fn reject(
        &mut self,
        line: usize,
        at: Option<(Option<usize>, Option<SheetColumn>)>,
        (text, reason): (String, Reason),
    ) {
        let (row, column) = at.unwrap_or_default();
        self.rejected.push(Rejected {
            row,
            line,
            column,
            text,
            reason,
        });
    }
}

/// One copied cell over a selection: the value for the column where the cursor stands.
fn value_for_all(text: &str, target: &Target) -> Option<CellValue> {
    reading::read(text, target.selection.cursor.column)
        .ok()
        .flatten()
}

fn nip_of(cells: &[String], columns: &[Goes]) -> Option<Nip> {
    let (text, _) = cells
        .iter()
        .zip(columns)
        .find(|(_, goes)| **goes == Goes::Nip)?;
    Nip::parse(text).ok()
}

#[cfg(test)]
mod tests {
    use super::super::clipboard;
    use super::super::column::Detail;
    use super::super::selection::Place;
    use super::*;
    use domain::{Behaviour, Capaian, Column, Rating};

    const HASIL: SheetColumn = SheetColumn::Rating(Column::HasilKerja);
    const PERILAKU: SheetColumn = SheetColumn::Rating(Column::Perilaku);

    /// Three rows, the second exempt, the cursor in the first row of a column.
    fn target(column: SheetColumn) -> Target {
        let row = |nip: &str, open| TargetRow {
            nip: nip.to_owned(),
            open,
        };
        Target {
            rows: vec![
                row("198509142009031004", true),
                row("199011022014022003", false),
                row("197903212005012001", true),
            ],
            columns: SheetColumn::shown(Detail::Overall),
            selection: Selection::at(Place::new(0, column)),
        }
    }

    fn pasted(text: &str, target: &Target) -> (Vec<(usize, CellValue)>, Vec<Rejected>) {
        match plan(&clipboard::read(text), target) {
            PastePlan::Cells { edits, rejected } => (edits, rejected),
            other => panic!("{other:?}"),
        }
    }

    const fn rated(column: Column, rating: Rating) -> CellValue {
        CellValue::Rating(column, Some(rating))
    }

    #[test]
    fn cells_fall_where_the_cursor_stands() {
        let (edits, rejected) = pasted("Sesuai\tDi atas\n\n3\t", &target(HASIL));
        assert_eq!(
            edits,
            [
                (0, rated(Column::HasilKerja, Rating::Sesuai)),
                (0, rated(Column::Perilaku, Rating::DiAtas)),
                (2, rated(Column::HasilKerja, Rating::DiAtas)),
            ]
        );
        assert_eq!(rejected, []);
    }

    #[test]
    fn what_does_not_fit_is_listed_and_the_rest_goes_in() {
        let (edits, rejected) = pasted("bagus\n2\n2\n2", &target(HASIL));
        assert_eq!(edits, [(2, rated(Column::HasilKerja, Rating::Sesuai))]);
        let reasons: Vec<(usize, Reason)> = rejected
            .iter()
            .map(|rejected| (rejected.line, rejected.reason))
            .collect();
        assert_eq!(
            reasons,
            [
                (1, Reason::Unread(Unread::NotARating)),
                (2, Reason::Exempt),
                (4, Reason::BeyondRows),
            ]
        );
    }

    #[test]
    fn values_from_excel_skip_the_columns_that_are_worked_out() {
        let (edits, rejected) = pasted("90,5\tSesuai\tDi atas", &target(SheetColumn::Capaian));
        assert_eq!(
            edits,
            [
                (0, CellValue::Capaian(Some(Capaian(9_050)))),
                (0, rated(Column::HasilKerja, Rating::Sesuai)),
                (0, rated(Column::Perilaku, Rating::DiAtas)),
            ]
        );
        assert_eq!(rejected, []);
    }

    #[test]
    fn digits_never_slip_past_a_count() {
        let (edits, _) = pasted("90\t2\t3", &target(SheetColumn::Capaian));
        assert_eq!(edits[1], (0, rated(Column::HasilKerja, Rating::Sesuai)));
    }

    #[test]
    fn its_own_copy_comes_back_unchanged() {
        let copy = "90,5\t2 bukti\tDi atas\tSesuai\t1 catatan\tBaik\tDraf";
        let (edits, rejected) = pasted(copy, &target(SheetColumn::Capaian));
        assert_eq!(
            edits,
            [
                (0, CellValue::Capaian(Some(Capaian(9_050)))),
                (0, rated(Column::HasilKerja, Rating::DiAtas)),
                (0, rated(Column::Perilaku, Rating::Sesuai)),
            ]
        );
        assert_eq!(rejected, []);
    }

    #[test]
    fn a_head_row_with_nip_finds_the_people() {
        let text = "Nama\tNIP\tPerilaku\tLoyal\n\
                    x\t19790321 200501 2 001\tdi atas\tS\n\
                    y\t198509142009031004\tsesuai\t\n\
                    z\t196001011985031001\tsesuai\t";
        let (edits, rejected) = pasted(text, &target(HASIL));
        assert_eq!(
            edits,
            [
                (2, rated(Column::Perilaku, Rating::DiAtas)),
                (
                    2,
                    rated(Column::Behaviour(Behaviour::Loyal), Rating::Sesuai)
                ),
                (0, rated(Column::Perilaku, Rating::Sesuai)),
            ]
        );
        assert_eq!(rejected.len(), 1);
        assert_eq!(
            (rejected[0].line, rejected[0].reason),
            (4, Reason::UnknownNip)
        );
    }

    #[test]
    fn a_nip_column_without_a_head_finds_the_people_too() {
        let (edits, _) = pasted(
            "197903212005012001\t3\n198509142009031004\t1",
            &target(HASIL),
        );
        assert_eq!(
            edits,
            [
                (2, rated(Column::HasilKerja, Rating::DiAtas)),
                (0, rated(Column::HasilKerja, Rating::DiBawah)),
            ]
        );
    }

    #[test]
    fn one_value_goes_to_all_that_is_selected() {
        let mut range = target(HASIL);
        range.selection = range.selection.to(Place::new(2, PERILAKU));
        let plan = plan(&clipboard::read("Sesuai"), &range);
        assert_eq!(
            plan,
            PastePlan::Same(rated(Column::Perilaku, Rating::Sesuai))
        );
    }

    #[test]
    fn an_empty_clipboard_does_nothing() {
        assert_eq!(
            plan(&clipboard::read("\n\t\n"), &target(HASIL)),
            PastePlan::Nothing
        );
    }
}
