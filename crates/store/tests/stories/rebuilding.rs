//! Tables are projections: whatever was done, the journal gives them back.

use crate::office::{
    COLLEAGUE, Office, UNIT, assignment, behind, employee, employee_id, evaluation_id, note, rated,
};
use domain::{Document, Kind, Rating};
use proptest::{collection::vec, prelude::*};
use store::{ActInfo, Problem, SearchQuery, StoreError};

/// Something that a person may do.
#[derive(Clone, Debug)]
enum Deed {
    Rename {
        number: u32,
        name: String,
    },
    Rate {
        number: u32,
        rating: Rating,
        by_colleague: bool,
    },
    Move {
        number: u32,
        jabatan: String,
    },
    Note {
        number: u32,
        text: String,
    },
    ThrowAway {
        number: u32,
    },
    Finish {
        number: u32,
    },
    Undo {
        by_colleague: bool,
    },
    Redo {
        by_colleague: bool,
    },
    Incarnation {
        mark: u8,
    },
}

const PEOPLE: u32 = 4;

fn deed() -> impl Strategy<Value = Deed> {
    let number = 1..=PEOPLE;
    let rating = prop_oneof![
        Just(Rating::DiBawah),
        Just(Rating::Sesuai),
        Just(Rating::DiAtas)
    ];
    prop_oneof![
        2 => (1..=PEOPLE + 2, "[A-Z][a-z]{2,6}").prop_map(|(number, name)| Deed::Rename { number, name }),
        4 => (number.clone(), rating, any::<bool>())
            .prop_map(|(number, rating, by_colleague)| Deed::Rate { number, rating, by_colleague }),
        1 => (number.clone(), "[A-Z][a-z]{2,6}").prop_map(|(number, jabatan)| Deed::Move { number, jabatan }),
        2 => (number.clone(), "[a-z ]{0,12}").prop_map(|(number, text)| Deed::Note { number, text }),
        1 => number.clone().prop_map(|number| Deed::ThrowAway { number }),
        1 => number.prop_map(|number| Deed::Finish { number }),
        5 => any::<bool>().prop_map(|by_colleague| Deed::Undo { by_colleague }),
        3 => any::<bool>().prop_map(|by_colleague| Deed::Redo { by_colleague }),
        1 => (2_u8..5).prop_map(|mark| Deed::Incarnation { mark }),
    ]
}

fn act(office: &Office, op: &'static str, by_colleague: bool) -> ActInfo {
    let info = office.info(op);
    if by_colleague {
        ActInfo {
            actor: COLLEAGUE,
            ..info
        }
    } else {
        info
    }
}

fn perform(office: &Office, deed: &Deed) -> Result<(), StoreError> {
    let store = &office.store;
    match deed {
        Deed::Rename { number, name } => {
            let mut person = employee(*number);
            person.name.clone_from(name);
            store.transact(act(office, "rename", false), |act| {
                act.put(Document::Employee(person))
            })?;
        }
        Deed::Rate {
            number,
            rating,
            by_colleague,
        } => {
            let document = rated(*number, *rating);
            store.transact(act(office, "rate", *by_colleague), |act| act.put(document))?;
        }
        Deed::Move { number, jabatan } => {
            let mut moved = assignment(*number, *number, UNIT);
            moved.jabatan.clone_from(jabatan);
            store.transact(act(office, "move", false), |act| {
                act.put(Document::Assignment(moved))
            })?;
        }
        Deed::Note { number, text } => {
            let document = Document::Note(note(*number, *number, text));
            store.transact(act(office, "note", false), |act| act.put(document))?;
        }
        Deed::ThrowAway { number } => {
            let id = evaluation_id(*number).0;
            store.transact(act(office, "discard", false), |act| {
                act.remove(Kind::Evaluation, id)
            })?;
        }
        Deed::Finish { number } => {
            let id = evaluation_id(*number).0;
            let finished = store.transact(act(office, "finish", false), |act| {
                act.seal(Kind::Evaluation, id)
            });
            match finished {
                Ok(_) | Err(StoreError::Missing { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Deed::Undo { by_colleague } => {
            store.undo(act(office, "undo", *by_colleague))?;
        }
        Deed::Redo { by_colleague } => {
            store.redo(act(office, "redo", *by_colleague))?;
        }
        Deed::Incarnation { mark } => {
            store.begin_incarnation(act(office, "incarnation", false), [*mark; 16])?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_done_a_rebuild_gives_the_same(deeds in vec(deed(), 1..40)) {
        let office = Office::with_employees(PEOPLE);
        for deed in &deeds {
            match perform(&office, deed) {
                // The person whom it is about was taken back before.
                Ok(()) | Err(StoreError::Dangling { .. }) => {}
                Err(error) => prop_assert!(false, "{deed:?}: {error:?}"),
            }
        }
        let before = office.store.verify().expect("a check");
        prop_assert_eq!(&before.problems, &vec![]);
        let rebuilt = office.store.rebuild().expect("a rebuild");
        prop_assert_eq!(&rebuilt, &before);
        prop_assert_eq!(office.store.verify().expect("a check"), before);
    }
}

#[test]
fn a_rebuild_heals_tables_that_somebody_changed() {
    let office = Office::with_employees(3);
    office.put("rate", rated(1, Rating::DiAtas));
    let whole = office.store.verify().expect("a check");
    let behind = behind(&office.places());
    behind
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             UPDATE employee SET body = (SELECT body FROM employee ORDER BY number LIMIT 1);
             DELETE FROM evaluation;
             DELETE FROM journal_document;",
        )
        .expect("the damage");
    let found = office.store.verify().expect("a check");
    assert!(!found.ok);
    let lost = Problem::Document {
        kind: Kind::Evaluation,
        id: evaluation_id(1).0,
    };
    assert!(found.problems.contains(&lost));
    assert!(
        found
            .problems
            .iter()
            .any(|it| matches!(it, Problem::Unsealed { .. }))
    );
    let healed = office.store.rebuild().expect("a rebuild");
    assert_eq!(healed.problems, [Problem::Rebuilt]);
    assert_eq!(office.store.verify().expect("a check"), whole);
    let query = SearchQuery {
        text: employee(2).name,
        limit: 5,
    };
    let hits = office
        .store
        .read(|view| view.search(&query))
        .expect("a search");
    assert_eq!(hits[0].employee_id, employee_id(2));
}

#[test]
fn a_journal_that_was_changed_is_found_and_nothing_is_rebuilt_from_it() {
    let office = Office::with_employees(2);
    office.put("rate", rated(1, Rating::DiAtas));
    let behind = behind(&office.places());
    behind
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET actor = zeroblob(16) WHERE seq = 2;",
        )
        .expect("the damage");
    let found = office.store.verify().expect("a check");
    assert_eq!(found.problems, [Problem::Journal { seq: 2 }]);
    assert_eq!(
        office.store.rebuild().expect("an answer").problems,
        found.problems
    );
}

#[test]
fn a_record_that_was_changed_is_found() {
    let office = Office::with_employees(2);
    let behind = behind(&office.places());
    behind
        .execute_batch("UPDATE record SET body = zeroblob(40) WHERE seq = 2")
        .expect("the damage");
    let found = office.store.verify().expect("a check");
    assert!(found.problems.contains(&Problem::Record { seq: 2 }));
}
