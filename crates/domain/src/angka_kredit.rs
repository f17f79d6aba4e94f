//! Angka kredit of a jabatan fungsional in exact arithmetic (PermenPANRB 1/2023 Art. 37).

use crate::rules::AngkaKreditRules;
use crate::{Jenjang, Predikat};
use serde::{Deserialize, Serialize};
use std::iter::Sum;

/// An exact amount: percentage × coefficient × months always falls on a 120 000th (hundredths of
/// a percentage, hundredths of a coefficient, twelfths of a year), so that sums stay exact too.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct AngkaKredit(u64);

/// Why no angka kredit can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AngkaKreditError {
    /// Months outside 1..=12.
    #[error("months must be 1 to 12")]
    Months,
}

const UNITS: u64 = 100 * 100 * 12;
/// More decimals than any exact amount needs before it repeats.
const MOST_PLACES: u8 = 9;

/// Angka kredit for a predikat held during so many months: percentage of the predikat ×
/// coefficient of a year × months / 12.
///
/// # Errors
/// [`AngkaKreditError::Months`] outside 1..=12.
pub fn angka_kredit(
    rules: &AngkaKreditRules,
    jenjang: Jenjang,
    predikat: Predikat,
    months: u8,
) -> Result<AngkaKredit, AngkaKreditError> {
    if !(1..=12).contains(&months) {
        return Err(AngkaKreditError::Months);
    }
    let percent = u64::from(rules.percent(predikat));
    let coefficient = u64::from(rules.coefficient_hundredths(jenjang));
    Ok(AngkaKredit(percent * coefficient * u64::from(months)))
}

impl AngkaKredit {
    /// Decimal digits with a dot, rounded half up: `4.167` at 3 places. At most 9 places.
    #[must_use]
    pub fn display(self, places: u8) -> String {
        let places = places.min(MOST_PLACES);
        let scaled = self.scaled(places);
        let power = 10_u128.pow(u32::from(places));
        match places {
            0 => scaled.to_string(),
            _ => format!(
                "{}.{:0width$}",
                scaled / power,
                scaled % power,
                width = usize::from(places)
            ),
        }
    }

    /// The same with a comma, as forms print it: `4,167`.
    #[must_use]
    pub fn indonesian(self, places: u8) -> String {
        self.display(places).replace('.', ",")
    }

    /// The amount that [`display`](Self::display) prints. A form sums rounded rows, so that the
    /// printed column adds up; `None` beyond four places.
    #[must_use]
    pub fn rounded(self, places: u8) -> Option<Self> {
        let power = 10_u64.checked_pow(u32::from(places))?;
        let step = UNITS.is_multiple_of(power).then_some(UNITS / power)?;
        u64::try_from(self.scaled(places))
            .ok()?
            .checked_mul(step)
            .map(Self)
    }

    fn scaled(self, places: u8) -> u128 {
        let power = 10_u128.pow(u32::from(places));
        let units = u128::from(UNITS);
        (u128::from(self.0) * power * 2 + units) / (units * 2)
    }
}

impl Sum for AngkaKredit {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, amount| sum.saturating_add(amount.0)))
    }
}
