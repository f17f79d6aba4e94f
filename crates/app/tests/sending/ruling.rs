//! What the centre returned, and what it ruled to be final.

use crate::at_the_centre::{TestCentre, finish, rated, screen, send};
use crate::people::{Person, attach, give_reason, october, row};
use api::backup::Verify;
use api::home::{GetHome, Home};
use api::sheet::{
    AppraiserChoice, CellEdit, CellValue, Origin, RejectReason, RowStatus, SaveCells,
};
use api::sync::{Condition, Held};
use central::{Decision, OfficeLine};
use domain::missing::MissingCode;
use domain::{Column, Kind, Rating};
use record::{Folded, Ruling};
use std::collections::BTreeMap;
use sync::message::OfficeId;
use testkit::TestOffice;

fn office_id(centre: &TestCentre) -> OfficeId {
    let offices: Vec<OfficeLine> = centre.offices();
    offices[0].office
}

/// The centre rules about every rating as it has it now.
fn rule(centre: &TestCentre, ruling: Ruling) {
    let office = office_id(centre);
    let documents = centre
        .runtime
        .block_on(centre.centre.documents(office, Kind::Evaluation))
        .unwrap();
    let revision = |it: Folded| Some(((it.kind, it.doc_id), it.revision()?));
    let documents: BTreeMap<_, _> = documents.into_iter().filter_map(revision).collect();
    let decision = Decision {
        ruling,
        reason: "Umpan balik belum diisi".to_owned(),
        by: "Verifikator".to_owned(),
    };
    let ruled = centre.centre.rule(office, documents, decision);
    let ruled = centre.runtime.block_on(ruled).unwrap();
    assert!(ruled.ruled > 0, "{ruled:?}");
}

fn change(office: &TestOffice, person: &Person) -> Vec<RejectReason> {
    let edit = CellEdit {
        assignment: person.assignment,
        value: CellValue::Rating(Column::HasilKerja, Some(Rating::DiBawah)),
        revision: None,
    };
    let saved = office.ask(SaveCells {
        period: october(),
        origin: Origin::Typed,
        edits: vec![edit],
    });
    let rejected = saved.unwrap().rejected;
    rejected.into_iter().map(|it| it.reason).collect()
}

fn home(office: &TestOffice) -> Home {
    let asked = GetHome {
        unit: office.unit().id,
        period: october(),
        appraiser: AppraiserChoice::Everybody,
    };
    office.ask(asked).unwrap()
}

/// What a rating above or below expectation needs.
fn explain(office: &TestOffice, person: &Person) {
    give_reason(office, person, "Target triwulan terlampaui");
    attach(office, person, Some(person.assignment));
}

#[test]
fn what_was_returned_is_seen_corrected_and_sent_again() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let rina = rated(&pc, 1, "Rina");
    send(&pc);
    rule(&centre, Ruling::Returned);
    send(&pc);
    let shown = row(&pc, &rina);
    assert_eq!(shown.status, RowStatus::Returned);
    let verdict = shown.verdict.unwrap();
    assert_eq!(verdict.reason, "Umpan balik belum diisi");
    assert!(!verdict.is_final);
    let view = screen(&pc);
    assert_eq!(view.condition, Condition::NeedsRepair { count: 1 });
    let trouble = &view.troubles[0];
    assert_eq!(trouble.why, Held::Returned);
    assert_eq!(trouble.rating.unwrap().assignment, rina.assignment);
    let on_beranda = home(&pc);
    assert_eq!((on_beranda.total, on_beranda.complete), (1, 0));
    let returned: Vec<_> = on_beranda
        .returned
        .iter()
        .map(|it| (it.person.assignment, it.reason.as_str()))
        .collect();
    assert_eq!(returned, [(rina.assignment, "Umpan balik belum diisi")]);
    assert_eq!(on_beranda.missing, []);
    assert!(on_beranda.reminder_text.contains("• Rina"));

    // Without a change: the office stands by it, and says so.
    finish(&pc);
    assert_eq!(row(&pc, &rina).status, RowStatus::Ready);
    assert!(screen(&pc).troubles.is_empty());
    let on_beranda = home(&pc);
    assert_eq!((on_beranda.returned.len(), on_beranda.complete), (0, 1));
    let sent = send(&pc);
    assert_eq!((sent.sent, sent.accepted), (1, 1));
    send(&pc);
    assert_eq!(row(&pc, &rina).status, RowStatus::Ready);
    assert!(pc.ask(Verify {}).unwrap().ok);
    let faults = centre.runtime.block_on(centre.centre.verify());
    assert_eq!(faults.unwrap().faults, []);
}

