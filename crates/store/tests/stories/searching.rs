//! Finding people.

use crate::office::{Office, UNIT, assignment, employee, employee_id, note, unit};
use domain::{Document, EmployeeId};
use rstest::rstest;
use store::{SearchQuery, Store};

fn found(store: &Store, text: &str) -> Vec<EmployeeId> {
    let query = SearchQuery {
        text: text.to_owned(),
        limit: 10,
    };
    let hits = store.read(|view| view.search(&query)).expect("a search");
    hits.into_iter().map(|hit| hit.employee_id).collect()
}

fn office() -> Office {
    let office = Office::empty();
    let people = [
        ("Siti Aminah", "Pengelola Data"),
        ("Aminah Siti", "Analis Kepegawaian Ahli Muda"),
        ("Nur'aini Hidayat", "Penelaah Teknis Kebijakan"),
        ("Çelik Ömer", "Arsiparis"),
    ];
    office
        .store
        .transact::<_, store::StoreError>(office.info("import"), |act| {
            act.put(Document::Unit(unit(UNIT)))?;
            act.put(Document::Unit(unit(2)))?;
            for (number, (name, jabatan)) in (1..).zip(people) {
                let mut person = employee(number);
                person.name = name.to_owned();
                let mut post = assignment(number, number, 1 + number % 2);
                post.jabatan = jabatan.to_owned();
                act.put(Document::Employee(person))?;
                act.put(Document::Assignment(post))?;
            }
            Ok(())
        })
        .expect("an import");
    office
}

#[rstest]
#[case::beginning("ami", &[2, 1])]
#[case::both_words_in_any_order("siti ami", &[1, 2])]
#[case::case("NUR", &[3])]
#[case::apostrophe("nur'aini", &[3])]
#[case::joined("nuraini", &[3])]
#[case::half_of_a_broken_word("aini", &[3])]
#[case::jabatan("analis", &[2])]
#[case::without_accents("celik omer", &[4])]
#[case::not_inside_a_word("inah", &[])]
#[case::syntax("\" OR *", &[])]
#[case::nothing("  ", &[])]
fn people_are_found(#[case] text: &str, #[case] expected: &[u32]) {
    let expected: Vec<_> = expected.iter().map(|number| employee_id(*number)).collect();
    assert_eq!(found(&office().store, text), expected);
}

#[test]
fn a_number_is_found_with_and_without_spaces() {
    let office = office();
    let nip = employee(3).nip;
    for text in [nip.digits(), &nip.grouped(), &nip.grouped()[..13]] {
        assert!(
            found(&office.store, text).contains(&employee_id(3)),
            "{text}"
        );
    }
    assert_eq!(found(&office.store, nip.digits()), [employee_id(3)]);
    assert_eq!(found(&office.store, &nip.digits()[1..]), []);
}

#[test]
fn what_is_found_follows_every_change() {
    let office = office();
    let mut renamed = employee(1);
    renamed.name = "Zulkifli".to_owned();
    office.put("rename", Document::Employee(renamed));
    assert_eq!(found(&office.store, "siti"), [employee_id(2)]);
    assert_eq!(found(&office.store, "zul"), [employee_id(1)]);
    let mut promoted = assignment(9, 1, UNIT);
    promoted.jabatan = "Kepala Seksi".to_owned();
    promoted.from = crate::office::day(2026, 11, 1);
    let mut ended = assignment(1, 1, 2);
    ended.to = Some(crate::office::day(2026, 10, 31));
    office
        .store
        .transact::<_, store::StoreError>(office.info("promote"), |act| {
            act.put(Document::Assignment(ended))?;
            act.put(Document::Assignment(promoted))
        })
        .expect("an act");
    let query = SearchQuery {
        text: "kepala".to_owned(),
        limit: 10,
    };
    let hits = office
        .store
        .read(|view| view.search(&query))
        .expect("a search");
    assert_eq!(hits.len(), 1);
    assert_eq!(
        (hits[0].jabatan.as_str(), hits[0].name.as_str()),
        ("Kepala Seksi", "Zulkifli, S.Sos.")
    );
    assert_eq!(hits[0].unit_name, unit(UNIT).name);
    for _ in 0..2 {
        office.store.undo(office.info("undo")).expect("an undo");
    }
    assert_eq!(found(&office.store, "kepala"), []);
    assert_eq!(found(&office.store, "siti").len(), 2);
    office
        .store
        .undo(office.info("undo"))
        .expect("an undo of the import");
    assert_eq!(found(&office.store, "siti"), []);
}

#[test]
fn notes_are_found_by_words_and_tags() {
    let office = office();
    office.put(
        "note",
        Document::Note(note(1, 1, "Memimpin rapat koordinasi.")),
    );
    office.put("note", Document::Note(note(2, 1, "Rapat ditunda.")));
    let texts = |text: &str| -> Vec<String> {
        let notes = office
            .store
            .read(|view| view.notes_search(text, 5))
            .expect("a search");
        notes.into_iter().map(|note| note.text).collect()
    };
    assert_eq!(
        texts("rapat"),
        ["Rapat ditunda.", "Memimpin rapat koordinasi."]
    );
    assert_eq!(texts("koor rapat"), ["Memimpin rapat koordinasi."]);
    assert_eq!(texts("pelayanan").len(), 2);
}
