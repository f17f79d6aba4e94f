//! `note`, version 1.

use super::code::Code;
use super::packed::{Day, Id, List, is_false};
use domain::note::NoteSource;
use domain::{EmployeeId, EvidenceId, NoteId};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Note {
    #[n(0)]
    id: Id,
    #[n(1)]
    employee: Id,
    #[n(2)]
    date: Day,
    #[n(3)]
    source: Code<NoteSource>,
    #[n(4)]
    text: String,
    #[cbor(n(5), skip_if = "List::is_empty")]
    tags: List<String>,
    #[cbor(n(6), skip_if = "List::is_empty")]
    evidence: List<Id>,
    #[cbor(n(7), skip_if = "is_false")]
    withdrawn: bool,
}

impl From<&domain::Note> for Note {
    fn from(note: &domain::Note) -> Self {
        Self {
            id: Id(note.id.0),
            employee: Id(note.employee.0),
            date: Day(note.date),
            source: Code(note.source),
            text: note.text.clone(),
            tags: List(note.tags.clone()),
            evidence: List::of(&note.evidence, |evidence| Id(evidence.0)),
            withdrawn: note.withdrawn,
        }
    }
}

impl From<Note> for domain::Note {
    fn from(note: Note) -> Self {
        Self {
            id: NoteId(note.id.0),
            employee: EmployeeId(note.employee.0),
            date: note.date.0,
            source: note.source.0,
            text: note.text,
            tags: note.tags.0,
            evidence: note.evidence.into(|evidence| EvidenceId(evidence.0)),
            withdrawn: note.withdrawn,
        }
    }
}
