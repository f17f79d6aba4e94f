//! What becomes a record, and how the store's records fold.

use crate::office::{
    Office, UNIT, employee, employee_id, evaluation, evaluation_id, note, note_id, rated, unit,
    unit_id,
};
use domain::{Document, Kind, Rating, evaluation::EvaluationState};
use record::{Chain, Outcome, Placed, Record, Rules, replay};
use store::{Store, StoreError};

fn records(store: &Store) -> Vec<(Record, Chain)> {
    let mut records = Vec::new();
    let read = store.read(|view| {
        view.for_each_record(|record, chain| {
            records.push((record, chain));
            Ok(())
        })
    });
    read.expect("the records");
    records
}

#[test]
fn master_data_is_sealed_when_saved_and_ratings_are_not() {
    let office = Office::with_employees(2);
    office.put("rate", rated(1, Rating::Sesuai));
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    let kinds: Vec<_> = records(&office.store)
        .iter()
        .map(|(record, _)| record.header.kind.known())
        .collect();
    let pair = [Some(Kind::Employee), Some(Kind::Assignment)];
    assert_eq!(
        kinds,
        [[Some(Kind::Unit)].as_slice(), &pair, &pair].concat()
    );
    office.ask(|view| {
        assert!(view.sealed_equals_current(Kind::Employee, employee_id(1).0)?);
        assert_eq!(
            view.sealed_revision(Kind::Evaluation, evaluation_id(1).0)?,
            None
        );
        let stream = office.store.identity().stream();
        assert_eq!(view.stream_head(stream)?.map(|head| head.seq), Some(5));
        Ok(())
    });
}

#[test]
fn finishing_seals_the_rating_and_what_it_names() {
    let office = Office::with_employees(1);
    office.put("note", Document::Note(note(1, 1, "Hadir.")));
    office.put("rate", rated(1, Rating::Sesuai));
    let mut ready = evaluation(1, Some(Rating::Sesuai));
    ready.state = EvaluationState::Ready;
    ready.notes = vec![note_id(1)];
    let finished = office
        .store
        .transact::<_, StoreError>(office.info("finish"), |act| {
            act.put(Document::Evaluation(Box::new(ready)))?;
            let note = act.seal(Kind::Note, note_id(1).0)?;
            Ok((note, act.seal(Kind::Evaluation, evaluation_id(1).0)?))
        })
        .expect("an act");
    assert_eq!(finished.kinds, [Kind::Evaluation, Kind::Note]);
    let (note_revision, revision) = finished.value;
    office.ask(|view| {
        let sealed = view.sealed_revision(Kind::Evaluation, evaluation_id(1).0)?;
        assert_eq!(sealed, Some(revision));
        assert_eq!(
            view.sealed_revision(Kind::Note, note_id(1).0)?,
            Some(note_revision)
        );
        assert!(view.sealed_equals_current(Kind::Evaluation, evaluation_id(1).0)?);
        // The act only sealed the note; its history tells so.
        let history = view.journal_of(Kind::Note, note_id(1).0)?;
        assert_eq!(history.len(), 2);
        assert_eq!(history[1].before, history[1].after);
        Ok(())
    });
    let again = office
        .store
        .transact(office.info("finish"), |act| {
            act.seal(Kind::Evaluation, evaluation_id(1).0)
        })
        .expect("an act");
    assert_eq!((again.value, again.written), (revision, false));
    office.put("rate", rated(1, Rating::DiAtas));
    let differs = office
        .store
        .read(|view| view.sealed_equals_current(Kind::Evaluation, evaluation_id(1).0))
        .expect("read");
    assert!(
        !differs,
        "a draft upon a sealed rating is not what was sealed"
    );
}

#[test]
fn a_document_that_is_not_there_cannot_be_sealed() {
    let office = Office::empty();
    let missing = office.store.transact(office.info("finish"), |act| {
        act.seal(Kind::Note, note_id(1).0)
    });
    assert!(matches!(
        missing,
        Err(StoreError::Missing {
            kind: Kind::Note,
            ..
        })
    ));
}

