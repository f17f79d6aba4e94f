//! The missing list as a message for WhatsApp, in Indonesian whatever the screen's language: it
//! goes to the office. It names whose appraisal is open, and not what is missing: only who is rated
//! above or below expectation lacks evidence or a reason.

use super::progress::Progress;
use api::home::{MissingGroup, ReturnedRating};
use catalogue::Language::Indonesian;
use catalogue::reminder as words;
use chrono::NaiveDate;
use domain::missing::MissingCode;
use domain::{Period, calendar};
use std::collections::HashSet;

/// What the message speaks of.
pub(super) struct About<'a> {
    pub(super) unit: &'a str,
    pub(super) period: Period,
    pub(super) progress: Progress,
    pub(super) returned: &'a [ReturnedRating],
    pub(super) missing: &'a [MissingGroup],
    pub(super) deadline: NaiveDate,
    /// Negative when it has passed.
    pub(super) days_left: i64,
}

pub(super) fn text(about: &About<'_>) -> String {
    let Progress {
        total, complete, ..
    } = about.progress;
    let mut lines = vec![
        words::title(Indonesian, about.period.label()),
        about.unit.to_owned(),
    ];
    lines.push(String::new());
    if total == 0 {
        lines.push(words::nobody(Indonesian).to_owned());
        return lines.join("\n");
    }
    let open = total.saturating_sub(complete);
    if open == 0 {
        lines.push(words::complete(Indonesian, total));
    } else {
        lines.push(words::greeting(Indonesian, open, total));
    }
    lines.extend(names(about));
    if open > 0 {
        lines.push(String::new());
        lines.push(due(about));
    }
    lines.join("\n")
}

/// Who was rated in bulk is known to have *sesuai*: that line stays in the office.
const fn may_be_told(code: MissingCode) -> bool {
    !matches!(code, MissingCode::BelumDitinjau)
}

/// A line for each person, once.
fn names(about: &About<'_>) -> Vec<String> {
    let groups = about.missing.iter().filter(|group| may_be_told(group.code));
    let returned = about.returned.iter().map(|it| &it.person);
    let mut seen = HashSet::new();
    returned
        .chain(groups.flat_map(|group| &group.people))
        .filter(|person| seen.insert(person.employee))
        .map(|person| format!("• {}", person.name))
        .collect()
}

fn due(about: &About<'_>) -> String {
    let deadline = format!(
        "{}, {}",
        calendar::weekday(about.deadline),
        calendar::long(about.deadline)
    );
    match about.days_left {
        0 => words::due_today(Indonesian, deadline),
        days if days > 0 => words::due_later(Indonesian, deadline, days),
        days => words::due_passed(Indonesian, deadline, days.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::home::MissingPerson;
    use domain::assignment::Tenure;
    use domain::{AssignmentId, EmployeeId, Nip};

    fn person(number: u8, name: &str) -> MissingPerson {
        MissingPerson {
            assignment: AssignmentId::from_bytes([1; 16]),
            employee: EmployeeId::from_bytes([number; 16]),
            name: name.to_owned(),
            nip: Nip::parse("198609262015051001").unwrap(),
            tenure: Tenure::Definitif,
        }
    }

    fn about(missing: &[MissingGroup], days_left: i64) -> About<'_> {
        About {
            unit: "Kecamatan Simeulue Timur",
            period: Period::month(2026, 10).unwrap(),
            progress: Progress {
                total: 25,
                complete: 22,
                ready: 0,
            },
            returned: &[],
            missing,
            deadline: NaiveDate::from_ymd_opt(2026, 10, 31).unwrap(),
            days_left,
        }
    }

    #[test]
    fn names_everybody_who_is_open_once_and_not_what_is_missing() {
        let group = |code: MissingCode, people: &[(u8, &str)]| MissingGroup {
            code,
            blocks: code.blocks(),
            people: people.iter().map(|(id, name)| person(*id, name)).collect(),
        };
        let missing = [
            group(MissingCode::KurangHasil, &[(1, "Andi, S.E.")]),
            group(
                MissingCode::KurangPerilaku,
                &[(1, "Andi, S.E."), (2, "Rina")],
            ),
            group(MissingCode::KurangBukti, &[(3, "Yusuf")]),
            group(MissingCode::BelumDitinjau, &[(4, "Dewi")]),
        ];
        assert_eq!(
            text(&about(&missing, 3)),
            "*Pengingat penilaian kinerja Oktober 2026*\n\
             Kecamatan Simeulue Timur\n\
             \n\
             Bapak/Ibu yang kami hormati, penilaian 3 dari 25 pegawai belum lengkap:\n\
             • Andi, S.E.\n\
             • Rina\n\
             • Yusuf\n\
             \n\
             Mohon dilengkapi paling lambat Sabtu, 31 Oktober 2026 (3 hari lagi). Terima kasih."
        );
    }

    #[test]
    fn what_was_returned_is_named_first_and_without_its_reason() {
        let returned = [ReturnedRating {
            person: person(2, "Rina"),
            reason: "Umpan balik belum diisi".to_owned(),
        }];
        let missing = [MissingGroup {
            code: MissingCode::KurangHasil,
            blocks: true,
            people: vec![person(1, "Andi"), person(2, "Rina")],
        }];
        let text = text(&About {
            returned: &returned,
            ..about(&missing, 3)
        });
        assert!(text.contains("lengkap:\n• Rina\n• Andi\n\n"), "{text}");
        assert!(!text.contains("Umpan balik"), "{text}");
    }

    #[test]
    fn says_today_and_late_in_words() {
        assert!(text(&about(&[], 0)).contains("hari ini, Sabtu, 31 Oktober 2026"));
        assert!(text(&about(&[], -2)).contains("sudah lewat 2 hari"));
    }

    #[test]
    fn thanks_when_nothing_is_left() {
        let mut about = about(&[], 3);
        about.progress.complete = 25;
        let text = text(&about);
        assert!(text.contains("25 pegawai sudah lengkap"));
        assert!(!text.contains("31 Oktober"));
    }
}
