//! How many people a survey asks (Krejcie and Morgan 1970, as PermenPANRB 14/2017 uses it).

use crate::rules::SampleSizeRules;

/// The sample for a population, rounded to the nearest whole person, halves up.
///
/// `χ²·N·P·Q / (d²·(N−1) + χ²·P·Q)` with the constants of `assets/rules/sampel.json`, every
/// factor in whole numbers.
#[must_use]
pub fn sample_size(rules: &SampleSizeRules, population: u64) -> u64 {
    if population == 0 {
        return 0;
    }
    let proportion = u128::from(rules.proportion_percent());
    let spread = u128::from(rules.chi_square_thousandths()) * proportion * (100 - proportion);
    let margin = u128::from(rules.margin_percent()).pow(2) * 1000;
    let above = spread * u128::from(population);
    let below = margin * u128::from(population - 1) + spread;
    u64::try_from((above * 2 + below) / (below * 2)).unwrap_or(u64::MAX)
}
