//! What a row says of the post: each change from its own day on, so that a past period keeps what
//! was valid then.

use super::change::{Change, Telling, changes};
use super::rater::Rater;
use crate::{Desk, Trouble};
use ::reports::import::{Entry, ImportField, Parsed};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::rules::JabatanRules;
use domain::{Assignment, AssignmentId, EmployeeId, JabatanKind, PersonReference, UnitId};

/// What a row says of a post.
pub(super) struct Said<'a> {
    /// The rules by which names of posts are read.
    pub(super) rules: &'a JabatanRules,
    pub(super) entry: &'a Entry,
    /// The unit that the row names.
    pub(super) unit: Option<UnitId>,
    pub(super) appraiser: Rater,
    pub(super) superior: Rater,
    /// First day of what has no TMT.
    pub(super) from: NaiveDate,
}

/// The post that a row speaks of: held in the same way, not ended, the newest.
pub(super) fn meant<'a>(
    posts: &'a [Assignment],
    entry: &Entry,
    parsed: &Parsed,
    today: NaiveDate,
) -> Option<&'a Assignment> {
    let open = || {
        posts
            .iter()
            .filter(|post| post.to.is_none_or(|to| to >= today))
    };
    let newest = open()
        .filter(|post| post.tenure == entry.tenure)
        .max_by_key(|post| post.from);
    // A list without the column does not say that somebody who only acts here is definitif.
    let any = || open().max_by_key(|post| (post.tenure == Tenure::Definitif, post.from));
    if parsed.has(ImportField::Tenure) {
        newest
    } else {
        newest.or_else(any)
    }
}

/// A first post, or one after a gap.
pub(super) fn begun(
    id: AssignmentId,
    employee: EmployeeId,
    unit: UnitId,
    (said, earlier): (Said<'_>, &[Assignment]),
) -> Assignment {
    let entry = said.entry;
    let ended = earlier.iter().filter(|post| post.tenure == entry.tenure);
    let after = ended.filter_map(|post| post.to?.succ_opt()).max();
    let from = entry.jabatan_since.unwrap_or(said.from);
    Assignment {
        id,
        employee,
        unit,
        jabatan: entry.jabatan.clone(),
        jabatan_kind: kind_of(&said),
        jenjang: entry.jenjang,
        golongan: entry.golongan,
        appraiser: said.appraiser.named(),
        appraiser_superior: said.superior.named(),
        from: after.map_or(from, |after| after.max(from)),
        to: None,
        tenure: entry.tenure,
    }
}

/// The post as it was and what followed it: the first is the old one, corrected or ended.
pub(super) fn followed(
    desk: &Desk<'_>,
    old: &Assignment,
    said: &Said<'_>,
    telling: &mut Telling<'_>,
) -> Result<Vec<Assignment>, Trouble> {
    let mut changes = changes(old, said, telling);
    changes.sort_by_key(|change| change.since);
    let mut posts = vec![old.clone()];
    for Change { since, patch } in changes {
        let Some(current) = posts.last_mut() else {
            break;
        };
        // The same day, or a TMT before the post began: the post was told wrongly.
        let last = since.pred_opt().filter(|_| since > current.from);
        let Some(last) = last else {
            patch.apply(current);
            continue;
        };
        let mut next = Assignment {
            id: AssignmentId(desk.new_id()?),
            from: since,
            ..current.clone()
        };
        current.to = Some(last);
        patch.apply(&mut next);
        posts.push(next);
    }
    Ok(posts)
}

/// The kind that the row tells; a post that no list and no name tells of is a pelaksana's.
pub(super) fn kind_of(said: &Said<'_>) -> JabatanKind {
    let entry = said.entry;
    entry.jabatan_kind.unwrap_or_else(|| match entry.jenjang {
        Some(_) => JabatanKind::Fungsional,
        None => said
            .rules
            .kind_of_name(&entry.jabatan)
            .unwrap_or(JabatanKind::Pelaksana),
    })
}

impl Rater {
    fn named(self) -> Option<PersonReference> {
        match self {
            Self::Named(person) => Some(person),
            Self::Unsaid | Self::Oneself => None,
        }
    }
}
