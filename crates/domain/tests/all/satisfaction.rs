use crate::cases::{hundredths, rows};
use domain::rules::bundle;
use domain::satisfaction::{ElementAnswers, Ikm, SatisfactionError, Weight};
use proptest::prelude::*;
use rstest::rstest;

fn elements(totals: &str, respondents: u32) -> [ElementAnswers; 9] {
    let totals: Vec<u32> = match totals.strip_prefix("all ") {
        Some(answer) => vec![answer.parse::<u32>().unwrap() * respondents; 9],
        None => totals
            .split(',')
            .map(|total| total.parse().unwrap())
            .collect(),
    };
    let totals: [u32; 9] = totals.try_into().expect("nine elements");
    totals.map(|total| ElementAnswers { total, respondents })
}

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/skm.csv")) {
        let weight = match &row[3] {
            "1/9" => Weight::Ninth,
            "0.11" => Weight::Printed,
            weight => panic!("unknown weight {weight}"),
        };
        let ikm = Ikm::of(
            &bundle().satisfaction,
            &elements(&row[1], row[2].parse().unwrap()),
            weight,
        )
        .unwrap();
        assert_eq!(ikm, Ikm(hundredths(&row[4])), "{row:?}");
        assert_eq!(
            format!("{:?}", ikm.grade(&bundle().satisfaction)),
            row[5],
            "{row:?}"
        );
    }
}

#[test]
fn grade_limits_agree() {
    for row in rows(include_str!("../cases/skm_grade_limits.csv")) {
        let grade = Ikm(hundredths(&row[0])).grade(&bundle().satisfaction);
        assert_eq!(format!("{grade:?}"), row[1], "{row:?}");
    }
}

#[test]
fn the_printed_weight_can_change_the_grade() {
    let answers = elements("160,160,160,160,160,160,160,160,160", 45);
    let (exact, printed) = (
        Ikm::of(&bundle().satisfaction, &answers, Weight::Ninth).unwrap(),
        Ikm::of(&bundle().satisfaction, &answers, Weight::Printed).unwrap(),
    );
    assert_eq!(
        (exact.indonesian().as_str(), printed.indonesian().as_str()),
        ("88,89", "88,00")
    );
    assert_ne!(
        exact.grade(&bundle().satisfaction),
        printed.grade(&bundle().satisfaction)
    );
}

#[test]
fn blanks_count_for_their_element_only() {
    let mut answers = elements("all 4", 10);
    answers[3] = ElementAnswers {
        total: 7,
        respondents: 7,
    };
    assert_eq!(
        Ikm::of(&bundle().satisfaction, &answers, Weight::Ninth),
        Ok(Ikm(9_167))
    );
}

#[rstest]
#[case(0, 0, SatisfactionError::NoRespondents(4))]
#[case(5, 0, SatisfactionError::NoRespondents(4))]
#[case(9, 10, SatisfactionError::OutsideScale(4))]
#[case(41, 10, SatisfactionError::OutsideScale(4))]
fn says_which_element_is_wrong(
    #[case] total: u32,
    #[case] respondents: u32,
    #[case] error: SatisfactionError,
) {
    let mut answers = elements("all 3", 10);
    answers[4] = ElementAnswers { total, respondents };
    assert_eq!(
        Ikm::of(&bundle().satisfaction, &answers, Weight::Ninth),
        Err(error)
    );
}

#[test]
fn numbers_beyond_exactness_are_refused_and_not_wrapped() {
    let primes = [
        4_294_967_291,
        4_294_967_279,
        4_294_967_231,
        4_294_967_197,
        4_294_967_189,
        4_294_967_161,
        4_294_967_143,
        4_294_967_111,
        4_294_967_087,
    ];
    let answers = primes.map(|respondents| ElementAnswers {
        total: respondents,
        respondents,
    });
    assert_eq!(
        Ikm::of(&bundle().satisfaction, &answers, Weight::Ninth),
        Err(SatisfactionError::TooLarge)
    );
}

proptest! {
    #[test]
    fn an_index_lies_on_its_scale(answers in prop::array::uniform9((1_u32..400, 0_u32..1000))) {
        let answers = answers.map(|(respondents, share)| ElementAnswers {
            total: respondents + respondents * 3 * share / 1000,
            respondents,
        });
        let ikm = Ikm::of(&bundle().satisfaction, &answers, Weight::Ninth).unwrap();
        prop_assert!((2_500..=10_000).contains(&ikm.0));
        prop_assert!(Ikm::of(&bundle().satisfaction, &answers, Weight::Printed).unwrap() < ikm);
    }
}
