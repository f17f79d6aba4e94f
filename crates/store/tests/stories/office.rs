//! A small office in a temporary folder, and documents to fill it with.

use chrono::NaiveDate;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, EvaluationId, Evidence,
    EvidenceId, Exception, ExceptionId, ExceptionKind, Golongan, JabatanKind, Note, NoteId, Period,
    Rating, Rhythm, Timestamp, Unit, UnitId, User, UserId, Zone, assignment::Tenure,
    evidence::EvidenceType, nip::NipKind, note::NoteSource,
};
use rusqlite::Connection;
use std::cell::Cell;
use store::{ActInfo, Committed, Identity, OpenKey, Places, Store, StoreError, Undoable, View};
use tempfile::TempDir;
use uuid::Uuid;

pub const ACTOR: UserId = UserId::from_bytes([0xA0; 16]);
pub const COLLEAGUE: UserId = UserId::from_bytes([0xB0; 16]);
pub const UNIT: u32 = 1;
pub const START: i64 = 1_790_000_000_000_000;

/// An open database, with a clock that goes on by itself.
pub struct Office {
    pub store: Store,
    folder: TempDir,
    clock: Cell<i64>,
}

pub fn key() -> OpenKey {
    OpenKey::new([0x4B; 32])
}

pub fn identity() -> Identity {
    Identity {
        database_id: [0xDB; 16],
        device_id: [0xDE; 16],
        incarnation: [0x01; 16],
        device_public: [0x0F; 32],
    }
}

