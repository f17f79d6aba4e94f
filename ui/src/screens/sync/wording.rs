//! Times, sizes and addresses as this screen writes them.

use super::desk::Desk;
use crate::format;
use crate::routes::{self, Screen};
use api::sync::{Condition, Version};
use catalogue::{Language, page_sync as words};
use chrono::NaiveDateTime;
use domain::{DocumentId, EmployeeId, Kind, Timestamp};

/// The office's wall clock at an instant.
#[must_use]
pub fn local(desk: Desk, at: Timestamp) -> NaiveDateTime {
    desk.view
        .with(|view| view.map_or_else(|| desk.office.local(at), |view| view.zone.local(at)))
}

/// `Sen 19 Okt 08.12`.
#[must_use]
pub fn moment(desk: Desk, at: Timestamp) -> String {
    format::short_moment(desk.language, local(desk, at), desk.office.today())
}

/// `Sen 19 Okt`.
#[must_use]
pub fn day(desk: Desk, at: Timestamp) -> String {
    format::short_day(desk.language, local(desk, at).date(), desk.office.today())
}

/// The one sentence.
#[must_use]
pub fn sentence(desk: Desk, condition: &Condition) -> String {
    condition.sentence(
        desk.language,
        |at| moment(desk, at),
        |bytes| format::size(desk.language, bytes),
    )
}

/// Who made a version and when, as far as it is known.
#[must_use]
pub fn made(desk: Desk, version: &Version) -> Option<String> {
    match (&version.who, version.at) {
        (Some(who), Some(at)) => Some(words::by(desk.language, who, moment(desk, at))),
        (Some(who), None) => Some(who.clone()),
        (None, Some(at)) => Some(moment(desk, at)),
        (None, None) => None,
    }
}

/// `12 menit`, `3 jam`, `2 hari`: the coarsest that is not nought.
#[must_use]
pub fn span(language: Language, seconds: u64) -> String {
    const HOUR: u64 = 3600;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        DAY.. => words::days(language, format::number(language, seconds / DAY)),
        HOUR.. => words::hours(language, seconds / HOUR),
        _ => words::minutes(language, seconds.div_ceil(60)),
    }
}

/// What the clock note says: how far this PC's clock is from the centre's.
#[must_use]
pub fn skew(language: Language, seconds: i64) -> String {
    let span = span(language, seconds.unsigned_abs());
    if seconds > 0 {
        words::skew_ahead(language, span)
    } else {
        words::skew_behind(language, span)
    }
}

/// The screen on which a document can be corrected; the person's own, where its id says who.
#[must_use]
pub fn place(kind: Kind, id: DocumentId) -> Option<String> {
    let screen = match kind {
        Kind::Employee => return Some(routes::employee(EmployeeId::from_bytes(id.into_bytes()))),
        Kind::Assignment | Kind::Exception => Screen::Employees,
        Kind::Evaluation => Screen::Sheet,
        Kind::OrganisationResult => Screen::Organisation,
        Kind::Note | Kind::Evidence => Screen::Notes,
        Kind::Unit | Kind::Signatory => Screen::Settings,
        Kind::Alias | Kind::DeviceNote | Kind::Redaction | Kind::User => return None,
    };
    Some(screen.path().to_owned())
}

/// The first digits of a chain value, grouped for reading aloud: `a3f9 12c4`.
#[must_use]
pub fn digits(chain: &str) -> String {
    let first: Vec<char> = chain.chars().take(8).collect();
    let groups: Vec<String> = first
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a3f912c4deadbeef", "a3f9 12c4")]
    #[case("a3f91", "a3f9 1")]
    #[case("", "")]
    fn a_chain_is_read_aloud_in_fours(#[case] chain: &str, #[case] expected: &str) {
        assert_eq!(digits(chain), expected);
    }

    #[rstest]
    #[case(301, "6 menit")]
    #[case(7200, "2 jam")]
    #[case(315_360_000, "3.650 hari")]
    fn a_span_is_as_coarse_as_it_can_be(#[case] seconds: u64, #[case] expected: &str) {
        assert_eq!(span(Language::Indonesian, seconds), expected);
    }

    #[test]
    fn a_clock_is_ahead_or_behind() {
        let ahead = skew(Language::Indonesian, 600);
        assert!(ahead.contains("lebih cepat 10 menit"), "{ahead}");
        let behind = skew(Language::Indonesian, -600);
        assert!(behind.contains("lebih lambat 10 menit"), "{behind}");
    }

    #[test]
    fn a_person_is_found_by_id_and_other_documents_by_their_screen() {
        let id = DocumentId::from_bytes([7; 16]);
        assert_eq!(place(Kind::Employee, id), Some(format!("/pegawai/{id}")));
        assert_eq!(place(Kind::Evaluation, id).as_deref(), Some("/penilaian"));
        assert_eq!(place(Kind::DeviceNote, id), None);
    }
}
