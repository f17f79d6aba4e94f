use crate::cases::day;
use domain::Period;
use domain::deadline::{days_left, deadline, exchange_deadline, objection_deadline};
use domain::rules::bundle;
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
