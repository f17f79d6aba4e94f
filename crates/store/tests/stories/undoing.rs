//! Taking back one's own acts.

use crate::office::{
    COLLEAGUE, Office, START, UNIT, assignment_id, employee, employee_id, evaluation,
    evaluation_id, key, note, note_id, rated,
};
use domain::{Document, Kind, PersonReference, Rating, Timestamp};
use store::{ActInfo, Store, StoreError, UndoOutcome, UndoState, Undoable};

fn rating(store: &Store) -> Option<Rating> {
    let evaluation = store
        .read(|view| view.evaluation(evaluation_id(1)))
        .expect("read");
    evaluation.and_then(|evaluation| evaluation.hasil_kerja.rating)
}

fn done(outcome: &UndoOutcome) -> Option<&str> {
    match outcome {
        UndoOutcome::Done { op, .. } => Some(op),
        _ => None,
    }
}

#[test]
fn acts_are_taken_back_and_brought_back_in_order() {
    let office = Office::with_employees(1);
    let store = &office.store;
    for value in [Rating::DiBawah, Rating::Sesuai, Rating::DiAtas] {
        office.put("rate", rated(1, value));
    }
    let mut seen = Vec::new();
    for _ in 0..3 {
        store.undo(office.info("undo")).expect("an undo");
        seen.push(rating(store));
    }
    assert_eq!(seen, [Some(Rating::Sesuai), Some(Rating::DiBawah), None]);
    seen.clear();
    for _ in 0..2 {
        store.redo(office.info("redo")).expect("a redo");
        seen.push(rating(store));
    }
    assert_eq!(seen, [Some(Rating::DiBawah), Some(Rating::Sesuai)]);
    let both = UndoState {
        undo: Some("rate".to_owned()),
        redo: Some("rate".to_owned()),
    };
    assert_eq!(
        store.undo_state(office.info("").actor).expect("a state"),
        both
    );
    // Something new: what was taken back cannot be brought back any more.
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    assert_eq!(
        store.redo(office.info("redo")).expect("a redo"),
        UndoOutcome::Nothing
    );
    assert_eq!(
        done(&store.undo(office.info("undo")).expect("an undo")),
        Some("note")
    );
    assert_eq!(
        done(&store.undo(office.info("undo")).expect("an undo")),
        Some("rate")
    );
    assert_eq!(rating(store), Some(Rating::DiBawah));
}

#[test]
fn the_steps_survive_a_restart() {
    let office = Office::with_employees(1);
    office.put("rate", rated(1, Rating::Sesuai));
    let info = office.info("undo");
    let (_folder, places) = office.close();
    let store = Store::open(&places, &key()).expect("open again");
    let outcome = store.undo(info).expect("an undo");
    let UndoOutcome::Done {
        op,
        sentence,
        changes,
        from_before,
        journal_seq,
    } = outcome
    else {
        panic!("{outcome:?}")
    };
    assert_eq!((op.as_str(), journal_seq), ("rate", 3));
    assert!(sentence.expect("a sentence").starts_with("rate pada"));
    assert_eq!(from_before, Some(Timestamp(START + 2_000_000)));
    assert_eq!(changes, [(Kind::Evaluation, evaluation_id(1).0)]);
    assert_eq!(rating(&store), None);
}

#[test]
fn a_whole_import_is_one_step() {
    let office = Office::with_employees(40);
    let empty = Office::empty().store.verify().expect("a check").state_hash;
    let imported = office.store.verify().expect("a check").state_hash;
    assert_eq!(
        done(&office.store.undo(office.info("undo")).expect("an undo")),
        Some("import")
    );
    assert_eq!(office.store.verify().expect("a check").state_hash, empty);
    assert_eq!(
        done(&office.store.redo(office.info("redo")).expect("a redo")),
        Some("import")
    );
    let again = office.store.verify().expect("a check");
    assert_eq!((again.state_hash, again.problems), (imported, vec![]));
}

#[test]
fn an_act_is_kept_when_its_document_changed_since() {
    let office = Office::with_employees(1);
    office.put("rate", rated(1, Rating::Sesuai));
    let by_colleague = ActInfo {
        actor: COLLEAGUE,
        ..office.info("rate")
    };
    office
        .store
        .transact(by_colleague, |act| act.put(rated(1, Rating::DiAtas)))
        .expect("an act");
    let outcome = office.store.undo(office.info("undo")).expect("an answer");
    let id = evaluation_id(1).0;
    assert_eq!(
        outcome,
        UndoOutcome::Changed {
            kind: Kind::Evaluation,
            id
        }
    );
    assert_eq!(rating(&office.store), Some(Rating::DiAtas));
}

#[test]
fn a_person_who_is_named_elsewhere_is_not_taken_back() {
    let office = Office::with_employees(1);
    office.put("add", Document::Employee(employee(2)));
    let by_colleague = ActInfo {
        actor: COLLEAGUE,
        ..office.info("appraiser")
    };
    let mut appraised = crate::office::assignment(1, 1, UNIT);
    appraised.appraiser = Some(PersonReference::Employee(employee_id(2)));
    office
        .store
        .transact(by_colleague, |act| act.put(Document::Assignment(appraised)))
        .expect("an act");
    let outcome = office.store.undo(office.info("undo")).expect("an answer");
    let id = assignment_id(1).0;
    assert_eq!(
        outcome,
        UndoOutcome::Changed {
            kind: Kind::Assignment,
            id
        }
    );
    assert!(office.store.verify().expect("a check").ok);
}

