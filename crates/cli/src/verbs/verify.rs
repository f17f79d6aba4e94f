//! `periksa`: every chain, hash and file.

use super::{LANGUAGE, units};
use crate::outcome::{Failure, Outcome, Status};
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    units(office)?;
    let verified = office.ask(api::backup::Verify {})?;
    let (status, lines) = if verified.ok {
        (Status::Done, vec![terminal::verified(LANGUAGE, verified.journal, verified.records)])
    } else {
        let mut lines = vec![terminal::not_verified(LANGUAGE, verified.problems.len())];
        lines.extend(verified.problems.iter().cloned());
        (Status::Nothing, lines)
    };
    let value = json!({
        "ok": verified.ok,
        "journal": verified.journal,
        "records": verified.records,
        "state_hash": verified.state_hash,
        "sealed_hash": verified.sealed_hash,
        "problems": verified.problems,
    });
    Outcome::new(status, value, lines)
}
