use domain::Capaian;
use domain::capaian::CapaianError;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("90", 9_000, "90")]
#[case("90,5", 9_050, "90,5")]
#[case("90.5", 9_050, "90,5")]
#[case(" 90,05 % ", 9_005, "90,05")]
#[case("90%", 9_000, "90")]
#[case("0", 0, "0")]
#[case("007", 700, "7")]
#[case("999,99", 99_999, "999,99")]
fn reads_what_people_type(#[case] text: &str, #[case] hundredths: u32, #[case] shown: &str) {
    let capaian = Capaian::parse(text).unwrap();
    assert_eq!(capaian, Capaian(hundredths));
    assert_eq!(capaian.plain(), shown);
}

#[rstest]
#[case("")]
#[case("%")]
#[case("90,")]
#[case(",5")]
#[case("90%%")]
#[case("90,555")]
#[case("1.234,5")]
#[case("-5")]
#[case("+5")]
#[case("9e1")]
#[case("9O")]
#[case("٩٠")]
#[case("９０")]
#[case("90 5")]
#[case("=A1")]
fn refuses_what_is_no_number(#[case] text: &str) {
    assert_eq!(Capaian::parse(text), Err(CapaianError::NotANumber));
}

#[rstest]
#[case("1000")]
#[case("99999999999999999999")]
#[case("42949673")]
fn refuses_more_than_can_be_meant(#[case] text: &str) {
    assert_eq!(Capaian::parse(text), Err(CapaianError::TooLarge));
}

proptest! {
    #[test]
    fn reading_back_gives_the_same(hundredths in 0..=Capaian::MAX.0) {
        let capaian = Capaian::from_hundredths(hundredths).unwrap();
        prop_assert_eq!(Capaian::parse(&capaian.plain()), Ok(capaian));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
        if let Ok(capaian) = Capaian::parse(&text) {
            prop_assert!(capaian <= Capaian::MAX);
        }
    }
}

#[test]
fn ends_at_its_maximum() {
    assert_eq!(Capaian::from_hundredths(Capaian::MAX.0 + 1), None);
}
