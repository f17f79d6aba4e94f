//! `kurang`: what is missing, over all units.

use super::LANGUAGE;
use crate::arguments::InPeriod;
use crate::outcome::{Failure, Outcome, Status};
use api::home::{MissingPerson, RETURNED};
use app::{Office, home};
use catalogue::terminal;
use serde_json::{Value, json};
use std::collections::HashSet;

pub(super) fn run(office: &Office, arguments: &InPeriod) -> Result<Outcome, Failure> {
    let missing = office.with_desk(|desk| home::missing_everywhere(desk, arguments.periode))?;
    let returned = nips(missing.returned.iter().map(|it| &it.person));
    let groups = missing.groups.iter();
    let groups = groups.map(|group| (group.code.code(), nips(group.people.iter())));
    let mut values: Vec<Value> = Vec::new();
    let mut lines = Vec::new();
    for (code, nips) in std::iter::once((RETURNED, returned)).chain(groups) {
        if nips.is_empty() {
            continue;
        }
        lines.push(format!("{:>4}  {code}", nips.len()));
        values.push(json!({ "code": code, "count": nips.len(), "nips": nips }));
    }
    if lines.is_empty() {
        lines.push(terminal::nothing_missing(LANGUAGE).to_owned());
    }
    Outcome::new(Status::Done, values, lines)
}

/// Each person once, in the order of the lists: two posts may lack the same.
fn nips<'a>(people: impl Iterator<Item = &'a MissingPerson>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    people
        .map(|person| person.nip.digits())
        .filter(|nip| seen.insert(*nip))
        .collect()
}
