//! Attainment: a number that somebody typed, pasted or imported; never invented.

use serde::{Deserialize, Serialize};

/// Attainment in hundredths of a percent: `Capaian(9_050)` is 90,5 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Capaian(pub u32);

/// Why a typed attainment was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CapaianError {
    /// Not a number.
    #[error("not a number with at most two decimals")]
    NotANumber,
    /// Above [`Capaian::MAX`].
    #[error("more than 999.99")]
    TooLarge,
}

impl Capaian {
    /// 999,99 %: beyond it a typing error is likelier than an achievement.
    pub const MAX: Self = Self(99_999);

    /// An attainment in hundredths of a percent; `None` above [`Capaian::MAX`].
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        if hundredths > Self::MAX.0 {
            None
        } else {
            Some(Self(hundredths))
        }
    }

    /// Reads `90`, `90,5`, `90.5`, `90,5 %`. More than two decimals are refused, not rounded.
    ///
    /// # Errors
    /// [`CapaianError`] says which.
    pub fn parse(text: &str) -> Result<Self, CapaianError> {
        let text = text.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || fraction.len() > 2 {
            return Err(CapaianError::NotANumber);
        }
        let whole: u32 = whole.parse().map_err(|_| CapaianError::TooLarge)?;
        let hundredths = format!("{fraction:0<2}").parse::<u32>().unwrap_or(0);
        let value = whole
            .checked_mul(100)
            .and_then(|value| value.checked_add(hundredths))
            .ok_or(CapaianError::TooLarge)?;
        if value > Self::MAX.0 {
            Err(CapaianError::TooLarge)
        } else {
            Ok(Self(value))
        }
    }

    /// `90,5`: the Indonesian way, without the sign.
    #[must_use]
    pub fn plain(self) -> String {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => format!("{whole}"),
            rest if rest % 10 == 0 => format!("{whole},{}", rest / 10),
            rest => format!("{whole},{rest:02}"),
        }
    }
}
