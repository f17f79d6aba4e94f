use crate::cases::rows;
use domain::rules::bundle;
use domain::sample_size::sample_size;
use proptest::prelude::*;

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/krejcie_morgan.csv")) {
        assert_eq!(
            sample_size(&bundle().sample_size, row[0].parse().unwrap()).to_string(),
            row[1],
            "{row:?}"
        );
    }
}

#[test]
fn nobody_and_everybody() {
    assert_eq!(sample_size(&bundle().sample_size, 0), 0);
    assert_eq!(sample_size(&bundle().sample_size, 1), 1);
    assert_eq!(sample_size(&bundle().sample_size, u64::MAX), 384);
}

proptest! {
    #[test]
    fn a_sample_fits_its_population_and_grows_with_it(population in 1_u64..10_000_000) {
        let sample = sample_size(&bundle().sample_size, population);
        prop_assert!((1..=population).contains(&sample));
        prop_assert!(sample <= sample_size(&bundle().sample_size, population + 1));
    }
}
