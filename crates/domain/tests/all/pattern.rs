use crate::cases::rows;
use domain::pattern::{AdviceResult, PatternCounts, PatternReason, advise};
use domain::rules::bundle;
use domain::{OrganisationPredikat, Predikat};
use proptest::prelude::*;
use rstest::rstest;

const fn counts(
    [sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang]: [u32; 5],
) -> PatternCounts {
    PatternCounts {
        sangat_baik,
        baik,
        butuh_perbaikan,
        kurang,
        sangat_kurang,
    }
}

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/distribution_pattern.csv")) {
        let organisation = OrganisationPredikat::from_name(&row[0]).expect("a predikat");
        let numbers = [1, 2, 3, 4, 5].map(|column| row[column].parse().unwrap());
        let advice = advise(bundle(), organisation, &counts(numbers));
        let result = match advice.result {
            AdviceResult::Ok => "ok",
            AdviceResult::Warn => "warn",
        };
        assert_eq!(result, &row[6], "{row:?}: {advice:?}");
        assert_eq!(advice.reasons.is_empty(), &row[6] == "ok");
    }
}

#[test]
fn three_quarters_baik_is_more_than_seventy_percent() {
    let advice = advise(
        bundle(),
        OrganisationPredikat::Baik,
        &counts([2, 15, 3, 0, 0]),
    );
    assert_eq!(
        advice.reasons,
        [PatternReason::AboveMaximum {
            group: vec![Predikat::Baik],
            people: 15,
            share_permille: 750,
            limit_permille: 700,
        }]
    );
}

#[test]
fn a_small_unit_hears_every_reason_and_why_percentages_fail() {
    let advice = advise(
        bundle(),
        OrganisationPredikat::Baik,
        &counts([0, 3, 0, 0, 0]),
    );
    let codes: Vec<_> = advice.reasons.iter().map(PatternReason::code).collect();
    assert_eq!(codes, ["above_maximum", "none_present", "small_unit"]);
    assert_eq!(
        advice.reasons[2],
        PatternReason::SmallUnit {
            people: 3,
            minimum: 10
        }
    );
}

#[rstest]
#[case::exactly_at_the_limit(OrganisationPredikat::Istimewa, [7, 3, 0, 0, 0], &[])]
#[case::one_in_a_thousand_above(OrganisationPredikat::Istimewa, [701, 299, 0, 0, 0], &["above_maximum"])]
#[case::most_are_not_sangat_baik(OrganisationPredikat::Istimewa, [3, 12, 5, 0, 0], &["not_largest"])]
#[case::a_tie_is_enough(OrganisationPredikat::Baik, [5, 5, 5, 5, 0], &[])]
#[case::just_under_sixty(OrganisationPredikat::ButuhPerbaikan, [0, 401, 599, 0, 0], &["below_minimum"])]
#[case::no_sangat_baik_at_all(OrganisationPredikat::SangatKurang, [1, 0, 2, 0, 12], &["above_maximum"])]
#[case::both_sides(OrganisationPredikat::Kurang, [3, 17, 0, 0, 0], &["below_minimum", "below_minimum", "above_maximum"])]
#[case::small_and_in_order(OrganisationPredikat::Baik, [1, 2, 1, 0, 0], &[])]
fn limits_are_exact(
    #[case] organisation: OrganisationPredikat,
    #[case] numbers: [u32; 5],
    #[case] codes: &[&str],
) {
    let advice = advise(bundle(), organisation, &counts(numbers));
    assert_eq!(
        advice
            .reasons
            .iter()
            .map(PatternReason::code)
            .collect::<Vec<_>>(),
        codes
    );
}

#[test]
fn nobody_rated_is_nothing_to_advise_about() {
    for organisation in OrganisationPredikat::ALL {
        assert_eq!(
            advise(bundle(), organisation, &PatternCounts::default()).result,
            AdviceResult::Ok
        );
    }
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    for organisation in OrganisationPredikat::ALL {
        let codes = |counts| {
            advise(bundle(), organisation, counts)
                .reasons
                .iter()
                .map(PatternReason::code)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            codes(&counts([u32::MAX; 5])),
            codes(&counts([20; 5])),
            "{organisation:?}"
        );
    }
}

proptest! {
    #[test]
    fn advice_depends_on_shares_alone(numbers in prop::array::uniform5(0_u32..200), factor in 1_u32..50) {
        let small = counts(numbers);
        prop_assume!(small.total() >= 10);
        let large = counts(numbers.map(|number| number * factor));
        for organisation in OrganisationPredikat::ALL {
            let codes = |counts| {
                let advice = advise(bundle(), organisation, counts);
                advice.reasons.iter().map(PatternReason::code).collect::<Vec<_>>()
            };
            prop_assert_eq!(codes(&small), codes(&large));
        }
    }

    #[test]
    fn a_printed_share_never_seems_to_meet_its_limit(numbers in prop::array::uniform5(0_u32..5000)) {
        for organisation in OrganisationPredikat::ALL {
            for reason in advise(bundle(), organisation, &counts(numbers)).reasons {
                match reason {
                    PatternReason::AboveMaximum { share_permille, limit_permille, .. } => {
                        prop_assert!(share_permille > limit_permille);
                    }
                    PatternReason::BelowMinimum { share_permille, limit_permille, .. } => {
                        prop_assert!(share_permille < limit_permille);
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn counting_counts_everybody(list in prop::collection::vec(0_usize..5, 0..60)) {
        let counts = PatternCounts::of(list.iter().map(|index| Predikat::ALL[*index]));
        prop_assert_eq!(counts.total(), list.len() as u64);
        for (index, predikat) in Predikat::ALL.into_iter().enumerate() {
            let expected = list.iter().filter(|it| **it == index).count();
            prop_assert_eq!(counts.count(predikat) as usize, expected);
        }
    }
}
