//! What the seven values suggest.

use domain::Rating::{self, DiAtas, DiBawah, Sesuai};
use domain::suggestion::suggestion;
use proptest::prelude::{Strategy, proptest};
use proptest::{collection::vec, option, sample::select};
use rstest::rstest;

#[rstest]
#[case::nothing("-------", None)]
#[case::three_are_too_few("AAA----", None)]
#[case::four_are_enough("AAAA---", Some(DiAtas))]
#[case::middle_of_seven("BBSSSAA", Some(Sesuai))]
#[case::more_than_half("SSSAAAA", Some(DiAtas))]
#[case::half_is_not_more_than_half("SSAA---", Some(Sesuai))]
#[case::half_low("BBSS---", Some(Sesuai))]
#[case::both_ends("BBAA---", Some(Sesuai))]
#[case::low("BBBBAAA", Some(DiBawah))]
#[case::order_does_not_matter("A-B-S-S", Some(Sesuai))]
fn the_middle_of_what_is_rated(#[case] typed: &str, #[case] expected: Option<Rating>) {
    let ratings = typed.chars().map(|key| match key {
        'B' => Some(DiBawah),
        'S' => Some(Sesuai),
        'A' => Some(DiAtas),
        _ => None,
    });
    assert_eq!(suggestion(ratings), expected);
}

fn seven() -> impl Strategy<Value = Vec<Option<Rating>>> {
    vec(option::of(select(&Rating::ALL[..])), 7)
}

proptest! {
    #[test]
    fn departs_from_sesuai_only_with_more_than_half(ratings in seven()) {
        let rated: Vec<Rating> = ratings.iter().copied().flatten().collect();
        if let Some(suggested) = suggestion(ratings)
            && suggested != Sesuai
        {
            let same = rated.iter().filter(|it| **it == suggested).count();
            assert!(same * 2 > rated.len());
        }
    }

    #[test]
    fn raising_one_value_never_lowers_the_suggestion(ratings in seven(), which in 0_usize..7) {
        let before = suggestion(ratings.clone());
        let mut raised = ratings;
        raised[which] = raised[which].map(|_| DiAtas);
        assert!(suggestion(raised) >= before);
    }
}
