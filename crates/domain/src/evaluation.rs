//! The rating of one assignment in one period.

use crate::{
    AssignmentId, Behaviour, Capaian, EmployeeId, EvaluationId, EvidenceId, NoteId, Period,
    Predikat, Rating,
};
use serde::{Deserialize, Serialize};

/// What a rating stands on: one cell of the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// The rating; empty until somebody rates.
    pub rating: Option<Rating>,
    /// Set for many at once and not yet looked at (shown as a small M).
    pub bulk: bool,
}

/// A column of the sheet that takes a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Rating of hasil kerja.
    HasilKerja,
    /// Overall rating of perilaku kerja, chosen by the head.
    Perilaku,
    /// One of the seven values: optional detail, suggests and never sets.
    Behaviour(Behaviour),
}

impl Column {
    /// Every column, in the order of the sheet.
    pub const ALL: [Self; 9] = [
        Self::HasilKerja,
        Self::Behaviour(Behaviour::BerorientasiPelayanan),
        Self::Behaviour(Behaviour::Akuntabel),
        Self::Behaviour(Behaviour::Kompeten),
        Self::Behaviour(Behaviour::Harmonis),
        Self::Behaviour(Behaviour::Loyal),
        Self::Behaviour(Behaviour::Adaptif),
        Self::Behaviour(Behaviour::Kolaboratif),
        Self::Perilaku,
    ];
}

/// Aspek of an RHK's indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspek {
    /// How much.
    Kuantitas,
    /// How well.
    Kualitas,
    /// How fast.
    Waktu,
    /// At what cost.
    Biaya,
}

/// One rencana hasil kerja with its attainment. Optional: this screens do not fill it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultItem {
    /// Rencana hasil kerja.
    pub plan: String,
    /// Aspek of the indicator.
    pub aspek: Option<Aspek>,
    /// Indikator kinerja individu.
    pub indicator: String,
    /// Satuan of target and realisation.
    pub unit: String,
    /// Target, as agreed.
    pub target: String,
    /// Realisasi.
    pub realisation: String,
    /// Rating of this item.
    pub rating: Option<Rating>,
    /// Umpan balik berkelanjutan.
    pub feedback: String,
}

/// Detail of one behaviour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BehaviourDetail {
    /// The rating.
    pub cell: Cell,
    /// Umpan balik.
    pub feedback: String,
}

/// Where an evaluation stands on this PC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationState {
    /// Draf.
    #[default]
    Draft,
    /// Siap dikirim: sealed as a record.
    Ready,
}

/// The rating of one assignment in one period. The predikat is computed, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Identity, made on this PC.
    pub id: EvaluationId,
    /// Who is rated.
    pub employee: EmployeeId,
    /// In which post.
    pub assignment: AssignmentId,
    /// In which period.
    pub period: Period,
    /// Rencana hasil kerja and their attainment.
    pub items: Vec<ResultItem>,
    /// Rating of hasil kerja as a whole, chosen by the head.
    pub hasil_kerja: Cell,
    /// Rating of perilaku kerja as a whole, chosen by the head.
    pub perilaku: Cell,
    /// The seven values in their fixed order.
    pub behaviours: [BehaviourDetail; 7],
    /// Attainment, when somebody gave one.
    pub capaian: Option<Capaian>,
    /// One sentence that explains a rating other than sesuai.
    pub reason: String,
    /// Notes that the rating rests on.
    pub notes: Vec<NoteId>,
    /// Files that the rating rests on.
    pub evidence: Vec<EvidenceId>,
    /// The rules in force when it was last computed.
    pub rules_version: u32,
    /// Draf or siap dikirim.
    pub state: EvaluationState,
}

impl Evaluation {
    /// An empty draft, by the rules that the program carries. Whoever saves it says which rules held.
    #[must_use]
    pub fn empty(id: EvaluationId, assignment: &crate::Assignment, period: Period) -> Self {
        Self {
            id,
            employee: assignment.employee,
            assignment: assignment.id,
            period,
            items: Vec::new(),
            hasil_kerja: Cell::default(),
            perilaku: Cell::default(),
            behaviours: Default::default(),
            capaian: None,
            reason: String::new(),
            notes: Vec::new(),
            evidence: Vec::new(),
            rules_version: crate::rules::VERSION,
            state: EvaluationState::Draft,
        }
    }

    /// The predikat, once both ratings are there (the nine-cell matrix of the rules).
    #[must_use]
    pub fn predikat(&self) -> Option<Predikat> {
        Some(Predikat::of(
            self.hasil_kerja.rating?,
            self.perilaku.rating?,
        ))
    }

    /// The cell of a column.
    #[must_use]
    pub const fn cell(&self, column: Column) -> &Cell {
        match column {
            Column::HasilKerja => &self.hasil_kerja,
            Column::Perilaku => &self.perilaku,
            Column::Behaviour(behaviour) => &self.behaviours[behaviour.index()].cell,
        }
    }

    /// The cell of a column, to change it.
    pub const fn cell_mut(&mut self, column: Column) -> &mut Cell {
        match column {
            Column::HasilKerja => &mut self.hasil_kerja,
            Column::Perilaku => &mut self.perilaku,
            Column::Behaviour(behaviour) => &mut self.behaviours[behaviour.index()].cell,
        }
    }

    /// Whether a rating other than sesuai asks for evidence and a sentence.
    #[must_use]
    pub fn needs_reason(&self) -> bool {
        [self.hasil_kerja.rating, self.perilaku.rating]
            .into_iter()
            .flatten()
            .any(Rating::needs_reason)
    }
}
