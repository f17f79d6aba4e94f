//! `pengecualian`: somebody need not be rated for a while.

use super::LANGUAGE;
use crate::arguments::Exception;
use crate::outcome::{Failure, Outcome, Status};
use api::employees::{FoundPerson, GetEmployee, SaveException, Search};
use api::error::ErrorCode;
use app::Office;
use catalogue::terminal;
use domain::{ExceptionKind, Nip};
use serde_json::json;

pub(super) fn run(office: &Office, arguments: &Exception) -> Result<Outcome, Failure> {
    let kind = ExceptionKind::from_code(&arguments.jenis)
        .ok_or_else(|| Failure::usage(terminal::word_unknown(LANGUAGE, &arguments.jenis)))?;
    if arguments.sampai.is_some_and(|last| last < arguments.dari) {
        return Err(Failure::usage(terminal::span_reversed(LANGUAGE).to_owned()));
    }
    let nip = Nip::parse(&arguments.nip).map_err(ErrorCode::Nip)?;
    let person = find(office, &nip)?;
    let known = office.ask(GetEmployee {
        employee: person.employee,
    })?;
    // Said again, it corrects the last day and the letter; there is never the same one twice.
    let same = known
        .exceptions
        .into_iter()
        .find(|it| it.kind == kind && it.from == arguments.dari);
    office.ask(SaveException {
        exception: same.map(|it| it.id),
        employee: person.employee,
        kind,
        from: arguments.dari,
        to: arguments.sampai,
        letter: arguments.surat.clone(),
    })?;
    let value = json!({
        "nip": nip.digits(),
        "kind": kind.code(),
        "from": arguments.dari,
        "to": arguments.sampai,
        "letter": arguments.surat,
    });
    let line = terminal::exception_saved(LANGUAGE, person.name);
    Outcome::new(Status::Done, value, vec![line])
}

fn find(office: &Office, nip: &Nip) -> Result<FoundPerson, Failure> {
    let found = office.ask(Search {
        query: nip.digits().to_owned(),
        limit: 1,
    })?;
    let person = found.people.into_iter().find(|person| person.nip == *nip);
    person.ok_or_else(|| {
        Failure::from(ErrorCode::NotFound).said(terminal::nip_not_listed(LANGUAGE).to_owned())
    })
}
