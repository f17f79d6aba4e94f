//! Golongan ruang of a PNS (I/a–IV/e) and golongan of a PPPK (I–XVII).

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
const PANGKAT: [&[&str]; 4] = [
    &["Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I"],
    &["Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I"],
    &["Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I"],
    &["Pembina", "Pembina Tingkat I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama"],
];

impl Golongan {
    /// A PNS golongan; `None` outside the table.
    #[must_use]
    pub fn pns(golongan: u8, ruang: u8) -> Option<Self> {
        let names = PANGKAT.get(usize::from(golongan).checked_sub(1)?)?;
        (usize::from(ruang) < names.len()).then_some(Self::Pns { golongan, ruang })
    }

    /// A PPPK golongan; `None` outside 1..=17.
    #[must_use]
    pub fn pppk(golongan: u8) -> Option<Self> {
        (1..=17).contains(&golongan).then_some(Self::Pppk(golongan))
    }

    /// The pangkat of a PNS golongan: `Penata Muda Tingkat I`. PPPK have none.
    #[must_use]
    pub fn pangkat(self) -> Option<&'static str> {
        match self {
            Self::Pns { golongan, ruang } => {
                PANGKAT.get(usize::from(golongan) - 1)?.get(usize::from(ruang)).copied()
            }
            Self::Pppk(_) => None,
        }
    }

    /// SIASN's id: III/b is 32. PPPK ids are not settled by a source.
    #[must_use]
    pub const fn siasn_id(self) -> Option<u8> {
        match self {
            Self::Pns { golongan, ruang } => Some(golongan * 10 + ruang + 1),
            Self::Pppk(_) => None,
        }
    }
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pns { golongan, ruang } => {
                write!(f, "{}/{}", ROMAN[usize::from(*golongan) - 1], char::from(b'a' + ruang))
            }
            Self::Pppk(golongan) => f.write_str(ROMAN[usize::from(*golongan) - 1]),
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

    /// Reads `III/b`, `III/B`, `iii b`, `IIIb`, `IX`, and a pangkat behind a dash or in brackets
    /// (`Penata Muda Tk. I (III/b)` is not read: say only the golongan).
    fn from_str(text: &str) -> Result<Self, GolonganError> {
        let compact: String =
            text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect::<String>().to_uppercase();
        let (roman, ruang) = match compact.split_once(['/', '-']) {
            Some((roman, ruang)) => (roman, Some(ruang)),
            None => match compact.char_indices().find(|(_, c)| ('A'..='E').contains(c)) {
                Some((at, _)) => (&compact[..at], Some(&compact[at..])),
                None => (compact.as_str(), None),
            },
        };
        let number = ROMAN.iter().position(|name| *name == roman).ok_or(GolonganError)?;
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
