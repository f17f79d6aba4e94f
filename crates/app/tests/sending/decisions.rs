//! The same document, changed here and at the centre.

use crate::at_the_centre::{TestCentre, name_of, screen, send};
use crate::people::{Person, hire};
use api::backup::Verify;
use api::employees::SaveEmployee;
use api::error::ErrorCode;
use api::sync::{Choice, Condition, Decide, DecisionLine};
use domain::Kind;
use rstest::rstest;
use testkit::{TestOffice, nip};

fn rename(office: &TestOffice, person: &Person, name: &str) {
    office
        .ask(SaveEmployee {
            employee: Some(person.employee),
            name: name.to_owned(),
            title_before: String::new(),
            title_after: String::new(),
            nip: nip(1).digits().to_owned(),
            sex: None,
            birth_date: None,
            education: String::new(),
            post: None,
        })
        .unwrap();
}

/// Two PCs, of which the second sends a change upon what the first one has changed already.
fn both_changed(centre: &TestCentre) -> (TestOffice, TestOffice, Person) {
    let (first, second) = (centre.pc(1), centre.pc(2));
    let rina = hire(&first, 1, "Rina");
    send(&first);
    send(&second);
    rename(&first, &rina, "Rina Wati");
    rename(&second, &rina, "Rina Astuti");
    send(&first);
    send(&second);
    (first, second, rina)
}

fn only_decision(office: &TestOffice) -> DecisionLine {
    let mut decisions = screen(office).decisions;
    assert_eq!(decisions.len(), 1, "{decisions:?}");
    decisions.remove(0)
}

#[test]
fn both_versions_stand_side_by_side_and_nothing_is_merged() {
    let centre = TestCentre::new();
    let (first, second, rina) = both_changed(&centre);
    assert!(screen(&first).decisions.is_empty(), "it came first");
    assert_eq!(
        screen(&second).condition,
        Condition::NeedsDecision {
            count: 1,
            what: "data Rina Astuti".to_owned()
        }
    );
    let line = only_decision(&second);
    assert_eq!((line.kind, line.id), (Kind::Employee, rina.employee.0));
    let name = line.fields.iter().find(|it| it.label == "Nama").unwrap();
    assert_eq!(name.mine, "Rina Astuti");
    assert_eq!(name.centre, "Rina Wati");
    assert_eq!(name.before, "Rina");
    assert_eq!(name_of(&second, &rina), "Rina Astuti");
}

#[rstest]
#[case(Choice::Mine, "Rina Astuti")]
#[case(Choice::Centre, "Rina Wati")]
fn a_decision_reaches_everybody(#[case] choice: Choice, #[case] expected: &str) {
    let centre = TestCentre::new();
    let (first, second, rina) = both_changed(&centre);
    let line = only_decision(&second);
    let after = second
        .ask(Decide {
            kind: line.kind,
            id: line.id,
            centre: line.centre.revision,
            choice,
        })
        .unwrap();
    assert!(after.decisions.is_empty());
    assert!(send(&second).is_done);
    send(&first);
    for office in [&first, &second] {
        assert_eq!(name_of(office, &rina), expected);
        assert!(office.ask(Verify {}).unwrap().ok);
        assert!(screen(office).decisions.is_empty());
        assert!(matches!(
            screen(office).condition,
            Condition::AllReceived { .. }
        ));
    }
}

#[test]
fn a_decision_upon_another_version_than_was_looked_at_is_refused() {
    let centre = TestCentre::new();
    let (first, second, rina) = both_changed(&centre);
    let line = only_decision(&second);
    rename(&first, &rina, "Rina Lestari");
    send(&first);
    send(&second);
    let refused = second.ask(Decide {
        kind: line.kind,
        id: line.id,
        centre: line.centre.revision,
        choice: Choice::Mine,
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::Stale);
    assert_eq!(only_decision(&second).fields[0].centre, "Rina Lestari");
}

#[test]
fn the_same_person_under_two_ids_stays_as_it_is_here_and_is_told_to_the_centre() {
    let centre = TestCentre::new();
    let (first, second) = (centre.pc(1), centre.pc(2));
    let here = hire(&first, 1, "Rina");
    hire(&second, 1, "Rina");
    send(&first);
    send(&second);
    let report = send(&first);
    assert!(report.is_done, "{report:?} {:?}", screen(&first));
    assert_eq!(name_of(&first, &here), "Rina");
    assert!(first.ask(Verify {}).unwrap().ok);
    assert!(second.ask(Verify {}).unwrap().ok);
}

#[test]
fn the_same_change_on_two_computers_needs_no_decision() {
    let centre = TestCentre::new();
    let (first, second) = (centre.pc(1), centre.pc(2));
    let rina = hire(&first, 1, "Rina");
    send(&first);
    send(&second);
    for pc in [&first, &second] {
        rename(pc, &rina, "Rina Wati");
    }
    for pc in [&first, &second, &first, &second] {
        send(pc);
    }
    for pc in [&first, &second] {
        assert!(screen(pc).decisions.is_empty());
        assert_eq!(name_of(pc, &rina), "Rina Wati");
        assert!(pc.ask(Verify {}).unwrap().ok);
    }
    // Either goes on from it, and the other follows.
    rename(&first, &rina, "Rina Wati Sari");
    for pc in [&first, &second] {
        send(pc);
    }
    assert_eq!(name_of(&second, &rina), "Rina Wati Sari");
    let verified = centre.runtime.block_on(centre.centre.verify()).unwrap();
    assert_eq!(verified.faults, []);
}
