//! Catatan & Bukti.

use crate::people::add;
use api::error::{ErrorCode, EvidenceTrouble};
use api::notes::{
    AttachEvidence, EvidenceLine, ListNotes, NoteLine, OpenEvidence, SaveNote, Timeline,
    WithdrawEvidence, WithdrawNote,
};
use api::sheet::{GetPanel, Panel};
use api::undo::Undo;
use domain::note::NoteSource;
use domain::{AssignmentId, EmployeeId, Evidence, EvidenceId};
use rstest::rstest;
use testkit::{TestOffice, at, day, period};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

fn note(employee: EmployeeId, date: &str, text: &str) -> SaveNote {
    SaveNote {
        note: None,
        employee,
        date: day(date),
        source: NoteSource::Observation,
        text: text.into(),
        tags: Vec::new(),
        evidence: Vec::new(),
    }
}

fn attach(office: &TestOffice, employee: EmployeeId, rating: Option<AssignmentId>) -> EvidenceLine {
    let request = AttachEvidence {
        upload: office.upload("C:\\Bukti\\Surat Tugas.pdf", PDF),
        employee,
        date: day("2026-10-05"),
        rating: rating.map(|assignment| (assignment, period("2026-10"))),
    };
    office.ask(request).unwrap()
}

fn timeline(office: &TestOffice, query: &str) -> Timeline {
    let request = ListNotes {
        unit: office.unit().id,
        employee: None,
        period: None,
        query: query.into(),
        limit: 50,
    };
    office.ask(request).unwrap()
}

fn texts(notes: &[NoteLine]) -> Vec<&str> {
    notes.iter().map(|it| it.text.as_str()).collect()
}

fn panel(office: &TestOffice, assignment: AssignmentId) -> Panel {
    office
        .ask(GetPanel {
            period: period("2026-10"),
            assignment,
        })
        .unwrap()
}

#[test]
fn the_timeline_is_newest_first_and_found_by_text_tag_and_name() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi Santoso", 1);
    let (siti, _) = add(&office, "Siti", 2);
    let mut first = note(budi.id, "2026-10-01", "Melatih guru baru");
    first.tags = vec!["#Pelatihan".into()];
    office.ask(first).unwrap();
    office
        .ask(note(siti.id, "2026-11-02", "Laporan selesai lebih cepat"))
        .unwrap();
    assert_eq!(
        texts(&timeline(&office, "").notes),
        ["Laporan selesai lebih cepat", "Melatih guru baru"]
    );
    for query in ["guru", "pelatihan", "budi melatih"] {
        assert_eq!(
            texts(&timeline(&office, query).notes),
            ["Melatih guru baru"],
            "{query}"
        );
    }
    let request = ListNotes {
        unit: office.unit().id,
        employee: None,
        period: Some(period("2026-11")),
        query: String::new(),
        limit: 50,
    };
    assert_eq!(office.ask(request).unwrap().total, 1);
}

#[test]
fn a_note_is_changed_in_place_and_taken_back_and_brought_again() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let first = office
        .ask(note(budi.id, "2026-10-01", "Terlambat"))
        .unwrap();
    office.host().advance_seconds(30);
    let changed = SaveNote {
        note: Some(first.id),
        ..note(budi.id, "2026-10-01", "Terlambat karena banjir")
    };
    let second = office.ask(changed).unwrap();
    assert_eq!(second.id, first.id);
    assert!(second.saved_at > first.saved_at);
    office.ask(WithdrawNote { note: first.id }).unwrap();
    assert_eq!(timeline(&office, "").total, 0);
    office.ask(Undo {}).unwrap();
    assert_eq!(
        texts(&timeline(&office, "").notes),
        ["Terlambat karena banjir"]
    );
}

/// Nobody remembers by heart what comes back then, or whether it was done at the terminal.
#[test]
fn what_is_taken_back_after_a_restart_is_told_by_its_time() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    office.host().set_now("2026-10-28T09:12:00+07:00");
    office.ask(note(budi.id, "2026-10-01", "Hadir")).unwrap();
    let office = office.restarted();
    office.ask(note(budi.id, "2026-10-02", "Pulang")).unwrap();
    let undo = || office.ask(Undo {}).unwrap().from_before;
    assert_eq!(undo(), None);
    assert_eq!(undo(), Some(at("2026-10-28T09:12:00+07:00")));
}

