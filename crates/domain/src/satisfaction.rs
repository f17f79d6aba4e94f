//! Indeks kepuasan masyarakat (PermenPANRB 14/2017): a measure of a unit, never of a person.

use crate::rules::SatisfactionRules;
use serde::{Deserialize, Serialize};

/// Which weight an element has; every report prints the one that was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Exactly 1/9: the best unit reaches 100.
    #[default]
    Ninth,
    /// 0.11, as the regulation prints it: the best unit reaches 99.
    Printed,
}

/// Mutu pelayanan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Sangat baik.
    A,
    /// Baik.
    B,
    /// Kurang baik.
    C,
    /// Tidak baik.
    D,
}

/// Answers to one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ElementAnswers {
    /// Sum of the answers 1..=4.
    pub total: u32,
    /// How many people answered this element.
    pub respondents: u32,
}

/// The index in hundredths, rounded half up: `Ikm(9148)` is 91,48.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ikm(pub u32);

/// Why no index can be computed. Elements count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SatisfactionError {
    /// Nobody answered an element.
    #[error("element {0} has no answers")]
    NoRespondents(usize),
    /// The sum cannot come from answers 1 to 4.
    #[error("element {0} has a sum outside the scale")]
    OutsideScale(usize),
    /// The numbers of respondents are so large and so unlike that exact arithmetic ends.
    #[error("too many respondents")]
    TooLarge,
}

impl Ikm {
    /// The index of a unit: the mean of each element, weighted, times 25. It is rounded once, at
    /// the end, and the grade follows from the rounded number.
    ///
    /// # Errors
    /// [`SatisfactionError`] says which element cannot be right.
    pub fn of(
        rules: &SatisfactionRules,
        answers: &[ElementAnswers; 9],
        weight: Weight,
    ) -> Result<Self, SatisfactionError> {
        let mut common = 1_u128;
        for (index, answer) in answers.iter().enumerate() {
            let (total, respondents) = (u64::from(answer.total), u64::from(answer.respondents));
            if respondents == 0 {
                return Err(SatisfactionError::NoRespondents(index));
            }
            if !(respondents..=respondents * u64::from(rules.highest_answer())).contains(&total) {
                return Err(SatisfactionError::OutsideScale(index));
            }
            common = least_common_multiple(common, u128::from(respondents))
                .ok_or(SatisfactionError::TooLarge)?;
        }
        let sum = answers.iter().try_fold(0_u128, |sum, answer| {
            let share = common / u128::from(answer.respondents);
            sum.checked_add(share.checked_mul(u128::from(answer.total))?)
        });
        let (numerator, denominator) = rules.weight(weight);
        let scale = u128::from(rules.factor()) * 100 * u128::from(numerator);
        let hundredths = sum
            .and_then(|sum| sum.checked_mul(scale))
            .zip(common.checked_mul(u128::from(denominator)))
            .and_then(|(above, below)| rounded(above, below))
            .ok_or(SatisfactionError::TooLarge)?;
        u32::try_from(hundredths)
            .map(Self)
            .map_err(|_| SatisfactionError::TooLarge)
    }

    /// Mutu pelayanan.
    #[must_use]
    pub fn grade(self, rules: &SatisfactionRules) -> Grade {
        rules.grade(self.0)
    }

    /// `91,48`: the Indonesian way.
    #[must_use]
    pub fn indonesian(self) -> String {
        format!("{},{:02}", self.0 / 100, self.0 % 100)
    }
}

fn least_common_multiple(a: u128, b: u128) -> Option<u128> {
    let (mut greatest, mut rest) = (a, b);
    while rest != 0 {
        (greatest, rest) = (rest, greatest % rest);
    }
    (a / greatest).checked_mul(b)
}

/// Half up.
fn rounded(above: u128, below: u128) -> Option<u128> {
    above
        .checked_mul(2)?
        .checked_add(below)?
        .checked_div(below.checked_mul(2)?)
}
