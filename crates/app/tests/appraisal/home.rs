//! Beranda.

use crate::people::{
    Person, except, hire, october, office, rate, rating, save, save_in, write_note,
};
use api::employees::SetAppraiser;
use api::home::{Finish, GetHome, Home, Turns};
use api::sheet::AppraiserChoice;
use domain::missing::MissingCode;
use domain::{Column, ExceptionKind, PersonReference, Rating};
use testkit::{TestOffice, day, period};

fn home(office: &TestOffice, appraiser: AppraiserChoice) -> Home {
    office
        .ask(GetHome {
            unit: office.unit().id,
            period: october(),
            appraiser,
        })
        .unwrap()
}

fn hire_all(office: &TestOffice, names: &[&str]) -> Vec<Person> {
    names
        .iter()
        .zip(1..)
        .map(|(name, number)| hire(office, number, name))
        .collect()
}

#[test]
fn what_one_fix_clears_for_most_comes_first() {
    let office = office();
    let people = hire_all(&office, &["Andi", "Dewi", "Hasan", "Rina"]);
    rate(&office, &people[0], (Rating::Sesuai, Rating::Sesuai));
    rate(&office, &people[1], (Rating::DiAtas, Rating::Sesuai));
    save(
        &office,
        vec![rating(&people[2], Column::HasilKerja, Rating::Sesuai)],
    );
    save(
        &office,
        vec![rating(&people[3], Column::HasilKerja, Rating::Sesuai)],
    );

    let home = home(&office, AppraiserChoice::Everybody);
    let lines: Vec<_> = home
        .missing
        .iter()
        .map(|it| (it.code, it.blocks, it.people.len()))
        .collect();
    assert_eq!(
        lines,
        [
            (MissingCode::KurangPerilaku, true, 2),
            (MissingCode::KurangBukti, true, 1),
            (MissingCode::KurangAlasan, true, 1),
        ]
    );
    assert_eq!((home.total, home.complete, home.ready), (4, 1, 0));
    assert!(
        home.reminder_text.contains("penilaian 3 dari 4 pegawai"),
        "{}",
        home.reminder_text
    );
    for name in ["• Hasan", "• Rina"] {
        assert_eq!(home.reminder_text.matches(name).count(), 1, "{name}");
    }
    for word in ["atas", "bawah", "Sesuai", "bukti", "alasan"] {
        assert!(!home.reminder_text.contains(word), "{word} tells a rating");
    }
}

#[test]
fn the_exempt_are_counted_by_kind_and_never_as_missing() {
    let office = office();
    let people = hire_all(&office, &["Andi", "Dewi", "Hasan"]);
    except(
        &office,
        &people[0],
        ExceptionKind::CutiBesar,
        ("2026-10-01", "2026-12-31"),
    );
    except(
        &office,
        &people[1],
        ExceptionKind::Pensiun,
        ("2026-10-20", ""),
    );
    let home = home(&office, AppraiserChoice::Everybody);
    assert_eq!((home.total, home.missing[0].people.len()), (1, 1));
    assert_eq!(
        home.exempt,
        [(ExceptionKind::CutiBesar, 1), (ExceptionKind::Pensiun, 1)]
    );
}

#[test]
fn it_says_whose_turn_it_is() {
    let office = office();
    let people = hire_all(&office, &["Andi", "Dewi", "Hasan", "Rina"]);
    office
        .ask(SetAppraiser {
            assignments: vec![people[1].assignment],
            appraiser: Some(PersonReference::Employee(people[0].employee)),
            appraiser_superior: None,
            from: day("2026-01-02"),
        })
        .unwrap();
    except(
        &office,
        &people[2],
        ExceptionKind::CutiBesar,
        ("2026-10-01", "2026-12-31"),
    );
    let of = |appraiser| home(&office, appraiser).turns;
    // Andi, Rina and (exempt) Hasan are the user's; Dewi is Andi's.
    assert_eq!(
        of(AppraiserChoice::Me),
        Turns {
            you: 2,
            others: 1,
            exempt: 1
        }
    );
    // It is the user's turn, whoever's people are on the screen.
    assert_eq!(of(AppraiserChoice::Everybody), of(AppraiserChoice::Me));

    rate(&office, &people[3], (Rating::Sesuai, Rating::Sesuai));
    assert_eq!(of(AppraiserChoice::Me).you, 2, "complete is not sent yet");
    let appraiser = AppraiserChoice::Me;
    office
        .ask(Finish {
            unit: None,
            period: october(),
            appraiser,
        })
        .unwrap();
    assert_eq!(
        of(AppraiserChoice::Me),
        Turns {
            you: 1,
            others: 1,
            exempt: 1
        }
    );
    assert_eq!(home(&office, AppraiserChoice::Me).ready, 1);
}

#[test]
fn the_deadline_is_counted_on_the_units_clock() {
    let office = office();
    hire(&office, 1, "Andi");
    let before = home(&office, AppraiserChoice::Me);
    assert_eq!((before.deadline, before.days_left), (day("2026-10-31"), 3));
    // 31 October 20.00 UTC is 1 November in Sinabang.
    office.host().set_now("2026-10-31T20:00:00Z");
    assert_eq!(home(&office, AppraiserChoice::Me).days_left, -1);
}

#[test]
fn the_trend_begins_with_the_first_rating() {
    let office = office();
    let people = hire_all(&office, &["Andi", "Dewi"]);
    for column in [Column::HasilKerja, Column::Perilaku] {
        save_in(
            &office,
            period("2026-08"),
            vec![rating(&people[0], column, Rating::Sesuai)],
        );
    }
    let trend: Vec<_> = home(&office, AppraiserChoice::Everybody)
        .trend
        .iter()
        .map(|it| (it.period.to_string(), it.complete, it.total))
        .collect();
    let point = |period: &str, complete, total| (period.to_owned(), complete, total);
    assert_eq!(
        trend,
        [
            point("2026-08", 1, 2),
            point("2026-09", 0, 2),
            point("2026-10", 0, 2)
        ]
    );
}

#[test]
fn the_newest_notes_are_those_of_the_appraisers_people() {
    let office = office();
    let people = hire_all(&office, &["Andi", "Dewi"]);
    office
        .ask(SetAppraiser {
            assignments: vec![people[1].assignment],
            appraiser: Some(PersonReference::Employee(people[0].employee)),
            appraiser_superior: None,
            from: day("2026-01-02"),
        })
        .unwrap();
    let older = write_note(&office, &people[0], "2026-10-02", Vec::new());
    let newer = write_note(&office, &people[0], "2026-10-09", Vec::new());
    write_note(&office, &people[1], "2026-10-10", Vec::new());
    let notes: Vec<_> = home(&office, AppraiserChoice::Me)
        .notes
        .iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(notes, [newer, older]);
}
