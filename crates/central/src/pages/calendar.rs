//! Days, weeks and periods, in the centre's zone.

use chrono::{Datelike as _, Days, NaiveDate};
use domain::deadline::period_at_work;
use domain::rules::RuleBook;
use domain::{Period, Rhythm, Timestamp, Zone, deadline};

/// The zone that weeks and deadlines are counted in.
pub(super) const ZONE: Zone = Zone::Wib;

/// The day now.
pub(super) fn today(now: Timestamp) -> NaiveDate {
    ZONE.day(now)
}

/// The week of a day, counted from Monday, 5 January 1970.
pub(super) fn week_of(day: NaiveDate) -> i64 {
    (day - first_monday()).num_days().div_euclid(7)
}

/// The Monday of a week.
pub(super) fn monday(week: i64) -> NaiveDate {
    let days = Days::new(week.max(0).unsigned_abs().saturating_mul(7));
    first_monday()
        .checked_add_days(days)
        .unwrap_or(NaiveDate::MAX)
}

/// The period that a week is about: the one that is due next on its Monday.
pub(super) fn period_of(rules: &RuleBook, week: i64, rhythm: Rhythm) -> Period {
    due_in(rules, monday(week), rhythm)
}

/// The month that pages begin with: the one that is due next, or that offices are at work on still.
pub(super) fn due_next(rules: &RuleBook, today: NaiveDate) -> Period {
    let due = due_in(rules, today, Rhythm::Monthly);
    let at_work = period_at_work(today, Rhythm::Monthly);
    if at_work.first_day() < due.first_day() {
        at_work
    } else {
        due
    }
}

/// A period is rated when it ends, so in the days behind it everybody is at work on it still.
fn due_in(rules: &RuleBook, day: NaiveDate, rhythm: Rhythm) -> Period {
    let running = Period::containing(day, rhythm);
    let day_before = running.first_day().pred_opt().unwrap_or(day);
    let before = Period::containing(day_before, rhythm);
    if deadline(&rules.at(before).deadlines, before) >= day {
        before
    } else {
        running
    }
}

/// As the tables keep it.
pub(super) const fn rhythm(number: i64) -> Rhythm {
    match number {
        1 => Rhythm::Quarterly,
        _ => Rhythm::Monthly,
    }
}

/// As the tables keep it.
pub(super) const fn rhythm_number(rhythm: Rhythm) -> i64 {
    match rhythm {
        Rhythm::Monthly => 0,
        Rhythm::Quarterly => 1,
    }
}

/// The newest periods, of both rhythms, newest first.
pub(super) fn recent_periods(today: NaiveDate) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut day = today.with_day(1).unwrap_or(today);
    for _ in 0..12 {
        let month = Period::containing(day, Rhythm::Monthly);
        let quarter = Period::containing(day, Rhythm::Quarterly);
        periods.push(month);
        if quarter.first_day() == month.first_day() {
            periods.push(quarter);
        }
        day = month.first_day().pred_opt().unwrap_or(day);
    }
    periods
}

fn first_monday() -> NaiveDate {
    // 1970 began on a Thursday.
    NaiveDate::default()
        .checked_add_days(Days::new(4))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-10-26", "2026-10-26")]
    #[case("2026-11-01", "2026-10-26")]
    #[case("2026-11-02", "2026-11-02")]
    #[case("1970-01-05", "1970-01-05")]
    fn a_week_begins_on_monday(#[case] day: NaiveDate, #[case] expected: NaiveDate) {
        assert_eq!(monday(week_of(day)), expected);
    }

    #[rstest]
    #[case("2026-10-26", "2026-10")]
    #[case("2026-11-02", "2026-11")]
    // The last day of November is a Monday: its week is about November still.
    #[case("2026-11-30", "2026-11")]
    #[case("2026-12-07", "2026-12")]
    fn a_week_is_about_the_period_that_is_due_next(
        #[case] monday: NaiveDate,
        #[case] expected: &str,
    ) {
        let rules = RuleBook::default();
        let period = period_of(&rules, week_of(monday), Rhythm::Monthly);
        assert_eq!(period.to_string(), expected);
    }

    #[rstest]
    #[case("2026-10-31", "2026-10")]
    // The offices' program opens October for five days more.
    #[case("2026-11-01", "2026-10")]
    #[case("2026-11-05", "2026-10")]
    #[case("2026-11-06", "2026-11")]
    fn pages_begin_with_the_month_that_offices_are_at_work_on(
        #[case] today: NaiveDate,
        #[case] expected: &str,
    ) {
        let due = due_next(&RuleBook::default(), today);
        assert_eq!(due.to_string(), expected);
    }

    #[test]
    fn a_quarter_stands_beside_its_first_month() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default();
        let periods: Vec<String> = recent_periods(today)
            .iter()
            .map(Period::to_string)
            .collect();
        assert_eq!(periods[..4], ["2026-11", "2026-10", "2026-TW4", "2026-09"]);
        assert_eq!(periods.len(), 16);
    }
}
