//! *Siap dikirim*.

use crate::people::{
    Person, attach, except, give_reason, hire, hire_as, october, office, post, rate, rating, row,
    save, write_note,
};
use api::backup::Verify;
use api::home::{Finish, FinishPreview, Finished, PreviewFinish};
use api::settings::SaveUnit;
use api::sheet::{AppraiserChoice, RowStatus};
use domain::missing::MissingCode;
use domain::{Column, ExceptionKind, Rating};
use testkit::{TestOffice, nip};

fn finish(office: &TestOffice) -> Finished {
    let appraiser = AppraiserChoice::Everybody;
    office
        .ask(Finish {
            unit: None,
            period: october(),
            appraiser,
        })
        .unwrap()
}

fn preview(office: &TestOffice) -> FinishPreview {
    let (unit, appraiser) = (office.unit().id, AppraiserChoice::Everybody);
    office
        .ask(PreviewFinish {
            unit,
            period: october(),
            appraiser,
        })
        .unwrap()
}

/// Rina complete with note and file, Yusuf without a rating, Dewi on leave.
fn three(office: &TestOffice) -> [Person; 3] {
    let people = [
        hire(office, 1, "Rina"),
        hire(office, 2, "Yusuf"),
        hire(office, 3, "Dewi"),
    ];
    rate(office, &people[0], (Rating::DiAtas, Rating::Sesuai));
    give_reason(
        office,
        &people[0],
        "Laporan selesai dua hari sebelum batas.",
    );
    let file = attach(office, &people[0], Some(people[0].assignment));
    write_note(office, &people[0], "2026-10-07", vec![file]);
    except(
        office,
        &people[2],
        ExceptionKind::TugasBelajar,
        ("2026-09-01", ""),
    );
    people
}

#[test]
fn the_checklist_says_what_will_be_sealed() {
    let office = office();
    let [rina, yusuf, _] = three(&office);
    let preview = preview(&office);
    assert_eq!(preview.to_seal.len(), 1);
    assert_eq!(preview.to_seal[0].assignment, rina.assignment);
    assert_eq!(preview.blocked.len(), 1);
    assert_eq!(preview.blocked[0].person.assignment, yusuf.assignment);
    let codes = [MissingCode::KurangHasil, MissingCode::KurangPerilaku];
    assert_eq!(preview.blocked[0].codes, codes);
    let counts = (
        preview.sealed,
        preview.exempt,
        preview.notes,
        preview.evidence,
    );
    assert_eq!(counts, (0, 1, 1, 1));
}

#[test]
fn said_twice_it_seals_once() {
    let office = office();
    let [rina, ..] = three(&office);
    let records = |office: &TestOffice| office.ask(Verify {}).unwrap().records;
    let before = records(&office);

    let first = finish(&office);
    assert_eq!((first.sealed, first.blocked.len()), (1, 1));
    assert_eq!(row(&office, &rina).status, RowStatus::Ready);
    // The rating, the note and the file that it rests on.
    assert_eq!(records(&office), before + 3);

    let second = finish(&office);
    assert_eq!((second.sealed, second.blocked.len()), (0, 1));
    assert_eq!(records(&office), before + 3);
    let after = preview(&office);
    assert_eq!(
        (
            after.sealed,
            after.to_seal.len(),
            after.notes,
            after.evidence
        ),
        (1, 0, 0, 0)
    );
    assert!(office.ask(Verify {}).unwrap().ok);
}

#[test]
fn a_correction_is_sealed_again() {
    let office = office();
    let [rina, ..] = three(&office);
    finish(&office);
    save(
        &office,
        vec![rating(&rina, Column::HasilKerja, Rating::Sesuai)],
    );
    assert_eq!(row(&office, &rina).status, RowStatus::Changed);
    assert_eq!(finish(&office).sealed, 1);
    assert_eq!(row(&office, &rina).status, RowStatus::Ready);
}

#[test]
fn advice_stops_nothing() {
    let office = office();
    let unit = office.unit();
    let rina = hire(&office, 1, "Rina");
    office
        .ask(SaveUnit {
            unit: Some(unit.id),
            name: unit.name,
            parent: None,
            instansi: unit.instansi,
            zone: unit.zone,
            rhythm: unit.rhythm,
            head: None,
        })
        .unwrap();
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    assert_eq!(preview(&office).advice, [(MissingCode::KurangPenilai, 1)]);
    assert_eq!(finish(&office).sealed, 1);
}

#[test]
fn every_unit_is_finished_at_once() {
    let office = office();
    let unit = office.unit();
    let rina = hire(&office, 1, "Rina");
    let settings = office
        .ask(SaveUnit {
            unit: None,
            name: "UPTD Teupah".to_owned(),
            parent: Some(unit.id),
            instansi: unit.instansi,
            zone: unit.zone,
            rhythm: unit.rhythm,
            head: None,
        })
        .unwrap();
    let other = settings
        .units
        .iter()
        .find(|it| it.unit.name == "UPTD Teupah")
        .unwrap();
    let yusuf = hire_as(&office, "Yusuf", nip(2), post(other.unit.id));
    for person in [&rina, &yusuf] {
        rate(&office, person, (Rating::Sesuai, Rating::Sesuai));
    }
    assert_eq!(finish(&office).sealed, 2);
}
