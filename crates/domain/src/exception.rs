//! Reasons why somebody is not rated: nobody on leave shows as a failure.

use crate::{EmployeeId, ExceptionId, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Kinds of exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// Long leave.
    CutiBesar,
    /// Retirement: from this day on the person has left.
    Pensiun,
    /// Study leave.
    TugasBelajar,
    /// Transfer out of the units of this database: from this day on the person has left.
    Mutasi,
    /// Died: from this day on the person has left.
    Meninggal,
}

impl ExceptionKind {
    /// Every kind, in the order that screens list them.
    pub const ALL: [Self; 5] = [
        Self::CutiBesar,
        Self::TugasBelajar,
        Self::Mutasi,
        Self::Pensiun,
        Self::Meninggal,
    ];

    /// The code that files and the terminal use: `cuti_besar`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CutiBesar => "cuti_besar",
            Self::Pensiun => "pensiun",
            Self::TugasBelajar => "tugas_belajar",
            Self::Mutasi => "mutasi",
            Self::Meninggal => "meninggal",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the person has left for good, so that later periods do not list them at all.
    #[must_use]
    pub const fn leaves(self) -> bool {
        matches!(self, Self::Pensiun | Self::Mutasi | Self::Meninggal)
    }
}

/// Somebody is not rated from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Identity, made on this PC.
    pub id: ExceptionId,
    /// Who.
    pub employee: EmployeeId,
    /// Why.
    pub kind: ExceptionKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open while `None`.
    pub to: Option<NaiveDate>,
    /// Number of the letter or decree.
    pub letter: String,
}

impl Exception {
    /// Whether the person need not be rated in this period.
    ///
    /// A leave exempts when it covers the period's last day or more than half of its days; one
    /// who leaves for good is exempt in the period of leaving. [I: no text settles this]
    #[must_use]
    pub fn exempts(&self, period: Period) -> bool {
        let (first, last) = (period.first_day(), period.last_day());
        let from = self.from.max(first);
        let to = self.to.map_or(last, |to| to.min(last));
        if from > to {
            return false;
        }
        if self.kind.leaves() {
            return true;
        }
        let covered = (to - from).num_days() + 1;
        let days = (last - first).num_days() + 1;
        to == last || covered * 2 > days
    }

    /// Whether the person had left before the period began, and has no row in it at all.
    #[must_use]
    pub fn left_before(&self, period: Period) -> bool {
        self.kind.leaves()
            && self.from <= period.first_day()
            && self.to.is_none_or(|to| to >= period.last_day())
    }
}
