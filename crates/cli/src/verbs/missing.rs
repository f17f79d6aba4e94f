//! `kurang`: what is missing, over all units.

use super::LANGUAGE;
use crate::arguments::InPeriod;
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use api::home::GetHome;
use api::sheet::AppraiserChoice;
use app::Office;
use catalogue::terminal;
use domain::missing::MissingCode;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) fn run(office: &Office, arguments: &InPeriod) -> Result<Outcome, Failure> {
    let mut groups: Vec<_> = people(office, arguments)?.into_iter().collect();
    groups.sort_by_key(|(code, nips)| (Reverse(nips.len()), *code));
    let lines = if groups.is_empty() {
        vec![terminal::nothing_missing(LANGUAGE).to_owned()]
    } else {
        let line = |(code, nips): &(MissingCode, Vec<String>)| {
            format!("{:>4}  {}", nips.len(), code.code())
        };
        groups.iter().map(line).collect()
    };
    let value: Vec<_> = groups
        .iter()
        .map(|(code, nips)| json!({ "code": code.code(), "count": nips.len(), "nips": nips }))
        .collect();
    Outcome::new(Status::Done, value, lines)
}

/// Each person once per code, in the order of the lists.
fn people(
    office: &Office,
    arguments: &InPeriod,
) -> Result<BTreeMap<MissingCode, Vec<String>>, Failure> {
    let mut people: BTreeMap<MissingCode, Vec<String>> = BTreeMap::new();
    for unit in place::session(office)?.units {
        let home = office.ask(GetHome {
            unit: unit.id,
            period: arguments.periode,
            appraiser: AppraiserChoice::Everybody,
        })?;
        for group in home.missing {
            let nips = people.entry(group.code).or_default();
            for person in group.people {
                let nip = person.nip.digits().to_owned();
                if !nips.contains(&nip) {
                    nips.push(nip);
                }
            }
        }
    }
    Ok(people)
}
