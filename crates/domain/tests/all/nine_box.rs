use crate::cases::rows;
use domain::Rating;
use domain::nine_box::Potential;
use domain::rules::bundle;

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/nine_box.csv")) {
        let kinerja = Rating::from_code(&row[0]).expect("a rating");
        let potensial = Potential::from_code(&row[1]).expect("a potential");
        let found = bundle().nine_box.of(kinerja, potensial).expect("a box");
        assert_eq!(found.number.to_string(), row[2], "{row:?}");
        assert_eq!(found.talent_pool, &row[3] == "yes", "{row:?}");
    }
}

#[test]
fn every_pair_has_its_own_box_with_a_recommendation() {
    let mut numbers: Vec<u8> = Rating::ALL
        .into_iter()
        .flat_map(|kinerja| {
            Potential::ALL.map(|potensial| bundle().nine_box.of(kinerja, potensial))
        })
        .map(|found| found.expect("a box").number)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert!(
        bundle()
            .nine_box
            .boxes()
            .iter()
            .all(|it| !it.recommendations.is_empty())
    );
}
