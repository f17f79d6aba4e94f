//! Filling many cells at once, with the guard rail: for more than one person only *sesuai*, and
//! that only through the program's own bulk, which passes over whom it must.

use super::column::SheetColumn;
use super::row::{RowState, cell};
use super::selection::Selection;
use api::sheet::CellValue;
use domain::{Column, Rating};
use std::collections::BTreeSet;

/// What a fill does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// Cells that are set one by one: row and value.
    pub cells: Vec<(usize, CellValue)>,
    /// *Sesuai* in bulk: rows and columns.
    pub sesuai: Option<(Vec<usize>, Vec<Column>)>,
}

/// The guard rail: a rating other than sesuai for more than one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnlySesuai;

/// Which way a fill goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Ctrl+D: the top row of the selection, or the row above, goes down.
    Down,
    /// Ctrl+R: the leftmost column of the selection, or the one before, goes right.
    Right,
}

/// Holds edits against the guard rail.
///
/// # Errors
/// [`OnlySesuai`] when the edits would set another rating for more than one person.
pub fn guard(edits: Vec<(usize, CellValue)>) -> Result<Fill, OnlySesuai> {
    let rated = |value: &CellValue| match value {
        CellValue::Rating(column, Some(rating)) => Some((*column, *rating)),
        _ => None,
    };
    let people: BTreeSet<usize> = edits
        .iter()
        .filter(|(_, value)| rated(value).is_some())
        .map(|(row, _)| *row)
        .collect();
    if people.len() <= 1 {
        return Ok(Fill {
            cells: edits,
            sesuai: None,
        });
    }
    let ratings: Vec<(Column, Rating)> =
        edits.iter().filter_map(|(_, value)| rated(value)).collect();
    if ratings.iter().any(|(_, rating)| *rating != Rating::Sesuai) {
        return Err(OnlySesuai);
    }
    let columns: BTreeSet<Column> = ratings.into_iter().map(|(column, _)| column).collect();
    let cells = edits
        .into_iter()
        .filter(|(_, value)| rated(value).is_none())
        .collect();
    let sesuai = Some((people.into_iter().collect(), columns.into_iter().collect()));
    Ok(Fill { cells, sesuai })
}

/// The same value in every selected cell that takes it. `rows` are the rows of the whole sheet.
#[must_use]
pub fn same(
    rows: &[RowState],
    selection: Selection,
    shown: &[SheetColumn],
    value: &CellValue,
) -> Vec<(usize, CellValue)> {
    let columns: Vec<SheetColumn> = selection.columns(shown).collect();
    selection
        .rows()
        .filter(|row| {
            rows.get(*row)
                .is_some_and(|row| row.shown().exempt.is_none())
        })
        .flat_map(|row| {
            columns
                .iter()
                .filter_map(move |column| Some((row, fitted(value, *column)?)))
        })
        .collect()
}

/// The edits of Ctrl+D and Ctrl+R.
#[must_use]
pub fn along(
    rows: &[RowState],
    selection: Selection,
    shown: &[SheetColumn],
    way: Way,
) -> Vec<(usize, CellValue)> {
    let is_open = |row: &usize| {
        rows.get(*row)
            .is_some_and(|row| row.shown().exempt.is_none())
    };
    let chosen: Vec<usize> = selection.rows().filter(is_open).collect();
    let columns: Vec<SheetColumn> = selection.columns(shown).collect();
    let mut edits = Vec::new();
    match way {
        Way::Down => {
            let (source, targets) = match chosen.as_slice() {
                [only] => ((0..*only).rev().find(is_open), chosen.as_slice()),
                [first, rest @ ..] => (Some(*first), rest),
                [] => (None, chosen.as_slice()),
            };
            let Some(source) = source else { return edits };
            for column in columns {
                let Some(value) = value_in(&rows[source], column) else {
                    continue;
                };
                edits.extend(targets.iter().map(|row| (*row, value.clone())));
            }
        }
        Way::Right => {
            let (source, targets) = match columns.as_slice() {
                [only] => {
                    let at = shown.iter().position(|column| column == only);
                    let before = at.and_then(|at| {
                        shown[..at]
                            .iter()
                            .rev()
                            .find(|column| column.takes() == only.takes())
                    });
                    (before.copied(), columns.as_slice())
                }
                [first, rest @ ..] => (Some(*first), rest),
                [] => (None, columns.as_slice()),
            };
            let Some(source) = source else { return edits };
            for row in chosen {
                let Some(value) = value_in(&rows[row], source) else {
                    continue;
                };
                edits.extend(
                    targets
                        .iter()
                        .filter_map(|column| Some((row, fitted(&value, *column)?))),
                );
            }
        }
    }
    edits
}

/// The edits that empty the selected cells; cells that are empty already are left alone.
#[must_use]
pub fn cleared(
    rows: &[RowState],
    selection: Selection,
    shown: &[SheetColumn],
) -> Vec<(usize, CellValue)> {
    let columns: Vec<SheetColumn> = selection.columns(shown).collect();
    let mut edits = Vec::new();
    for row in selection.rows() {
        let Some(state) = rows.get(row).filter(|row| row.shown().exempt.is_none()) else {
            continue;
        };
        for column in &columns {
            let filled = value_in(state, *column).is_some() || state.trouble(*column).is_some();
            match column {
                SheetColumn::Rating(rated) if filled => {
                    edits.push((row, CellValue::Rating(*rated, None)));
                }
                SheetColumn::Capaian if filled => edits.push((row, CellValue::Capaian(None))),
                _ => {}
            }
        }
    }
    edits
}

