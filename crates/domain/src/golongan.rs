//! Golongan ruang of a PNS (I/a–IV/e) and golongan of a PPPK (I–XVII).

use crate::nip::NipKind;
use crate::rules;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A golongan. Ordered within PNS and within PPPK.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Golongan {
    /// Golongan 1..=4 and ruang 0 (a) ..= 4 (e); `e` in IV only.
    Pns {
        /// 1..=4.
        golongan: u8,
        /// 0..=4.
        ruang: u8,
    },
    /// 1..=17.
    Pppk(u8),
}

/// A text that names no golongan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a golongan: use III/b or IX")]
pub struct GolonganError;

const ROMAN: [&str; 17] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII",
];
impl Golongan {
    /// A PNS golongan; `None` outside the table.
    #[must_use]
    pub fn pns(golongan: u8, ruang: u8) -> Option<Self> {
        let ruangs = rules::golongan().pangkat(golongan).len();
        (usize::from(ruang) < ruangs).then_some(Self::Pns { golongan, ruang })
    }

    /// A PPPK golongan; `None` outside 1..=17.
    #[must_use]
    pub fn pppk(golongan: u8) -> Option<Self> {
        (1..=rules::golongan().pppk_highest())
            .contains(&golongan)
            .then_some(Self::Pppk(golongan))
    }

    /// The pangkat of a PNS golongan: `Penata Muda Tingkat I`. PPPK have none.
    #[must_use]
    pub fn pangkat(self) -> Option<&'static str> {
        match self {
            Self::Pns { golongan, ruang } => rules::golongan()
                .pangkat(golongan)
                .get(usize::from(ruang))
                .map(String::as_str),
            Self::Pppk(_) => None,
        }
    }

    /// Whether it suits a PNS or a PPPK. `IV` alone reads as a PPPK golongan, so that an import
    /// warns when a PNS's list leaves the ruang out.
    #[must_use]
    pub const fn fits(self, kind: NipKind) -> bool {
        matches!(
            (self, kind),
            (Self::Pns { .. }, NipKind::Pns) | (Self::Pppk(_), NipKind::Pppk)
        )
    }

    /// SIASN's id: III/b is 32. PPPK ids are not settled by a source.
    #[must_use]
    pub const fn siasn_id(self) -> Option<u8> {
        match self {
            Self::Pns { golongan, ruang } => Some(
                golongan
                    .saturating_mul(10)
                    .saturating_add(ruang)
                    .saturating_add(1),
            ),
            Self::Pppk(_) => None,
        }
    }
}

/// `?` for a number that only code outside the constructors can have made.
fn roman(number: u8) -> &'static str {
    ROMAN
        .get(usize::from(number).wrapping_sub(1))
        .unwrap_or(&"?")
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pns { golongan, ruang } => {
                write!(
                    f,
                    "{}/{}",
                    roman(*golongan),
                    char::from(b'a'.saturating_add(*ruang))
                )
            }
            Self::Pppk(golongan) => f.write_str(roman(*golongan)),
        }
    }
}

impl fmt::Debug for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Golongan({self})")
    }
}

impl FromStr for Golongan {
    type Err = GolonganError;

    /// Reads `III/b`, `III/B`, `iii b`, `IIIb`, `IX`: the golongan alone, without a pangkat.
    fn from_str(text: &str) -> Result<Self, GolonganError> {
        let compact: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '.')
            .collect::<String>()
            .to_uppercase();
        let (roman, ruang) = match compact.split_once(['/', '-']) {
            Some((roman, ruang)) => (roman, Some(ruang)),
            None => match compact
                .char_indices()
                .find(|(_, c)| ('A'..='E').contains(c))
            {
                Some((at, _)) => (&compact[..at], Some(&compact[at..])),
                None => (compact.as_str(), None),
            },
        };
        let number = ROMAN
            .iter()
            .position(|name| *name == roman)
            .ok_or(GolonganError)?;
        let number = u8::try_from(number + 1).map_err(|_| GolonganError)?;
        let golongan = match ruang {
            None => Self::pppk(number),
            Some(ruang) => match ruang.as_bytes() {
                [letter @ b'A'..=b'E'] => Self::pns(number, letter - b'A'),
                _ => None,
            },
        };
        golongan.ok_or(GolonganError)
    }
}

impl TryFrom<String> for Golongan {
    type Error = GolonganError;

    fn try_from(text: String) -> Result<Self, GolonganError> {
        text.parse()
    }
}

impl From<Golongan> for String {
    fn from(golongan: Golongan) -> Self {
        golongan.to_string()
    }
}
