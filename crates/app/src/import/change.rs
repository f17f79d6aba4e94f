//! What a row changes in a post that is held, and since when.

use super::difference::{Differences, is_same};
use super::post::{Said, kind_of};
use super::rater::{Rater, Raters};
use super::units::Units;
use ::reports::import::ImportField;
use chrono::NaiveDate;
use domain::{Assignment, Golongan, JabatanKind, Jenjang, PersonReference, UnitId};

/// What the differences are told with.
pub(super) struct Telling<'a> {
    pub(super) units: &'a Units,
    pub(super) raters: &'a Raters<'a>,
    pub(super) differences: &'a mut Differences,
}

/// One thing that changes, and since when.
pub(super) struct Change {
    pub(super) since: NaiveDate,
    pub(super) patch: Patch,
}

/// What becomes different.
pub(super) enum Patch {
    Place {
        jabatan: String,
        kind: JabatanKind,
        jenjang: Option<Jenjang>,
        unit: UnitId,
    },
    Golongan(Golongan),
    Appraiser(PersonReference),
    Superior(PersonReference),
}

/// Everything that the row says differently, each with its day.
pub(super) fn changes(old: &Assignment, said: &Said<'_>, telling: &mut Telling<'_>) -> Vec<Change> {
    let entry = said.entry;
    let mut changes = Vec::new();
    if let Some(patch) = place(old, said, telling) {
        changes.push(Change {
            since: entry.jabatan_since.unwrap_or(said.from),
            patch,
        });
    }
    if let Some(golongan) = entry.golongan.filter(|it| Some(*it) != old.golongan) {
        let before = old.golongan.map(|it| it.to_string()).unwrap_or_default();
        telling
            .differences
            .add(ImportField::Golongan, &before, &golongan.to_string());
        let since = entry.golongan_since.unwrap_or(said.from);
        changes.push(Change {
            since,
            patch: Patch::Golongan(golongan),
        });
    }
    // Nobody named means the unit's head: a list that names the head says nothing new.
    let head = telling
        .units
        .get(old.unit)
        .and_then(|unit| unit.head.as_ref());
    let appraiser = old.appraiser.as_ref().or(head);
    if let Some(new) = telling.rated(ImportField::AppraiserName, appraiser, &said.appraiser) {
        changes.push(Change {
            since: said.from,
            patch: Patch::Appraiser(new),
        });
    }
    let superior = old.appraiser_superior.as_ref();
    if let Some(new) = telling.rated(ImportField::SuperiorName, superior, &said.superior) {
        changes.push(Change {
            since: said.from,
            patch: Patch::Superior(new),
        });
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
        (kind_of(said), entry.jenjang)
    } else {
        (
            entry.jabatan_kind.unwrap_or(old.jabatan_kind),
            entry.jenjang.or(old.jenjang),
        )
    };
    let jabatan = if renamed {
        entry.jabatan.clone()
    } else {
        old.jabatan.clone()
    };
    if !renamed && unit == old.unit && kind == old.jabatan_kind && jenjang == old.jenjang {
        return None;
    }
    let differences = &mut *telling.differences;
    if renamed {
        differences.add(F::Jabatan, &old.jabatan, &jabatan);
    }
    if unit != old.unit {
        differences.add(
            F::Unit,
            telling.units.name(old.unit),
            telling.units.name(unit),
        );
    }
    if kind != old.jabatan_kind {
        let word = |kind| said.rules.bkn_word(kind);
        let (before, after) = (word(old.jabatan_kind), word(kind));
        if before != after || !renamed {
            differences.add(F::JabatanKind, before, after);
        }
    }
    if jenjang != old.jenjang {
        let name = |jenjang: Option<Jenjang>| jenjang.map_or("", Jenjang::name);
        differences.add(F::Jenjang, name(old.jenjang), name(jenjang));
    }
    Some(Patch::Place {
        jabatan,
        kind,
        jenjang,
        unit,
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

impl Patch {
    pub(super) fn apply(self, post: &mut Assignment) {
        match self {
            Self::Place {
                jabatan,
                kind,
                jenjang,
                unit,
            } => {
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
