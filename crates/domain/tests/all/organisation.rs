use domain::OrganisationPredikat;
use rstest::rstest;

#[rstest]
#[case("Istimewa", Some(OrganisationPredikat::Istimewa))]
#[case("butuh_perbaikan", Some(OrganisationPredikat::ButuhPerbaikan))]
#[case(" CUKUP ", Some(OrganisationPredikat::ButuhPerbaikan))]
#[case("Sangat Baik", None)]
fn reads_the_circulars_names(#[case] name: &str, #[case] expected: Option<OrganisationPredikat>) {
    assert_eq!(OrganisationPredikat::from_name(name), expected);
}

#[test]
fn names_read_back() {
    for predikat in OrganisationPredikat::ALL {
        assert_eq!(
            OrganisationPredikat::from_name(predikat.name()),
            Some(predikat)
        );
    }
}
