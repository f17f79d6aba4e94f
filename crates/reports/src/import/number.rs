//! Attainment from a cell.

use super::cell::Cell;
use domain::Capaian;
use domain::capaian::CapaianError;

/// A cell of an attainment column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadCapaian {
    /// Empty or `-`.
    Nothing,
    /// A figure.
    Figure(Capaian),
    /// A bare number up to 2: 0.9 may be 0,9 % or 90 %, and only the writer knows.
    Ambiguous,
    /// Not a figure, or too large.
    Wrong(CapaianError),
}

/// Reads a cell of an attainment column.
pub(super) fn capaian(cell: &Cell) -> ReadCapaian {
    match cell {
        Cell::Empty => ReadCapaian::Nothing,
        Cell::Text(text) if matches!(text.trim(), "-" | "–") => ReadCapaian::Nothing,
        Cell::Text(text) => {
            Capaian::parse(text).map_or_else(ReadCapaian::Wrong, ReadCapaian::Figure)
        }
        Cell::Percent(fraction) => percent(fraction * 100.0),
        Cell::Number(number) if *number > 0.0 && *number <= 2.0 => ReadCapaian::Ambiguous,
        Cell::Number(number) => percent(*number),
        Cell::Date(_) | Cell::Error => ReadCapaian::Wrong(CapaianError::NotANumber),
    }
}

/// A number of a workbook carries the digits of a calculation; two decimals of it are shown.
fn percent(number: f64) -> ReadCapaian {
    Capaian::parse(&format!("{number:.2}")).map_or_else(ReadCapaian::Wrong, ReadCapaian::Figure)
}

#[cfg(test)]
mod tests {
    use super::{Capaian, CapaianError, Cell, ReadCapaian, capaian};
    use rstest::rstest;

    #[rstest]
    #[case(Cell::text("90,5"), ReadCapaian::Figure(Capaian(9_050)))]
    #[case(Cell::text("90 %"), ReadCapaian::Figure(Capaian(9_000)))]
    #[case(Cell::Number(90.5), ReadCapaian::Figure(Capaian(9_050)))]
    #[case(Cell::Number(93.333_333), ReadCapaian::Figure(Capaian(9_333)))]
    #[case(Cell::Percent(0.9), ReadCapaian::Figure(Capaian(9_000)))]
    #[case(Cell::Percent(1.0), ReadCapaian::Figure(Capaian(10_000)))]
    #[case(Cell::Number(0.0), ReadCapaian::Figure(Capaian(0)))]
    #[case(Cell::Number(0.9), ReadCapaian::Ambiguous)]
    #[case(Cell::Number(1.0), ReadCapaian::Ambiguous)]
    #[case(Cell::Number(-5.0), ReadCapaian::Wrong(CapaianError::NotANumber))]
    #[case(Cell::Number(5000.0), ReadCapaian::Wrong(CapaianError::TooLarge))]
    #[case(Cell::text("baik"), ReadCapaian::Wrong(CapaianError::NotANumber))]
    #[case(Cell::text("-"), ReadCapaian::Nothing)]
    #[case(Cell::Empty, ReadCapaian::Nothing)]
    fn figures(#[case] cell: Cell, #[case] expected: ReadCapaian) {
        assert_eq!(capaian(&cell), expected);
    }
}
