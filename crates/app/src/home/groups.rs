//! Daftar Kurang: what is missing, grouped by its stable code.

use crate::sheet::Standing;
use api::home::MissingGroup;
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
