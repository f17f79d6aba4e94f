//! Notes about work: the continuous record that a rating rests on.

use crate::{EmployeeId, EvidenceId, NoteId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the writer came to know it (seed of Palu: survey, interview, observation).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteSource {
    /// Seen directly.
    #[default]
    Observation,
    /// Asked in a survey.
    Survey,
    /// Said in an interview.
    Interview,
    /// Progres harian.
    DailyProgress,
}

impl NoteSource {
    /// Every source, in the order that screens list them.
    pub const ALL: [Self; 4] = [
        Self::Observation,
        Self::Interview,
        Self::Survey,
        Self::DailyProgress,
    ];
}

/// One note about one employee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identity, made on this PC.
    pub id: NoteId,
    /// About whom.
    pub employee: EmployeeId,
    /// The day that it speaks of.
    pub date: NaiveDate,
    /// How it is known.
    pub source: NoteSource,
    /// The text, as typed.
    pub text: String,
    /// Free words for finding it again.
    pub tags: Vec<String>,
    /// Files that prove it.
    pub evidence: Vec<EvidenceId>,
    /// Withdrawn by its writer; kept for the trail, shown nowhere else.
    pub withdrawn: bool,
}
