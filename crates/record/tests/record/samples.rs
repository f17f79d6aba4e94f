//! The documents of the golden files: for each kind one with everything and one with nothing
//! that can be left out. Never change one; add another.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::evaluation::{Aspek, BehaviourDetail, Cell, EvaluationState, ResultItem};
use domain::evidence::EvidenceType;
use domain::nip::{NipKind, Sex};
use domain::note::NoteSource;
use domain::signatory::SignatoryRole;
use domain::{
    Assignment, AssignmentId, Capaian, Document, Employee, EmployeeId, Evaluation, EvaluationId,
    Evidence, EvidenceId, Exception, ExceptionId, ExceptionKind, Golongan, JabatanKind, Jenjang,
    Kind, Nip, Note, NoteId, OrganisationPredikat, OrganisationResult, OrganisationResultId,
    Period, PersonReference, Rating, Rhythm, Signatory, SignatoryId, TypedPerson, Unit, UnitId,
    User, UserId, Zone,
};
use record::{
    Alias, AliasMatch, Bookkeeping, Chain, DeviceNote, Head, Redaction, Revision, Stream,
};
use uuid::Uuid;

/// A UUIDv7 that ends in a number.
pub fn id(number: u8) -> Uuid {
    Uuid::from_u128(0x0192_5c3a_7b00_7000_8000_0000_0000_0000 | u128::from(number))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn nip(digits: &str) -> Nip {
    digits.parse().expect("a NIP")
}

fn typed(name: &str) -> TypedPerson {
    TypedPerson {
        name: name.into(),
        ..TypedPerson::default()
    }
}

fn secretary() -> PersonReference {
    PersonReference::Typed(TypedPerson {
        name: "Drs. Ahmad Fauzi, M.Si.".into(),
        nip: Some(nip("196803121994031005")),
        jabatan: "Sekretaris Daerah".into(),
        golongan: Golongan::pns(4, 3),
        unit: "Sekretariat Daerah".into(),
    })
}

fn units() -> [(&'static str, Document); 2] {
    let bare = Unit {
        id: UnitId(id(1)),
        name: "Dinas Kesehatan".into(),
        parent: None,
        siasn_unor_id: None,
        instansi: String::new(),
        zone: Zone::Wib,
        rhythm: Rhythm::Monthly,
        head: None,
    };
    let full = Unit {
        parent: Some(UnitId(id(2))),
        siasn_unor_id: Some("8ae483a8641f2d2a01642193a07b1c2f".into()),
        instansi: "Pemerintah Kabupaten Simeulue".into(),
        zone: Zone::Wit,
        rhythm: Rhythm::Quarterly,
        head: Some(PersonReference::Employee(EmployeeId(id(3)))),
        ..bare.clone()
    };
    [
        ("unit-bare", Document::Unit(bare)),
        ("unit-full", Document::Unit(full)),
    ]
}

fn employees() -> [(&'static str, Document); 2] {
    let bare = Employee {
        id: EmployeeId(id(10)),
        name: "Siti Rahma".into(),
        title_before: String::new(),
        title_after: String::new(),
        nip: nip("199001012024212001"),
        kind: NipKind::Pppk,
        sex: None,
        birth_date: None,
        golongan: None,
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    };
    let full = Employee {
        id: EmployeeId(id(11)),
        name: "Nur'aini 🌱".into(),
        title_before: "dr.".into(),
        title_after: "Sp.A".into(),
        nip: nip("196512311990032001"),
        kind: NipKind::Pns,
        sex: Some(Sex::Female),
        birth_date: Some(day("1965-12-31")),
        golongan: Golongan::pns(4, 4),
        golongan_since: Some(day("2021-04-01")),
        education: "S-2 Kedokteran".into(),
        pns_id: Some("A8ACA7EA9E6B3912E040640A040269BB".into()),
    };
    [
        ("employee-bare", Document::Employee(bare)),
        ("employee-full", Document::Employee(full)),
    ]
}

fn assignments() -> [(&'static str, Document); 2] {
    let bare = Assignment {
        id: AssignmentId(id(20)),
        employee: EmployeeId(id(10)),
        unit: UnitId(id(1)),
        jabatan: "Pengelola Data".into(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: None,
        appraiser: None,
        appraiser_superior: None,
        from: day("2024-01-01"),
        to: None,
        tenure: Tenure::Definitif,
    };
    let full = Assignment {
        jabatan: "Dokter".into(),
        jabatan_kind: JabatanKind::Fungsional,
        jenjang: Some(Jenjang::AhliUtama),
        golongan: Golongan::pppk(17),
        appraiser: Some(PersonReference::Employee(EmployeeId(id(3)))),
        appraiser_superior: Some(secretary()),
        to: Some(day("2026-10-31")),
        tenure: Tenure::Plh,
        ..bare.clone()
    };
    [
        ("assignment-bare", Document::Assignment(bare)),
        ("assignment-full", Document::Assignment(full)),
    ]
}

fn exceptions() -> [(&'static str, Document); 2] {
    let bare = Exception {
        id: ExceptionId(id(30)),
        employee: EmployeeId(id(10)),
        kind: ExceptionKind::CutiBesar,
        from: day("2026-10-01"),
        to: None,
        letter: String::new(),
    };
    let full = Exception {
        kind: ExceptionKind::Meninggal,
        to: Some(day("2026-12-31")),
        letter: "800/123/BKPSDM/2026".into(),
        ..bare.clone()
    };
    [
        ("exception-bare", Document::Exception(bare)),
        ("exception-full", Document::Exception(full)),
    ]
}

fn signatories() -> [(&'static str, Document); 2] {
    let bare = Signatory {
        id: SignatoryId(id(40)),
        unit: UnitId(id(1)),
        role: SignatoryRole::Head,
        person: PersonReference::Typed(typed("Bupati Simeulue")),
        place: String::new(),
        from: day("2025-02-20"),
        to: None,
    };
    let full = Signatory {
        role: SignatoryRole::Preparer,
        person: secretary(),
        place: "Sinabang".into(),
        to: Some(day("2030-02-20")),
        ..bare.clone()
    };
    [
        ("signatory-bare", Document::Signatory(bare)),
        ("signatory-full", Document::Signatory(full)),
    ]
}

fn organisation_results() -> [(&'static str, Document); 2] {
    let bare = OrganisationResult {
        id: OrganisationResultId(id(50)),
        unit: UnitId(id(1)),
        period: Period::Year { year: 2026 },
        predikat: OrganisationPredikat::SangatKurang,
        set_by: None,
        date: None,
        document: String::new(),
        pattern_reason: String::new(),
    };
    let full = OrganisationResult {
        period: Period::Quarter {
            year: 2026,
            quarter: 4,
        },
        predikat: OrganisationPredikat::Istimewa,
        set_by: Some(secretary()),
        date: Some(day("2026-12-31")),
        document: "100.3.3/45/2026".into(),
        pattern_reason: "Dua orang baru".into(),
        ..bare.clone()
    };
    [
        (
            "organisation_result-bare",
            Document::OrganisationResult(bare),
        ),
        (
            "organisation_result-full",
            Document::OrganisationResult(full),
        ),
    ]
}

/// A draft without a rating.
pub fn draft() -> Evaluation {
    Evaluation {
        id: EvaluationId(id(60)),
        employee: EmployeeId(id(10)),
        assignment: AssignmentId(id(20)),
        period: Period::Month {
            year: 2026,
            month: 10,
        },
        items: Vec::new(),
        hasil_kerja: Cell::default(),
        perilaku: Cell::default(),
        behaviours: Default::default(),
        capaian: None,
        reason: String::new(),
        notes: Vec::new(),
        evidence: Vec::new(),
        rules_version: 1,
        state: EvaluationState::Draft,
    }
}

fn evaluations() -> [(&'static str, Document); 3] {
    let cell = |rating, bulk| Cell {
        rating: Some(rating),
        bulk,
    };
    let usual = Evaluation {
        hasil_kerja: cell(Rating::Sesuai, false),
        perilaku: cell(Rating::Sesuai, true),
        state: EvaluationState::Ready,
        ..draft()
    };
    let mut behaviours: [BehaviourDetail; 7] = Default::default();
    behaviours[0].cell = cell(Rating::DiBawah, true);
    behaviours[3].cell = Cell {
        rating: None,
        bulk: true,
    };
    behaviours[6] = BehaviourDetail {
        cell: cell(Rating::DiAtas, false),
        feedback: "Lintas bidang".into(),
    };
    let item = ResultItem {
        plan: "Layanan rawat jalan".into(),
        aspek: Some(Aspek::Biaya),
        indicator: "Jumlah pasien".into(),
        unit: "orang".into(),
        target: "120".into(),
        realisation: "131".into(),
        rating: Some(Rating::DiAtas),
        feedback: "Pertahankan".into(),
    };
    let empty = ResultItem {
        plan: String::new(),
        aspek: None,
        indicator: String::new(),
        unit: String::new(),
        target: String::new(),
        realisation: String::new(),
        rating: None,
        feedback: String::new(),
    };
    let full = Evaluation {
        items: vec![item, empty],
        hasil_kerja: cell(Rating::DiAtas, false),
        perilaku: cell(Rating::DiBawah, false),
        behaviours,
        capaian: Some(Capaian(9_050)),
        reason: "Melampaui target di dua kegiatan.".into(),
        notes: vec![NoteId(id(70)), NoteId(id(71))],
        evidence: vec![EvidenceId(id(80))],
        rules_version: 300,
        state: EvaluationState::Ready,
        ..draft()
    };
    [
        ("evaluation-bare", Document::Evaluation(Box::new(draft()))),
        ("evaluation-usual", Document::Evaluation(Box::new(usual))),
        ("evaluation-full", Document::Evaluation(Box::new(full))),
    ]
}

fn notes() -> [(&'static str, Document); 2] {
    let bare = Note {
        id: NoteId(id(70)),
        employee: EmployeeId(id(10)),
        date: day("2026-10-07"),
        source: NoteSource::Observation,
        text: String::new(),
        tags: Vec::new(),
        evidence: Vec::new(),
        withdrawn: false,
    };
    let full = Note {
        source: NoteSource::DailyProgress,
        text: "Menyelesaikan rekap\nsebelum tenggat.".into(),
        tags: vec!["rekap".into(), "tepat waktu".into()],
        evidence: vec![EvidenceId(id(80)), EvidenceId(id(81))],
        withdrawn: true,
        ..bare.clone()
    };
    [
        ("note-bare", Document::Note(bare)),
        ("note-full", Document::Note(full)),
    ]
}

fn evidence() -> [(&'static str, Document); 2] {
    let bare = Evidence {
        id: EvidenceId(id(80)),
        employee: EmployeeId(id(10)),
        date: day("2026-10-07"),
        content_hash: [0xa5; 32],
        name: "surat tugas.pdf".into(),
        file_type: EvidenceType::Pdf,
        size: 1,
        withdrawn: false,
    };
    let full = Evidence {
        name: "foto 📷.docx".into(),
        file_type: EvidenceType::Docx,
        size: Evidence::MAX_BYTES,
        withdrawn: true,
        ..bare.clone()
    };
    [
        ("evidence-bare", Document::Evidence(bare)),
        ("evidence-full", Document::Evidence(full)),
    ]
}

pub fn user() -> User {
    User {
        id: UserId(id(90)),
        name: "Budi Santoso, S.Kom.".into(),
        nip: Some(nip("198609262015051001")),
    }
}

fn users() -> [(&'static str, Document); 2] {
    let bare = User {
        nip: None,
        ..user()
    };
    [
        ("user-bare", Document::User(bare)),
        ("user-full", Document::User(user())),
    ]
}

/// Every document with the name of its golden file.
pub fn documents() -> Vec<(&'static str, Document)> {
    let mut all = Vec::new();
    all.extend(units());
    all.extend(employees());
    all.extend(assignments());
    all.extend(exceptions());
    all.extend(signatories());
    all.extend(organisation_results());
    all.extend(evaluations());
    all.extend(notes());
    all.extend(evidence());
    all.extend(users());
    all
}

/// Every kind of bookkeeping with the name of its golden file.
pub fn bookkeeping() -> Vec<(&'static str, Bookkeeping)> {
    let alias = |id_: u8, kind, matched_by| {
        Bookkeeping::Alias(Alias {
            id: id(id_),
            kind,
            local: id(1),
            central: id(101),
            matched_by,
        })
    };
    let quiet = DeviceNote {
        id: id(110),
        users: Vec::new(),
        continues: None,
    };
    let head = Head {
        stream: Stream([7; 32]),
        seq: 1_234,
        chain: Chain([9; 32]),
    };
    let full = DeviceNote {
        users: vec![user()],
        continues: Some(head),
        ..quiet.clone()
    };
    let redaction = Redaction {
        document: id(70),
        kind: Kind::Note,
        revision: Revision([3; 16]),
        reason: "Permintaan subjek data, 2026/17".into(),
    };
    vec![
        (
            "alias-unor",
            alias(100, Kind::Unit, AliasMatch::SiasnUnorId),
        ),
        ("alias-nip", alias(102, Kind::Employee, AliasMatch::Nip)),
        (
            "alias-person",
            alias(103, Kind::Employee, AliasMatch::Person),
        ),
        ("device_note-bare", Bookkeeping::DeviceNote(quiet)),
        ("device_note-full", Bookkeeping::DeviceNote(full)),
        ("redaction", Bookkeeping::Redaction(redaction)),
    ]
}
