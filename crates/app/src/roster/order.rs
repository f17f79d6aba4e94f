//! The order of every list of people.

use super::RosterRow;
use domain::{Assignment, Employee, Golongan, JabatanKind, UnitId};
use std::cmp::Reverse;

/// Where somebody stands in a list: the highest kind of post first, within it the highest
/// golongan (PNS before PPPK, because their golongan do not compare), then the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    kind: usize,
    scale: u8,
    golongan: Reverse<Option<Golongan>>,
    name: String,
    nip: String,
}

impl Rank {
    /// The rank of a person, in a post or in none.
    pub(crate) fn of(employee: &Employee, post: Option<&Assignment>) -> Self {
        let golongan = post.and_then(|post| post.golongan).or(employee.golongan);
        Self {
            kind: post.map_or(usize::MAX, |post| from_the_highest(post.jabatan_kind)),
            scale: match golongan {
                Some(Golongan::Pns { .. }) => 0,
                Some(Golongan::Pppk(_)) => 1,
                None => 2,
            },
            golongan: Reverse(golongan),
            name: employee.name.to_lowercase(),
            nip: employee.nip.digits().to_owned(),
        }
    }
}

pub(super) fn sort(rows: &mut [RosterRow], unit_name: impl Fn(UnitId) -> String) {
    rows.sort_by_cached_key(|row| {
        let unit = unit_name(row.assignment.unit).to_lowercase();
        (
            unit,
            Rank::of(&row.employee, Some(&row.assignment)),
            row.assignment.from,
        )
    });
}

fn from_the_highest(kind: JabatanKind) -> usize {
    JabatanKind::ALL
        .iter()
        .position(|it| *it == kind)
        .unwrap_or(JabatanKind::ALL.len())
}
