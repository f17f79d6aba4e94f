use crate::cases::{day, rows};
use domain::Nip;
use domain::nip::{Appointment, NipError, NipKind, NipWarning, Sex};
use proptest::prelude::*;
use rstest::rstest;

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/nip.csv")) {
        let parsed = Nip::parse(&row[0]);
        if &row[1] == "ok" {
            let nip = parsed.expect("a valid NIP");
            let appointed = match nip.appointment() {
                Appointment::Month { year, month } => format!("{year}-{month:02}"),
                Appointment::Contract { year, number } => format!("{year} contract {number}"),
            };
            let read = [
                nip.kind().abbreviation(),
                &nip.birth_date().to_string(),
                &appointed,
                nip.sex().letter(),
                nip.serial(),
            ];
            assert_eq!(read.as_slice(), row.iter().skip(2).collect::<Vec<_>>());
        } else {
            let expected = match &row[6] {
                "month 13" | "30 Feb" => NipError::BirthDate,
                "serial 000" => NipError::Serial,
                reason if reason.starts_with("scientific") => NipError::ScientificNotation,
                reason => panic!("a reason without an expectation: {reason}"),
            };
            assert_eq!(parsed, Err(vec![expected]), "{row:?}");
        }
    }
}

#[rstest]
#[case("198609262015051001")]
#[case(" 19860926 201505 1 001 ")]
#[case("19860926.201505.1.001")]
#[case("'198609262015051001")]
#[case("’198609262015051001")]
#[case("\u{feff}'198609262015051001")]
#[case("\u{200e}19860926\u{a0}201505\u{202f}1\u{2009}001\u{200f}")]
#[case("\t198609262015051001\r\n")]
fn formatting_comes_off(#[case] text: &str) {
    let nip = Nip::parse(text).unwrap();
    assert_eq!(nip.digits(), "198609262015051001");
    assert_eq!(nip.grouped(), "19860926 201505 1 001");
}

#[rstest]
#[case("", NipError::Empty)]
#[case(" . ", NipError::Empty)]
#[case("'", NipError::Empty)]
#[case("1.98609262015051E+17", NipError::ScientificNotation)]
#[case("1,98609262015051E+17", NipError::ScientificNotation)]
#[case("'1,98609E+17", NipError::ScientificNotation)]
#[case("1.98609262015051e17", NipError::ScientificNotation)]
#[case("2E-3", NipError::ScientificNotation)]
#[case("1.9E+", NipError::NotDigits)]
#[case("E17", NipError::NotDigits)]
#[case("0x2C19A1F0B3D2E15", NipError::NotDigits)]
#[case("19860926201505100A", NipError::NotDigits)]
#[case("1986-0926-2015051001", NipError::NotDigits)]
#[case("１９８６０９２６２０１５０５１００１", NipError::NotDigits)]
#[case("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", NipError::NotDigits)]
#[case("=198609262015051001", NipError::NotDigits)]
#[case("19860926201505100😀", NipError::NotDigits)]
#[case("+198609262015051001", NipError::NotDigits)]
#[case("19860926201505100", NipError::Length)]
#[case("1986092620150510011", NipError::Length)]
#[case("060052111", NipError::Length)]
#[case("200102292024121001", NipError::BirthDate)]
#[case("000009262015051001", NipError::BirthDate)]
#[case("198609260000051001", NipError::AppointmentYear)]
#[case("198609262015001001", NipError::Month)]
#[case("198609262015131001", NipError::Month)]
#[case("198609262015201001", NipError::Month)]
#[case("198609262015301001", NipError::Month)]
#[case("198609262015053001", NipError::Sex)]
#[case("198609262015050001", NipError::Sex)]
#[case("198609262015051000", NipError::Serial)]
#[case("198609262004081001", NipError::TooYoung)]
#[case("198609262005211001", NipError::TooYoung)]
#[case("198609261980051001", NipError::TooYoung)]
fn refuses_with_its_reason(#[case] text: &str, #[case] reason: NipError) {
    assert_eq!(Nip::parse(text), Err(vec![reason]));
}

#[rstest]
#[case("198609262004091001", NipKind::Pns)]
#[case("198609262006211001", NipKind::Pppk)]
fn the_youngest_are_accepted(#[case] text: &str, #[case] kind: NipKind) {
    assert_eq!(Nip::parse(text).unwrap().kind(), kind);
}

#[test]
fn every_reason_is_given_at_once_in_the_order_of_the_digits() {
    let reasons = Nip::parse("199913321850993000").unwrap_err();
    assert_eq!(
        reasons,
        [
            NipError::BirthDate,
            NipError::AppointmentYear,
            NipError::Month,
            NipError::Sex,
            NipError::Serial,
        ]
    );
    let reasons = Nip::parse("200001012010013000").unwrap_err();
    assert_eq!(
        reasons,
        [NipError::Sex, NipError::Serial, NipError::TooYoung]
    );
}

#[test]
fn legacy_errors_warn() {
    let nip = Nip::parse("197504211999032001").unwrap();
    assert_eq!(nip.check_master(None, None), []);
    assert_eq!(
        nip.check_master(Some(day("1975-04-21")), Some(Sex::Female)),
        []
    );
    let warnings = nip.check(Some(day("1975-04-12")), Some(Sex::Male), day("1999-02-28"));
    assert_eq!(
        warnings,
        [
            NipWarning::BirthDate,
            NipWarning::Sex,
            NipWarning::AppointedLater
        ]
    );
}

#[rstest]
#[case("198609262015051001", "2015-04-30", true)]
#[case("198609262015051001", "2015-05-01", false)]
#[case("200012312024211001", "2023-12-31", true)]
#[case("200012312024211001", "2024-01-01", false)]
fn an_appointment_may_lie_ahead(#[case] nip: &str, #[case] today: &str, #[case] later: bool) {
    assert_eq!(Nip::parse(nip).unwrap().appointed_after(day(today)), later);
}

prop_compose! {
    fn valid_digits()(
        year in 1950..1990,
        day_of_year in 1_u32..=365,
        age in 20..40,
        code in prop_oneof![1_u32..=12, 21_u32..=29],
        sex in 1..=2,
        serial in 1..=999,
    ) -> String {
        let birth = chrono::NaiveDate::from_yo_opt(year, day_of_year).unwrap();
        format!("{}{:04}{code:02}{sex}{serial:03}", birth.format("%Y%m%d"), year + age + 1)
    }
}

proptest! {
    #[test]
    fn well_formed_numbers_are_read_as_written(digits in valid_digits()) {
        let nip = Nip::parse(&digits).unwrap();
        prop_assert_eq!(nip.digits(), &digits);
        prop_assert_eq!(&nip.birth_date().format("%Y%m%d").to_string(), &digits[..8]);
        prop_assert_eq!(Nip::parse(&nip.grouped()), Ok(nip.clone()));
        prop_assert_eq!(nip.to_string().parse::<Nip>().unwrap(), nip);
    }

    #[test]
    fn any_eighteen_digits_are_read_or_refused_with_a_reason(digits in "[0-9]{18}") {
        match Nip::parse(&digits) {
            Ok(nip) => prop_assert_eq!(nip.digits(), digits),
            Err(reasons) => prop_assert!(!reasons.is_empty()),
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_reason(text in "\\PC{0,24}") {
        prop_assert!(Nip::parse(&text).is_ok_and(|nip| nip.digits().len() == 18)
            || Nip::parse(&text).is_err_and(|reasons| !reasons.is_empty()));
    }
}
