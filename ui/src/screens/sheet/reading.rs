//! What a pasted text means.

use super::column::{SheetColumn, Takes};
use api::sheet::CellValue;
use domain::capaian::CapaianError;
use domain::{Capaian, Rating};

/// Why a text was not accepted for a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No rating.
    NotARating,
    /// No number.
    NotANumber,
    /// A number that is too large.
    TooLarge,
    /// The column takes nothing.
    NotForTyping,
}

/// Reads a text for a column. Blank text means nothing and leaves the cell as it is: a paste never
/// wipes what is there.
///
/// # Errors
/// [`Unread`] says why.
pub fn read(text: &str, column: SheetColumn) -> Result<Option<CellValue>, Unread> {
    let text = tidy(text);
    if is_blank(&text) {
        return Ok(None);
    }
    match (column, column.takes()) {
        (SheetColumn::Rating(rated), _) => match rating(&text) {
            Some(rating) => Ok(Some(CellValue::Rating(rated, Some(rating)))),
            None => Err(Unread::NotARating),
        },
        (_, Takes::Number) => match Capaian::parse(&text) {
            Ok(capaian) => Ok(Some(CellValue::Capaian(Some(capaian)))),
            Err(CapaianError::NotANumber) => Err(Unread::NotANumber),
            Err(CapaianError::TooLarge) => Err(Unread::TooLarge),
        },
        _ => Err(Unread::NotForTyping),
    }
}

/// Reads a rating in Indonesian or English words, by the keys' digits, or by letter.
#[must_use]
pub fn rating(text: &str) -> Option<Rating> {
    let words: String = tidy(text)
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let mut words: Vec<&str> = words.split_whitespace().collect();
    // "Di atas ekspektasi", "Meets expectations": the last word adds nothing.
    words.retain(|word| !matches!(*word, "ekspektasi" | "expectation" | "expectations"));
    match words.join(" ").as_str() {
        "1" | "b" | "bawah" | "di bawah" | "dibawah" | "below" => Some(Rating::DiBawah),
        "2" | "s" | "sesuai" | "meets" | "meet" => Some(Rating::Sesuai),
        "3" | "a" | "atas" | "di atas" | "diatas" | "above" | "exceeds" => Some(Rating::DiAtas),
        _ => None,
    }
}

/// Whether a text says that nothing is there.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    matches!(
        tidy(text).to_lowercase().as_str(),
        "" | "-" | "–" | "—" | "belum" | "not yet"
    )
}

/// Hard spaces and marks of direction come along from other programs.
fn tidy(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace(['\u{200e}', '\u{200f}', '\u{feff}', '▲', '●', '▼'], "")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Column;
    use rstest::rstest;

    #[rstest]
    #[case("Di atas", Rating::DiAtas)]
    #[case("SESUAI EKSPEKTASI", Rating::Sesuai)]
    #[case("di_bawah", Rating::DiBawah)]
    #[case("Dibawah ekspektasi ", Rating::DiBawah)]
    #[case("Above expectation", Rating::DiAtas)]
    #[case("Meets", Rating::Sesuai)]
    #[case("● Sesuai", Rating::Sesuai)]
    #[case("1", Rating::DiBawah)]
    #[case("2", Rating::Sesuai)]
    #[case("3", Rating::DiAtas)]
    #[case("b", Rating::DiBawah)]
    #[case("S", Rating::Sesuai)]
    #[case("\u{a0}A ", Rating::DiAtas)]
    fn ratings_are_read_as_people_write_them(#[case] text: &str, #[case] expected: Rating) {
        assert_eq!(rating(text), Some(expected));
    }

    #[rstest]
    #[case("4")]
    #[case("12")]
    #[case("bagus")]
    #[case("sesuai di atas")]
    #[case("ekspektasi")]
    fn what_is_no_rating_is_not_guessed(#[case] text: &str) {
        let column = SheetColumn::Rating(Column::Perilaku);
        assert_eq!(read(text, column), Err(Unread::NotARating));
    }

    #[rstest]
    #[case("90,5", Ok(Some(9_050)))]
    #[case("90.5 %", Ok(Some(9_050)))]
    #[case("118", Ok(Some(11_800)))]
    #[case("", Ok(None))]
    #[case("-", Ok(None))]
    #[case("sembilan", Err(Unread::NotANumber))]
    #[case("90,555", Err(Unread::NotANumber))]
    #[case("1000", Err(Unread::TooLarge))]
    fn numbers_are_read(#[case] text: &str, #[case] expected: Result<Option<u32>, Unread>) {
        let expected =
            expected.map(|value| value.map(|value| CellValue::Capaian(Some(Capaian(value)))));
        assert_eq!(read(text, SheetColumn::Capaian), expected);
    }

    #[test]
    fn blanks_leave_a_rating_alone() {
        assert_eq!(
            read("belum", SheetColumn::Rating(Column::HasilKerja)),
            Ok(None)
        );
    }

    #[test]
    fn what_is_worked_out_takes_nothing() {
        assert_eq!(
            read("Baik", SheetColumn::Predikat),
            Err(Unread::NotForTyping)
        );
    }
}
