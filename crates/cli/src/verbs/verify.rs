//! `periksa`: every chain, hash and file.

use super::LANGUAGE;
use crate::outcome::{Failure, Outcome, Status};
use api::backup::Verify;
use app::Office;
use catalogue::terminal;

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let verified = office.ask(Verify {})?;
    let (status, lines) = if verified.ok {
        let sound = terminal::verified(LANGUAGE, verified.journal, verified.records);
        (Status::Done, vec![sound])
    } else {
        let mut lines = vec![terminal::not_verified(LANGUAGE, verified.problems.len())];
        lines.extend(verified.problems.iter().cloned());
        (Status::Nothing, lines)
    };
    Outcome::new(status, verified, lines)
}
