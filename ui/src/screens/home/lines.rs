//! The lines of Daftar Kurang: what the centre returned, then what is missing.

use super::wording;
use crate::routes;
use api::home::{Home, MissingGroup, RETURNED, ReturnedRating};
use catalogue::{Language, page_home as words};

/// More letters than these of a reason stand on the sheet only.
const LETTERS: usize = 60;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The stable code.
    pub code: &'static str,
    /// What it says after the number of people.
    pub says: &'static str,
    /// Whether it stops nothing.
    pub is_advice: bool,
    /// Whom it is about.
    pub people: Vec<Named>,
    /// What its button says.
    pub act: &'static str,
    /// Where its button goes.
    pub to: String,
}

/// Somebody in a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// Where the name leads.
    pub to: String,
    /// The name.
    pub name: String,
    /// The beginning of the centre's reason; empty for what is missing.
    pub reason: String,
}

/// The lines, the first one first to be done.
#[must_use]
pub fn lines(language: Language, home: &Home) -> Vec<Line> {
    let missing = home.missing.iter().map(|group| missing(language, group));
    returned(language, &home.returned)
        .into_iter()
        .chain(missing)
        .collect()
}

fn returned(language: Language, returned: &[ReturnedRating]) -> Option<Line> {
    let first = returned.first()?;
    let people = returned.iter().map(|it| Named {
        to: routes::sheet_row(it.person.assignment),
        name: wording::name(&it.person),
        reason: first_words(&it.reason),
    });
    Some(Line {
        code: RETURNED,
        says: words::returned(language),
        is_advice: false,
        people: people.collect(),
        act: words::act_returned(language),
        to: routes::sheet_row(first.person.assignment),
    })
}

fn missing(language: Language, group: &MissingGroup) -> Line {
    let people = group.people.iter().map(|person| Named {
        to: wording::place(group.code, person),
        name: wording::name(person),
        reason: String::new(),
    });
    Line {
        code: group.code.code(),
        says: wording::line(language, group.code),
        is_advice: !group.blocks,
        people: people.collect(),
        act: wording::action(language, group.code),
        to: wording::first_place(group),
    }
}

/// The beginning of a reason, cut between two words.
fn first_words(reason: &str) -> String {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = reason.char_indices().nth(LETTERS) else {
        return reason;
    };
    let begin = reason.get(..end).unwrap_or_default();
    let whole = begin.rsplit_once(' ').map_or(begin, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::home::{MissingPerson, Turns};
    use domain::assignment::Tenure;
    use domain::missing::MissingCode;
    use domain::{AssignmentId, EmployeeId, Nip};

    fn person(number: u8, name: &str) -> MissingPerson {
        MissingPerson {
            assignment: AssignmentId::from_bytes([number; 16]),
            employee: EmployeeId::from_bytes([number; 16]),
            name: name.to_owned(),
            nip: Nip::parse("198509142009031004").unwrap(),
            tenure: Tenure::Definitif,
        }
    }

    fn home() -> Home {
        Home {
            total: 3,
            complete: 1,
            ready: 1,
            returned: vec![ReturnedRating {
                person: person(1, "Rina, S.E."),
                reason: "Umpan balik\nbelum diisi.".to_owned(),
            }],
            missing: vec![MissingGroup {
                code: MissingCode::KurangHasil,
                blocks: true,
                people: vec![person(2, "Andi")],
            }],
            turns: Turns::default(),
            exempt: Vec::new(),
            deadline: chrono::NaiveDate::MIN,
            days_left: 0,
            notes: Vec::new(),
            trend: Vec::new(),
            organisation_set: true,
            reminder_text: String::new(),
        }
    }

    #[test]
    fn what_was_returned_comes_first_with_its_reason_and_leads_to_its_row() {
        let lines = lines(Language::Indonesian, &home());
        let codes: Vec<_> = lines.iter().map(|line| line.code).collect();
        assert_eq!(codes, ["DIKEMBALIKAN", "KURANG-HASIL"]);
        let row = format!("/penilaian?baris={}", person(1, "").assignment);
        assert_eq!(
            lines[0].people,
            [Named {
                to: row.clone(),
                name: "Rina".to_owned(),
                reason: "Umpan balik belum diisi.".to_owned(),
            }]
        );
        assert_eq!(lines[0].to, row);
    }

    #[test]
    fn nothing_that_was_returned_is_no_line() {
        let home = Home {
            returned: Vec::new(),
            ..home()
        };
        assert_eq!(lines(Language::Indonesian, &home).len(), 1);
    }

    #[test]
    fn a_long_reason_ends_between_two_words() {
        let long = "Bukti dukung belum sesuai dengan hasil kerja, mohon lampirkan laporan triwulan";
        assert_eq!(
            first_words(long),
            "Bukti dukung belum sesuai dengan hasil kerja, mohon…"
        );
        let unbroken = "a".repeat(100);
        assert_eq!(first_words(&unbroken), format!("{}…", "a".repeat(LETTERS)));
    }
}
