//! The head of a unit, where a list shows clearly who that is.

use super::units::Units;
use domain::assignment::Tenure;
use domain::rules::{JabatanRules, normalised};
use domain::{Assignment, EmployeeId, JabatanKind, PersonReference, UnitId};
use std::collections::HashMap;

/// Names heads of units that have none, and ties typed ones to the list. Two who could be the head
/// are nobody: then a person says who it is.
pub(super) fn name_heads(
    rules: &JabatanRules,
    units: &mut Units,
    posts: &[&Assignment],
    in_list: impl Fn(&PersonReference) -> Option<EmployeeId>,
) {
    let mut by_unit: HashMap<UnitId, Vec<&Assignment>> = HashMap::new();
    for post in posts {
        by_unit.entry(post.unit).or_default().push(post);
    }
    let heads: Vec<(UnitId, EmployeeId)> = units
        .iter()
        .filter_map(|unit| {
            let found = match &unit.head {
                Some(PersonReference::Employee(_)) => None,
                Some(typed) => in_list(typed),
                None => by_unit
                    .get(&unit.id)
                    .and_then(|posts| head(rules, &unit.name, posts)),
            };
            Some((unit.id, found?))
        })
        .collect();
    for (unit, head) in heads {
        units.set_head(unit, head);
    }
}

fn head(rules: &JabatanRules, unit: &str, posts: &[&Assignment]) -> Option<EmployeeId> {
    let by_name = || {
        posts
            .iter()
            .filter(|post| leads(rules, &post.jabatan, unit))
    };
    let by_kind = || {
        posts
            .iter()
            .filter(|post| post.jabatan_kind == JabatanKind::Jpt)
    };
    let definitif = |post: &&&Assignment| post.tenure == Tenure::Definitif;
    only(by_name().filter(definitif))
        .or_else(|| only(by_name()))
        .or_else(|| only(by_kind().filter(definitif)))
}

fn only<'a>(mut posts: impl Iterator<Item = &'a &'a Assignment>) -> Option<EmployeeId> {
    let first = posts.next()?.employee;
    posts.next().is_none().then_some(first)
}

/// `Kepala Dinas …`, `Camat …`; and `Kepala Bagian Umum` of the unit `Bagian Umum`.
fn leads(rules: &JabatanRules, jabatan: &str, unit: &str) -> bool {
    let jabatan = normalised(jabatan);
    let post = jabatan
        .strip_prefix("plt ")
        .or_else(|| jabatan.strip_prefix("plh "));
    let post = post.unwrap_or(&jabatan);
    let unit = normalised(unit);
    let of_this_unit = post.strip_prefix("kepala ").is_some_and(|rest| {
        rest == unit
            || unit
                .strip_prefix(rest)
                .is_some_and(|more| more.starts_with(' '))
    });
    of_this_unit || rules.is_head(post)
}

#[cfg(test)]
mod tests {
    use super::leads;
    use domain::rules::bundle;
    use rstest::rstest;

    #[rstest]
    #[case("Kepala Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan", true)]
    #[case("Plt. Kepala Dinas Kesehatan", "Dinas Kesehatan", true)]
    #[case("Kepala Bagian Umum", "Bagian Umum", true)]
    #[case("Camat Simeulue Timur", "Kecamatan Simeulue Timur", true)]
    #[case("Kepala UPTD Puskesmas Sinabang", "Puskesmas Sinabang", true)]
    #[case("Kepala Bidang Pembinaan SD", "Dinas Pendidikan", false)]
    #[case("Sekretaris Camat", "Kecamatan Simeulue Timur", false)]
    #[case("Inspektur Pembantu I", "Inspektorat", false)]
    #[case("Kepala Seksi", "Dinas Perhubungan", false)]
    fn a_post_leads_its_unit(#[case] jabatan: &str, #[case] unit: &str, #[case] expected: bool) {
        assert_eq!(leads(&bundle().jabatan, jabatan, unit), expected);
    }
}
