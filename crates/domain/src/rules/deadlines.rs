//! Deadlines as numbers of days; [`crate::deadline`] turns them into dates.

use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/tenggat.json");

/// Deadlines (`assets/rules/tenggat.json`). They remind; the clock never locks a period.
#[derive(Debug, Deserialize)]
pub struct Deadlines {
    send_days_after_period: u16,
    objection_days: u16,
    exchange_days: u16,
}

impl Deadlines {
    /// Days from the last day of a period to the day by which it is sent.
    #[must_use]
    pub const fn send_days_after_period(&self) -> u16 {
        self.send_days_after_period
    }

    /// Days from receipt of the result within which an employee may object.
    #[must_use]
    pub const fn objection_days(&self) -> u16 {
        self.objection_days
    }

    /// Days after which unsent work is called overdue.
    #[must_use]
    pub const fn exchange_days(&self) -> u16 {
        self.exchange_days
    }

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
