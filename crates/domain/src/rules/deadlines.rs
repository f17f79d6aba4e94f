//! Deadlines as numbers of days; [`crate::deadline`] turns them into dates.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use serde::Deserialize;

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
}

impl Rule for Deadlines {
    const FILE: RuleFile = RuleFile::Tenggat;
    const TEXT: &'static str = include_str!("../../../../assets/rules/tenggat.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::within(
            "send_days_after_period",
            self.send_days_after_period,
            0..=366,
        )?;
        flaw::within("objection_days", self.objection_days, 1..=366)?;
        flaw::within("exchange_days", self.exchange_days, 1..=366)
    }
}
