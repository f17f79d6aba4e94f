//! `status`: where sending stands, in one sentence.

use super::LANGUAGE;
use crate::outcome::{Failure, Outcome, Status};
use api::session::GetStatus;
use api::sync::{Condition, GetSync};
use app::Office;
use catalogue::Language;
use domain::calendar;
use serde_json::{Value, json};

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let status = office.ask(GetStatus {
        unit: None,
        period: None,
    })?;
    let screen = office.ask(GetSync {})?;
    let receipt = screen.receipts.first().map(|it| &it.name);
    let words = sentence(office, LANGUAGE)?;
    Outcome::new(
        Status::Done,
        json!({
            "unsent": status.unsent,
            "last_receipt": receipt,
            "sentence": words,
            "condition": condition_code(&screen.condition),
        }),
        vec![words],
    )
}

/// The sentence of the screen and the bar.
pub(super) fn sentence(office: &Office, language: Language) -> Result<String, Failure> {
    let screen = office.ask(GetSync {})?;
    let date = |at| {
        let local = screen.zone.local(at);
        let weekday: String = calendar::weekday(local.date()).chars().take(3).collect();
        let day: String = calendar::short(local.date());
        // The year goes without saying, as on the screen.
        let day = day.rsplit_once(' ').map_or(day.as_str(), |(day, _)| day);
        format!("{weekday} {day} {}", calendar::clock(local))
    };
    Ok(screen.condition.sentence(language, date, size))
}

/// A number of bytes as people read it.
fn size(bytes: u64) -> String {
    const STEP: u64 = 1024;
    if bytes < STEP * STEP {
        format!("{} KB", bytes.div_ceil(STEP))
    } else {
        let tenths = bytes.saturating_mul(10) / (STEP * STEP);
        format!("{},{} MB", tenths / 10, tenths % 10)
    }
}

/// The closed code of a condition, for scripts: its name in the contract.
fn condition_code(condition: &Condition) -> Value {
    match serde_json::to_value(condition) {
        Ok(Value::Object(named)) => named.into_iter().next().map(|(name, _)| name).into(),
        Ok(name) => name,
        Err(_) => Value::Null,
    }
}
