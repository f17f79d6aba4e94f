//! Appraisal periods: computed, not downloaded.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How often a unit appraises (PermenPANRB 6/2022: the agency chooses).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Bulanan.
    #[default]
    Monthly,
    /// Triwulanan.
    Quarterly,
}

/// A month, a quarter or a year. Written `2026-10`, `2026-TW4`, `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// A month, 1..=12.
    Month {
        /// Calendar year.
        year: i32,
        /// 1..=12.
        month: u32,
    },
    /// A quarter, 1..=4.
    Quarter {
        /// Calendar year.
        year: i32,
        /// 1..=4.
        quarter: u32,
    },
    /// A calendar year.
    Year {
        /// Calendar year.
        year: i32,
    },
}

/// A text that names no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period: use 2026-10, 2026-TW4 or 2026")]
pub struct PeriodError;

impl Period {
    /// A month; `None` outside 1..=12 or the years 1900..=2999.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        (plausible(year) && (1..=12).contains(&month)).then_some(Self::Month { year, month })
    }

    /// A quarter; `None` outside 1..=4 or the years 1900..=2999.
    #[must_use]
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (plausible(year) && (1..=4).contains(&quarter)).then_some(Self::Quarter { year, quarter })
    }

    /// The period of this rhythm that a day falls into.
    #[must_use]
    pub fn containing(date: NaiveDate, rhythm: Rhythm) -> Self {
        match rhythm {
            Rhythm::Monthly => Self::Month {
                year: date.year(),
                month: date.month(),
            },
            Rhythm::Quarterly => Self::Quarter {
                year: date.year(),
                quarter: date.month0() / 3 + 1,
            },
        }
    }

    /// Its calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Month { year, .. } | Self::Quarter { year, .. } | Self::Year { year } => year,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let month = match self {
            Self::Month { month, .. } => month,
            Self::Quarter { quarter, .. } => quarter.saturating_mul(3).saturating_sub(2),
            Self::Year { .. } => 1,
        };
        NaiveDate::from_ymd_opt(self.year(), month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// Whether a day falls into it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// The rhythm that it belongs to; a year belongs to none.
    #[must_use]
    pub const fn rhythm(self) -> Option<Rhythm> {
        match self {
            Self::Month { .. } => Some(Rhythm::Monthly),
            Self::Quarter { .. } => Some(Rhythm::Quarterly),
            Self::Year { .. } => None,
        }
    }

    /// Its months, in order.
    #[must_use]
    pub fn months(self) -> Vec<Self> {
        let (first, last) = (self.first_day().month(), self.last_day().month());
        (first..=last)
            .map(|month| Self::Month {
                year: self.year(),
                month,
            })
            .collect()
    }

    /// The period after this one, of the same length.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Month { year, month: 12 } => Self::Month {
                year: year + 1,
                month: 1,
            },
            Self::Month { year, month } => Self::Month {
                year,
                month: month + 1,
            },
            Self::Quarter { year, quarter: 4 } => Self::Quarter {
                year: year + 1,
                quarter: 1,
            },
            Self::Quarter { year, quarter } => Self::Quarter {
                year,
                quarter: quarter + 1,
            },
            Self::Year { year } => Self::Year { year: year + 1 },
        }
    }

    /// The period before this one, of the same length.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::Month { year, month: 1 } => Self::Month {
                year: year - 1,
                month: 12,
            },
            Self::Month { year, month } => Self::Month {
                year,
                month: month - 1,
            },
            Self::Quarter { year, quarter: 1 } => Self::Quarter {
                year: year - 1,
                quarter: 4,
            },
            Self::Quarter { year, quarter } => Self::Quarter {
                year,
                quarter: quarter - 1,
            },
            Self::Year { year } => Self::Year { year: year - 1 },
        }
    }

    /// `Oktober 2026`, `Triwulan IV 2026`, `2026`: Indonesian, as screens and letters print it.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Month { year, month } => {
                let name = crate::calendar::MONTHS.get((month as usize).wrapping_sub(1));
                format!("{} {year}", name.unwrap_or(&""))
            }
            Self::Quarter { year, quarter } => format!("Triwulan {} {year}", roman(quarter)),
            Self::Year { year } => year.to_string(),
        }
    }
}

/// `I`, `II`, `III`, `IV`: how forms number a quarter.
#[must_use]
pub const fn roman(quarter: u32) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

/// What follows `TW`, in whatever case.
fn quarter_digits(text: &str) -> Option<&str> {
    let prefix = text.get(..2)?;
    prefix.eq_ignore_ascii_case("TW").then(|| &text[2..])
}

const fn plausible(year: i32) -> bool {
    year >= 1900 && year <= 2999
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-TW{quarter}"),
            Self::Year { year } => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (year, rest) = match text.trim().split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text.trim(), None),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) {
            return Err(PeriodError);
        }
        let year: i32 = year.parse().map_err(|_| PeriodError)?;
        let period = match rest {
            None => plausible(year).then_some(Self::Year { year }),
            Some(rest) => match quarter_digits(rest) {
                Some(quarter) if quarter.len() == 1 && digits(quarter) => {
                    Self::quarter(year, quarter.parse().map_err(|_| PeriodError)?)
                }
                None if rest.len() == 2 && digits(rest) => {
                    Self::month(year, rest.parse().map_err(|_| PeriodError)?)
                }
                _ => None,
            },
        };
        period.ok_or(PeriodError)
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}
