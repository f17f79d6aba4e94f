//! Where a key takes the cursor. Rows that nobody needs to rate are passed over.

use super::column::SheetColumn;
use super::selection::Place;

/// A way to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// To the next cell, going on in the next row.
    Next,
    /// To the cell before, going on in the row before.
    Back,
    /// To the row's first cell.
    RowStart,
    /// To the row's last cell.
    RowEnd,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
}

const PAGE: usize = 10;

/// The cells that the cursor can stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Per row: whether somebody is to be rated there.
    pub open: Vec<bool>,
    /// The columns on the screen.
    pub columns: Vec<SheetColumn>,
}

/// Where a step ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// In this cell.
    To(Place),
    /// There is nothing further that way.
    Stays,
    /// Beyond the first or last cell: the key belongs to the page again.
    Leaves,
}

impl Shape {
    /// Takes a step.
    #[must_use]
    pub fn moved(&self, from: Place, step: Step) -> Moved {
        let at = self
            .columns
            .iter()
            .position(|column| *column == from.column);
        let column = |index: usize| self.columns.get(index).copied();
        let in_row = |found: Option<SheetColumn>| {
            found.map_or(Moved::Stays, |column| {
                Moved::To(Place::new(from.row, column))
            })
        };
        let in_column = |found: Option<usize>| {
            found.map_or(Moved::Stays, |row| Moved::To(Place::new(row, from.column)))
        };
        match step {
            Step::Up => in_column(self.row_before(from.row, 1)),
            Step::Down => in_column(self.row_after(from.row, 1)),
            Step::PageUp => in_column(self.row_before(from.row, PAGE)),
            Step::PageDown => in_column(self.row_after(from.row, PAGE)),
            Step::Top => in_column(self.open.iter().position(|open| *open)),
            Step::Bottom => in_column(self.open.iter().rposition(|open| *open)),
            Step::Left => in_row(at.and_then(|at| at.checked_sub(1)).and_then(column)),
            Step::Right => in_row(at.and_then(|at| column(at + 1))),
            Step::RowStart => in_row(self.columns.first().copied()),
            Step::RowEnd => in_row(self.columns.last().copied()),
            Step::Next => at
                .and_then(|at| column(at + 1))
                .map(|column| Place::new(from.row, column))
                .or_else(|| {
                    let row = self.row_after(from.row, 1)?;
                    Some(Place::new(row, *self.columns.first()?))
                })
                .map_or(Moved::Leaves, Moved::To),
            Step::Back => at
                .and_then(|at| at.checked_sub(1))
                .and_then(column)
                .map(|column| Place::new(from.row, column))
                .or_else(|| {
                    let row = self.row_before(from.row, 1)?;
                    Some(Place::new(row, *self.columns.last()?))
                })
                .map_or(Moved::Leaves, Moved::To),
        }
    }

    /// The `steps`-th open row after this one, or the last one there is.
    fn row_after(&self, row: usize, steps: usize) -> Option<usize> {
        (row + 1..self.open.len())
            .filter(|row| self.open[*row])
            .take(steps)
            .last()
    }

    fn row_before(&self, row: usize, steps: usize) -> Option<usize> {
        (0..row.min(self.open.len()))
            .rev()
            .filter(|row| self.open[*row])
            .take(steps)
            .last()
    }
}

/// The next of the cells where something is missing: after the cursor in reading order, and round
/// to the first. `gaps` are in reading order.
#[must_use]
pub fn next_gap(gaps: &[Place], from: Option<Place>) -> Option<Place> {
    let reading = |place: &Place| (place.row, place.column.order());
    let after = from.and_then(|from| gaps.iter().find(|gap| reading(gap) > reading(&from)));
    after.or_else(|| gaps.first()).copied()
}

#[cfg(test)]
mod tests {
    use super::super::column::Detail;
    use super::*;
    use domain::Column;
    use rstest::rstest;

    const CAPAIAN: SheetColumn = SheetColumn::Capaian;
    const EVIDENCE: SheetColumn = SheetColumn::Evidence;
    const HASIL: SheetColumn = SheetColumn::Rating(Column::HasilKerja);
    const PERILAKU: SheetColumn = SheetColumn::Rating(Column::Perilaku);
    const STATUS: SheetColumn = SheetColumn::Status;

    /// Four rows; the second one is exempt.
    fn shape() -> Shape {
        Shape {
            open: vec![true, false, true, true],
            columns: SheetColumn::shown(Detail::Overall),
        }
    }

    fn to(row: usize, column: SheetColumn) -> Moved {
        Moved::To(Place::new(row, column))
    }

    #[rstest]
    #[case(0, HASIL, Step::Down, to(2, HASIL))]
    #[case(2, HASIL, Step::Up, to(0, HASIL))]
    #[case(3, HASIL, Step::Down, Moved::Stays)]
    #[case(0, HASIL, Step::Up, Moved::Stays)]
    #[case(0, HASIL, Step::Right, to(0, PERILAKU))]
    #[case(0, CAPAIAN, Step::Right, to(0, EVIDENCE))]
    #[case(0, CAPAIAN, Step::Left, Moved::Stays)]
    #[case(0, STATUS, Step::Right, Moved::Stays)]
    #[case(0, STATUS, Step::Next, to(2, CAPAIAN))]
    #[case(2, CAPAIAN, Step::Back, to(0, STATUS))]
    #[case(3, STATUS, Step::Next, Moved::Leaves)]
    #[case(0, CAPAIAN, Step::Back, Moved::Leaves)]
    #[case(3, HASIL, Step::RowStart, to(3, CAPAIAN))]
    #[case(3, HASIL, Step::RowEnd, to(3, STATUS))]
    #[case(3, HASIL, Step::Top, to(0, HASIL))]
    #[case(0, HASIL, Step::Bottom, to(3, HASIL))]
    #[case(0, HASIL, Step::PageDown, to(3, HASIL))]
    #[case(3, HASIL, Step::PageUp, to(0, HASIL))]
    fn steps_pass_over_who_is_exempt(
        #[case] row: usize,
        #[case] column: SheetColumn,
        #[case] step: Step,
        #[case] expected: Moved,
    ) {
        assert_eq!(shape().moved(Place::new(row, column), step), expected);
    }

    #[test]
    fn the_next_gap_goes_round() {
        let gaps = [
            Place::new(0, PERILAKU),
            Place::new(2, HASIL),
            Place::new(2, STATUS),
        ];
        let next = |row, column| next_gap(&gaps, Some(Place::new(row, column)));
        assert_eq!(next(0, CAPAIAN), Some(gaps[0]));
        assert_eq!(next(0, PERILAKU), Some(gaps[1]));
        assert_eq!(next(2, HASIL), Some(gaps[2]));
        assert_eq!(next(2, STATUS), Some(gaps[0]));
        assert_eq!(next_gap(&gaps, None), Some(gaps[0]));
        assert_eq!(next_gap(&[], Some(Place::new(0, HASIL))), None);
    }
}
