//! A row as the person sees it: what the program said last, with what was typed since on top.

use super::column::SheetColumn;
use api::sheet::{CellValue, RowStatus, SheetRow};
use domain::evaluation::Cell;
use domain::missing::MissingCode;
use domain::suggestion::suggestion;
use domain::{Column, Predikat, Rating};

/// A row with its edits under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState {
    saved: SheetRow,
    shown: SheetRow,
    under_way: Vec<UnderWay>,
    troubles: Vec<Trouble>,
    typed_reason: Option<String>,
}

/// An edit that was sent and not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
struct UnderWay {
    act: u32,
    value: CellValue,
}

/// Something typed that is not saved: it stays where it was typed, with a sentence beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where.
    pub column: SheetColumn,
    /// What was typed.
    pub kept: Kept,
    /// What happened, what is safe, what to do next.
    pub sentence: String,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Understood and refused: it can be sent again.
    Value(CellValue),
    /// Not understood: the text as typed.
    Text(String),
}

impl RowState {
    /// A row as the program sends it.
    #[must_use]
    pub fn new(saved: SheetRow) -> Self {
        Self {
            shown: saved.clone(),
            saved,
            under_way: Vec::new(),
            troubles: Vec::new(),
            typed_reason: None,
        }
    }

    /// The row to draw.
    #[must_use]
    pub const fn shown(&self) -> &SheetRow {
        &self.shown
    }

    /// The revision that the next edit is based on.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.saved.revision
    }

    /// Whether taking over this row changes anything.
    #[must_use]
    pub fn differs_from(&self, row: &SheetRow) -> bool {
        self.saved != *row
    }

    /// The program sends the row again.
    pub fn refresh(&mut self, row: SheetRow) {
        self.saved = row;
        self.lay_over();
    }

    /// An edit goes out; it shows at once.
    pub fn begin(&mut self, act: u32, value: CellValue) {
        self.troubles
            .retain(|trouble| trouble.column != column_of(&value));
        self.under_way.push(UnderWay { act, value });
        self.lay_over();
    }

    /// An act was answered: what it did stands in the row that came back.
    pub fn settle(&mut self, act: u32) {
        self.under_way.retain(|edit| edit.act != act);
        self.lay_over();
    }

    /// An act was refused: what was typed stays, with the sentence.
    pub fn refuse(&mut self, act: u32, sentence: &str) {
        let refused: Vec<UnderWay> = self
            .under_way
            .iter()
            .filter(|edit| edit.act == act)
            .cloned()
            .collect();
        self.settle(act);
        for edit in refused {
            self.keep(Trouble {
                column: column_of(&edit.value),
                kept: Kept::Value(edit.value),
                sentence: sentence.to_owned(),
            });
        }
    }

    /// Keeps something that was typed and is not saved.
    pub fn keep(&mut self, trouble: Trouble) {
        self.forget(trouble.column);
        self.troubles.push(trouble);
    }

    /// Lets go of what was typed in a column and not saved.
    pub fn forget(&mut self, column: SheetColumn) {
        self.troubles.retain(|trouble| trouble.column != column);
    }

    /// Takes every refused value out, to send it again. Text that was not understood stays.
    pub fn take_refused(&mut self) -> Vec<CellValue> {
        let (again, rest) = std::mem::take(&mut self.troubles)
            .into_iter()
            .partition(|trouble| matches!(trouble.kept, Kept::Value(_)));
        self.troubles = rest;
        let again: Vec<Trouble> = again;
        again
            .into_iter()
            .filter_map(|trouble| match trouble.kept {
                Kept::Value(value) => Some(value),
                Kept::Text(_) => None,
            })
            .collect()
    }

    /// What is kept in a column.
    #[must_use]
    pub fn trouble(&self, column: SheetColumn) -> Option<&Trouble> {
        self.troubles
            .iter()
            .find(|trouble| trouble.column == column)
    }

    /// The columns that are not saved.
    #[must_use]
    pub fn troubled(&self) -> Vec<SheetColumn> {
        self.troubles.iter().map(|trouble| trouble.column).collect()
    }

    /// The first column that is not saved.
    #[must_use]
    pub fn first_trouble(&self) -> Option<SheetColumn> {
        self.troubles.first().map(|trouble| trouble.column)
    }

    /// How many values were refused and can be sent again.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.troubles
            .iter()
            .filter(|it| matches!(it.kept, Kept::Value(_)))
            .count()
    }

    /// How many cells are not saved.
    #[must_use]
    pub fn troubles(&self) -> usize {
        self.troubles.len()
    }

    /// The sentence in the side panel: what is being typed, or what is saved.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.typed_reason.as_deref().unwrap_or(&self.shown.reason)
    }

    /// Whether the sentence has letters that are not sent yet.
    #[must_use]
    pub const fn typed_reason(&self) -> Option<&String> {
        self.typed_reason.as_ref()
    }

    /// Letters were typed into the sentence.
    pub fn type_reason(&mut self, text: String) {
        self.typed_reason = Some(text);
    }

    /// The sentence, when it differs from what is saved and from what is on its way.
    #[must_use]
    pub fn unsent_reason(&self) -> Option<&String> {
        self.typed_reason
            .as_ref()
            .filter(|typed| **typed != self.shown.reason)
    }

    /// Lets go of the typed letters once the program has them; letters typed since stay. Whether
    /// none are left.
    pub fn settle_reason(&mut self) -> bool {
        if self.typed_reason.as_deref() == Some(&self.saved.reason) {
            self.typed_reason = None;
        }
        self.typed_reason.is_none()
    }

    /// The columns where something is missing that stops *siap dikirim*, in the order of the sheet.
    #[must_use]
    pub fn gaps(&self) -> Vec<SheetColumn> {
        let mut gaps: Vec<SheetColumn> = self
            .shown
            .missing
            .iter()
            .filter_map(|code| gap_column(*code))
            .collect();
        gaps.extend(self.troubles.iter().map(|trouble| trouble.column));
        gaps.sort_unstable_by_key(|column| column.order());
        gaps.dedup();
        gaps
    }

    /// Whether a cell of the row was set in bulk and not looked at.
    #[must_use]
    pub fn has_bulk(&self) -> bool {
        Column::ALL
            .iter()
            .any(|column| cell(&self.shown, *column).bulk)
    }

    fn lay_over(&mut self) {
        self.shown.clone_from(&self.saved);
        for edit in &self.under_way {
            apply(&mut self.shown, &edit.value);
        }
        if !self.under_way.is_empty() {
            reckon(&mut self.shown);
        }
    }
}

