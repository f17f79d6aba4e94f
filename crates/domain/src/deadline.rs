//! Days by which something is due. They remind; the clock never locks anything.

use crate::{Period, Rhythm, rules::Deadlines};
use chrono::{Days, NaiveDate};

/// The day by which a period's evaluations are sent (`assets/rules/tenggat.json`).
#[must_use]
pub fn deadline(rules: &Deadlines, period: Period) -> NaiveDate {
    after(period.last_day(), rules.send_days_after_period())
}

/// The last day on which an employee may object to a result received on a day
/// (PP 30/2019 Art. 59).
#[must_use]
pub fn objection_deadline(rules: &Deadlines, received: NaiveDate) -> NaiveDate {
    after(received, rules.objection_days())
}

/// The day by which the next exchange with the centre is due after the last one.
#[must_use]
pub fn exchange_deadline(rules: &Deadlines, last: NaiveDate) -> NaiveDate {
    after(last, rules.exchange_days())
}

/// Days from today to a deadline: 0 on the day itself, negative when it has passed.
#[must_use]
pub fn days_left(deadline: NaiveDate, today: NaiveDate) -> i64 {
    (deadline - today).num_days()
}

/// How many days into a new period the one before is still at work: month-end work is finished in
/// the first days of the next month.
const DAYS_OF_GRACE: i64 = 5;

/// The period that people work on first on a day: for five days it is the one that just ended.
#[must_use]
pub fn period_at_work(today: NaiveDate, rhythm: Rhythm) -> Period {
    let period = Period::containing(today, rhythm);
    if (today - period.first_day()).num_days() < DAYS_OF_GRACE {
        period.previous()
    } else {
        period
    }
}

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}
