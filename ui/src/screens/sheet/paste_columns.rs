//! Which column of a pasted table goes to which column of the sheet.

use super::column::{SheetColumn, Takes};
use super::paste::Target;
use super::reading;
use catalogue::Language;
use domain::{Column, Nip};

/// Where each column of the pasted table goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goes {
    /// To a column of the sheet.
    To(SheetColumn),
    /// It finds the people.
    Nip,
    /// Names and other columns that only help the reader.
    Nowhere,
    /// Right of the last column.
    Beyond,
}

/// The columns that a head row names; `None` when the row is no head.
#[must_use]
pub fn head(row: &[String]) -> Option<Vec<Goes>> {
    let goes: Vec<Option<Goes>> = row.iter().map(|text| label(text)).collect();
    let names_something = goes
        .iter()
        .flatten()
        .any(|goes| matches!(goes, Goes::To(_) | Goes::Nip));
    let is_value = |text: &String| {
        !reading::is_blank(text)
            && (reading::rating(text).is_some()
                || domain::Capaian::parse(text).is_ok()
                || Nip::parse(text).is_ok())
    };
    (names_something && !row.iter().any(is_value)).then(|| {
        goes.into_iter()
            .map(|goes| goes.unwrap_or(Goes::Nowhere))
            .collect()
    })
}

fn label(text: &str) -> Option<Goes> {
    let tidy = |text: &str| -> String {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let text = tidy(text);
    let alias = match text.as_str() {
        "nip" => return Some(Goes::Nip),
        "capaianpersen" | "capaiankinerja" => Some(SheetColumn::Capaian),
        "hasil" | "nilaihasilkerja" | "ratinghasilkerja" => {
            Some(SheetColumn::Rating(Column::HasilKerja))
        }
        "perilakukerja" | "nilaiperilaku" | "ratingperilaku" => {
            Some(SheetColumn::Rating(Column::Perilaku))
        }
        _ => None,
    };
    alias
        .or_else(|| {
            SheetColumn::ALL
                .into_iter()
                .filter(|column| column.takes() != Takes::Nothing)
                .find(|column| {
                    Language::ALL.into_iter().any(|language| {
                        text == tidy(column.name(language)) || text == tidy(column.head(language))
                    })
                })
        })
        .map(Goes::To)
}

/// The columns of a table without a head, from the cursor on.
#[must_use]
pub fn by_position(body: &[Vec<String>], width: usize, target: &Target) -> Vec<Goes> {
    let nip = body
        .iter()
        .filter_map(|row| row.first())
        .all(|text| Nip::parse(text).is_ok());
    let left = target.selection.columns(&target.columns).next();
    let from = target
        .columns
        .iter()
        .position(|column| Some(*column) == left)
        .unwrap_or(0);
    let shown = &target.columns[from..];
    let offset = usize::from(nip);
    let falls_on_read_only = shown.iter().enumerate().any(|(index, column)| {
        column.takes() == Takes::Nothing
            && body
                .iter()
                .filter_map(|row| row.get(index + offset))
                .any(|text| !is_own_copy(text))
    });
    let takes_values = |column: &&SheetColumn| column.takes() != Takes::Nothing;
    let order: Vec<SheetColumn> = if falls_on_read_only {
        shown.iter().filter(takes_values).copied().collect()
    } else {
        shown.to_vec()
    };
    (0..width)
        .map(|index| match index.checked_sub(offset) {
            None => Goes::Nip,
            Some(index) => order
                .get(index)
                .map_or(Goes::Beyond, |column| Goes::To(*column)),
        })
        .collect()
}

/// Whether a text on a column that the program works out is what the sheet itself copies there:
/// it may stand there and is passed over.
#[must_use]
pub fn is_own_copy(text: &str) -> bool {
    use catalogue::page_sheet as words;
    if reading::is_blank(text) || domain::Predikat::from_name(text).is_some() {
        return true;
    }
    let number: String = text.chars().take_while(char::is_ascii_digit).collect();
    Language::ALL.into_iter().any(|language| {
        let statuses = [
            api::sheet::RowStatus::Empty,
            api::sheet::RowStatus::Draft,
            api::sheet::RowStatus::Ready,
            api::sheet::RowStatus::Changed,
        ];
        text == words::evidence_text(language, &number)
            || text == words::notes_text(language, &number)
            || statuses
                .into_iter()
                .any(|status| text == super::face::status(language, status))
            || domain::ExceptionKind::ALL
                .into_iter()
                .any(|kind| text == catalogue::terms::exception(language, kind))
    })
}
