//! The side panel: the facts about one person beside the rating.

use super::row::{existing, sheet_row};
use super::standing::{Standing, Standings};
use crate::notes::Lines;
use crate::roster::Rows;
use crate::{Desk, Trouble};
use api::error::ErrorCode;
use api::notes::EvidenceLine;
use api::sheet::{GetPanel, HistoryLine, Panel};
use domain::EvidenceId;
use std::collections::HashSet;
use store::View;

pub(crate) fn get_panel(desk: &Desk<'_>, request: &GetPanel) -> Result<Panel, Trouble> {
    desk.read(|view| {
        let rows = Rows::new(view, request.period)?;
        let found = rows.of(existing(view, &[request.assignment])?)?;
        let standing = Standings::new(desk, view, request.period)
            .of_rows(found)?
            .pop()
            .ok_or(ErrorCode::NotFound)?;
        let (row, post) = (&standing.row, &standing.row.assignment);
        let superior = post.appraiser_superior.as_ref();
        let superior = superior
            .map(|person| rows.people.describe(person))
            .transpose()?;
        let lines = Lines::new(view);
        let notes = standing.notes.iter().map(|note| lines.note(note.clone()));
        Ok::<_, Trouble>(Panel {
            row: sheet_row(view, &standing)?,
            unit: rows.people.unit_name(post.unit),
            appraiser: row
                .appraiser_person
                .as_ref()
                .map(|it| it.name.clone())
                .unwrap_or_default(),
            appraiser_superior: superior.map(|it| it.name).unwrap_or_default(),
            notes: notes.collect::<Result<_, Trouble>>()?,
            evidence: evidence(view, &lines, &standing)?,
            attached: attached(&standing).collect(),
            history: history(view, &standing)?,
        })
    })
}

/// Evidence that the rating names and that still stands.
fn attached(standing: &Standing) -> impl Iterator<Item = EvidenceId> + '_ {
    let named = standing.evaluation.iter().flat_map(|it| &it.evidence);
    named.filter(|id| standing.evidence.contains(id)).copied()
}

/// Evidence about the person of this period's days, and whatever else the rating rests on.
fn evidence(
    view: &View<'_>,
    lines: &Lines<'_>,
    standing: &Standing,
) -> Result<Vec<EvidenceLine>, Trouble> {
    let mut found = view.evidence_of(standing.row.employee.id)?;
    found.retain(|it| standing.evidence.contains(&it.id) || standing.period.contains(it.date));
    let known: HashSet<EvidenceId> = found.iter().map(|it| it.id).collect();
    for id in standing.evidence.iter().filter(|id| !known.contains(id)) {
        found.extend(view.evidence(*id)?);
    }
    found.sort_by_key(|it| std::cmp::Reverse((it.date, it.id)));
    found.into_iter().map(|it| lines.evidence(it)).collect()
}

/// Earlier periods. They stay hidden until this one has a draft: facts before opinion.
fn history(view: &View<'_>, standing: &Standing) -> Result<Vec<HistoryLine>, Trouble> {
    if !standing.has_draft() {
        return Ok(Vec::new());
    }
    let mut earlier = view.evaluations_of_employee(standing.row.employee.id)?;
    earlier.retain(|it| it.period.last_day() < standing.period.first_day());
    earlier.sort_by_key(|it| std::cmp::Reverse((it.period.last_day(), it.period.first_day())));
    let lines = earlier.into_iter().map(|it| HistoryLine {
        period: it.period,
        hasil_kerja: it.hasil_kerja.rating,
        perilaku: it.perilaku.rating,
        predikat: it.predikat(),
    });
    Ok(lines
        .filter(|it| it.hasil_kerja.is_some() || it.perilaku.is_some())
        .collect())
}
