//! Lembar salin: what somebody retypes into e-Kinerja BKN, in the order of its screens.
//!
//! The screen "Penilaian Bawahan" asks, from the top: feedback per rencana hasil kerja, the rating
//! of hasil kerja, feedback per behaviour, the rating of perilaku kerja, then shows the predikat.

use crate::bkn::{BknRow, Outcome};
use catalogue::{Language, recap as words};
use domain::rules::SiasnWords;
use domain::{Behaviour, Evaluation};

/// One person's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyPerson {
    /// Name, as forms print it.
    pub name: String,
    /// The post's name.
    pub jabatan: String,
    /// Whether there is nothing to type, because of an exception.
    pub exempt: bool,
    /// The values, in the order of the screens; values that are not there are left out.
    pub values: Vec<CopyValue>,
}

/// One value with a copy button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyValue {
    /// What it is.
    pub field: CopyField,
    /// What goes to the clipboard.
    pub text: String,
}

/// A field of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyField {
    /// To find the person.
    Nip,
    /// Realisasi of a rencana hasil kerja, counted from 1.
    Realisation(usize),
    /// Umpan balik of a rencana hasil kerja, counted from 1.
    ItemFeedback(usize),
    /// Rating of hasil kerja.
    HasilKerja,
    /// Umpan balik of one behaviour.
    BehaviourFeedback(Behaviour),
    /// Rating of perilaku kerja.
    Perilaku,
    /// The predikat that the screen should show.
    Predikat,
    /// The sentence that explains a rating other than sesuai.
    Reason,
}

impl CopyField {
    /// What the screens call it.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        match self {
            Self::Nip => words::copy_nip(language).to_owned(),
            Self::Realisation(number) => words::copy_realisation(language, number),
            Self::ItemFeedback(number) => words::copy_item_feedback(language, number),
            Self::HasilKerja => words::copy_hasil_kerja(language).to_owned(),
            Self::BehaviourFeedback(behaviour) => {
                words::copy_behaviour_feedback(language, behaviour.name())
            }
            Self::Perilaku => words::copy_perilaku(language).to_owned(),
            Self::Predikat => words::copy_predikat(language).to_owned(),
            Self::Reason => words::copy_reason(language).to_owned(),
        }
    }
}

/// The values of one row of the workbook, in the words of its period.
#[must_use]
pub fn person(words: &SiasnWords, row: &BknRow, evaluation: Option<&Evaluation>) -> CopyPerson {
    let exempt = row.outcome == Outcome::Exempt;
    let mut values = vec![CopyValue {
        field: CopyField::Nip,
        text: row.nip.digits().to_owned(),
    }];
    if !exempt {
        let filled = screen(words, row, evaluation)
            .into_iter()
            .filter(|(_, text)| !text.is_empty());
        values.extend(filled.map(|(field, text)| CopyValue { field, text }));
    }
    CopyPerson {
        name: row.name.clone(),
        jabatan: row.jabatan.clone(),
        exempt,
        values,
    }
}

fn screen(
    words: &SiasnWords,
    row: &BknRow,
    evaluation: Option<&Evaluation>,
) -> Vec<(CopyField, String)> {
    let trimmed = |text: &str| text.trim().to_owned();
    let mut fields = Vec::new();
    for (number, item) in (1..).zip(evaluation.map_or(&[][..], |it| &it.items)) {
        fields.push((CopyField::Realisation(number), trimmed(&item.realisation)));
        fields.push((CopyField::ItemFeedback(number), trimmed(&item.feedback)));
    }
    let rating = row.outcome.hasil_kerja().map_or("", |it| words.rating(it));
    fields.push((CopyField::HasilKerja, rating.to_owned()));
    if let Some(evaluation) = evaluation {
        for (behaviour, detail) in Behaviour::ALL.into_iter().zip(&evaluation.behaviours) {
            fields.push((
                CopyField::BehaviourFeedback(behaviour),
                trimmed(&detail.feedback),
            ));
        }
    }
    let rating = row.outcome.perilaku().map_or("", |it| words.rating(it));
    fields.push((CopyField::Perilaku, rating.to_owned()));
    let predikat = row.outcome.predikat().map_or("", |it| words.predikat(it));
    fields.push((CopyField::Predikat, predikat.to_owned()));
    fields.push((
        CopyField::Reason,
        evaluation.map_or_else(String::new, |it| trimmed(&it.reason)),
    ));
    fields
}
