//! A week of work over the line.

use crate::at_the_centre::{TestCentre, finish, name_of, rated, screen, send, status};
use crate::people::{Person, hire, october, rate};
use api::backup::Verify;
use api::employees::{GetEmployee, SaveEmployee};
use api::sheet::{AppraiserChoice, GetSheet};
use api::sync::{Condition, PauseSync, ResumeSync};
use domain::{Rating, UnitId};
use testkit::{TestOffice, nip};

#[test]
fn everything_sealed_has_a_receipt_and_is_sent_once() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    let before = status(&office).unsent.unwrap();
    let report = send(&office);
    assert_eq!((report.sealed, report.sent), (before, before));
    assert_eq!((report.accepted, report.held), (before, 0));
    assert!(report.is_done);
    assert_eq!(centre.offices()[0].records, before);
    let screen_now = screen(&office);
    let Condition::AllReceived { receipt, .. } = &screen_now.condition else {
        panic!("{:?}", screen_now.condition)
    };
    assert_eq!(Some(receipt), report.receipt.as_ref());
    assert_eq!(screen_now.receipts[0].name, *receipt);
    assert!(screen_now.unsent.is_empty());

    let again = send(&office);
    assert_eq!((again.sealed, again.sent), (0, 0));
    assert!(again.bytes_up < 1200, "{again:?}");
    assert!(office.ask(Verify {}).unwrap().ok);
}

#[test]
fn a_draft_is_not_sent_and_a_change_after_sending_is() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    send(&office);
    let without_rating = centre.offices()[0].records;
    finish(&office);
    assert_eq!(
        status(&office).sync,
        Condition::Unsent { count: 1 },
        "the rating is sealed now"
    );
    send(&office);
    assert_eq!(centre.offices()[0].records, without_rating + 1);
}

#[test]
fn another_pc_of_the_office_gets_what_the_first_one_sealed() {
    let centre = TestCentre::new();
    let (first, second) = (centre.pc(1), centre.pc(2));
    let rina = rated(&first, 1, "Rina");
    send(&first);
    send(&second);
    let detail = second
        .ask(GetEmployee {
            employee: rina.employee,
        })
        .unwrap();
    assert_eq!(detail.employee.name, "Rina");
    assert!(second.ask(Verify {}).unwrap().ok);
    // And back: the second PC corrects the name.
    second
        .ask(SaveEmployee {
            employee: Some(rina.employee),
            name: "Rina Wati".to_owned(),
            title_before: String::new(),
            title_after: String::new(),
            nip: nip(1).digits().to_owned(),
            sex: None,
            birth_date: None,
            education: String::new(),
            post: None,
        })
        .unwrap();
    send(&second);
    send(&first);
    assert_eq!(name_of(&first, &rina), "Rina Wati");
    assert!(first.ask(Verify {}).unwrap().ok);
    assert!(screen(&first).decisions.is_empty());
}

#[test]
fn a_pull_never_touches_a_draft() {
    let centre = TestCentre::new();
    let (first, second) = (centre.pc(1), centre.pc(2));
    let rina = rated(&first, 1, "Rina");
    send(&first);
    send(&second);
    // The first PC changes the rating and has not said Siap dikirim; the second one has.
    rate(&first, &rina, (Rating::DiBawah, Rating::Sesuai));
    let unit = first.unit().id;
    let draft = ratings(&first, (unit, &rina));
    rate(&second, &rina, (Rating::Sesuai, Rating::DiBawah));
    crate::people::give_reason(&second, &rina, "Terlambat tiga kali.");
    crate::people::attach(&second, &rina, Some(rina.assignment));
    finish(&second);
    send(&second);
    send(&first);
    assert_eq!(ratings(&first, (unit, &rina)), draft);
}

/// Hasil kerja and perilaku in the sheet of a unit: both PCs have one of the same name.
fn ratings(office: &TestOffice, (unit, person): (UnitId, &Person)) -> [Option<Rating>; 2] {
    let (period, appraiser) = (october(), AppraiserChoice::Everybody);
    let sheet = office
        .ask(GetSheet {
            unit,
            period,
            appraiser,
        })
        .unwrap();
    let mut rows = sheet.rows.into_iter();
    let row = rows
        .find(|row| row.assignment == person.assignment)
        .unwrap();
    [row.hasil_kerja.rating, row.perilaku.rating]
}

#[test]
fn a_pause_outlasts_the_program_and_sends_nothing() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    office.ask(PauseSync {}).unwrap();
    let office = office.restarted();
    let report = send(&office);
    assert_eq!(report.sent, 0);
    assert!(matches!(
        screen(&office).condition,
        Condition::Paused { unsent } if unsent > 0
    ));
    assert_eq!(centre.offices()[0].records, 0);
    office.ask(ResumeSync {}).unwrap();
    assert!(send(&office).is_done);
}

#[test]
fn a_revoked_pc_keeps_its_work_and_says_so() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    send(&office);
    let device = sync::message::DeviceId(office.office().device_id().unwrap());
    let revoked = centre.runtime.block_on(centre.centre.revoke(device));
    revoked.unwrap();
    rated(&office, 1, "Rina");
    send(&office);
    assert_eq!(screen(&office).condition, Condition::Revoked);
    assert!(status(&office).unsent.unwrap() > 0);
    assert!(office.ask(Verify {}).unwrap().ok);
}

#[test]
fn nothing_for_a_week_is_said() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    send(&office);
    let joined_at = screen(&office).centre.unwrap().joined_at;
    hire(&office, 1, "Rina");
    let nine_days = joined_at.0 + 9 * 86_400 * 1_000_000;
    office.host().set_micros(nine_days);
    assert_eq!(
        screen(&office).condition,
        Condition::Overdue { days: 9, over: 2 }
    );
}
