use crate::cases::day;
use domain::calendar;
use proptest::prelude::*;
use rstest::rstest;

#[test]
fn writes_dates_as_the_office_does() {
    let date = day("2026-11-01");
    assert_eq!(calendar::short(date), "1 Nov 2026");
    assert_eq!(calendar::long(date), "1 November 2026");
    assert_eq!(calendar::weekday(date), "Minggu");
    assert_eq!(calendar::dashed(date), "01-11-2026");
    let at = date.and_hms_opt(4, 2, 3).unwrap();
    assert_eq!(calendar::stamp(at), "01/11/2026, 04.02.03");
    assert_eq!(calendar::clock(at), "04.02");
}

#[rstest]
#[case("2026-05-31", "31 Mei 2026")]
#[case("2026-08-17", "17 Agu 2026")]
#[case("2026-10-28", "28 Okt 2026")]
#[case("2026-12-09", "9 Des 2026")]
fn shortens_months_the_indonesian_way(#[case] date: &str, #[case] shown: &str) {
    assert_eq!(calendar::short(day(date)), shown);
}

#[rstest]
#[case(0, "0")]
#[case(999, "999")]
#[case(1_000, "1.000")]
#[case(123_456, "123.456")]
#[case(u64::MAX, "18.446.744.073.709.551.615")]
fn groups_by_thousands(#[case] number: u64, #[case] shown: &str) {
    assert_eq!(calendar::grouped(number), shown);
}

proptest! {
    #[test]
    fn grouping_only_adds_dots(number: u64) {
        let grouped = calendar::grouped(number);
        prop_assert_eq!(grouped.replace('.', ""), number.to_string());
        prop_assert!(grouped.rsplit('.').skip(1).all(|group| (1..=3).contains(&group.len())));
    }
}
