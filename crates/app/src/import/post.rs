//! What a row says of the post: each change from its own day on, so that a past period keeps what
//! was valid then.

use super::difference::{Differences, is_same};
use super::rater::{Rater, Raters};
use super::units::Units;
use crate::{Desk, Trouble};
use ::reports::import::{Entry, ImportField, Parsed};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::rules::bundle;
use domain::{
    Assignment, AssignmentId, EmployeeId, Golongan, JabatanKind, Jenjang, PersonReference, UnitId,
};

/// What a row says of a post.
pub(super) struct Said<'a> {
    pub(super) entry: &'a Entry,
    /// The unit that the row names.
    pub(super) unit: Option<UnitId>,
    pub(super) appraiser: Rater,
    pub(super) superior: Rater,
    /// First day of what has no TMT.
    pub(super) from: NaiveDate,
}

/// What the differences are told with.
pub(super) struct Telling<'a> {
    pub(super) units: &'a Units,
    pub(super) raters: &'a Raters<'a>,
    pub(super) differences: &'a mut Differences,
}

/// One thing that changes, and since when.
struct Change {
    since: NaiveDate,
    patch: Patch,
}

enum Patch {
    Place { jabatan: String, kind: JabatanKind, jenjang: Option<Jenjang>, unit: UnitId },
    Golongan(Golongan),
    Appraiser(PersonReference),
    Superior(PersonReference),
}

/// The post that a row speaks of: held in the same way, not ended, the newest.
pub(super) fn meant<'a>(
    posts: &'a [Assignment],
    entry: &Entry,
    parsed: &Parsed,
    today: NaiveDate,
) -> Option<&'a Assignment> {
    let open = || posts.iter().filter(|post| post.to.is_none_or(|to| to >= today));
    let newest = open().filter(|post| post.tenure == entry.tenure).max_by_key(|post| post.from);
    // A list without the column does not say that somebody who only acts here is definitif.
    let any = || open().max_by_key(|post| (post.tenure == Tenure::Definitif, post.from));
    if parsed.has(ImportField::Tenure) { newest } else { newest.or_else(any) }
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
        jabatan_kind: kind_of(entry),
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
        let Some(current) = posts.last_mut() else { break };
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

fn changes(old: &Assignment, said: &Said<'_>, telling: &mut Telling<'_>) -> Vec<Change> {
    let entry = said.entry;
    let mut changes = Vec::new();
    if let Some(patch) = place(old, said, telling) {
        changes.push(Change { since: entry.jabatan_since.unwrap_or(said.from), patch });
    }
    if let Some(golongan) = entry.golongan.filter(|it| Some(*it) != old.golongan) {
        let before = old.golongan.map(|it| it.to_string()).unwrap_or_default();
        telling.differences.add(ImportField::Golongan, &before, &golongan.to_string());
        let since = entry.golongan_since.unwrap_or(said.from);
        changes.push(Change { since, patch: Patch::Golongan(golongan) });
    }
    // Nobody named means the unit's head: a list that names the head says nothing new.
    let head = telling.units.get(old.unit).and_then(|unit| unit.head.as_ref());
    let appraiser = old.appraiser.as_ref().or(head);
    if let Some(new) = telling.rated(ImportField::AppraiserName, appraiser, &said.appraiser) {
        changes.push(Change { since: said.from, patch: Patch::Appraiser(new) });
    }
    let superior = old.appraiser_superior.as_ref();
    if let Some(new) = telling.rated(ImportField::SuperiorName, superior, &said.superior) {
        changes.push(Change { since: said.from, patch: Patch::Superior(new) });
    }
    changes
}

fn place(old: &Assignment, said: &Said<'_>, telling: &mut Telling<'_>) -> Option<Patch> {
    use ImportField as F;
    let entry = said.entry;
    let renamed = !entry.jabatan.is_empty() && !is_same(&old.jabatan, &entry.jabatan);
    let unit = said.unit.unwrap_or(old.unit);
    // A post of another name may be of another kind; the same name keeps what is known.
    let (kind, jenjang) = if renamed {
        (kind_of(entry), entry.jenjang)
    } else {
        (entry.jabatan_kind.unwrap_or(old.jabatan_kind), entry.jenjang.or(old.jenjang))
    };
    let jabatan = if renamed { entry.jabatan.clone() } else { old.jabatan.clone() };
    if !renamed && unit == old.unit && kind == old.jabatan_kind && jenjang == old.jenjang {
        return None;
    }
    let differences = &mut *telling.differences;
    if renamed {
        differences.add(F::Jabatan, &old.jabatan, &jabatan);
    }
    if unit != old.unit {
        differences.add(F::Unit, telling.units.name(old.unit), telling.units.name(unit));
    }
    if kind != old.jabatan_kind {
        let word = |kind| bundle().jabatan.bkn_word(kind);
        let (before, after) = (word(old.jabatan_kind), word(kind));
        if before != after || !renamed {
            differences.add(F::JabatanKind, before, after);
        }
    }
    if jenjang != old.jenjang {
        let name = |jenjang: Option<Jenjang>| jenjang.map_or("", Jenjang::name);
        differences.add(F::Jenjang, name(old.jenjang), name(jenjang));
    }
    Some(Patch::Place { jabatan, kind, jenjang, unit })
}

/// The kind that the row tells; a post that no list and no name tells of is a pelaksana's.
fn kind_of(entry: &Entry) -> JabatanKind {
    entry.jabatan_kind.unwrap_or_else(|| match entry.jenjang {
        Some(_) => JabatanKind::Fungsional,
        None => bundle().jabatan.kind_of_name(&entry.jabatan).unwrap_or(JabatanKind::Pelaksana),
    })
}

impl Telling<'_> {
    fn rated(
        &mut self,
        field: ImportField,
        before: Option<&PersonReference>,
        said: &Rater,
    ) -> Option<PersonReference> {
        let Rater::Named(new) = said else { return None };
        if before.is_some_and(|before| self.raters.is_same(before, new)) {
            return None;
        }
        let old = before.map(|it| self.raters.name(it)).unwrap_or_default();
        self.differences.add(field, &old, &self.raters.name(new));
        Some(new.clone())
    }
}

impl Rater {
    fn named(self) -> Option<PersonReference> {
        match self {
            Self::Named(person) => Some(person),
            Self::Unsaid | Self::Oneself => None,
        }
    }
}

impl Patch {
    fn apply(self, post: &mut Assignment) {
        match self {
            Self::Place { jabatan, kind, jenjang, unit } => {
                post.jabatan = jabatan;
                post.jabatan_kind = kind;
                post.jenjang = jenjang;
                post.unit = unit;
            }
            Self::Golongan(golongan) => post.golongan = Some(golongan),
            Self::Appraiser(person) => post.appraiser = Some(person),
            Self::Superior(person) => post.appraiser_superior = Some(person),
        }
    }
}