/// What a cell holds, when it holds something that can be set.
fn value_in(state: &RowState, column: SheetColumn) -> Option<CellValue> {
    let row = state.shown();
    match column {
        SheetColumn::Rating(rated) => {
            let rating = cell(row, rated).rating?;
            Some(CellValue::Rating(rated, Some(rating)))
        }
        SheetColumn::Capaian => Some(CellValue::Capaian(Some(row.capaian?))),
        _ => None,
    }
}

/// The value in another column; `None` where it does not belong.
fn fitted(value: &CellValue, column: SheetColumn) -> Option<CellValue> {
    match (value, column) {
        (CellValue::Rating(_, rating), SheetColumn::Rating(rated)) => {
            Some(CellValue::Rating(rated, *rating))
        }
        (CellValue::Capaian(_), SheetColumn::Capaian) => Some(value.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Detail;
    use super::super::fixture::row;
    use super::super::selection::Place;
    use super::*;
    use domain::{Behaviour, Capaian, ExceptionKind};

    const HASIL: SheetColumn = SheetColumn::Rating(Column::HasilKerja);
    const PERILAKU: SheetColumn = SheetColumn::Rating(Column::Perilaku);

    fn shown() -> Vec<SheetColumn> {
        SheetColumn::shown(Detail::Overall)
    }

    /// Andi is rated, Budi is on leave, Citra and Dewi are empty.
    fn rows(hasil: Rating) -> Vec<RowState> {
        let mut andi = row("Andi");
        andi.hasil_kerja.rating = Some(hasil);
        andi.capaian = Some(Capaian(9_000));
        let mut budi = row("Budi");
        budi.exempt = Some(ExceptionKind::CutiBesar);
        [andi, budi, row("Citra"), row("Dewi")]
            .into_iter()
            .map(RowState::new)
            .collect()
    }

    fn range(from: (usize, SheetColumn), to: (usize, SheetColumn)) -> Selection {
        Selection::at(Place::new(to.0, to.1)).to(Place::new(from.0, from.1))
    }

    #[test]
    fn down_goes_to_everybody_who_is_to_be_rated() {
        let rows = rows(Rating::Sesuai);
        let edits = along(&rows, range((0, HASIL), (3, HASIL)), &shown(), Way::Down);
        let sesuai = CellValue::Rating(Column::HasilKerja, Some(Rating::Sesuai));
        assert_eq!(edits, [(2, sesuai.clone()), (3, sesuai)]);
        let fill = guard(edits).unwrap();
        assert_eq!(fill.cells, []);
        assert_eq!(fill.sesuai, Some((vec![2, 3], vec![Column::HasilKerja])));
    }

    #[test]
    fn nothing_but_sesuai_goes_to_many() {
        let rows = rows(Rating::DiAtas);
        let many = along(&rows, range((0, HASIL), (3, HASIL)), &shown(), Way::Down);
        assert_eq!(guard(many), Err(OnlySesuai));
        let one = along(&rows, range((0, HASIL), (2, HASIL)), &shown(), Way::Down);
        let above = CellValue::Rating(Column::HasilKerja, Some(Rating::DiAtas));
        assert_eq!(
            guard(one),
            Ok(Fill {
                cells: vec![(2, above)],
                sesuai: None
            })
        );
    }

    #[test]
    fn one_cell_takes_from_above_and_from_the_left() {
        let mut rows = rows(Rating::Sesuai);
        let above = along(&rows, range((2, HASIL), (2, HASIL)), &shown(), Way::Down);
        assert_eq!(
            above,
            [(
                2,
                CellValue::Rating(Column::HasilKerja, Some(Rating::Sesuai))
            )]
        );
        let left = along(
            &rows,
            range((0, PERILAKU), (0, PERILAKU)),
            &shown(),
            Way::Right,
        );
        assert_eq!(
            left,
            [(0, CellValue::Rating(Column::Perilaku, Some(Rating::Sesuai)))]
        );
        rows.truncate(1);
        assert_eq!(
            along(&rows, range((0, HASIL), (0, HASIL)), &shown(), Way::Down),
            []
        );
    }

    #[test]
    fn a_number_goes_down_and_never_right_into_ratings() {
        let rows = rows(Rating::Sesuai);
        let number = CellValue::Capaian(Some(Capaian(9_000)));
        let capaian = SheetColumn::Capaian;
        let down = along(
            &rows,
            range((0, capaian), (3, capaian)),
            &shown(),
            Way::Down,
        );
        assert_eq!(down, [(2, number.clone()), (3, number)]);
        assert_eq!(
            along(
                &rows,
                range((0, capaian), (0, PERILAKU)),
                &shown(),
                Way::Right
            ),
            []
        );
    }

    #[test]
    fn one_person_may_be_rated_alike_throughout() {
        let rows = rows(Rating::Sesuai);
        let detailed = SheetColumn::shown(Detail::Detailed);
        let all = range((2, HASIL), (2, PERILAKU));
        let value = CellValue::Rating(Column::HasilKerja, Some(Rating::DiAtas));
        let edits = same(&rows, all, &detailed, &value);
        assert_eq!(edits.len(), 9);
        let loyal = Column::Behaviour(Behaviour::Loyal);
        assert!(edits.contains(&(2, CellValue::Rating(loyal, Some(Rating::DiAtas)))));
        assert_eq!(guard(edits).unwrap().sesuai, None);
    }

    #[test]
    fn clearing_touches_only_what_is_there() {
        let rows = rows(Rating::Sesuai);
        let all = range((0, SheetColumn::Capaian), (3, SheetColumn::Status));
        assert_eq!(
            cleared(&rows, all, &shown()),
            [
                (0, CellValue::Capaian(None)),
                (0, CellValue::Rating(Column::HasilKerja, None)),
            ]
        );
    }
}
