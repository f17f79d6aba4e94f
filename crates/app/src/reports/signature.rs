//! Who signs: the signatory named for the unit today, else its head.

use crate::people::{People, Person};
use crate::{Desk, Trouble};
use api::reports::Signature;
use domain::signatory::SignatoryRole;
use domain::{Signatory, Unit, calendar};
use store::View;

/// The signature block with today's date: paper is signed on the day that it is printed, by who
/// holds the office that day.
pub(super) fn signature(
    desk: &Desk<'_>,
    view: &View<'_>,
    unit: &Unit,
) -> Result<Option<Signature>, Trouble> {
    let today = unit.zone.day(desk.now);
    let mut named: Vec<Signatory> = view.signatories(unit.id)?;
    named.retain(|it| {
        it.role == SignatoryRole::Head && it.from <= today && it.to.is_none_or(|to| to >= today)
    });
    let signatory = named.into_iter().max_by_key(|it| (it.from, it.id));
    let place = signatory
        .as_ref()
        .map(|it| it.place.clone())
        .unwrap_or_default();
    let Some(person) = signatory.map(|it| it.person).or_else(|| unit.head.clone()) else {
        return Ok(None);
    };
    let person = People::new(view, today)?.describe(&person)?;
    let date = calendar::long(today);
    Ok(Some(Signature {
        place_and_date: if place.is_empty() {
            date
        } else {
            format!("{place}, {date}")
        },
        pangkat: pangkat(&person),
        nip: person
            .nip
            .as_ref()
            .map(domain::Nip::grouped)
            .unwrap_or_default(),
        jabatan: person.jabatan,
        name: person.name,
    }))
}

/// `Penata Tingkat I (III/d)`; a PPPK has a golongan alone.
fn pangkat(person: &Person) -> String {
    match person.golongan.map(|it| (it.pangkat(), it)) {
        Some((Some(pangkat), golongan)) => format!("{pangkat} ({golongan})"),
        Some((None, golongan)) => golongan.to_string(),
        None => String::new(),
    }
}
