//! Where the cursor stands and what is selected.

use super::column::SheetColumn;
use std::ops::RangeInclusive;

/// A cell: the row's number on the sheet and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 0.
    pub row: usize,
    /// Which column.
    pub column: SheetColumn,
}

impl Place {
    /// A cell.
    #[must_use]
    pub const fn new(row: usize, column: SheetColumn) -> Self {
        Self { row, column }
    }
}

/// A rectangle of cells with the cursor in one corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where the selection began.
    pub anchor: Place,
    /// Where the cursor stands: keys act here.
    pub cursor: Place,
}

impl Selection {
    /// One cell.
    #[must_use]
    pub const fn at(place: Place) -> Self {
        Self {
            anchor: place,
            cursor: place,
        }
    }

    /// From where it began to another cell.
    #[must_use]
    pub const fn to(self, cursor: Place) -> Self {
        Self {
            anchor: self.anchor,
            cursor,
        }
    }

    /// Its rows.
    #[must_use]
    pub fn rows(self) -> RangeInclusive<usize> {
        self.anchor.row.min(self.cursor.row)..=self.anchor.row.max(self.cursor.row)
    }

    /// Its columns among those shown.
    pub fn columns(self, shown: &[SheetColumn]) -> impl Iterator<Item = SheetColumn> {
        let (anchor, cursor) = (self.anchor.column.order(), self.cursor.column.order());
        let between = anchor.min(cursor)..=anchor.max(cursor);
        shown
            .iter()
            .copied()
            .filter(move |column| between.contains(&column.order()))
    }

    /// Whether it is one cell.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.anchor == self.cursor
    }
}

/// What one row shows of the selection. Rows that it does not touch all have the same mark, so
/// that moving the cursor redraws two rows and not the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowMark {
    /// The selected columns, a bit each.
    pub chosen: u16,
    /// The cursor's column, when it stands in this row.
    pub cursor: Option<SheetColumn>,
}

impl RowMark {
    /// The mark of a row.
    #[must_use]
    pub fn of(selection: Option<Selection>, row: usize, shown: &[SheetColumn]) -> Self {
        let Some(selection) = selection.filter(|selection| selection.rows().contains(&row)) else {
            return Self::default();
        };
        let chosen = if selection.is_single() {
            0
        } else {
            selection
                .columns(shown)
                .fold(0, |bits, column| bits | column.bit())
        };
        let cursor = (selection.cursor.row == row).then_some(selection.cursor.column);
        Self { chosen, cursor }
    }

    /// Whether a column of the row is selected.
    #[must_use]
    pub const fn holds(self, column: SheetColumn) -> bool {
        self.chosen & column.bit() != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Detail;
    use super::*;
    use domain::Column;

    const HASIL: SheetColumn = SheetColumn::Rating(Column::HasilKerja);
    const PERILAKU: SheetColumn = SheetColumn::Rating(Column::Perilaku);

    #[test]
    fn a_range_runs_either_way_and_skips_hidden_columns() {
        let selection = Selection::at(Place::new(5, PERILAKU)).to(Place::new(2, HASIL));
        assert_eq!(selection.rows(), 2..=5);
        let shown = SheetColumn::shown(Detail::Overall);
        assert_eq!(
            selection.columns(&shown).collect::<Vec<_>>(),
            [HASIL, PERILAKU]
        );
        let detailed = SheetColumn::shown(Detail::Detailed);
        assert_eq!(selection.columns(&detailed).count(), 9);
    }

    #[test]
    fn a_row_knows_only_its_own_part() {
        let shown = SheetColumn::shown(Detail::Overall);
        let selection = Some(Selection::at(Place::new(1, HASIL)).to(Place::new(3, PERILAKU)));
        let inside = RowMark::of(selection, 2, &shown);
        assert!(inside.holds(HASIL) && inside.holds(PERILAKU));
        assert!(!inside.holds(SheetColumn::Capaian));
        assert_eq!(inside.cursor, None);
        assert_eq!(RowMark::of(selection, 3, &shown).cursor, Some(PERILAKU));
        assert_eq!(RowMark::of(selection, 4, &shown), RowMark::default());
    }

    #[test]
    fn one_cell_is_the_cursor_and_no_range() {
        let mark = RowMark::of(
            Some(Selection::at(Place::new(0, HASIL))),
            0,
            &SheetColumn::shown(Detail::Overall),
        );
        assert_eq!(
            mark,
            RowMark {
                chosen: 0,
                cursor: Some(HASIL)
            }
        );
    }
}
