//! A row of the grid, as the page gets it.

use super::standing::{Standing, Standings, shown_verdict};
use crate::people::golongan_on;
use crate::roster::Rows;
use crate::{Desk, Trouble};
use api::sheet::SheetRow;
use domain::assignment::Tenure;
use domain::suggestion::suggestion;
use domain::{Assignment, AssignmentId, Period, Predikat};
use store::View;

/// These rows as they are now, in the order asked for.
pub(super) fn fresh_rows(
    desk: &Desk<'_>,
    period: Period,
    assignments: &[AssignmentId],
) -> Result<Vec<SheetRow>, Trouble> {
    desk.read(|view| {
        let rows = Rows::new(view, period)?.of(existing(view, assignments)?)?;
        let standings = Standings::new(desk, view, period).of_rows(rows)?;
        standings
            .iter()
            .map(|standing| sheet_row(view, standing))
            .collect()
    })
}

/// The assignments that are there, each once.
pub(super) fn existing(
    view: &View<'_>,
    assignments: &[AssignmentId],
) -> Result<Vec<Assignment>, Trouble> {
    let mut seen = std::collections::HashSet::new();
    let mut found = Vec::with_capacity(assignments.len());
    for id in assignments.iter().filter(|id| seen.insert(**id)) {
        found.extend(view.assignment(*id)?);
    }
    Ok(found)
}

pub(super) fn sheet_row(view: &View<'_>, standing: &Standing) -> Result<SheetRow, Trouble> {
    let (row, post) = (&standing.row, &standing.row.assignment);
    let evaluation = standing.evaluation.as_ref();
    let behaviours = evaluation
        .map(|it| it.behaviours.each_ref().map(|behaviour| behaviour.cell))
        .unwrap_or_default();
    Ok(SheetRow {
        assignment: post.id,
        employee: row.employee.id,
        name: row.employee.full_name(),
        nip: row.employee.nip.clone(),
        jabatan: post.jabatan.clone(),
        golongan: golongan_on(&row.employee, Some(post), standing.period.last_day()),
        part: row.part,
        tenure: post.tenure,
        exempt: row.exempt,
        capaian: evaluation.and_then(|it| it.capaian),
        evidence: count(standing.evidence.len()),
        notes: count(standing.notes.len()),
        hasil_kerja: evaluation.map(|it| it.hasil_kerja).unwrap_or_default(),
        suggestion: suggestion(behaviours.iter().map(|cell| cell.rating)),
        behaviours,
        perilaku: evaluation.map(|it| it.perilaku).unwrap_or_default(),
        reason: evaluation.map(|it| it.reason.clone()).unwrap_or_default(),
        predikat: evaluation.and_then(domain::Evaluation::predikat),
        previous: previous(view, standing)?,
        status: standing.status(),
        verdict: standing.verdict.clone().map(shown_verdict),
        missing: standing.missing(),
        revision: standing.revision,
    })
}

/// The predikat of the period before. It stays hidden until this one has a draft: facts before
/// opinion.
fn previous(view: &View<'_>, standing: &Standing) -> Result<Option<Predikat>, Trouble> {
    if !standing.has_draft() {
        return Ok(None);
    }
    let (post, before) = (&standing.row.assignment, standing.period.previous());
    if let Some(evaluation) = view.evaluation_of(post.id, before)? {
        return Ok(evaluation.predikat());
    }
    // After a promotion or a transfer the rating stands with the post before.
    if post.tenure != Tenure::Definitif {
        return Ok(None);
    }
    let mut earlier: Vec<Assignment> = view.assignments_of(post.employee)?;
    earlier.retain(|it| it.tenure == Tenure::Definitif && it.touches(before));
    earlier.sort_by_key(|it| it.from);
    for post in earlier.iter().rev() {
        if let Some(evaluation) = view.evaluation_of(post.id, before)? {
            return Ok(evaluation.predikat());
        }
    }
    Ok(None)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