#[test]
fn others_acts_are_not_ones_own() {
    let office = Office::with_employees(1);
    let by_colleague = |op| ActInfo {
        actor: COLLEAGUE,
        ..office.info(op)
    };
    assert_eq!(
        office.store.undo(by_colleague("undo")).expect("an answer"),
        UndoOutcome::Nothing
    );
    assert_eq!(
        office.store.undo_state(COLLEAGUE).expect("a state"),
        UndoState::default()
    );
}

#[test]
fn what_was_sealed_since_stays() {
    let office = Office::with_employees(1);
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    let finish = ActInfo {
        undoable: Undoable::No,
        ..office.info("finish")
    };
    office
        .store
        .transact(finish, |act| act.seal(Kind::Note, note_id(1).0))
        .expect("an act");
    let outcome = office.store.undo(office.info("undo")).expect("an answer");
    assert_eq!(
        outcome,
        UndoOutcome::Sealed {
            kind: Kind::Note,
            id: note_id(1).0
        }
    );
}

#[test]
fn what_was_sealed_since_does_not_stand_in_the_way_of_other_drafts() {
    let office = Office::with_employees(2);
    office.put("rate", rated(2, Rating::Sesuai));
    office.put("rate", rated(1, Rating::DiAtas));
    let finish = ActInfo {
        undoable: Undoable::No,
        ..office.info("finish")
    };
    let sealed = evaluation(1, Some(Rating::DiAtas));
    office
        .store
        .transact(finish, |act| act.seal(Kind::Evaluation, sealed.id.0))
        .expect("an act");
    let undone = office.store.undo(office.info("undo")).expect("an undo");
    assert_eq!(done(&undone), Some("rate"));
    let left = office
        .store
        .read(|view| view.evaluations_in(sealed.period, None))
        .expect("evaluations");
    let (id, kind) = (sealed.id.0, Kind::Evaluation);
    assert_eq!(left, [sealed], "the draft went, the sealed one stays");
    // Before them the people were hired: nobody expects that to go.
    assert_eq!(
        office.store.undo(office.info("undo")).expect("an answer"),
        UndoOutcome::Sealed { kind, id }
    );
}

#[test]
fn an_act_that_cannot_be_taken_back_is_passed_over() {
    let office = Office::with_employees(1);
    office.put("rate", rated(1, Rating::Sesuai));
    let quiet = ActInfo {
        undoable: Undoable::No,
        ..office.info("add")
    };
    office
        .store
        .transact(quiet, |act| act.put(Document::Employee(employee(2))))
        .expect("an act");
    assert_eq!(
        done(&office.store.undo(office.info("undo")).expect("an undo")),
        Some("rate")
    );
}

#[test]
fn a_hundred_steps_and_no_more() {
    let office = Office::with_employees(1);
    for number in 0..101 {
        office.put(
            "note",
            Document::Note(note(1, 1, &format!("Catatan {number}"))),
        );
    }
    for step in 0..100 {
        let outcome = office.store.undo(office.info("undo")).expect("an undo");
        assert_eq!(done(&outcome), Some("note"), "step {step}");
    }
    assert_eq!(
        office.store.undo(office.info("undo")).expect("an answer"),
        UndoOutcome::Nothing
    );
    let left = office
        .store
        .read(|view| view.note(note_id(1)))
        .expect("read")
        .expect("a note");
    assert_eq!(left.text, "Catatan 0");
    for step in 0..100 {
        let outcome = office.store.redo(office.info("redo")).expect("a redo");
        assert_eq!(done(&outcome), Some("note"), "step {step}");
    }
    assert_eq!(
        office.store.redo(office.info("redo")).expect("an answer"),
        UndoOutcome::Nothing
    );
}

#[test]
fn two_people_who_exchanged_their_numbers_get_them_back() {
    let office = Office::with_employees(2);
    let spare = employee(50).nip;
    let (mut first, mut second) = (employee(1), employee(2));
    office
        .store
        .transact::<_, StoreError>(office.info("exchange"), |act| {
            let (one, two) = (first.nip.clone(), second.nip.clone());
            first.nip = spare;
            act.put(Document::Employee(first.clone()))?;
            second.nip = one;
            act.put(Document::Employee(second.clone()))?;
            first.nip = two;
            act.put(Document::Employee(first.clone()))
        })
        .expect("an act");
    assert_eq!(
        done(&office.store.undo(office.info("undo")).expect("an undo")),
        Some("exchange")
    );
    let numbers = |id| {
        office
            .store
            .read(|view| view.employee(id))
            .expect("read")
            .map(|it| it.nip)
    };
    assert_eq!(numbers(employee_id(1)), Some(employee(1).nip));
    assert_eq!(numbers(employee_id(2)), Some(employee(2).nip));
    assert!(office.store.rebuild().expect("a rebuild").ok);
}
