//! `hitung nip`: what eighteen digits say.

use super::LANGUAGE;
use crate::outcome::{Failure, Outcome, Status};
use catalogue::terminal;
use domain::nip::Appointment;
use domain::{Nip, Zone, calendar};
use serde_json::json;

pub(super) fn take_apart(text: &str) -> Result<Outcome, Failure> {
    match Nip::parse(text) {
        Ok(nip) if nip.appointed_after(Zone::default().day(app::now())) => {
            invalid(&[terminal::in_the_future(LANGUAGE)])
        }
        Ok(nip) => valid(&nip),
        Err(errors) => {
            let errors = errors.into_iter();
            let reasons = errors.map(|error| catalogue::nip::reason(LANGUAGE, error));
            invalid(&reasons.collect::<Vec<_>>())
        }
    }
}

fn valid(nip: &Nip) -> Result<Outcome, Failure> {
    let appointed = match nip.appointment() {
        Appointment::Month { year, month } => format!("{year:04}-{month:02}"),
        Appointment::Contract { year, number } => format!("{year:04} contract {number}"),
    };
    let line = [
        nip.grouped().as_str(),
        nip.kind().abbreviation(),
        &calendar::long(nip.birth_date()),
        &appointed,
        nip.sex().letter(),
    ]
    .join(" · ");
    let value = json!({
        "valid": true,
        "kind": nip.kind().abbreviation(),
        "birth_date": nip.birth_date().to_string(),
        "appointed": appointed,
        "sex": nip.sex().letter(),
        "serial": nip.serial(),
    });
    Outcome::new(Status::Done, value, vec![line])
}

fn invalid(reasons: &[&str]) -> Result<Outcome, Failure> {
    Outcome::new(
        Status::Nothing,
        json!({ "valid": false, "reasons": reasons }),
        reasons.iter().map(|&reason| reason.to_owned()).collect(),
    )
}
