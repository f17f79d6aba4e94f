//! Evidence: kept encrypted beside the database, file first, document after.

use super::line::Lines;
use super::rating::{release, rest_on};
use crate::uploads::Upload;
use crate::{Desk, Operation, Trouble, form};
use api::error::ErrorCode;
use api::notes::{AttachEvidence, EvidenceLine, WithdrawEvidence, Withdrawn};
use domain::{Document, Evidence, EvidenceId};
use store::{Act, AddedFile};

/// Keeps an uploaded file as evidence. The same file about the same person is one piece.
pub(crate) fn attach_evidence(
    desk: &Desk<'_>,
    request: &AttachEvidence,
) -> Result<EvidenceLine, Trouble> {
    let upload = desk.office.uploads().get::<Upload>(&request.upload)?;
    // Looked at before the file is kept, so that a refused request leaves no file behind.
    desk.read(|view| view.employee(request.employee))?
        .ok_or(ErrorCode::NotFound)?;
    let added = desk
        .place
        .store
        .evidence_files()
        .add(&mut upload.bytes.as_slice())?;
    let evidence = desk.transact(Operation::AttachEvidence, |act| {
        let evidence = match known(act, request, &added)? {
            Some(evidence) => evidence,
            None => {
                let evidence = Evidence {
                    id: EvidenceId(desk.new_id()?),
                    employee: request.employee,
                    date: request.date,
                    content_hash: added.content_hash,
                    name: form::line(&upload.name),
                    file_type: added.file_type,
                    size: added.size,
                    withdrawn: false,
                };
                act.put(Document::Evidence(evidence.clone()))?;
                evidence
            }
        };
        if let Some(rating) = request.rating {
            rest_on(desk, act, rating, &evidence)?;
        }
        Ok(evidence)
    })?;
    desk.read(|view| Lines::new(view).evidence(evidence))
}

fn known(
    act: &Act<'_>,
    request: &AttachEvidence,
    added: &AddedFile,
) -> Result<Option<Evidence>, Trouble> {
    let here = act.evidence_of(request.employee)?;
    Ok(here
        .into_iter()
        .find(|it| it.content_hash == added.content_hash))
}

/// Takes a piece of evidence back: from its notes and from the ratings that rest on it. The file
/// stays, so that Undo brings everything again.
pub(crate) fn withdraw_evidence(
    desk: &Desk<'_>,
    request: &WithdrawEvidence,
) -> Result<Withdrawn, Trouble> {
    desk.transact(Operation::WithdrawEvidence, |act| {
        let mut evidence = act.evidence(request.evidence)?.ok_or(ErrorCode::NotFound)?;
        if evidence.withdrawn {
            return Ok(());
        }
        evidence.withdrawn = true;
        let (id, employee) = (evidence.id, evidence.employee);
        act.put(Document::Evidence(evidence))?;
        for mut note in act.notes_of(employee)? {
            if note.evidence.contains(&id) {
                note.evidence.retain(|it| *it != id);
                act.put(Document::Note(note))?;
            }
        }
        release(act, employee, |evaluation| {
            let before = evaluation.evidence.len();
            evaluation.evidence.retain(|it| *it != id);
            evaluation.evidence.len() != before
        })
    })?;
    Ok(Withdrawn {})
}
