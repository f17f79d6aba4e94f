//! The greeting: by the office's clock, in the way colleagues speak.

use crate::format::{given_name, plain_name};
use api::session::Session;
use catalogue::{Language, page_home as words};
use chrono::Timelike;
use domain::Zone;
use domain::nip::Sex;

/// `Selamat siang, Bu Sari`.
#[must_use]
pub fn greeting(language: Language, session: &Session, zone: Zone) -> String {
    let name = session.user.as_ref().map_or_else(
        || words::colleague(language).to_owned(),
        |user| {
            let given = given_name(&user.name);
            let given = if given.is_empty() {
                plain_name(&user.name)
            } else {
                given
            };
            match user.nip.as_ref().map(domain::Nip::sex) {
                Some(Sex::Female) => words::madam(language, given),
                Some(Sex::Male) => words::mister(language, given),
                None => given,
            }
        },
    );
    match zone.local(session.now).hour() {
        4..=10 => words::morning(language, name),
        11..=14 => words::noon(language, name),
        15..=17 => words::afternoon(language, name),
        _ => words::evening(language, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::session::{Stage, Theme, UserLine};
    use domain::{Nip, Timestamp, UserId};
    use rstest::rstest;

    const HOUR: i64 = 3_600_000_000;

    fn session(utc_hour: i64, user: Option<(&str, Option<&str>)>) -> Session {
        Session {
            stage: Stage::Ready,
            user: user.map(|(name, nip)| UserLine {
                id: UserId::from_bytes([1; 16]),
                name: name.to_owned(),
                nip: nip.map(|nip| Nip::parse(nip).unwrap()),
            }),
            users: Vec::new(),
            units: Vec::new(),
            language: Language::Indonesian,
            theme: Theme::System,
            practice: false,
            today: chrono::NaiveDate::MIN,
            now: Timestamp(utc_hour * HOUR),
            recovery_confirmed: true,
            employees: 1,
            version: String::new(),
            rules_version: 1,
        }
    }

    #[rstest]
    // WIB is seven hours ahead.
    #[case(0, "Selamat pagi, Bu Sari")]
    #[case(5, "Selamat siang, Bu Sari")]
    #[case(8, "Selamat sore, Bu Sari")]
    #[case(11, "Selamat malam, Bu Sari")]
    #[case(20, "Selamat malam, Bu Sari")]
    fn the_greeting_follows_the_offices_clock(#[case] utc_hour: i64, #[case] expected: &str) {
        let user = Some(("Sari Wahyuni, S.Sos.", Some("198509142009032004")));
        assert_eq!(
            greeting(Language::Indonesian, &session(utc_hour, user), Zone::Wib),
            expected
        );
    }

    #[rstest]
    #[case(Some(("dr. Budi Santoso", Some("198509142009031004"))), "Selamat pagi, Pak Budi")]
    #[case(Some(("Operator", None)), "Selamat pagi, Operator")]
    #[case(None, "Selamat pagi, rekan")]
    fn the_greeting_knows_whom_it_greets(
        #[case] user: Option<(&str, Option<&str>)>,
        #[case] expected: &str,
    ) {
        assert_eq!(
            greeting(Language::Indonesian, &session(0, user), Zone::Wib),
            expected
        );
    }
}
