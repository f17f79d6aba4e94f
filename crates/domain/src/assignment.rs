//! Assignments: who holds which jabatan in which unit, from when to when, rated by whom.

use crate::{
    AssignmentId, EmployeeId, Golongan, JabatanKind, Jenjang, Period, PersonReference, UnitId,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a post is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tenure {
    /// Appointed for good.
    #[default]
    Definitif,
    /// Pelaksana tugas: acting while the post is vacant.
    Plt,
    /// Pelaksana harian: standing in while the holder is away.
    Plh,
}

/// One employee in one post. A change of jabatan, unit, golongan or appraiser ends this
/// assignment and begins another, so that a past period keeps what was valid then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Identity, made on this PC.
    pub id: AssignmentId,
    /// Who.
    pub employee: EmployeeId,
    /// Where.
    pub unit: UnitId,
    /// The post's name, as the decree prints it.
    pub jabatan: String,
    /// JPT, administrator, pengawas, pelaksana or fungsional.
    pub jabatan_kind: JabatanKind,
    /// Level of a jabatan fungsional.
    pub jenjang: Option<Jenjang>,
    /// Golongan while in this post.
    pub golongan: Option<Golongan>,
    /// Pejabat penilai kinerja; `None` means the unit's head.
    pub appraiser: Option<PersonReference>,
    /// Atasan pejabat penilai: decides objections.
    pub appraiser_superior: Option<PersonReference>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open while `None`.
    pub to: Option<NaiveDate>,
    /// Definitif, Plt or Plh.
    pub tenure: Tenure,
}

impl Assignment {
    /// Whether any day of the period falls into this assignment.
    #[must_use]
    pub fn touches(&self, period: Period) -> bool {
        self.from <= period.last_day() && self.to.is_none_or(|to| to >= period.first_day())
    }

    /// The part of the period that this assignment covers; `None` when it does not touch it.
    #[must_use]
    pub fn within(&self, period: Period) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.from.max(period.first_day());
        let last = self
            .to
            .map_or(period.last_day(), |to| to.min(period.last_day()));
        (first <= last).then_some((first, last))
    }
}
