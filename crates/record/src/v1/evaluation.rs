//! `evaluation`, version 1. The nine ratings are one integer: an octal digit for each.

use super::code::{Code, Numbered};
use super::packed::{Id, List, PackedPeriod};
use domain::evaluation::{Aspek, BehaviourDetail, Cell, EvaluationState, ResultItem};
use domain::{
    AssignmentId, Behaviour, Capaian, EmployeeId, EvaluationId, EvidenceId, NoteId, Rating,
};
use minicbor::decode::Error;
use minicbor::encode::{self, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Evaluation {
    #[n(0)]
    id: Id,
    #[n(1)]
    employee: Id,
    #[n(2)]
    assignment: Id,
    #[n(3)]
    period: PackedPeriod,
    #[n(4)]
    ratings: Ratings,
    #[cbor(n(5), skip_if = "List::is_empty")]
    items: List<Item>,
    #[cbor(n(6), skip_if = "List::is_empty")]
    feedback: List<Feedback>,
    #[n(7)]
    capaian: Option<u32>,
    #[cbor(n(8), skip_if = "String::is_empty")]
    reason: String,
    #[cbor(n(9), skip_if = "List::is_empty")]
    notes: List<Id>,
    #[cbor(n(10), skip_if = "List::is_empty")]
    evidence: List<Id>,
    #[n(11)]
    rules_version: u32,
    #[n(12)]
    state: Code<EvaluationState>,
}

/// The values in the order of their digits.
const VALUES: [Behaviour; 7] = [
    Behaviour::BerorientasiPelayanan,
    Behaviour::Akuntabel,
    Behaviour::Kompeten,
    Behaviour::Harmonis,
    Behaviour::Loyal,
    Behaviour::Adaptif,
    Behaviour::Kolaboratif,
];

/// Hasil kerja in the lowest digit, perilaku in the next, then the seven values. A digit is the
/// rating's number, 0 for none, and 4 more when it was set in bulk and not looked at.
struct Ratings([Cell; 9]);

impl<C> Encode<C> for Ratings {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let mut packed = 0_u32;
        for cell in self.0.iter().rev() {
            let digit = cell.rating.map_or(0, Numbered::number) + if cell.bulk { 4 } else { 0 };
            packed = packed << 3 | u32::from(digit);
        }
        e.u32(packed)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Ratings {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let mut packed = d.u32()?;
        let mut cells = [Cell::default(); 9];
        for cell in &mut cells {
            *cell = match (packed & 7) as u8 {
                0 => Cell {
                    rating: None,
                    bulk: false,
                },
                4 => Cell {
                    rating: None,
                    bulk: true,
                },
                digit => Cell {
                    rating: Rating::from_number(digit & 3),
                    bulk: digit > 4,
                },
            };
            packed >>= 3;
        }
        if packed == 0 {
            Ok(Self(cells))
        } else {
            Err(Error::message("more than nine ratings"))
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Item {
    #[n(0)]
    plan: String,
    #[n(1)]
    aspek: Option<Code<Aspek>>,
    #[cbor(n(2), skip_if = "String::is_empty")]
    indicator: String,
    #[cbor(n(3), skip_if = "String::is_empty")]
    unit: String,
    #[cbor(n(4), skip_if = "String::is_empty")]
    target: String,
    #[cbor(n(5), skip_if = "String::is_empty")]
    realisation: String,
    #[n(6)]
    rating: Option<Code<Rating>>,
    #[cbor(n(7), skip_if = "String::is_empty")]
    feedback: String,
}

/// Umpan balik on one value, in the order of [`VALUES`].
#[derive(Encode, Decode)]
#[cbor(array)]
struct Feedback {
    #[n(0)]
    value: Code<Behaviour>,
    #[n(1)]
    text: String,
}

impl From<&domain::Evaluation> for Evaluation {
    fn from(evaluation: &domain::Evaluation) -> Self {
        let mut cells = [Cell::default(); 9];
        let mut feedback = Vec::new();
        cells[0] = evaluation.hasil_kerja;
        cells[1] = evaluation.perilaku;
        for (digit, value) in VALUES.into_iter().enumerate() {
            let detail = &evaluation.behaviours[value.index()];
            cells[digit + 2] = detail.cell;
            if !detail.feedback.is_empty() {
                feedback.push(Feedback {
                    value: Code(value),
                    text: detail.feedback.clone(),
                });
            }
        }
        Self {
            id: Id(evaluation.id.0),
            employee: Id(evaluation.employee.0),
            assignment: Id(evaluation.assignment.0),
            period: PackedPeriod(evaluation.period),
            ratings: Ratings(cells),
            items: List::of(&evaluation.items, Item::from),
            feedback: List(feedback),
            capaian: evaluation.capaian.map(|capaian| capaian.0),
            reason: evaluation.reason.clone(),
            notes: List::of(&evaluation.notes, |note| Id(note.0)),
            evidence: List::of(&evaluation.evidence, |evidence| Id(evidence.0)),
            rules_version: evaluation.rules_version,
            state: Code(evaluation.state),
        }
    }
}

impl From<Evaluation> for domain::Evaluation {
    fn from(evaluation: Evaluation) -> Self {
        let cells = evaluation.ratings.0;
        let mut behaviours: [BehaviourDetail; 7] = Default::default();
        for (digit, value) in VALUES.into_iter().enumerate() {
            behaviours[value.index()].cell = cells[digit + 2];
        }
        for feedback in evaluation.feedback.0 {
            behaviours[feedback.value.0.index()].feedback = feedback.text;
        }
        Self {
            id: EvaluationId(evaluation.id.0),
            employee: EmployeeId(evaluation.employee.0),
            assignment: AssignmentId(evaluation.assignment.0),
            period: evaluation.period.0,
            items: evaluation.items.into(ResultItem::from),
            hasil_kerja: cells[0],
            perilaku: cells[1],
            behaviours,
            capaian: evaluation.capaian.map(Capaian),
            reason: evaluation.reason,
            notes: evaluation.notes.into(|note| NoteId(note.0)),
            evidence: evaluation.evidence.into(|evidence| EvidenceId(evidence.0)),
            rules_version: evaluation.rules_version,
            state: evaluation.state.0,
        }
    }
}

impl From<&ResultItem> for Item {
    fn from(item: &ResultItem) -> Self {
        Self {
            plan: item.plan.clone(),
            aspek: item.aspek.map(Code),
            indicator: item.indicator.clone(),
            unit: item.unit.clone(),
            target: item.target.clone(),
            realisation: item.realisation.clone(),
            rating: item.rating.map(Code),
            feedback: item.feedback.clone(),
        }
    }
}

impl From<Item> for ResultItem {
    fn from(item: Item) -> Self {
        Self {
            plan: item.plan,
            aspek: item.aspek.map(|aspek| aspek.0),
            indicator: item.indicator,
            unit: item.unit,
            target: item.target,
            realisation: item.realisation,
            rating: item.rating.map(|rating| rating.0),
            feedback: item.feedback,
        }
    }
}