impl Office {
    /// An empty database.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::new(folder.path().join("data"));
        let store = Store::create(&places, &key(), &identity()).expect("a new database");
        Self {
            store,
            folder,
            clock: Cell::new(START),
        }
    }

    /// One unit, and so many employees with an assignment there.
    pub fn with_employees(count: u32) -> Self {
        let office = Self::empty();
        let import = |act: &mut store::Act<'_>| -> Result<(), StoreError> {
            act.put(Document::Unit(unit(UNIT)))?;
            for number in 1..=count {
                act.put(Document::Employee(employee(number)))?;
                act.put(Document::Assignment(assignment(number, number, UNIT)))?;
            }
            Ok(())
        };
        office
            .store
            .transact(office.info("import"), import)
            .expect("an import");
        office
    }

    pub fn places(&self) -> Places {
        self.store.places().clone()
    }

    pub fn path(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Closes the database and keeps its folder.
    pub fn close(self) -> (TempDir, Places) {
        let places = self.places();
        drop(self.store);
        (self.folder, places)
    }

    pub fn info(&self, op: &'static str) -> ActInfo {
        self.clock.set(self.clock.get() + 1_000_000);
        info_at(op, self.clock.get())
    }

    /// Answers a question that must have an answer.
    pub fn ask<T>(&self, question: impl FnOnce(&View<'_>) -> Result<T, StoreError>) -> T {
        self.store.read(question).expect("an answer")
    }

    pub fn put(&self, op: &'static str, document: Document) -> Committed<()> {
        self.store
            .transact(self.info(op), |act| act.put(document))
            .expect(op)
    }
}

pub fn info_at(op: &'static str, at: i64) -> ActInfo {
    let mut salt_seed = [0; 32];
    salt_seed[..8].copy_from_slice(&at.to_le_bytes());
    ActInfo {
        op,
        actor: ACTOR,
        at: Timestamp(at),
        salt_seed,
        undoable: Undoable::Yes,
        sentence: Some(format!("{op} pada {at}")),
    }
}

/// A connection around the store, for damage and for looking behind it.
pub fn behind(places: &Places) -> Connection {
    let connection = Connection::open(places.database()).expect("the file");
    let key = "4b".repeat(32);
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .expect("the key");
    connection
}

fn id(group: u64, number: u32) -> Uuid {
    Uuid::from_u64_pair(group, u64::from(number))
}

pub fn unit_id(number: u32) -> UnitId {
    UnitId(id(1, number))
}

pub fn employee_id(number: u32) -> EmployeeId {
    EmployeeId(id(2, number))
}

pub fn assignment_id(number: u32) -> AssignmentId {
    AssignmentId(id(3, number))
}

pub fn evaluation_id(number: u32) -> EvaluationId {
    EvaluationId(id(7, number))
}

pub fn note_id(number: u32) -> NoteId {
    NoteId(id(8, number))
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub fn period() -> Period {
    Period::month(2026, 10).expect("a period")
}

pub fn unit(number: u32) -> Unit {
    Unit {
        id: unit_id(number),
        name: format!("Bidang Pelayanan {number}"),
        parent: None,
        siasn_unor_id: Some(format!("UNOR-{number}")),
        instansi: "Pemerintah Kabupaten Simeulue".to_owned(),
        zone: Zone::Wib,
        rhythm: Rhythm::Monthly,
        head: None,
    }
}

pub fn employee(number: u32) -> Employee {
    // Sex and serial count to 1 998; then the month of birth goes on, then the day.
    let (sex, serial) = (1 + number % 2, 1 + number % 999);
    let (month, day_of_birth) = (1 + number / 1998 % 12, 1 + number / 23_976 % 28);
    let nip = format!("1985{month:02}{day_of_birth:02}200903{sex}{serial:03}");
    Employee {
        id: employee_id(number),
        name: format!(
            "{} {}",
            FIRST[number as usize % 8],
            LAST[number as usize / 8 % 8]
        ),
        title_before: String::new(),
        title_after: "S.Sos.".to_owned(),
        nip: nip.parse().expect("a NIP"),
        kind: NipKind::Pns,
        sex: None,
        birth_date: None,
        golongan: Golongan::pns(3, 1),
        golongan_since: Some(day(2020, 4, 1)),
        education: "S-1 Administrasi Negara".to_owned(),
        pns_id: None,
    }
}

const FIRST: [&str; 8] = [
    "Siti",
    "Ahmad",
    "Nur'aini",
    "Budi",
    "Cut",
    "Teuku",
    "Yusuf",
    "Rahmawati",
];
const LAST: [&str; 8] = [
    "Aminah",
    "Syahputra",
    "Hidayat",
    "Marlina",
    "Santoso",
    "Rizal",
    "Fitriani",
    "Harahap",
];

pub fn assignment(number: u32, employee: u32, unit: u32) -> Assignment {
    Assignment {
        id: assignment_id(number),
        employee: employee_id(employee),
        unit: unit_id(unit),
        jabatan: "Pengelola Data".to_owned(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: Golongan::pns(3, 1),
        appraiser: None,
        appraiser_superior: None,
        from: day(2024, 1, 1),
        to: None,
        tenure: Tenure::Definitif,
    }
}

pub fn evaluation(number: u32, rating: Option<Rating>) -> Evaluation {
    let mut evaluation = Evaluation::empty(
        evaluation_id(number),
        &assignment(number, number, UNIT),
        period(),
    );
    evaluation.hasil_kerja.rating = rating;
    evaluation
}

pub fn rated(number: u32, rating: Rating) -> Document {
    Document::Evaluation(Box::new(evaluation(number, Some(rating))))
}

pub fn note(number: u32, employee: u32, text: &str) -> Note {
    Note {
        id: note_id(number),
        employee: employee_id(employee),
        date: day(2026, 10, 1 + number % 28),
        source: NoteSource::Observation,
        text: text.to_owned(),
        tags: vec!["pelayanan".to_owned()],
        evidence: Vec::new(),
        withdrawn: false,
    }
}

pub fn exception(number: u32, employee: u32) -> Exception {
    Exception {
        id: ExceptionId(id(4, number)),
        employee: employee_id(employee),
        kind: ExceptionKind::CutiBesar,
        from: day(2026, 10, 1),
        to: Some(day(2026, 12, 31)),
        letter: "800/123/2026".to_owned(),
    }
}

pub fn evidence(number: u32, employee: u32, added: &store::AddedFile) -> Evidence {
    Evidence {
        id: EvidenceId(id(9, number)),
        employee: employee_id(employee),
        date: day(2026, 10, 5),
        content_hash: added.content_hash,
        name: "Surat Tugas.pdf".to_owned(),
        file_type: EvidenceType::Pdf,
        size: added.size,
        withdrawn: false,
    }
}

pub fn user() -> User {
    User {
        id: ACTOR,
        name: "Rahmawati, S.E.".to_owned(),
        nip: None,
    }
}
