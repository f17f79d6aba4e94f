//! `pengecualian`: somebody need not be rated for a while.

use super::LANGUAGE;
use crate::arguments::Exception;
use crate::outcome::{Failure, Outcome, Status};
use api::employees::{SaveException, Search};
use app::Office;
use catalogue::terminal;
use domain::{ExceptionKind, Nip};
use serde_json::json;

pub(super) fn run(office: &Office, arguments: Exception) -> Result<Outcome, Failure> {
    let kind = ExceptionKind::from_code(&arguments.jenis)
        .ok_or_else(|| Failure::usage(terminal::word_unknown(LANGUAGE, &arguments.jenis)))?;
    let nip = Nip::parse(&arguments.nip)
        .map_err(|errors| Failure::from(api::Refusal::from(api::ErrorCode::Nip(errors))))?;
    let found = office.ask(Search { query: nip.digits().to_owned(), limit: 5 })?;
    let person = found
        .people
        .into_iter()
        .find(|person| person.nip == nip)
        .ok_or_else(|| Failure::nothing("not_found", terminal::nip_unknown(LANGUAGE).to_owned()))?;
    office.ask(SaveException {
        exception: None,
        employee: person.employee,
        kind,
        from: arguments.dari,
        to: arguments.sampai,
        letter: arguments.surat,
    })?;
    Outcome::new(
        Status::Done,
        json!({ "nip": nip.digits(), "kind": kind.code(), "from": arguments.dari, "to": arguments.sampai }),
        vec![terminal::exception_saved(LANGUAGE, person.name)],
    )
}
