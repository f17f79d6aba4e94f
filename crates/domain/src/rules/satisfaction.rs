//! Elements, weights and grades of the survey of public satisfaction.

use crate::satisfaction::{Grade, Weight};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/skm.json");

/// One of the nine elements (unsur).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SatisfactionElement {
    /// `U1` to `U9`: forms differ in the order of U8 and U9, so that only the code counts.
    pub code: String,
    /// Name as the regulation prints it.
    pub name: String,
}

/// Numbers of the survey (`assets/rules/skm.json`).
#[derive(Debug, Deserialize)]
pub struct SatisfactionRules {
    elements: [SatisfactionElement; 9],
    highest_answer: u32,
    factor: u32,
    weights: [WeightRule; 2],
    grades: [GradeRule; 4],
}

#[derive(Debug, Deserialize)]
struct WeightRule {
    weight: Weight,
    numerator: u32,
    denominator: u32,
}

#[derive(Debug, Deserialize)]
struct GradeRule {
    grade: Grade,
    from_hundredths: u32,
    name: String,
}

impl SatisfactionRules {
    /// The nine elements in the regulation's order.
    #[must_use]
    pub const fn elements(&self) -> &[SatisfactionElement; 9] {
        &self.elements
    }

    /// The best answer: 4. The least is 1.
    #[must_use]
    pub const fn highest_answer(&self) -> u32 {
        self.highest_answer
    }

    /// What the weighted mean is multiplied with: 25.
    #[must_use]
    pub const fn factor(&self) -> u32 {
        self.factor
    }

    /// The weight of one element as a fraction.
    #[must_use]
    pub fn weight(&self, weight: Weight) -> (u32, u32) {
        self.weights
            .iter()
            .find(|it| it.weight == weight)
            .map_or((0, 1), |it| (it.numerator, it.denominator))
    }

    /// The grade of an IKM in hundredths.
    #[must_use]
    pub fn grade(&self, hundredths: u32) -> Grade {
        self.grades
            .iter()
            .find(|it| hundredths >= it.from_hundredths)
            .map_or(Grade::D, |it| it.grade)
    }

    /// How a unit with this grade performs: `Sangat baik`.
    #[must_use]
    pub fn name(&self, grade: Grade) -> &str {
        self.grades
            .iter()
            .find(|it| it.grade == grade)
            .map_or("", |it| &it.name)
    }

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
