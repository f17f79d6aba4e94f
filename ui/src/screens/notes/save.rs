//! A form becomes evidence and a note.

use super::draft::NoteDraft;
use super::files::{DraftFile, FileState};
use super::keywords::split;
use crate::backend::Backend;
use crate::components::PersonChoice;
use api::Refusal;
use api::notes::{AttachEvidence, NoteLine, SaveNote};
use chrono::NaiveDate;
use domain::note::NoteSource;
use domain::{EmployeeId, EvidenceId, NoteId};
use leptos::prelude::*;

/// What the form lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    pub person: bool,
    pub date: bool,
    pub content: bool,
}

/// A form that can go.
#[derive(Clone, Debug)]
pub struct Ready {
    employee: EmployeeId,
    name: String,
    date: NaiveDate,
    source: NoteSource,
    text: String,
    tags: Vec<String>,
    files: Vec<DraftFile>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The note is saved.
    Note(Box<NoteLine>),
    /// There was no text: the files are evidence by themselves; about whom.
    EvidenceOnly(String),
    /// A file was refused; its line says why. Nothing else was written.
    FileRefused,
}

/// Reads the form.
pub fn read(draft: NoteDraft) -> Result<Ready, Lacks> {
    let person = draft.person.get_untracked();
    let employee = person.as_ref().and_then(PersonChoice::employee_id);
    let date = draft.date.get_untracked();
    let text = draft.text.get_untracked().trim().to_owned();
    let files = draft.files.get_untracked();
    let lacks = Lacks {
        person: employee.is_none(),
        date: date.is_none(),
        content: text.is_empty() && files.is_empty(),
    };
    match (employee, person, date) {
        (Some(employee), Some(person), Some(date)) if !lacks.content => Ok(Ready {
            employee,
            name: person.name,
            date,
            source: draft.source.get_untracked(),
            text,
            tags: draft.tags.with_untracked(|tags| split(tags)),
            files,
        }),
        _ => Err(lacks),
    }
}

/// Keeps the files, then writes the note. `before` is the note that changes, with the evidence
/// that it has.
///
/// # Errors
/// The refusal of the note. Files that were kept stay kept: saving again goes on from there.
pub async fn save(
    backend: Backend,
    draft: NoteDraft,
    ready: Ready,
    before: Option<(NoteId, Vec<EvidenceId>)>,
) -> Result<Outcome, Refusal> {
    let Some(kept) = keep_files(backend, draft, &ready).await else {
        return Ok(Outcome::FileRefused);
    };
    let (note, mut evidence) = match before {
        Some((note, evidence)) => (Some(note), evidence),
        None => (None, Vec::new()),
    };
    if note.is_none() && ready.text.is_empty() {
        return Ok(Outcome::EvidenceOnly(ready.name));
    }
    evidence.extend(kept);
    let Ready {
        employee,
        date,
        source,
        text,
        tags,
        ..
    } = ready;
    let command = SaveNote {
        note,
        employee,
        date,
        source,
        text,
        tags,
        evidence,
    };
    Ok(Outcome::Note(Box::new(backend.call(command).await?)))
}

/// Makes evidence of every waiting file; `None` if one was refused, now or before. The form may be
/// gone by the time that the last one is kept.
async fn keep_files(backend: Backend, draft: NoteDraft, ready: &Ready) -> Option<Vec<EvidenceId>> {
    let mut files = ready.files.clone();
    for (index, file) in files.iter_mut().enumerate() {
        let FileState::Waiting(upload) = &file.state else {
            continue;
        };
        let command = AttachEvidence {
            upload: upload.clone(),
            employee: ready.employee,
            date: ready.date,
            rating: None,
        };
        file.state = match backend.call(command).await {
            Ok(line) => FileState::Kept(line.id),
            Err(refusal) => FileState::Refused(refusal),
        };
        draft.files.update(|shown| {
            if let Some(shown) = shown.get_mut(index) {
                shown.state = file.state.clone();
            }
        });
    }
    (!files.iter().any(is_refused)).then(|| kept(&files))
}

fn is_refused(file: &DraftFile) -> bool {
    matches!(file.state, FileState::Refused(_))
}

fn kept(files: &[DraftFile]) -> Vec<EvidenceId> {
    files
        .iter()
        .filter_map(|file| match file.state {
            FileState::Kept(id) => Some(id),
            FileState::Waiting(_) | FileState::Refused(_) => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::ErrorCode;
    use api::import::UploadToken;

    #[test]
    fn only_kept_files_go_with_the_note() {
        let id = EvidenceId::from_bytes([4; 16]);
        let file = |state| DraftFile {
            name: "foto.jpg".into(),
            state,
        };
        let files = [
            file(FileState::Waiting(UploadToken("a".into()))),
            file(FileState::Kept(id)),
            file(FileState::Refused(ErrorCode::Internal.into())),
        ];
        assert_eq!(kept(&files), [id]);
        assert!(is_refused(&files[2]));
        assert!(!is_refused(&files[0]));
    }
}
