//! The organisation's own predicate (SE MenPANRB 3/2023), set before people are rated.

use crate::{OrganisationResultId, Period, PersonReference, UnitId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Capaian kinerja organisasi.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationPredikat {
    /// Most action plans show no progress.
    SangatKurang,
    /// Kurang.
    Kurang,
    /// Butuh Perbaikan (Cukup).
    ButuhPerbaikan,
    /// Baik.
    Baik,
    /// Action plans exceed the agreed target.
    Istimewa,
}

impl OrganisationPredikat {
    /// Every value, best first.
    pub const ALL: [Self; 5] = [
        Self::Istimewa,
        Self::Baik,
        Self::ButuhPerbaikan,
        Self::Kurang,
        Self::SangatKurang,
    ];

    /// The name, as the circular prints it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SangatKurang => "Sangat Kurang",
            Self::Kurang => "Kurang",
            Self::ButuhPerbaikan => "Butuh Perbaikan",
            Self::Baik => "Baik",
            Self::Istimewa => "Istimewa",
        }
    }

    /// The value with this name, whatever the case; `Cukup` is Butuh Perbaikan.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().replace('_', " ");
        if name.eq_ignore_ascii_case("cukup") {
            return Some(Self::ButuhPerbaikan);
        }
        Self::ALL
            .into_iter()
            .find(|value| value.name().eq_ignore_ascii_case(&name))
    }
}

/// The predicate of one unit in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationResult {
    /// Identity, made on this PC.
    pub id: OrganisationResultId,
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
    /// The predicate.
    pub predikat: OrganisationPredikat,
    /// The leader one level above who set it.
    pub set_by: Option<PersonReference>,
    /// When it was set.
    pub date: Option<NaiveDate>,
    /// Number of the document that sets it.
    pub document: String,
    /// Why the distribution departs from the pattern, in the head's words.
    pub pattern_reason: String,
}