#[test]
fn what_changes_after_it_was_sealed_in_the_same_act_is_sealed_as_it_ends() {
    let office = Office::with_employees(1);
    office
        .store
        .transact::<_, StoreError>(office.info("finish"), |act| {
            act.put(rated(1, Rating::Sesuai))?;
            act.seal(Kind::Evaluation, evaluation_id(1).0)?;
            act.put(rated(1, Rating::DiAtas))
        })
        .expect("an act");
    let same = office
        .store
        .read(|view| view.sealed_equals_current(Kind::Evaluation, evaluation_id(1).0))
        .expect("read");
    assert!(same);
}

#[test]
fn the_fold_of_the_records_is_what_the_store_says_is_sealed() {
    let office = Office::with_employees(3);
    let mut renamed = unit(UNIT);
    renamed.name = "Bidang Kependudukan".to_owned();
    office.put("unit", Document::Unit(renamed));
    office.put("add", Document::Employee(employee(9)));
    office
        .store
        .undo(office.info("undo"))
        .expect("an undo takes the employee back");
    office
        .store
        .redo(office.info("redo"))
        .expect("a redo brings the employee back");
    office
        .store
        .begin_incarnation(office.info("incarnation"), [2; 16])
        .expect("an incarnation");
    office.put("add", Document::Employee(employee(10)));
    office
        .store
        .undo(office.info("undo"))
        .expect("an undo takes the other one back");
    let records = records(&office.store);
    let placed = records.iter().map(|(record, chain)| Placed {
        record,
        chain: *chain,
    });
    let folded = replay(placed, &Rules::default());
    assert!(
        folded
            .outcomes
            .iter()
            .all(|outcome| *outcome == Outcome::Applied)
    );
    let verification = office.store.verify().expect("a check");
    assert_eq!(verification.problems, []);
    assert_eq!(folded.sealed_hash(), verification.sealed_hash);
    let sealed = |id| {
        folded
            .documents
            .get(&(Kind::Employee, id))
            .and_then(|it| it.body.as_ref())
    };
    assert!(sealed(employee_id(9).0).is_some());
    assert!(sealed(employee_id(10).0).is_none());
    let revision = office
        .store
        .read(|view| view.sealed_revision(Kind::Unit, unit_id(UNIT).0));
    let in_fold = folded
        .documents
        .get(&(Kind::Unit, unit_id(UNIT).0))
        .and_then(record::Folded::revision);
    assert_eq!(revision.expect("read"), in_fold);
}

#[test]
fn a_new_incarnation_continues_from_the_old_stream() {
    let office = Office::with_employees(1);
    let before = records(&office.store);
    let (last, chain) = before.last().expect("records").clone();
    office
        .store
        .begin_incarnation(office.info("incarnation"), [2; 16])
        .expect("an incarnation");
    assert_eq!(office.store.identity().incarnation, [2; 16]);
    let after = records(&office.store);
    assert_eq!(after.len(), before.len() + 1);
    let (first, _) = after.last().expect("records");
    assert_eq!(
        (first.header.seq, first.header.stream.incarnation()),
        (1, [2; 16])
    );
    let body = first.body.as_deref().expect("a body");
    let note = record::decode_bookkeeping(Kind::DeviceNote, first.header.schema, body);
    let record::Bookkeeping::DeviceNote(note) = note.expect("bookkeeping") else {
        panic!("a note of the device");
    };
    let continues = note.continues.expect("a point to continue from");
    assert_eq!((continues.seq, continues.chain), (last.header.seq, chain));
    assert!(office.store.verify().expect("a check").ok);
    let same = office
        .store
        .begin_incarnation(office.info("incarnation"), [2; 16]);
    assert!(!same.expect("an act").written);
}