/// The column that a value belongs to; the sentence stands with the status.
#[must_use]
pub const fn column_of(value: &CellValue) -> SheetColumn {
    match value {
        CellValue::Rating(column, _) => SheetColumn::Rating(*column),
        CellValue::Capaian(_) => SheetColumn::Capaian,
        CellValue::Reason(_) => SheetColumn::Status,
    }
}

/// The cell of a column.
#[must_use]
pub const fn cell(row: &SheetRow, column: Column) -> Cell {
    match column {
        Column::HasilKerja => row.hasil_kerja,
        Column::Perilaku => row.perilaku,
        Column::Behaviour(behaviour) => row.behaviours[behaviour.index()],
    }
}

/// The cell where a missing thing is mended.
const fn gap_column(code: MissingCode) -> Option<SheetColumn> {
    match code {
        MissingCode::KurangHasil => Some(SheetColumn::Rating(Column::HasilKerja)),
        MissingCode::KurangPerilaku => Some(SheetColumn::Rating(Column::Perilaku)),
        MissingCode::KurangBukti => Some(SheetColumn::Evidence),
        MissingCode::KurangAlasan => Some(SheetColumn::Status),
        MissingCode::PenilaiDiri | MissingCode::KurangPenilai | MissingCode::BelumDitinjau => None,
    }
}

fn apply(row: &mut SheetRow, value: &CellValue) {
    match value {
        CellValue::Rating(column, rating) => {
            let cell = Cell {
                rating: *rating,
                bulk: false,
            };
            match column {
                Column::HasilKerja => row.hasil_kerja = cell,
                Column::Perilaku => row.perilaku = cell,
                Column::Behaviour(behaviour) => row.behaviours[behaviour.index()] = cell,
            }
        }
        CellValue::Capaian(capaian) => row.capaian = *capaian,
        CellValue::Reason(reason) => row.reason.clone_from(reason),
    }
}

/// What follows from the ratings, by the rules of the program, until its own answer is here.
fn reckon(row: &mut SheetRow) {
    let ratings = [row.hasil_kerja.rating, row.perilaku.rating];
    row.predikat = match ratings {
        [Some(hasil_kerja), Some(perilaku)] => Some(Predikat::of(hasil_kerja, perilaku)),
        _ => None,
    };
    row.suggestion = suggestion(row.behaviours.iter().map(|cell| cell.rating));
    row.status = match row.status {
        RowStatus::Empty => RowStatus::Draft,
        RowStatus::Ready | RowStatus::Returned => RowStatus::Changed,
        status => status,
    };
    let needs = ratings.into_iter().flatten().any(Rating::needs_reason);
    let bulk = Column::ALL.iter().any(|column| cell(row, *column).bulk);
    let lacks = |code| match code {
        MissingCode::KurangHasil => row.hasil_kerja.rating.is_none(),
        MissingCode::KurangPerilaku => row.perilaku.rating.is_none(),
        MissingCode::KurangBukti => needs && row.evidence == 0,
        MissingCode::KurangAlasan => needs && row.reason.trim().is_empty(),
        MissingCode::BelumDitinjau => bulk,
        code @ (MissingCode::PenilaiDiri | MissingCode::KurangPenilai) => {
            row.missing.contains(&code)
        }
    };
    row.missing = MissingCode::ALL
        .into_iter()
        .filter(|code| lacks(*code))
        .collect();
}

