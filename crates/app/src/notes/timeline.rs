//! The timeline of a unit or of one person.

use super::line::Lines;
use crate::employees::Words;
use crate::{Desk, Trouble};
use api::notes::{ListNotes, Timeline};
use domain::{Evidence, EvidenceId, Note};
use std::collections::HashSet;
use store::View;

/// Notes and evidence, newest first.
pub(crate) fn list_notes(desk: &Desk<'_>, request: &ListNotes) -> Result<Timeline, Trouble> {
    let words = Words::of(&request.query);
    let limit = usize::try_from(request.limit).unwrap_or(usize::MAX);
    desk.read(|view| {
        let lines = Lines::new(view);
        let in_period = |day| request.period.is_none_or(|period| period.contains(day));
        let mut notes: Vec<Note> = notes(view, request)?;
        let named: HashSet<EvidenceId> = notes
            .iter()
            .flat_map(|note| note.evidence.iter().copied())
            .collect();
        notes.retain(|note| in_period(note.date));
        retain(&mut notes, |note| {
            Ok(words.match_text(&texts(note, &lines.name(note.employee)?)))
        })?;
        let mut evidence: Vec<Evidence> = evidence(view, request)?;
        evidence.retain(|it| !named.contains(&it.id) && in_period(it.date));
        retain(&mut evidence, |it| {
            Ok(words.match_text(&[&it.name, &lines.name(it.employee)?]))
        })?;
        let total = u32::try_from(notes.len() + evidence.len()).unwrap_or(u32::MAX);
        Ok::<_, Trouble>(Timeline {
            notes: notes
                .into_iter()
                .take(limit)
                .map(|it| lines.note(it))
                .collect::<Result<_, _>>()?,
            evidence: evidence
                .into_iter()
                .take(limit)
                .map(|it| lines.evidence(it))
                .collect::<Result<_, _>>()?,
            total,
        })
    })
}

/// All of them: how many there are is part of the answer.
fn notes(view: &View<'_>, request: &ListNotes) -> Result<Vec<Note>, Trouble> {
    Ok(match request.employee {
        Some(employee) => view.notes_of(employee)?,
        None => view.notes_recent(Some(request.unit), u32::MAX)?,
    })
}

fn evidence(view: &View<'_>, request: &ListNotes) -> Result<Vec<Evidence>, Trouble> {
    Ok(match request.employee {
        Some(employee) => view.evidence_of(employee)?,
        None => view.evidence_recent(Some(request.unit), u32::MAX)?,
    })
}

fn texts<'a>(note: &'a Note, name: &'a str) -> Vec<&'a str> {
    let tags = note.tags.iter().map(String::as_str);
    [note.text.as_str(), name].into_iter().chain(tags).collect()
}

fn retain<T>(
    items: &mut Vec<T>,
    keep: impl Fn(&T) -> Result<bool, Trouble>,
) -> Result<(), Trouble> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        if keep(&item)? {
            kept.push(item);
        }
    }
    *items = kept;
    Ok(())
}
