//! Hasil: what came out.

use super::OfficeId;
use super::ruling::{Ruling, VerdictLine};
use chrono::NaiveDate;
use domain::{EmployeeId, EvaluationId, Period, Predikat, Rating, Timestamp, UnitId};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::GetResults`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetResults {
    /// The period.
    pub period: Period,
    /// A part of the office's name; empty for all.
    pub search: String,
    /// The first row, from nought.
    pub skip: u32,
}

/// The offices of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The regency.
    pub all: Counts,
    /// The offices of this page, by name.
    pub rows: Vec<OfficeResult>,
    /// Offices that match the search.
    pub total: u32,
}

/// How many got which predikat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Sangat kurang, kurang, butuh perbaikan, baik, sangat baik.
    pub predikat: [u32; 5],
    /// Ratings that are not whole.
    pub partial: u32,
}

impl Counts {
    /// How many got one.
    #[must_use]
    pub const fn rated(&self) -> u32 {
        let [worst, bad, middle, good, best] = self.predikat;
        worst + bad + middle + good + best
    }

    /// The place of a predikat in [`Self::predikat`].
    #[must_use]
    pub const fn place(predikat: Predikat) -> usize {
        match predikat {
            Predikat::SangatKurang => 0,
            Predikat::Kurang => 1,
            Predikat::ButuhPerbaikan => 2,
            Predikat::Baik => 3,
            Predikat::SangatBaik => 4,
        }
    }
}

/// An office in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeResult {
    /// Which.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// What came out.
    pub counts: Counts,
}

/// See [`crate::CentralRequest::GetOfficeResults`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetOfficeResults {
    /// Which.
    pub office: OfficeId,
    /// The period.
    pub period: Period,
    /// People of this unit only.
    pub unit: Option<UnitId>,
    /// People with this predikat only.
    pub predikat: Option<Predikat>,
    /// A part of the name, or the beginning of the NIP; empty for all.
    pub search: String,
    /// The first person, from nought.
    pub skip: u32,
}

/// An office in a period, with its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeResults {
    /// Its name.
    pub name: String,
    /// The office.
    pub all: Counts,
    /// Its units, by name.
    pub units: Vec<UnitResult>,
    /// The people of this page, by name.
    pub people: Vec<PersonResult>,
    /// People who match.
    pub total: u32,
}

/// A unit in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitResult {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What came out.
    pub counts: Counts,
}

/// A person in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonResult {
    /// Who.
    pub employee: EmployeeId,
    /// The name with titles.
    pub name: String,
    /// Eighteen digits.
    pub nip: String,
    /// The unit's name.
    pub unit: String,
    /// Hasil kerja.
    pub hasil_kerja: Option<Rating>,
    /// Perilaku.
    pub perilaku: Option<Rating>,
    /// The predikat.
    pub predikat: Option<Predikat>,
    /// When the office sealed it.
    pub sealed_at: Timestamp,
    /// Edits that were made beside it.
    pub branches: u32,
    /// What was ruled about it as it is.
    pub ruling: Option<Ruling>,
}

/// See [`crate::CentralRequest::GetPersonResults`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetPersonResults {
    /// Whose office.
    pub office: OfficeId,
    /// Who.
    pub employee: EmployeeId,
}

/// A person through the periods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonResults {
    /// The office's name.
    pub office_name: String,
    /// The name with titles.
    pub name: String,
    /// Eighteen digits.
    pub nip: String,
    /// Posts, newest first.
    pub posts: Vec<PostLine>,
    /// Ratings, newest period first.
    pub ratings: Vec<RatingLine>,
}

/// A post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostLine {
    /// Jabatan.
    pub jabatan: String,
    /// The unit's name.
    pub unit: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// A rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingLine {
    /// Which.
    pub evaluation: EvaluationId,
    /// Its revision: whoever rules about it says which one was looked at.
    pub revision: String,
    /// What was ruled about it last.
    pub verdict: Option<VerdictLine>,
    /// The period.
    pub period: Period,
    /// Hasil kerja.
    pub hasil_kerja: Option<Rating>,
    /// Perilaku.
    pub perilaku: Option<Rating>,
    /// The predikat.
    pub predikat: Option<Predikat>,
    /// Why, when it is not sesuai.
    pub reason: String,
    /// Jabatan then.
    pub jabatan: String,
    /// When the office sealed it.
    pub sealed_at: Timestamp,
    /// When it came last.
    pub received_at: Timestamp,
    /// How often it was corrected.
    pub corrections: u32,
    /// Edits that were made beside it.
    pub branches: u32,
}