/// What the head changed stands on the sheet as a correction; what it lacks is missing.
#[test]
fn what_was_changed_since_it_was_returned_is_on_beranda_as_what_it_lacks() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let rina = rated(&pc, 1, "Rina");
    send(&pc);
    rule(&centre, Ruling::Returned);
    send(&pc);
    assert_eq!(home(&pc).returned.len(), 1);
    assert_eq!(change(&pc, &rina), []);
    let on_beranda = home(&pc);
    assert_eq!((on_beranda.returned.len(), on_beranda.complete), (0, 0));
    let lacking: Vec<_> = on_beranda.missing.iter().map(|group| group.code).collect();
    assert_eq!(
        lacking,
        [MissingCode::KurangBukti, MissingCode::KurangAlasan]
    );
}

#[test]
fn what_is_final_cannot_be_changed_here() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let rina = rated(&pc, 1, "Rina");
    send(&pc);
    rule(&centre, Ruling::Final);
    send(&pc);
    assert_eq!(row(&pc, &rina).status, RowStatus::Final);
    assert_eq!(change(&pc, &rina), [RejectReason::Final]);
    assert_eq!(row(&pc, &rina).hasil_kerja.rating, Some(Rating::Sesuai));
    assert!(screen(&pc).troubles.is_empty());
}

/// The head changed the rating before the news came.
#[test]
fn a_change_that_crossed_the_ruling_is_a_proposal_and_the_final_rating_is_shown() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let rina = rated(&pc, 1, "Rina");
    send(&pc);
    rule(&centre, Ruling::Final);
    assert_eq!(change(&pc, &rina), []);
    explain(&pc, &rina);
    finish(&pc);
    send(&pc);
    send(&pc);
    let shown = row(&pc, &rina);
    assert_eq!(shown.hasil_kerja.rating, Some(Rating::Sesuai));
    assert_eq!(shown.status, RowStatus::Final);
    let troubles = screen(&pc).troubles;
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert_eq!(troubles[0].why, Held::Final);
    assert!(pc.ask(Verify {}).unwrap().ok);

    // An amendment by decision: the next change is applied.
    rule(&centre, Ruling::Returned);
    send(&pc);
    assert_eq!(row(&pc, &rina).status, RowStatus::Returned);
    assert_eq!(change(&pc, &rina), []);
    explain(&pc, &rina);
    finish(&pc);
    let sent = send(&pc);
    assert_eq!((sent.sent, sent.accepted, sent.held), (1, 1, 0));
    assert_eq!(row(&pc, &rina).hasil_kerja.rating, Some(Rating::DiBawah));
    assert!(pc.ask(Verify {}).unwrap().ok);
    let faults = centre.runtime.block_on(centre.centre.verify());
    assert_eq!(faults.unwrap().faults, []);
}

/// The period was closed before the rating came: it waits at the centre, and the screen says so.
#[test]
fn what_came_too_late_is_said_to_wait() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let closed = centre.centre.close_period(office_id(&centre), october());
    centre.runtime.block_on(closed).unwrap();
    rated(&pc, 1, "Rina");
    let sent = send(&pc);
    assert_eq!(sent.held, 1);
    let troubles = screen(&pc).troubles;
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert!(matches!(troubles[0].why, Held::PerhapsLate | Held::Late));
    assert!(!troubles[0].why.needs_repair());
}