#[cfg(test)]
mod tests {
    use super::super::fixture::row;
    use super::*;
    use domain::Capaian;

    const HASIL: CellValue = CellValue::Rating(Column::HasilKerja, Some(Rating::DiAtas));
    const PERILAKU: CellValue = CellValue::Rating(Column::Perilaku, Some(Rating::Sesuai));

    #[test]
    fn an_edit_shows_at_once_with_what_follows_from_it() {
        let mut state = RowState::new(row("Andi"));
        state.begin(1, HASIL);
        state.begin(2, PERILAKU);
        let shown = state.shown();
        assert_eq!(shown.hasil_kerja.rating, Some(Rating::DiAtas));
        assert_eq!(
            shown.predikat,
            Some(Predikat::of(Rating::DiAtas, Rating::Sesuai))
        );
        assert_eq!(
            shown.missing,
            [MissingCode::KurangBukti, MissingCode::KurangAlasan]
        );
        assert_eq!(shown.status, RowStatus::Draft);
        assert_eq!(state.gaps(), [SheetColumn::Evidence, SheetColumn::Status]);
    }

    #[test]
    fn an_answer_that_is_older_than_the_typing_does_not_undo_it() {
        let mut state = RowState::new(row("Andi"));
        state.begin(1, HASIL);
        state.begin(2, PERILAKU);
        let mut answer = row("Andi");
        answer.hasil_kerja.rating = Some(Rating::DiAtas);
        answer.revision = 7;
        state.refresh(answer);
        state.settle(1);
        assert_eq!(state.shown().perilaku.rating, Some(Rating::Sesuai));
        assert_eq!(state.revision(), 7);
    }

    #[test]
    fn what_is_refused_stays_until_it_is_sent_again() {
        let mut state = RowState::new(row("Andi"));
        state.begin(1, HASIL);
        state.begin(2, CellValue::Capaian(Some(Capaian(9_050))));
        state.refuse(1, "Disk penuh.");
        assert_eq!(state.shown().hasil_kerja.rating, None);
        assert_eq!(state.shown().capaian, Some(Capaian(9_050)));
        let trouble = state
            .trouble(SheetColumn::Rating(Column::HasilKerja))
            .unwrap();
        assert_eq!(trouble.kept, Kept::Value(HASIL));
        assert_eq!(trouble.sentence, "Disk penuh.");
        assert_eq!(state.take_refused(), [HASIL]);
        assert_eq!(state.troubles(), 0);
    }

    #[test]
    fn text_that_is_not_understood_is_not_sent_again() {
        let mut state = RowState::new(row("Andi"));
        state.keep(Trouble {
            column: SheetColumn::Capaian,
            kept: Kept::Text("9o".into()),
            sentence: String::new(),
        });
        assert_eq!(state.take_refused(), []);
        assert_eq!(state.troubles(), 1);
        state.begin(1, CellValue::Capaian(None));
        assert_eq!(state.troubles(), 0);
    }

    #[test]
    fn letters_typed_while_saving_are_kept() {
        let mut state = RowState::new(row("Andi"));
        let answer = |reason: &str| {
            let mut answer = row("Andi");
            answer.reason = reason.to_owned();
            answer
        };
        state.type_reason("Tepat".into());
        state.begin(1, CellValue::Reason("Tepat".into()));
        assert_eq!(state.unsent_reason(), None);
        assert!(!state.settle_reason());
        state.type_reason("Tepat waktu".into());
        state.refresh(answer("Tepat"));
        state.settle(1);
        assert!(!state.settle_reason());
        assert_eq!(state.unsent_reason().unwrap(), "Tepat waktu");
        state.refresh(answer("Tepat waktu"));
        assert!(state.settle_reason());
        assert_eq!(state.reason(), "Tepat waktu");
    }

    #[test]
    fn a_refused_sentence_stays_on_the_screen() {
        let mut state = RowState::new(row("Andi"));
        state.type_reason("Tepat".into());
        state.begin(1, CellValue::Reason("Tepat".into()));
        state.refuse(1, "Disk penuh.");
        assert!(!state.settle_reason());
        assert_eq!(state.reason(), "Tepat");
    }

    #[test]
    fn a_sealed_row_that_is_edited_is_a_correction() {
        let mut sealed = row("Andi");
        sealed.status = RowStatus::Ready;
        let mut state = RowState::new(sealed);
        state.begin(1, PERILAKU);
        assert_eq!(state.shown().status, RowStatus::Changed);
    }
}
