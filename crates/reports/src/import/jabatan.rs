//! Kind and level of a post from what a list says of it.

use domain::rules::{JabatanRules, normalised};
use domain::{JabatanKind, Jenjang};

/// What the columns of one row say.
pub(super) struct Said<'a> {
    pub(super) jabatan: &'a str,
    pub(super) kind: &'a str,
    pub(super) eselon: &'a str,
    pub(super) jenjang: &'a str,
}

/// The level: its own column before the post's name.
pub(super) fn jenjang(rules: &JabatanRules, said: &Said<'_>) -> Option<Jenjang> {
    rules
        .jenjang(said.jenjang)
        .or_else(|| rules.jenjang(said.jabatan))
}

/// The kind: its own column, then the eselon, then the level, then the post's name.
pub(super) fn kind(rules: &JabatanRules, said: &Said<'_>) -> Option<JabatanKind> {
    rules
        .kind(said.kind, said.eselon)
        .or_else(|| rules.kind_of_eselon(said.eselon))
        .or_else(|| jenjang(rules, said).map(|_| JabatanKind::Fungsional))
        .or_else(|| rules.kind_of_name(said.jabatan))
        .or_else(|| is_structural(said).then_some(JabatanKind::Pengawas))
}

/// "Struktural" alone leaves open which. All of them are one word to BKN, so the lowest is taken, and
/// said.
pub(super) fn lacks_eselon(rules: &JabatanRules, said: &Said<'_>) -> bool {
    is_structural(said)
        && rules.kind(said.kind, said.eselon).is_none()
        && rules.kind_of_eselon(said.eselon).is_none()
        && jenjang(rules, said).is_none()
        && rules.kind_of_name(said.jabatan).is_none()
}

fn is_structural(said: &Said<'_>) -> bool {
    normalised(said.kind)
        .split(' ')
        .any(|word| word == "struktural")
}

/// Whether a cell of the kind's column says, with the rest, what kind it is.
pub(super) fn is_kind_readable(rules: &JabatanRules, said: &Said<'_>) -> bool {
    said.kind.is_empty() || kind(rules, said).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Said, jenjang, kind};
    use domain::rules::bundle;
    use domain::{JabatanKind, Jenjang};
    use rstest::rstest;

    #[rstest]
    #[case("Kepala Dinas Kesehatan", "Struktural", "II.b", Some(JabatanKind::Jpt))]
    #[case(
        "Sekretaris",
        "Jabatan Struktural",
        "III.a",
        Some(JabatanKind::Administrator)
    )]
    #[case("Kepala Seksi Data", "", "IV.a", Some(JabatanKind::Pengawas))]
    #[case("Pengelola Data", "Fungsional Umum", "", Some(JabatanKind::Pelaksana))]
    #[case(
        "Perawat Ahli Muda",
        "Jabatan Fungsional",
        "",
        Some(JabatanKind::Fungsional)
    )]
    #[case("Perawat Ahli Muda", "", "", Some(JabatanKind::Fungsional))]
    #[case("Kepala Bidang Mutasi", "", "", Some(JabatanKind::Administrator))]
    #[case("Inspektur Pembantu I", "", "", Some(JabatanKind::Administrator))]
    #[case("Kepala Puskesmas", "STRUKTURAL", "", Some(JabatanKind::Pengawas))]
    #[case("Penjaga Malam", "", "", None)]
    fn kinds(
        #[case] jabatan: &str,
        #[case] named: &str,
        #[case] eselon: &str,
        #[case] expected: Option<JabatanKind>,
    ) {
        assert_eq!(
            kind(
                &bundle().jabatan,
                &Said {
                    jabatan,
                    kind: named,
                    eselon,
                    jenjang: ""
                }
            ),
            expected
        );
    }

    #[rstest]
    #[case("Guru", "Ahli Muda", Some(Jenjang::AhliMuda))]
    #[case("Perawat Terampil", "", Some(Jenjang::Terampil))]
    #[case("Camat", "", None)]
    fn levels(#[case] jabatan: &str, #[case] own: &str, #[case] expected: Option<Jenjang>) {
        assert_eq!(
            jenjang(
                &bundle().jabatan,
                &Said {
                    jabatan,
                    kind: "",
                    eselon: "",
                    jenjang: own
                }
            ),
            expected
        );
    }
}
