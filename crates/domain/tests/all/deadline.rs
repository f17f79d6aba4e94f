use crate::cases::day;
use domain::deadline::{
    days_left, deadline, exchange_deadline, objection_deadline, period_at_work,
};
use domain::rules::bundle;
use domain::{Period, Rhythm};
use rstest::rstest;

#[rstest]
#[case("2026-10", "2026-10-31")]
#[case("2028-02", "2028-02-29")]
#[case("2026-TW3", "2026-09-30")]
#[case("2026", "2026-12-31")]
fn a_period_is_due_on_its_last_day(#[case] period: &str, #[case] due: &str) {
    assert_eq!(
        deadline(&bundle().deadlines, period.parse::<Period>().unwrap()),
        day(due)
    );
}

#[test]
fn counts_days_from_the_event() {
    assert_eq!(
        objection_deadline(&bundle().deadlines, day("2026-12-20")),
        day("2027-01-03")
    );
    assert_eq!(
        exchange_deadline(&bundle().deadlines, day("2026-10-26")),
        day("2026-11-02")
    );
}

#[rstest]
#[case("2026-10-28", 3)]
#[case("2026-10-31", 0)]
#[case("2026-11-02", -2)]
fn says_how_many_days_are_left(#[case] today: &str, #[case] left: i64) {
    assert_eq!(days_left(day("2026-10-31"), day(today)), left);
}

#[rstest]
#[case("2026-10-31", "2026-10", "2026-TW4")]
#[case("2026-11-05", "2026-10", "2026-TW4")]
#[case("2026-11-06", "2026-11", "2026-TW4")]
#[case("2027-01-05", "2026-12", "2026-TW4")]
#[case("2027-01-06", "2027-01", "2027-TW1")]
fn a_period_is_at_work_for_five_days_more(
    #[case] today: &str,
    #[case] month: &str,
    #[case] quarter: &str,
) {
    let at_work = |rhythm| period_at_work(day(today), rhythm).to_string();
    assert_eq!(at_work(Rhythm::Monthly), month);
    assert_eq!(at_work(Rhythm::Quarterly), quarter);
}
