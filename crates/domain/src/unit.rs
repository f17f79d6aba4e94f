//! Organisational units and the office's time zone.

use crate::{Rhythm, Timestamp, UnitId};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One of Indonesia's three time zones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7 (Aceh to Java).
    #[default]
    Wib,
    /// Waktu Indonesia Tengah, UTC+8 (Sulawesi, Bali).
    Wita,
    /// Waktu Indonesia Timur, UTC+9 (Maluku, Papua).
    Wit,
}

impl Zone {
    /// Hours east of UTC.
    #[must_use]
    pub const fn hours(self) -> i32 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// The abbreviation that offices print: `WIB`, `WITA`, `WIT`.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// The wall-clock time in this zone; the epoch when the instant is beyond chrono's range.
    #[must_use]
    pub fn local(self, at: Timestamp) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_micros(at.0).unwrap_or_default();
        match FixedOffset::east_opt(self.hours() * 3600) {
            Some(offset) => utc.with_timezone(&offset).naive_local(),
            None => utc.naive_utc(),
        }
    }

    /// The calendar day in this zone.
    #[must_use]
    pub fn day(self, at: Timestamp) -> NaiveDate {
        self.local(at).date()
    }
}

/// A unit kerja: what SIASN calls an UNOR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Identity, made on this PC.
    pub id: UnitId,
    /// The full name, as letters print it.
    pub name: String,
    /// The unit above, when it is known here.
    pub parent: Option<UnitId>,
    /// SIASN's UNOR id, when an import brought it.
    pub siasn_unor_id: Option<String>,
    /// The government that it belongs to: `Pemerintah Kabupaten Simeulue`.
    pub instansi: String,
    /// Where its clock stands.
    pub zone: Zone,
    /// Monthly or quarterly appraisal, chosen by the agency (PermenPANRB 6/2022).
    pub rhythm: Rhythm,
    /// The head (kepala), who appraises those for whom nobody else is named.
    pub head: Option<crate::PersonReference>,
}
