use crate::cases::day;
use chrono::{Datelike, NaiveDate};
use domain::{Period, Rhythm};
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("2026-10", "2026-10", "2026-10-01", "2026-10-31", "Oktober 2026")]
#[case("2028-02", "2028-02", "2028-02-01", "2028-02-29", "Februari 2028")]
#[case("2026-TW4", "2026-TW4", "2026-10-01", "2026-12-31", "Triwulan IV 2026")]
#[case(
    " 2026-tw1 ",
    "2026-TW1",
    "2026-01-01",
    "2026-03-31",
    "Triwulan I 2026"
)]
#[case("2026-Tw2", "2026-TW2", "2026-04-01", "2026-06-30", "Triwulan II 2026")]
#[case("2026", "2026", "2026-01-01", "2026-12-31", "2026")]
fn reads_and_writes_periods(
    #[case] text: &str,
    #[case] written: &str,
    #[case] first: &str,
    #[case] last: &str,
    #[case] label: &str,
) {
    let period: Period = text.parse().unwrap();
    assert_eq!(period.to_string(), written);
    assert_eq!(
        (period.first_day(), period.last_day()),
        (day(first), day(last))
    );
    assert_eq!(period.label(), label);
}

#[rstest]
#[case("")]
#[case("2026-13")]
#[case("2026-00")]
#[case("2026-1")]
#[case("2026-001")]
#[case("2026-TW0")]
#[case("2026-TW5")]
#[case("2026-TW")]
#[case("2026-TW10")]
#[case("2026-")]
#[case("26-10")]
#[case("1899")]
#[case("3000-01")]
#[case("+2026")]
#[case("2026-+1")]
#[case("２０２６-10")]
#[case("2026-é1")]
#[case("2026-10-01")]
#[case("Oktober 2026")]
fn refuses_other_texts(#[case] text: &str) {
    assert!(text.parse::<Period>().is_err());
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1901..2999, 1_u32..=12).prop_map(|(year, month)| Period::month(year, month).unwrap()),
        (1901..2999, 1_u32..=4).prop_map(|(year, quarter)| Period::quarter(year, quarter).unwrap()),
        (1901..2999).prop_map(|year: i32| year.to_string().parse().unwrap()),
    ]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1901..2999, 1_u32..=365).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

proptest! {
    #[test]
    fn what_is_written_is_read(period in any_period()) {
        prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        let json = serde_json::to_string(&period).unwrap();
        prop_assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
    }

    #[test]
    fn periods_follow_without_gap_or_overlap(period in any_period()) {
        prop_assert!(period.first_day() <= period.last_day());
        prop_assert_eq!(period.last_day().succ_opt().unwrap(), period.next().first_day());
        prop_assert_eq!(period.next().previous(), period);
        prop_assert_eq!(period.previous().next(), period);
    }

    #[test]
    fn a_day_belongs_to_exactly_one_month_and_quarter(date in any_day()) {
        let months: Vec<_> =
            (1..=12).filter_map(|month| Period::month(date.year(), month)).filter(|it| it.contains(date)).collect();
        prop_assert_eq!(months, [Period::containing(date, Rhythm::Monthly)]);
        let quarters: Vec<_> =
            (1..=4).filter_map(|it| Period::quarter(date.year(), it)).filter(|it| it.contains(date)).collect();
        prop_assert_eq!(quarters, [Period::containing(date, Rhythm::Quarterly)]);
    }

    #[test]
    fn months_cover_their_period(period in any_period()) {
        let months = period.months();
        prop_assert_eq!(months[0].first_day(), period.first_day());
        prop_assert_eq!(months[months.len() - 1].last_day(), period.last_day());
        prop_assert!(months.windows(2).all(|pair| pair[0].next() == pair[1]));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,10}") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text.trim().to_uppercase());
        }
    }
}

#[test]
fn a_rhythm_names_its_periods() {
    assert_eq!(
        Period::month(2026, 10).unwrap().rhythm(),
        Some(Rhythm::Monthly)
    );
    assert_eq!(
        Period::quarter(2026, 4).unwrap().rhythm(),
        Some(Rhythm::Quarterly)
    );
    assert_eq!("2026".parse::<Period>().unwrap().rhythm(), None);
}

#[test]
fn a_value_outside_the_constructors_does_not_panic() {
    for month in [0, 13, u32::MAX] {
        let odd = Period::Month { year: 2026, month };
        assert_eq!(odd.label(), " 2026");
        assert_eq!(odd.first_day(), NaiveDate::MIN);
    }
    assert_eq!(
        Period::Quarter {
            year: 2026,
            quarter: u32::MAX
        }
        .first_day(),
        NaiveDate::MIN
    );
}
