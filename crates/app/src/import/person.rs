//! What a row says of the person.

use super::difference::Differences;
use ::reports::import::{Entry, ImportField, Parsed};
use domain::calendar::dashed;
use domain::{Employee, EmployeeId};

/// Somebody new, as the row describes.
pub(super) fn new(id: EmployeeId, entry: &Entry) -> Employee {
    Employee {
        id,
        name: entry.name.clone(),
        title_before: entry.title_before.clone(),
        title_after: entry.title_after.clone(),
        nip: entry.nip.clone(),
        kind: entry.kind,
        sex: entry.sex,
        birth_date: entry.birth_date,
        golongan: entry.golongan,
        golongan_since: entry.golongan_since,
        education: entry.education.clone(),
        pns_id: entry.pns_id.clone(),
    }
}

/// Somebody who is here, with what the row says differently.
pub(super) fn merged(
    before: &Employee,
    entry: &Entry,
    parsed: &Parsed,
    differences: &mut Differences,
) -> Employee {
    use ImportField as F;
    let mut person = before.clone();
    let renumbered = person.nip != entry.nip;
    if renumbered {
        differences.add(F::Nip, person.nip.digits(), entry.nip.digits());
        person.nip = entry.nip.clone();
    }
    differences.text(F::Name, &mut person.name, &entry.name);
    differences.text(
        F::TitleBefore,
        &mut person.title_before,
        &entry.title_before,
    );
    differences.text(F::TitleAfter, &mut person.title_after, &entry.title_after);
    if (parsed.has(F::EmployeeKind) || renumbered) && person.kind != entry.kind {
        let (old, new) = (person.kind.abbreviation(), entry.kind.abbreviation());
        differences.add(F::EmployeeKind, old, new);
        person.kind = entry.kind;
    }
    differences.value(F::Sex, (&mut person.sex, entry.sex), |it| {
        it.letter().to_owned()
    });
    differences.value(
        F::BirthDate,
        (&mut person.birth_date, entry.birth_date),
        dashed,
    );
    differences.value(F::Golongan, (&mut person.golongan, entry.golongan), |it| {
        it.to_string()
    });
    let since = (&mut person.golongan_since, entry.golongan_since);
    differences.value(F::GolonganSince, since, dashed);
    differences.text(F::Education, &mut person.education, &entry.education);
    if entry.pns_id.is_some() && person.pns_id != entry.pns_id {
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        differences.add(F::PnsId, &text(&person.pns_id), &text(&entry.pns_id));
        person.pns_id.clone_from(&entry.pns_id);
    }
    person
}
