//! As many people as were asked for: the cast first, then combined names in the first unit.

use super::cast::{Cast, Member};
use domain::{Capaian, Golongan, JabatanKind, Nip};

/// Exactly `count` people; the cast from its beginning when fewer are asked for.
pub(super) fn members(cast: &Cast, count: u32) -> Vec<Member> {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let mut members: Vec<Member> = cast.people.iter().take(count).cloned().collect();
    let mut number = 0;
    while members.len() < count {
        if let Some(member) = combined(cast, number) {
            members.push(member);
        }
        number += 1;
    }
    members
}

/// The person with this number: birth date, post and attainment follow from it. `None` where the
/// digits make no valid NIP.
fn combined(cast: &Cast, number: usize) -> Option<Member> {
    let pick = |words: &[String], stride: usize| -> Option<String> {
        words.get((number * stride) % words.len().max(1)).cloned()
    };
    let name = format!(
        "{} {}",
        pick(&cast.given_names, 7)?,
        pick(&cast.family_names, 5)?
    );
    let (year, month, day) = (1970 + number % 28, 1 + number % 12, 1 + number % 27);
    let serial = 500 + number / (28 * 27) % 400;
    let nip = format!(
        "{year}{month:02}{day:02}{}{:02}{}{serial:03}",
        year + 25,
        1 + number % 12,
        1 + number % 2
    );
    let ruang = u8::try_from(number % 4).ok()?;
    Some(Member {
        unit: cast.units.first()?.key.clone(),
        title_before: String::new(),
        name,
        title_after: if number.is_multiple_of(3) {
            "S.E.".to_owned()
        } else {
            String::new()
        },
        nip: Nip::parse(&nip).ok()?,
        golongan: Golongan::pns(3, ruang)?,
        jabatan: pick(&cast.posts, 1)?,
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        education: "S-1".to_owned(),
        capaian: Some(Capaian(8500 + u32::try_from(number * 37 % 3000).ok()?)),
        head: false,
        acting: None,
        transfer: false,
        exception: None,
    })
}
