//! Daftar Kurang: what the centre returned, and what is missing, grouped by its stable code.

use crate::sheet::Standing;
use api::home::{MissingGroup, ReturnedRating};
use api::sheet::RowStatus;
use domain::rules::bundle;
use std::cmp::Reverse;

/// The lines of Daftar Kurang: what one fix clears for most people first, then the order of the
/// rules. A code that nobody lacks has no line.
pub(crate) fn missing_groups(people: &[Standing]) -> Vec<MissingGroup> {
    let mut groups: Vec<MissingGroup> = bundle()
        .missing
        .codes()
        .map(|(code, blocks)| MissingGroup {
            code,
            blocks,
            people: Vec::new(),
        })
        .collect();
    for standing in people {
        for code in standing.missing() {
            if let Some(group) = groups.iter_mut().find(|group| group.code == code) {
                group.people.push(standing.person());
            }
        }
    }
    groups.retain(|group| !group.people.is_empty());
    groups.sort_by_key(|group| Reverse(group.people.len()));
    groups
}

/// What the centre asks to look at again, in the order of the sheet. A rating that was changed since
/// stands on the sheet as a correction, and what it lacks stands in the groups.
pub(crate) fn returned(people: &[Standing]) -> Vec<ReturnedRating> {
    let waiting = people
        .iter()
        .filter(|standing| standing.status() == RowStatus::Returned);
    waiting
        .map(|standing| ReturnedRating {
            person: standing.person(),
            reason: standing
                .verdict
                .as_ref()
                .map_or_else(String::new, |it| it.reason.clone()),
        })
        .collect()
}
