//! Writing a note and taking it back.

use super::line::Lines;
use super::rating::release;
use crate::{Desk, Operation, Trouble, form};
use api::error::ErrorCode;
use api::notes::{NoteLine, SaveNote, WithdrawNote, Withdrawn};
use domain::{Document, EmployeeId, EvidenceId, Note, NoteId};
use store::View;

/// More than a note in ten seconds ever holds; a report belongs into a file.
const LONGEST_TEXT: usize = 10_000;
const LONGEST_TAG: usize = 60;

/// Writes or changes a note.
pub(crate) fn save_note(desk: &Desk<'_>, request: &SaveNote) -> Result<NoteLine, Trouble> {
    let text = request.text.trim().to_owned();
    if text.is_empty() || text.chars().count() > LONGEST_TEXT {
        return Err(form::refused("text"));
    }
    let note = desk.transact(Operation::SaveNote, |act| {
        act.employee(request.employee)?.ok_or(ErrorCode::NotFound)?;
        evidence_is_theirs(act, request.employee, &request.evidence)?;
        let id = match request.note {
            Some(id) => {
                act.note(id)?
                    .filter(|it| !it.withdrawn)
                    .ok_or(ErrorCode::NotFound)?
                    .id
            }
            None => NoteId(desk.new_id()?),
        };
        let note = Note {
            id,
            employee: request.employee,
            date: request.date,
            source: request.source,
            text,
            tags: tags(&request.tags)?,
            evidence: request.evidence.clone(),
            withdrawn: false,
        };
        act.put(Document::Note(note.clone()))?;
        Ok(note)
    })?;
    desk.read(|view| Lines::new(view).note(note))
}

/// Takes a note back. The document stays for the trail; ratings no longer rest on it.
pub(crate) fn withdraw_note(desk: &Desk<'_>, request: &WithdrawNote) -> Result<Withdrawn, Trouble> {
    desk.transact(Operation::WithdrawNote, |act| {
        let mut note = act.note(request.note)?.ok_or(ErrorCode::NotFound)?;
        if note.withdrawn {
            return Ok(());
        }
        note.withdrawn = true;
        let (id, employee) = (note.id, note.employee);
        act.put(Document::Note(note))?;
        release(act, employee, |evaluation| {
            let before = evaluation.notes.len();
            evaluation.notes.retain(|it| *it != id);
            evaluation.notes.len() != before
        })
    })?;
    Ok(Withdrawn {})
}

/// A note about one person cannot rest on a file about another.
fn evidence_is_theirs(
    view: &View<'_>,
    employee: EmployeeId,
    evidence: &[EvidenceId],
) -> Result<(), Trouble> {
    for id in evidence {
        let found = view.evidence(*id)?;
        if !found.is_some_and(|it| it.employee == employee && !it.withdrawn) {
            return Err(form::refused("evidence"));
        }
    }
    Ok(())
}

/// Tags without `#`, each once, in the order typed.
fn tags(typed: &[String]) -> Result<Vec<String>, Trouble> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed {
        let tag = form::line(tag.trim_start_matches(['#', ' ']));
        if tag.chars().count() > LONGEST_TAG {
            return Err(form::refused("tags"));
        }
        let is_known = tags
            .iter()
            .any(|it| it.to_lowercase() == tag.to_lowercase());
        if !tag.is_empty() && !is_known {
            tags.push(tag);
        }
    }
    Ok(tags)
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_lose_their_mark_and_their_doubles() {
        let typed = ["#Pelayanan", " pelayanan ", "", "tepat  waktu"].map(str::to_owned);
        assert_eq!(tags(&typed).unwrap(), ["Pelayanan", "tepat waktu"]);
    }

    #[test]
    fn a_tag_is_a_word_and_not_a_text() {
        assert!(tags(&["x".repeat(61)]).is_err());
    }
}
