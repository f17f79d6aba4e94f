//! `kurang`: what is missing, over all units.

use super::LANGUAGE;
use crate::arguments::InPeriod;
use crate::outcome::{Failure, Outcome, Status};
use api::home::MissingGroup;
use app::{Office, home};
use catalogue::terminal;
use serde_json::{Value, json};
use std::collections::HashSet;

pub(super) fn run(office: &Office, arguments: &InPeriod) -> Result<Outcome, Failure> {
    let groups = office.with_desk(|desk| home::missing_everywhere(desk, arguments.periode))?;
    let mut values: Vec<Value> = Vec::with_capacity(groups.len());
    let mut lines = Vec::with_capacity(groups.len());
    for group in &groups {
        let (code, nips) = (group.code.code(), nips(group));
        lines.push(format!("{:>4}  {code}", nips.len()));
        values.push(json!({ "code": code, "count": nips.len(), "nips": nips }));
    }
    if lines.is_empty() {
        lines.push(terminal::nothing_missing(LANGUAGE).to_owned());
    }
    Outcome::new(Status::Done, values, lines)
}

/// Each person once, in the order of the lists: two posts may lack the same.
fn nips(group: &MissingGroup) -> Vec<&str> {
    let mut seen = HashSet::new();
    let people = group.people.iter().map(|person| person.nip.digits());
    people.filter(|nip| seen.insert(*nip)).collect()
}
