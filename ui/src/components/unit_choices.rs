//! The two choices of every unit form: zone and rhythm, as values of a list.

use super::Choice;
use catalogue::{Language, terms};
use domain::{Rhythm, Zone};

/// The three zones.
#[must_use]
pub fn zone_choices() -> Vec<Choice> {
    [Zone::Wib, Zone::Wita, Zone::Wit]
        .map(|zone| Choice::new(zone.abbreviation(), zone.abbreviation()))
        .to_vec()
}

/// The zone with this abbreviation; WIB for anything else.
#[must_use]
pub fn zone_of(text: &str) -> Zone {
    match text {
        "WITA" => Zone::Wita,
        "WIT" => Zone::Wit,
        _ => Zone::Wib,
    }
}

/// Monthly or quarterly.
#[must_use]
pub fn rhythm_choices(language: Language) -> Vec<Choice> {
    vec![
        Choice::new("monthly", terms::monthly(language)),
        Choice::new("quarterly", terms::quarterly(language)),
    ]
}

/// The value of a rhythm in [`rhythm_choices`].
#[must_use]
pub const fn rhythm_key(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Monthly => "monthly",
        Rhythm::Quarterly => "quarterly",
    }
}

/// The rhythm of a value; monthly for anything else.
#[must_use]
pub fn rhythm_of(key: &str) -> Rhythm {
    if key == "quarterly" {
        Rhythm::Quarterly
    } else {
        Rhythm::Monthly
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_and_rhythms_come_back_from_their_keys() {
        for zone in [Zone::Wib, Zone::Wita, Zone::Wit] {
            assert_eq!(zone_of(zone.abbreviation()), zone);
        }
        for rhythm in [Rhythm::Monthly, Rhythm::Quarterly] {
            assert_eq!(rhythm_of(rhythm_key(rhythm)), rhythm);
        }
    }
}
