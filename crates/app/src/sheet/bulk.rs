//! *Sesuai* for many at once, with its guard rails. Nothing else can be set in bulk.

use super::drafts::{Draft, Drafts};
use super::row::fresh_rows;
use super::standing::is_of_user;
use crate::form::refused;
use crate::{Desk, Operation, Trouble};
use api::sheet::{BulkOutcome, FillSesuai, SkipReason, Skipped};
use domain::evaluation::Cell;
use domain::rules::Thresholds;
use domain::{Column, Evaluation, Rating, User};

pub(crate) fn fill_sesuai(desk: &Desk<'_>, request: &FillSesuai) -> Result<BulkOutcome, Trouble> {
    if request.columns.is_empty() {
        return Err(refused("columns"));
    }
    let rules = &desk.rules.at(request.period).thresholds;
    let (chosen, skipped) = desk.transact(Operation::BulkSesuai, |act| {
        let mut drafts = Drafts::open(desk, act, request.period, &request.assignments)?;
        let chosen = u32::try_from(drafts.iter_mut().len()).unwrap_or(u32::MAX);
        let mut skipped = Vec::new();
        for draft in drafts.iter_mut() {
            match passed_over(draft, desk.user.as_ref(), (&request.columns, rules)) {
                Some(reason) => skipped.push(Skipped {
                    assignment: draft.row.assignment.id,
                    name: draft.row.employee.full_name(),
                    reason,
                }),
                None => fill(&mut draft.now, &request.columns),
            }
        }
        drafts.save(act)?;
        Ok((chosen, skipped))
    })?;
    let passed = u32::try_from(skipped.len()).unwrap_or(u32::MAX);
    Ok(BulkOutcome {
        chosen,
        applied: chosen.saturating_sub(passed),
        skipped,
        rows: fresh_rows(desk, request.period, &request.assignments)?,
    })
}

/// Why bulk passes over a row; the first reason that holds. Who has no figure of attainment is not
/// passed over for it, and who has *sesuai* from an earlier bulk already is not passed over at all.
fn passed_over(
    draft: &Draft,
    user: Option<&User>,
    (columns, rules): (&[Column], &Thresholds),
) -> Option<SkipReason> {
    let row = &draft.row;
    if let Some(kind) = row.exempt {
        return Some(SkipReason::Exempt(kind));
    }
    if row.rates_oneself || is_of_user(row, user) {
        return Some(SkipReason::Oneself);
    }
    if draft.is_final {
        return Some(SkipReason::Final);
    }
    let low = draft.now.capaian.filter(|it| *it < rules.bulk_capaian());
    if let Some(capaian) = low {
        return Some(SkipReason::LowCapaian(capaian));
    }
    rated_by_hand(&draft.now, columns).then_some(SkipReason::RatedByHand)
}

/// Nothing is left to fill, and not because bulk did it before.
fn rated_by_hand(evaluation: &Evaluation, columns: &[Column]) -> bool {
    let mut cells = columns.iter().map(|column| evaluation.cell(*column));
    cells.clone().all(|cell| cell.rating.is_some()) && cells.any(|cell| !cell.bulk)
}

/// Empty cells only: what somebody rated is never overwritten.
fn fill(evaluation: &mut Evaluation, columns: &[Column]) {
    for column in columns {
        let cell = evaluation.cell_mut(*column);
        if cell.rating.is_none() {
            *cell = Cell {
                rating: Some(Rating::Sesuai),
                bulk: true,
            };
        }
    }
}
