//! Window and terminal at once.

use crate::office::{Office, START, employee_id, info_at, key, note, note_id, rated};
use domain::{Document, Rating, Timestamp};
use std::thread;
use store::{Store, UndoOutcome};

#[test]
fn two_writers_keep_one_chain() {
    let office = Office::with_employees(2);
    let places = office.places();
    let acts = 60_u32;
    let writer = |person: u32| {
        let places = places.clone();
        move || {
            let store = Store::open(&places, &key()).expect("open beside the other");
            for number in 0..acts {
                let document = Document::Note(note(person * 1000 + number, person, "Hadir."));
                let info = info_at("note", START + i64::from(number));
                store
                    .transact(info, |act| act.put(document))
                    .expect("an act");
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(writer(1));
        scope.spawn(writer(2));
    });
    let verification = office.store.verify().expect("a check");
    assert_eq!(verification.problems, []);
    assert_eq!(verification.journal, 1 + 2 * u64::from(acts));
    for person in [1, 2] {
        let notes = office
            .store
            .read(|view| view.notes_of(employee_id(person)))
            .expect("read");
        assert_eq!(notes.len(), acts as usize);
    }
}

#[test]
fn each_sees_that_the_other_wrote() {
    let office = Office::with_employees(1);
    let other = Store::open(&office.places(), &key()).expect("open beside the other");
    let before = (
        office.store.data_version().expect("a number"),
        other.data_version().expect("a number"),
    );
    assert_eq!(office.store.data_version().expect("a number"), before.0);
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    assert_ne!(office.store.data_version().expect("a number"), before.0);
    assert_ne!(other.data_version().expect("a number"), before.1);
    let seen = other.read(|view| view.note(note_id(1))).expect("read");
    assert_eq!(seen.map(|note| note.text).as_deref(), Some("Hadir."));
}

#[test]
fn ones_own_acts_are_not_those_of_others() {
    let office = Office::with_employees(1);
    let other = Store::open(&office.places(), &key()).expect("open beside the other");
    let others_version =
        |store: &Store| store.others_version().expect("a number").expect("at rest");
    let before = (others_version(&office.store), others_version(&other));
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    assert_eq!(others_version(&office.store), before.0);
    assert_ne!(others_version(&other), before.1);
    other
        .transact(info_at("note", START), |act| {
            act.put(Document::Note(note(2, 1, "Hadir lagi.")))
        })
        .expect("an act");
    assert_ne!(others_version(&office.store), before.0);
    let during = office
        .store
        .transact(info_at("note", START), |_| office.store.others_version());
    assert_eq!(during.expect("an act").value, None);
}

#[test]
fn a_question_sees_one_state_while_others_write() {
    let office = Office::with_employees(1);
    let (before, after, note) = office.ask(|view| {
        let before = view.journal_head()?;
        office.put("note", Document::Note(note(1, 1, "Hadir.")));
        Ok((before, view.journal_head()?, view.note(note_id(1))?))
    });
    assert_eq!((before, note), (after, None));
}

#[test]
fn a_panic_in_an_act_leaves_the_store_usable() {
    let office = Office::with_employees(1);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = office
            .store
            .transact::<(), store::StoreError>(office.info("note"), |act| {
                act.put(Document::Note(note(1, 1, "Hadir.")))?;
                panic!("in the middle of an act")
            });
    }));
    assert!(panicked.is_err());
    assert_eq!(
        office
            .store
            .read(|view| view.note(note_id(1)))
            .expect("read"),
        None
    );
    assert!(
        office
            .put("note", Document::Note(note(1, 1, "Hadir.")))
            .written
    );
}

/// The terminal imports while somebody rates in the window: a key in the window takes back a rating.
#[test]
fn what_the_same_person_does_in_another_program_is_not_taken_back_here() {
    let office = Office::with_employees(2);
    office.put("rate", rated(1, Rating::Sesuai));
    let terminal = Store::open(&office.places(), &key()).expect("open beside the other");
    let elsewhere = |number: u32| {
        let document = Document::Note(note(number, 2, "Hadir."));
        let info = info_at("note", START + 1_000_000 * i64::from(number));
        let done = terminal.transact(info, |act| act.put(document));
        done.expect("an act");
    };
    (10..13).for_each(elsewhere);
    office.put("reason", Document::Note(note(1, 1, "Antrean habis.")));
    (13..16).for_each(elsewhere);

    let undone = || match office.store.undo(office.info("undo")) {
        Ok(UndoOutcome::Done {
            op, from_before, ..
        }) => Some((op, from_before.is_some())),
        Ok(_) => None,
        Err(error) => panic!("{error}"),
    };
    let offered = || {
        let state = office.store.undo_state(office.info("").actor);
        state.expect("a state").undo
    };
    assert_eq!(offered().as_deref(), Some("reason"));
    assert_eq!(undone(), Some(("reason".to_owned(), false)));
    assert_eq!(offered().as_deref(), Some("rate"));
    assert_eq!(undone(), Some(("rate".to_owned(), false)));
    // The list is named by what the terminal wrote, so it is refused and not taken from under it.
    assert_eq!(undone(), None);
    let notes = office.ask(|view| view.notes_of(employee_id(2)));
    assert_eq!(notes.len(), 6, "those of the terminal stand");
}

/// Opened again, the program cannot know where an act was done: it says when.
#[test]
fn what_was_done_before_the_opening_is_told_by_its_time() {
    let office = Office::with_employees(1);
    let terminal = Store::open(&office.places(), &key()).expect("open beside the other");
    let at = START + 60_000_000;
    let done = terminal.transact(info_at("note", at), |act| {
        act.put(Document::Note(note(1, 1, "Hadir.")))
    });
    done.expect("an act");
    let window = Store::open(&office.places(), &key()).expect("opened later");
    let undone = window.undo(info_at("undo", at + 1)).expect("an undo");
    let UndoOutcome::Done {
        op, from_before, ..
    } = undone
    else {
        panic!("{undone:?}")
    };
    assert_eq!((op.as_str(), from_before), ("note", Some(Timestamp(at))));
}
