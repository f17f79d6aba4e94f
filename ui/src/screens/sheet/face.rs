//! What a cell shows, and what it copies.

use super::column::SheetColumn;
use super::row::{Kept, RowState, cell};
use api::sheet::{CellValue, RowStatus, SheetRow};
use catalogue::{Language, page_sheet as words, terms};
use domain::Rating;
use domain::missing::MissingCode;

/// A cell without the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// What stands in it.
    pub look: Look,
    /// What is missing here, in words.
    pub needs: Vec<&'static str>,
    /// Why what was typed here is not saved.
    pub trouble: Option<String>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// A rating; `M` while it was set in bulk and not looked at.
    Rating(Rating, Origin),
    /// A rating that is asked for.
    Open,
    /// A number, a word.
    Text(String),
    /// A word that counts most in its row.
    Strong(&'static str),
    /// Nothing, and nothing is asked for.
    Nothing,
    /// Text as typed that was not understood.
    Unread(String),
    /// Where the row stands.
    Status(RowStatus),
}

/// How a rating came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody chose it.
    Chosen,
    /// Set for many at once.
    Bulk,
}

/// What a cell shows.
#[must_use]
pub fn face(language: Language, state: &RowState, column: SheetColumn) -> Face {
    let row = state.shown();
    if let Some(trouble) = state.trouble(column) {
        let look = match &trouble.kept {
            Kept::Value(CellValue::Rating(_, Some(rating))) => {
                Look::Rating(*rating, Origin::Chosen)
            }
            Kept::Value(CellValue::Capaian(Some(capaian))) => {
                Look::Text(terms::percent(language, capaian.plain()))
            }
            Kept::Value(CellValue::Rating(_, None) | CellValue::Capaian(None)) => Look::Nothing,
            Kept::Value(CellValue::Reason(_)) => Look::Status(row.status),
            Kept::Text(text) => Look::Unread(text.clone()),
        };
        return Face {
            look,
            needs: Vec::new(),
            trouble: Some(trouble.sentence.clone()),
        };
    }
    Face {
        look: look(language, row, column),
        needs: needs(language, row, column),
        trouble: None,
    }
}

fn look(language: Language, row: &SheetRow, column: SheetColumn) -> Look {
    match column {
        SheetColumn::Rating(rated) => {
            let cell = cell(row, rated);
            match cell.rating {
                Some(rating) if cell.bulk => Look::Rating(rating, Origin::Bulk),
                Some(rating) => Look::Rating(rating, Origin::Chosen),
                None if column.is_behaviour() => Look::Nothing,
                None => Look::Open,
            }
        }
        SheetColumn::Capaian => row.capaian.map_or(Look::Nothing, |capaian| {
            Look::Text(terms::percent(language, capaian.plain()))
        }),
        SheetColumn::Evidence => count(row.evidence),
        SheetColumn::Notes => count(row.notes),
        SheetColumn::Predikat => row
            .predikat
            .map_or(Look::Nothing, |predikat| Look::Strong(predikat.name())),
        SheetColumn::Status => Look::Status(row.status),
    }
}

fn count(number: u32) -> Look {
    if number == 0 {
        Look::Nothing
    } else {
        Look::Text(number.to_string())
    }
}

/// What is missing in a cell, in words. The status gathers what has no cell of its own.
fn needs(language: Language, row: &SheetRow, column: SheetColumn) -> Vec<&'static str> {
    let word = |code: &MissingCode| match (column, code) {
        (SheetColumn::Evidence, MissingCode::KurangBukti) => Some(words::need_evidence(language)),
        (SheetColumn::Status, MissingCode::KurangAlasan) => Some(words::need_reason(language)),
        (SheetColumn::Status, MissingCode::PenilaiDiri) => {
            Some(words::need_other_appraiser(language))
        }
        (SheetColumn::Status, MissingCode::KurangPenilai) => Some(words::need_appraiser(language)),
        _ => None,
    };
    row.missing.iter().filter_map(word).collect()
}

/// The words of a status.
#[must_use]
pub const fn status(language: Language, status: RowStatus) -> &'static str {
    match status {
        RowStatus::Empty => words::status_empty(language),
        RowStatus::Draft => terms::draft(language),
        RowStatus::Ready => terms::ready(language),
        RowStatus::Changed => words::status_changed(language),
        RowStatus::Returned => words::status_returned(language),
        RowStatus::Final => words::status_final(language),
        RowStatus::Exempt => "",
    }
}

/// What a cell copies. Counts carry their word, so that pasting the copy back never takes a count
/// for a rating.
#[must_use]
pub fn copied(language: Language, row: &SheetRow, column: SheetColumn) -> String {
    match column {
        SheetColumn::Rating(rated) => cell(row, rated)
            .rating
            .map(|rating| terms::rating(language, rating).to_owned())
            .unwrap_or_default(),
        SheetColumn::Capaian => row.capaian.map(domain::Capaian::plain).unwrap_or_default(),
        SheetColumn::Evidence => words::evidence_text(language, row.evidence),
        SheetColumn::Notes => words::notes_text(language, row.notes),
        SheetColumn::Predikat => row
            .predikat
            .map(|predikat| predikat.name().to_owned())
            .unwrap_or_default(),
        SheetColumn::Status => match row.exempt {
            Some(kind) => terms::exception(language, kind).to_owned(),
            None => status(language, row.status).to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::row;
    use super::*;
    use catalogue::Language::Indonesian;
    use domain::evaluation::Cell;
    use domain::{Behaviour, Capaian, Column};

    const HASIL: SheetColumn = SheetColumn::Rating(Column::HasilKerja);
    const LOYAL: SheetColumn = SheetColumn::Rating(Column::Behaviour(Behaviour::Loyal));

    #[test]
    fn an_overall_rating_is_asked_for_and_a_single_value_is_not() {
        let state = RowState::new(row("Andi"));
        assert_eq!(face(Indonesian, &state, HASIL).look, Look::Open);
        assert_eq!(face(Indonesian, &state, LOYAL).look, Look::Nothing);
    }

    #[test]
    fn bulk_carries_its_mark() {
        let mut bulk = row("Andi");
        bulk.hasil_kerja = Cell {
            rating: Some(Rating::Sesuai),
            bulk: true,
        };
        let state = RowState::new(bulk);
        assert_eq!(
            face(Indonesian, &state, HASIL).look,
            Look::Rating(Rating::Sesuai, Origin::Bulk)
        );
    }

    #[test]
    fn what_is_missing_stands_where_it_is_mended() {
        let mut above = row("Andi");
        above.missing = vec![MissingCode::KurangBukti, MissingCode::KurangAlasan];
        let state = RowState::new(above);
        assert_eq!(
            face(Indonesian, &state, SheetColumn::Evidence).needs,
            ["perlu bukti"]
        );
        assert_eq!(
            face(Indonesian, &state, SheetColumn::Status).needs,
            ["perlu alasan"]
        );
        assert_eq!(face(Indonesian, &state, HASIL).needs, Vec::<&str>::new());
    }

    #[test]
    fn copies_are_words_and_plain_numbers() {
        let mut full = row("Andi");
        full.capaian = Some(Capaian(9_050));
        full.evidence = 2;
        full.hasil_kerja.rating = Some(Rating::DiAtas);
        let copy = |column| copied(Indonesian, &full, column);
        assert_eq!(copy(SheetColumn::Capaian), "90,5");
        assert_eq!(copy(SheetColumn::Evidence), "2 bukti");
        assert_eq!(copy(HASIL), "Di atas");
        assert_eq!(copy(SheetColumn::Predikat), "");
    }
}
