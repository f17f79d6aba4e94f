//! Writing and reading back.

use crate::office::{
    ACTOR, Office, UNIT, assignment, assignment_id, behind, day, employee, employee_id,
    evaluation_id, exception, note, note_id, period, rated, unit, unit_id, user,
};
use domain::{Document, Kind, Period, Rating};
use store::{EmployeePage, StoreError};

#[test]
fn every_kind_of_document_comes_back_by_each_question() {
    let office = Office::with_employees(3);
    office.put("user", Document::User(user()));
    office.put("exception", Document::Exception(exception(1, 2)));
    office.put("rate", rated(1, Rating::DiAtas));
    office.put(
        "note",
        Document::Note(note(1, 1, "Membantu warga mengurus KTP.")),
    );
    office.ask(|view| {
        assert_eq!(view.units()?, [unit(UNIT)]);
        assert_eq!(view.unit_by_siasn("UNOR-1")?, Some(unit(UNIT)));
        assert_eq!(
            view.unit_by_name("  bidang   PELAYANAN 1 ")?,
            Some(unit(UNIT))
        );
        assert_eq!(view.employee(employee_id(2))?, Some(employee(2)));
        assert_eq!(view.employee_by_nip(&employee(3).nip)?, Some(employee(3)));
        assert_eq!(view.employee_count()?, 3);
        assert_eq!(
            view.nip_index()?.get(employee(1).nip.digits()),
            Some(&employee_id(1))
        );
        assert_eq!(
            view.employees_by_ids(&[employee_id(3), employee_id(9), employee_id(1)])?,
            [employee(3), employee(1)]
        );
        let page = EmployeePage {
            unit: Some(unit_id(UNIT)),
            skip: 1,
            take: 5,
        };
        assert_eq!(view.employees_page(&page)?.len(), 2);
        assert_eq!(
            view.assignments_of(employee_id(2))?,
            [assignment(2, 2, UNIT)]
        );
        assert_eq!(view.assignments_in(unit_id(UNIT), period())?.len(), 3);
        assert_eq!(view.assignments_on(day(2023, 12, 31))?, []);
        assert_eq!(view.exceptions_of(employee_id(2))?, [exception(1, 2)]);
        assert_eq!(
            view.exceptions_touching(day(2026, 12, 31), day(2027, 1, 31))?,
            [exception(1, 2)]
        );
        assert_eq!(
            view.exceptions_touching(day(2027, 1, 1), day(2027, 1, 31))?,
            []
        );
        let evaluation = view.evaluation_of(assignment_id(1), period())?;
        assert_eq!(evaluation.as_ref().map(|it| it.id), Some(evaluation_id(1)));
        assert_eq!(view.evaluations_in(period(), Some(unit_id(UNIT)))?.len(), 1);
        assert_eq!(view.evaluations_in(period().next(), None)?, []);
        assert_eq!(view.notes_of(employee_id(1))?.len(), 1);
        assert_eq!(view.notes_recent(Some(unit_id(UNIT)), 10)?.len(), 1);
        assert_eq!(view.users()?, [user()]);
        assert_eq!(view.user(ACTOR)?, Some(user()));
        Ok(())
    });
}

#[test]
fn an_assignment_counts_in_the_periods_that_it_has_a_day_in() {
    let office = Office::with_employees(1);
    let mut ended = assignment(1, 1, UNIT);
    ended.to = Some(day(2026, 10, 31));
    office.put("end", Document::Assignment(ended));
    let count = |period: Period| office.ask(|view| Ok(view.assignments_touching(period)?.len()));
    assert_eq!((count(period()), count(period().next())), (1, 0));
    assert_eq!(count(Period::quarter(2026, 4).expect("a quarter")), 1);
}

#[test]
fn an_act_that_changes_nothing_leaves_no_trace() {
    let office = Office::with_employees(2);
    let first = office.put("rate", rated(1, Rating::Sesuai));
    let again = office.put("rate", rated(1, Rating::Sesuai));
    assert!(first.written && !again.written);
    assert_eq!(
        (again.journal_seq, again.kinds),
        (first.journal_seq, vec![])
    );
    let back = office.store.transact(office.info("rate"), |act| {
        act.put(rated(1, Rating::DiAtas))?;
        act.put(rated(1, Rating::Sesuai))
    });
    assert!(!back.expect("an act").written);
    assert_eq!(
        office
            .store
            .read(|view| view.revision(Kind::Evaluation, evaluation_id(1).0))
            .expect("read"),
        Some(first.journal_seq)
    );
}

#[test]
fn an_act_that_fails_leaves_nothing_behind() {
    let office = Office::with_employees(1);
    let before = office.store.verify().expect("a check");
    let failed: Result<_, StoreError> = office.store.transact(office.info("import"), |act| {
        act.put(Document::Employee(employee(2)))?;
        act.setting_put("folder", "/tmp")?;
        Err::<(), _>(StoreError::Missing {
            kind: Kind::Unit,
            id: unit_id(9).0,
        })
    });
    assert!(matches!(failed, Err(StoreError::Missing { .. })));
    assert_eq!(office.store.verify().expect("a check"), before);
    assert_eq!(
        office
            .store
            .read(|view| view.setting("folder"))
            .expect("read"),
        None
    );
}

