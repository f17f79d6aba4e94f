//! `kirim`: seals what is complete, in every unit.

use super::{LANGUAGE, units};
use crate::arguments::InPeriod;
use crate::outcome::{Failure, Outcome, Status};
use api::home::Finish;
use api::sheet::AppraiserChoice;
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office, arguments: &InPeriod) -> Result<Outcome, Failure> {
    units(office)?;
    let finished = office.ask(Finish {
        unit: None,
        period: arguments.periode,
        appraiser: AppraiserChoice::Everybody,
    })?;
    let mut blocked = Vec::new();
    let mut lines = vec![terminal::sealed(LANGUAGE, finished.sealed, finished.blocked.len())];
    for person in &finished.blocked {
        for code in &person.codes {
            blocked.push(json!({ "nip": person.person.nip.digits(), "code": code.code() }));
            lines.push(format!("{}  {}", person.person.nip.digits(), code.code()));
        }
    }
    let status = match (finished.sealed, blocked.is_empty()) {
        (_, true) => Status::Done,
        (0, false) => Status::Nothing,
        (_, false) => Status::WithRejections,
    };
    Outcome::new(status, json!({ "sealed": finished.sealed, "blocked": blocked }), lines)
}
