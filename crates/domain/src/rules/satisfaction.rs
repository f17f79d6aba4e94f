//! Elements, weights and grades of the survey of public satisfaction.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::satisfaction::{Grade, Weight};
use serde::Deserialize;

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
}

impl Rule for SatisfactionRules {
    const FILE: RuleFile = RuleFile::Skm;
    const TEXT: &'static str = include_str!("../../../../assets/rules/skm.json");

    fn check(&self) -> Result<(), Flaw> {
        let codes = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"];
        flaw::each_once(
            "elements",
            self.elements.iter().map(|it| it.code.as_str()),
            &codes,
        )?;
        for element in &self.elements {
            flaw::filled("name", &element.name)?;
        }
        flaw::within("highest_answer", self.highest_answer, 1..=100)?;
        flaw::within("factor", self.factor, 1..=1000)?;
        let weights = [Weight::Ninth, Weight::Printed];
        flaw::each_once("weights", self.weights.iter().map(|it| it.weight), &weights)?;
        for weight in &self.weights {
            flaw::within("denominator", weight.denominator, 1..=1_000_000)?;
            flaw::within(
                "numerator",
                weight.numerator,
                1..=u64::from(weight.denominator),
            )?;
        }
        let grades = [Grade::A, Grade::B, Grade::C, Grade::D];
        flaw::each_once("grades", self.grades.iter().map(|it| it.grade), &grades)?;
        for grade in &self.grades {
            flaw::filled("name", &grade.name)?;
        }
        flaw::falls(
            "grades",
            &self.grades.each_ref().map(|it| it.from_hundredths),
        )
    }
}