#[test]
fn a_note_needs_words() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let refusal = office.ask(note(budi.id, "2026-10-01", " \n ")).unwrap_err();
    assert_eq!(refusal.code, ErrorCode::Field("text".into()));
}

#[test]
fn a_note_rests_on_files_about_the_same_person_only() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let (siti, _) = add(&office, "Siti", 2);
    let of_budi = attach(&office, budi.id, None);
    let wrong = SaveNote {
        evidence: vec![of_budi.id],
        ..note(siti.id, "2026-10-01", "x")
    };
    assert_eq!(
        office.ask(wrong).unwrap_err().code,
        ErrorCode::Field("evidence".into())
    );
    let right = SaveNote {
        evidence: vec![of_budi.id],
        ..note(budi.id, "2026-10-01", "x")
    };
    assert_eq!(office.ask(right).unwrap().evidence, [of_budi]);
    assert_eq!(
        timeline(&office, "").evidence,
        [],
        "evidence of a note stands with its note"
    );
}

#[test]
fn evidence_from_the_sheet_stands_behind_the_rating_until_it_is_taken_back() {
    let office = TestOffice::ready();
    let (budi, post) = add(&office, "Budi", 1);
    let line = attach(&office, budi.id, Some(post.id));
    assert_eq!(line.name, "Surat Tugas.pdf", "no path of somebody's disk");
    assert_eq!(panel(&office, post.id).attached, [line.id]);
    assert_eq!(panel(&office, post.id).row.evidence, 1);

    office.ask(WithdrawEvidence { evidence: line.id }).unwrap();
    assert_eq!(panel(&office, post.id).attached, []);
    office.ask(Undo {}).unwrap();
    assert_eq!(panel(&office, post.id).attached, [line.id]);
}

#[test]
fn the_same_file_about_the_same_person_is_one_piece() {
    let office = TestOffice::ready();
    let (budi, post) = add(&office, "Budi", 1);
    let first = attach(&office, budi.id, None);
    let again = attach(&office, budi.id, Some(post.id));
    assert_eq!(first.id, again.id);
    assert_eq!(timeline(&office, "").evidence.len(), 1);
    assert_eq!(panel(&office, post.id).attached, [first.id]);
}

#[test]
fn a_rating_of_somebody_else_is_not_touched() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let (_, post_of_siti) = add(&office, "Siti", 2);
    let request = AttachEvidence {
        upload: office.upload("a.pdf", PDF),
        employee: budi.id,
        date: day("2026-10-05"),
        rating: Some((post_of_siti.id, period("2026-10"))),
    };
    assert_eq!(office.ask(request).unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(timeline(&office, "").total, 0, "all or nothing");
}

#[rstest]
#[case::empty("a.pdf", b"".to_vec(), EvidenceTrouble::Empty)]
#[case::disguised("a.pdf", b"MZ\x90\x00 this program cannot be run".to_vec(), EvidenceTrouble::UnknownType)]
#[case::huge("a.pdf", huge(), EvidenceTrouble::TooLarge)]
fn a_file_is_judged_by_its_content(
    #[case] name: &str,
    #[case] bytes: Vec<u8>,
    #[case] trouble: EvidenceTrouble,
) {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let request = AttachEvidence {
        upload: office.upload(name, &bytes),
        employee: budi.id,
        date: day("2026-10-05"),
        rating: None,
    };
    assert_eq!(
        office.ask(request).unwrap_err().code,
        ErrorCode::EvidenceRefused(trouble)
    );
}

fn huge() -> Vec<u8> {
    let mut bytes = PDF.to_vec();
    bytes.resize(usize::try_from(Evidence::MAX_BYTES).unwrap() + 1, b' ');
    bytes
}

#[test]
fn a_viewer_gets_a_copy_that_lasts_as_long_as_the_program() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let line = attach(&office, budi.id, None);
    office.ask(OpenEvidence { evidence: line.id }).unwrap();
    let copy = office.host().opened().pop().unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), PDF);
    assert_eq!(copy.file_name().unwrap(), "Surat Tugas.pdf");
    let office = office.restarted();
    assert!(!copy.exists());
    let gone = OpenEvidence {
        evidence: EvidenceId::from_bytes([1; 16]),
    };
    assert_eq!(office.ask(gone).unwrap_err().code, ErrorCode::NotFound);
}
