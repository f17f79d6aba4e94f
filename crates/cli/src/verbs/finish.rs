//! `kirim`: seals what is complete, in every unit.

use super::LANGUAGE;
use crate::arguments::InPeriod;
use crate::outcome::{Failure, Outcome, Status};
use api::home::Finish;
use api::sheet::AppraiserChoice;
use app::Office;
use catalogue::terminal;
use serde_json::json;
use std::collections::BTreeSet;

pub(super) fn run(office: &Office, arguments: &InPeriod) -> Result<Outcome, Failure> {
    let finished = office.ask(Finish {
        unit: None,
        period: arguments.periode,
        appraiser: AppraiserChoice::Everybody,
    })?;
    // Somebody with two posts may lack the same in both: one entry says it.
    let blocked: BTreeSet<(&str, &str)> = finished
        .blocked
        .iter()
        .flat_map(|it| {
            let nip = it.person.nip.digits();
            it.codes.iter().map(move |code| (nip, code.code()))
        })
        .collect();
    let people: BTreeSet<&str> = blocked.iter().map(|(nip, _)| *nip).collect();
    let mut lines = vec![terminal::sealed(LANGUAGE, finished.sealed, people.len())];
    lines.extend(blocked.iter().map(|(nip, code)| format!("{nip}  {code}")));
    let status = Status::of(finished.sealed > 0, !blocked.is_empty());
    let blocked: Vec<_> = blocked
        .iter()
        .map(|(nip, code)| json!({ "nip": nip, "code": code }))
        .collect();
    let value = json!({ "sealed": finished.sealed, "blocked": blocked });
    Outcome::new(status, value, lines)
}
