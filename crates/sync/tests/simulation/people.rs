//! People: what they type and seal.

use crate::pc::{Disk, Draft, Sealing};
use crate::random::Random;
use chrono::NaiveDate;
use domain::evaluation::{BehaviourDetail, Cell, EvaluationState};
use domain::note::NoteSource;
use domain::{
    AssignmentId, Document, EmployeeId, Evaluation, EvaluationId, Kind, Note, NoteId, Period,
    Rating,
};
use record::{Bookkeeping, Encoded, KindNumber, Redaction, encode, encode_bookkeeping};
use sync::ledger::DocumentKey;
use uuid::Uuid;

/// The periods that evaluations are about.
pub const PERIODS: u64 = 3;

pub fn period(number: u64) -> Period {
    Period::Month {
        year: 2026,
        month: 8 + number as u32,
    }
}

/// A new document or an edit, as one person would seal it.
pub fn work(disk: &Disk, random: &mut Random) -> Sealing {
    let is_urgent = random.chance(200);
    let keys: Vec<DocumentKey> = disk.ledger.documents.keys().copied().collect();
    match random.below(100) {
        0..=2 => poison(random),
        3..=5 => from_the_future(random),
        6..=7 => redaction(disk, &keys, random).unwrap_or_else(|| new_note(random)),
        8..=39 => new_note(random),
        40..=54 => new_evaluation(random),
        _ => match random.pick(&keys) {
            Some(key) => edit(disk, key, random),
            None => new_note(random),
        }
        .with_urgency(is_urgent),
    }
}

impl Sealing {
    fn with_urgency(self, is_urgent: bool) -> Self {
        Self { is_urgent, ..self }
    }
}

fn new_note(random: &mut Random) -> Sealing {
    let id = Uuid::from_bytes(random.bytes());
    sealing(Kind::Note, id, note(id, text(random)))
}

fn new_evaluation(random: &mut Random) -> Sealing {
    let id = Uuid::from_bytes(random.bytes());
    sealing(Kind::Evaluation, id, evaluation(id, random))
}

/// An edit of a document upon the revision that the screen shows.
pub fn edit(disk: &Disk, key: DocumentKey, random: &mut Random) -> Sealing {
    let (kind, id) = key;
    let base_rev = disk.base_of(key);
    let body = match kind {
        Kind::Evaluation => evaluation(id, random),
        Kind::Note => note(id, text(random)),
        _ => return new_note(random),
    };
    Sealing {
        base_rev,
        ..sealing(kind, id, body)
    }
}

/// The draft as the document that it becomes.
pub fn seal_draft((kind, id): DocumentKey, draft: &Draft, random: &mut Random) -> Sealing {
    let body = match kind {
        Kind::Evaluation => evaluation(id, random),
        _ => note(id, draft.text.clone()),
    };
    Sealing {
        base_rev: draft.upon,
        ..sealing(kind, id, body)
    }
}

/// A body that is none.
fn poison(random: &mut Random) -> Sealing {
    let body = Encoded {
        schema: 1,
        bytes: random.bytes::<24>().to_vec(),
    };
    sealing(Kind::Note, Uuid::from_bytes(random.bytes()), body)
}

/// What a newer program seals.
fn from_the_future(random: &mut Random) -> Sealing {
    let id = Uuid::from_bytes(random.bytes());
    let body = Encoded {
        schema: 1 + random.below(2) as u16,
        bytes: random.bytes::<24>().to_vec(),
    };
    let kind = if body.schema == 1 {
        KindNumber(40)
    } else {
        KindNumber::from(Kind::Note)
    };
    Sealing {
        kind,
        doc_id: id,
        base_rev: None,
        body,
        is_urgent: false,
    }
}

fn redaction(disk: &Disk, keys: &[DocumentKey], random: &mut Random) -> Option<Sealing> {
    let (kind, document) = random.pick(keys)?;
    let revision = disk.ledger.documents.get(&(kind, document))?.revision()?;
    let body = encode_bookkeeping(&Bookkeeping::Redaction(Redaction {
        document,
        kind,
        revision,
        reason: "by decision".to_owned(),
    }));
    Some(sealing(Kind::Redaction, document, body))
}

fn sealing(kind: Kind, doc_id: Uuid, body: Encoded) -> Sealing {
    Sealing {
        kind: kind.into(),
        doc_id,
        base_rev: None,
        body,
        is_urgent: false,
    }
}

fn note(id: Uuid, text: String) -> Encoded {
    encode(&Document::Note(Note {
        id: NoteId(id),
        employee: EmployeeId::from_bytes([1; 16]),
        date: NaiveDate::default(),
        source: NoteSource::Observation,
        text,
        tags: Vec::new(),
        evidence: Vec::new(),
        withdrawn: false,
    }))
}

fn evaluation(id: Uuid, random: &mut Random) -> Encoded {
    let rating = random.pick(&[Rating::Sesuai, Rating::DiAtas]);
    let number = u64::from(id.as_bytes()[0]) % PERIODS;
    encode(&Document::Evaluation(Box::new(Evaluation {
        id: EvaluationId(id),
        employee: EmployeeId::from_bytes([2; 16]),
        assignment: AssignmentId::from_bytes([3; 16]),
        period: period(number),
        items: Vec::new(),
        hasil_kerja: Cell {
            rating,
            bulk: false,
        },
        perilaku: Cell::default(),
        behaviours: std::array::from_fn(|_| BehaviourDetail::default()),
        capaian: None,
        reason: String::new(),
        notes: Vec::new(),
        evidence: Vec::new(),
        rules_version: 1,
        state: EvaluationState::Ready,
    })))
}

/// A sentence, seldom a long page.
pub fn text(random: &mut Random) -> String {
    let length = match random.below(40) {
        0 => random.between(4_000, 12_000),
        _ => random.between(4, 60),
    };
    let letter = char::from(b'a' + random.below(26) as u8);
    let mut text = format!("{}", random.below(1_000_000));
    text.extend(std::iter::repeat_n(letter, length as usize));
    text
}
