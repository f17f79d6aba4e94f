//! The corpus as an office would have sealed it.
//!
//! | JSON | record |
//! |---|---|
//! | `pegawai.unit`, `unit_id` | `unit`: name, SIASN UNOR id (master) |
//! | `pegawai.nip`, `nama`, `gol` | `employee`: NIP, name, golongan (master) |
//! | `pegawai.jabatan`, `penilai.*` | `assignment`: jabatan, employee, unit, golongan, appraiser (master) |
//! | `id` | `evaluation`: its id, and the document of its header |
//! | `periode`, `rating_hasil`, `rating_perilaku` | `evaluation`: period, two ratings |
//! | `hasil_kerja[]` | `evaluation`: items; target and realisasi are text there |
//! | `perilaku[]` | `evaluation`: the seven values with rating and feedback |
//! | `catatan` | `evaluation`: reason |
//! | `status` | `evaluation`: state; submitted is ready |
//! | `dibuat` | header: clock reading |
//! | `predikat` | computed from the two ratings, and compared |
//! | `type` | kind of the record |
//!
//! The units, employees and assignments were saved before, so the centre has acknowledged them.

use crate::document::{Document, HasilKerja};
use domain::assignment::Tenure;
use domain::evaluation::{Aspek, Cell, EvaluationState, ResultItem};
use domain::{
    Assignment, AssignmentId, DocumentId, Employee, EmployeeId, Evaluation, EvaluationId, Golongan,
    JabatanKind, Nip, Period, PersonReference, Rating, Rhythm, Timestamp, TypedPerson, Unit,
    UnitId, UserId, Zone,
};
use record::journal::journal_zero;
use record::{Head, Header, Hlc, Record, Revision, Stream, chain_zero, encode};
use std::collections::BTreeMap;
use sync::batch::{Contents, Earlier, Place};
use sync::message::OfficeId;
use uuid::Uuid;

/// A device with everything that it sealed.
pub struct Desk {
    pub start: Head,
    pub after_master: Head,
    /// How many of the records are master rows.
    pub master: usize,
    pub records: Vec<Record>,
    revisions: Vec<Revision>,
    documents: BTreeMap<DocumentId, u64>,
    head: Head,
    random: blake3::OutputReader,
}

/// When the list of employees was read in, in milliseconds.
const IMPORTED: u64 = 1_789_990_000_000;

impl Desk {
    pub fn of(documents: &[Document]) -> Self {
        let stream = Stream::new(&[1; 16], &[2; 16]);
        let start = Head::start(stream, chain_zero(&[3; 16], &[1; 16], &[4; 32], &[2; 16]));
        let mut desk = Self {
            start,
            after_master: start,
            master: 0,
            records: Vec::new(),
            revisions: Vec::new(),
            documents: BTreeMap::new(),
            head: start,
            random: blake3::Hasher::new().finalize_xof(),
        };
        let posts = desk.posts(documents);
        desk.after_master = desk.head;
        desk.master = desk.records.len();
        for (document, post) in documents.iter().zip(posts) {
            let evaluation = evaluation(document, &post);
            desk.seal(
                &domain::Document::Evaluation(Box::new(evaluation)),
                document.dibuat,
            );
        }
        desk
    }

    /// These records behind the master rows.
    pub fn contents<'a>(&'a self, records: &'a [Record]) -> Contents<'a> {
        Contents {
            office: OfficeId([7; 16]),
            recipient: None,
            before: self.after_master,
            records,
            earlier: self,
            journal: (1, journal_zero(&[1; 16])),
        }
    }

    pub fn place(&self, seq: u64) -> Place {
        let at = usize::try_from(seq - 1).expect("a place");
        Place {
            document: self.records[at].header.doc_id,
            revision: self.revisions[at],
        }
    }

    /// The master rows: units, then employees, then assignments, as an import writes them.
    fn posts(&mut self, documents: &[Document]) -> Vec<Assignment> {
        let mut units = BTreeMap::new();
        for document in documents {
            let name = (&document.pegawai.unit_id, &document.pegawai.unit);
            units.entry(name).or_insert_with(|| {
                let unit = Unit {
                    id: UnitId(self.id()),
                    name: document.pegawai.unit.clone(),
                    parent: None,
                    siasn_unor_id: Some(document.pegawai.unit_id.clone()),
                    instansi: String::new(),
                    zone: Zone::Wib,
                    rhythm: Rhythm::Quarterly,
                    head: None,
                };
                self.seal(&domain::Document::Unit(unit.clone()), IMPORTED);
                unit.id
            });
        }
        let employees: Vec<_> = documents
            .iter()
            .map(|document| {
                let employee = employee(EmployeeId(self.id()), document);
                self.seal(&domain::Document::Employee(employee.clone()), IMPORTED);
                employee
            })
            .collect();
        let people = documents.iter().zip(employees);
        people
            .map(|(document, employee)| {
                let unit = units[&(&document.pegawai.unit_id, &document.pegawai.unit)];
                let id = AssignmentId(self.id());
                let post = assignment((id, unit), &employee, document);
                self.seal(&domain::Document::Assignment(post.clone()), IMPORTED);
                post
            })
            .collect()
    }