#[test]
fn what_must_be_unique_is_refused_by_name() {
    let office = Office::with_employees(2);
    let mut twin = employee(7);
    twin.nip = employee(1).nip;
    let twin_id = twin.id.0;
    let refused = office
        .store
        .transact(office.info("add"), |act| act.put(Document::Employee(twin)));
    assert!(
        matches!(refused, Err(StoreError::Taken { kind: Kind::Employee, id }) if id == twin_id)
    );
}

#[test]
fn a_document_that_names_a_missing_one_is_refused_by_name() {
    let office = Office::with_employees(1);
    let stray = assignment(5, 1, 77);
    let stray_id = stray.id.0;
    let refused = office.store.transact(office.info("add"), |act| {
        act.put(Document::Assignment(stray))
    });
    assert!(
        matches!(refused, Err(StoreError::Dangling { kind: Kind::Assignment, id }) if id == stray_id)
    );
    assert!(office.store.verify().expect("a check").ok);
}

#[test]
fn an_act_may_write_in_any_order() {
    let office = Office::empty();
    let imported = office.store.transact(office.info("import"), |act| {
        act.put(Document::Assignment(assignment(1, 1, UNIT)))?;
        act.put(Document::Employee(employee(1)))?;
        act.put(Document::Unit(unit(UNIT)))
    });
    let imported = imported.expect("an import");
    assert_eq!(
        imported.kinds,
        [Kind::Unit, Kind::Employee, Kind::Assignment]
    );
}

#[test]
fn the_journal_tells_what_happened_to_a_document() {
    let office = Office::with_employees(1);
    office.put("rate", rated(1, Rating::Sesuai));
    office.put("rate", rated(1, Rating::DiAtas));
    office.store.undo(office.info("undo")).expect("an undo");
    let (history, tail) = office.ask(|view| {
        Ok((
            view.journal_of(Kind::Evaluation, evaluation_id(1).0)?,
            view.journal_tail(2)?,
        ))
    });
    let ratings: Vec<_> = history
        .iter()
        .map(|change| match &change.after {
            Some(Document::Evaluation(evaluation)) => evaluation.hasil_kerja.rating,
            _ => None,
        })
        .collect();
    assert_eq!(
        ratings,
        [
            Some(Rating::Sesuai),
            Some(Rating::DiAtas),
            Some(Rating::Sesuai)
        ]
    );
    assert_eq!(history[0].before, None);
    assert_eq!(history[2].before, history[1].after);
    let ops: Vec<_> = tail
        .iter()
        .map(|entry| (entry.op.as_str(), entry.undo_of))
        .collect();
    assert_eq!(ops, [("undo", Some(3)), ("rate", None)]);
    assert_eq!(
        tail[1].sentence.as_deref(),
        Some("rate pada 1790000003000000")
    );
}

#[test]
fn a_setting_is_kept_without_an_entry_in_the_journal() {
    let office = Office::empty();
    let written = office
        .store
        .transact(office.info("settings"), |act| {
            act.setting_put("folder", "/home/rahma")
        })
        .expect("an act");
    assert!(written.written);
    assert_eq!(written.journal_seq, 0);
    let (folder, places) = office.close();
    let store = store::Store::open(&places, &crate::office::key()).expect("open again");
    let setting = store.read(|view| view.setting("folder")).expect("read");
    assert_eq!(setting.as_deref(), Some("/home/rahma"));
    drop((store, folder));
}

#[test]
fn withdrawn_notes_are_found_by_id_only() {
    let office = Office::with_employees(1);
    let mut withdrawn = note(1, 1, "Terlambat menyerahkan laporan.");
    office.put("note", Document::Note(withdrawn.clone()));
    withdrawn.withdrawn = true;
    office.put("note", Document::Note(withdrawn.clone()));
    office.ask(|view| {
        assert_eq!(view.notes_of(employee_id(1))?, []);
        assert_eq!(view.notes_recent(None, 5)?, []);
        assert_eq!(view.notes_search("terlambat", 5)?, []);
        assert_eq!(view.note(note_id(1))?, Some(withdrawn));
        Ok(())
    });
}

#[test]
fn journal_and_records_cannot_be_changed_even_from_behind() {
    let office = Office::with_employees(1);
    let behind = behind(&office.places());
    for sql in [
        "UPDATE journal SET actor = zeroblob(16)",
        "DELETE FROM journal",
        "UPDATE record SET body_hash = zeroblob(32)",
        "DELETE FROM record",
    ] {
        assert!(behind.execute(sql, []).is_err(), "{sql}");
    }
    assert!(office.store.verify().expect("a check").ok);
}