    fn seal(&mut self, document: &domain::Document, milliseconds: u64) {
        let header = Header {
            stream: self.head.stream,
            seq: self.head.seq + 1,
            kind: document.kind().into(),
            schema: 0,
            doc_id: document.id(),
            base_rev: None,
            actor: UserId(Uuid::from_u128(0x0192_5c3a_7b00_7000_8000_0000_0000_0001)),
            hlc: Hlc::tick(
                Hlc(0),
                Timestamp(milliseconds.cast_signed().saturating_mul(1000)),
            ),
            beacon: None,
        };
        let record = Record::seal(header, self.bytes(), encode(document));
        self.head = self.head.after(&record);
        self.documents.insert(document.id(), self.head.seq);
        self.revisions.push(self.head.chain.revision());
        self.records.push(record);
    }

    /// An id as the program makes them: UUIDv7, here a millisecond after the one before.
    fn id(&mut self) -> Uuid {
        let made = self.documents.len() as u64 + IMPORTED;
        let random = u128::from_be_bytes(self.bytes());
        let random = random & 0x0fff_3fff_ffff_ffff_ffff;
        Uuid::from_u128(u128::from(made) << 80 | 0x7000_8000_0000_0000_0000 | random)
    }

    fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes);
        bytes
    }
}

impl Earlier for Desk {
    fn document(&self, id: DocumentId) -> Option<u64> {
        self.documents.get(&id).copied()
    }

    fn revision(&self, _: Revision) -> Option<u64> {
        None
    }
}

fn employee(id: EmployeeId, document: &Document) -> Employee {
    let nip: Nip = document.pegawai.nip.parse().expect("a NIP");
    Employee {
        id,
        name: document.pegawai.nama.clone(),
        title_before: String::new(),
        title_after: String::new(),
        kind: nip.kind(),
        nip,
        sex: None,
        birth_date: None,
        golongan: Some(golongan(document)),
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    }
}

fn golongan(document: &Document) -> Golongan {
    document.pegawai.gol.parse().expect("a golongan")
}

fn assignment(
    (id, unit): (AssignmentId, UnitId),
    employee: &Employee,
    document: &Document,
) -> Assignment {
    Assignment {
        id,
        employee: employee.id,
        unit,
        jabatan: document.pegawai.jabatan.clone(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: Some(golongan(document)),
        appraiser: Some(PersonReference::Typed(TypedPerson {
            name: document.penilai.nama.clone(),
            nip: Some(document.penilai.nip.parse().expect("a NIP")),
            ..TypedPerson::default()
        })),
        appraiser_superior: None,
        from: "2026-01-01".parse().expect("a day"),
        to: None,
        tenure: Tenure::Definitif,
    }
}

fn evaluation(document: &Document, post: &Assignment) -> Evaluation {
    let id = EvaluationId(document.id.parse().expect("an id"));
    let mut evaluation = Evaluation::empty(id, post, period(&document.periode));
    evaluation.items = document.hasil_kerja.iter().map(item).collect();
    evaluation.hasil_kerja = cell(&document.rating_hasil);
    evaluation.perilaku = cell(&document.rating_perilaku);
    for (detail, perilaku) in evaluation.behaviours.iter_mut().zip(&document.perilaku) {
        detail.cell = cell(&perilaku.nilai);
        detail.feedback.clone_from(&perilaku.umpan_balik);
    }
    evaluation.reason.clone_from(&document.catatan);
    assert_eq!(document.status, "submitted");
    evaluation.state = EvaluationState::Ready;
    evaluation
}

fn item(hasil: &HasilKerja) -> ResultItem {
    ResultItem {
        plan: hasil.rhk.clone(),
        aspek: Some(match hasil.asp.as_str() {
            "Kuantitas" => Aspek::Kuantitas,
            "Kualitas" => Aspek::Kualitas,
            "Waktu" => Aspek::Waktu,
            other => {
                assert_eq!(other, "Biaya");
                Aspek::Biaya
            }
        }),
        indicator: hasil.ind.clone(),
        unit: hasil.sat.clone(),
        target: hasil.target.to_string(),
        realisation: hasil.realisasi.to_string(),
        rating: cell(&hasil.nilai).rating,
        feedback: hasil.umpan_balik.clone(),
    }
}

fn cell(words: &str) -> Cell {
    let rating = match words {
        "Di bawah ekspektasi" => Rating::DiBawah,
        "Sesuai ekspektasi" => Rating::Sesuai,
        other => {
            assert_eq!(other, "Di atas ekspektasi");
            Rating::DiAtas
        }
    };
    Cell {
        rating: Some(rating),
        bulk: false,
    }
}

fn period(text: &str) -> Period {
    let (year, quarter) = text.split_once("-TW").expect("a quarter");
    let (year, quarter) = (year.parse().expect("a year"), quarter.parse());
    Period::quarter(year, quarter.expect("a number")).expect("a quarter")
}
