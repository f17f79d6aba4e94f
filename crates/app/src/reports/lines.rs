//! Rows of the workbook, with what was valid in the period.

use super::Scope;
use super::head::unor_induk;
use crate::people::{Person, golongan_on};
use crate::roster::{Asked, RosterRow, roster};
use crate::{Desk, Trouble};
use ::reports::bkn::{BknAppraiser, BknRow, BknUnit, Outcome};
use api::error::ErrorCode;
use api::sheet::AppraiserChoice;
use chrono::NaiveDate;
use domain::{AssignmentId, Evaluation, Kind, Period, Unit};
use std::collections::HashMap;
use store::View;

/// One row with what stands behind it.
pub(super) struct Line {
    pub(super) row: RosterRow,
    pub(super) evaluation: Option<Evaluation>,
    pub(super) bkn: BknRow,
}

/// Passes on every row, unit by unit, in the same order each time. One unit is held at a time, so
/// that a whole regency fits into a small PC.
pub(super) fn each_line(
    desk: &Desk<'_>,
    view: &View<'_>,
    scope: Scope,
    mut take: impl FnMut(Line) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let units = view.units()?;
    for unit in chosen(&units, scope)? {
        let choice = AppraiserChoice::Everybody;
        let rows = roster(view, &Asked::at(desk, Some(unit.id), scope.period, &choice))?;
        let mut evaluations: HashMap<AssignmentId, Evaluation> = view
            .evaluations_in(scope.period, Some(unit.id))?
            .into_iter()
            .map(|it| (it.assignment, it))
            .collect();
        let place = BknUnit {
            siasn_id: unit.siasn_unor_id.clone(),
            name: unit.name.clone(),
            parent: unor_induk(unit, &units),
        };
        for row in rows {
            let evaluation = evaluations.remove(&row.assignment.id);
            // Who is exempt has no rating in the workbook, and no day of one, though somebody rated
            // before the exception was known.
            let (outcome, rated_on) = match row.exempt {
                Some(_) => (Outcome::Exempt, None),
                None => (
                    Outcome::of(evaluation.as_ref()),
                    rated_on(view, unit, evaluation.as_ref())?,
                ),
            };
            let bkn = BknRow {
                outcome,
                rated_on,
                ..unrated(&row, scope.period, &place)
            };
            take(Line {
                row,
                evaluation,
                bkn,
            })?;
        }
    }
    Ok(())
}

/// The units by name, as lists of several units show them.
fn chosen(units: &[Unit], scope: Scope) -> Result<Vec<&Unit>, Trouble> {
    let mut chosen: Vec<&Unit> = units
        .iter()
        .filter(|unit| scope.unit.is_none_or(|id| unit.id == id))
        .collect();
    if chosen.is_empty() && scope.unit.is_some() {
        return Err(ErrorCode::NotFound.into());
    }
    chosen.sort_by_key(|unit| (unit.name.to_lowercase(), unit.id));
    Ok(chosen)
}

fn unrated(row: &RosterRow, period: Period, unit: &BknUnit) -> BknRow {
    let post = &row.assignment;
    let (from, to) = row.part.unwrap_or((period.first_day(), period.last_day()));
    BknRow {
        pns_id: row.employee.pns_id.clone(),
        nip: row.employee.nip.clone(),
        name: row.employee.full_name(),
        kind: row.employee.kind,
        golongan: golongan_on(&row.employee, Some(post), to),
        period,
        from,
        to,
        unit: unit.clone(),
        jabatan: post.jabatan.clone(),
        jabatan_kind: post.jabatan_kind,
        tenure: post.tenure,
        outcome: Outcome::Exempt,
        appraiser: row.appraiser_person.as_ref().map(appraiser),
        rated_on: None,
    }
}

fn appraiser(person: &Person) -> BknAppraiser {
    BknAppraiser {
        pns_id: person.pns_id.clone(),
        nip: person.nip.clone(),
        name: person.name.clone(),
        unit: BknUnit {
            siasn_id: person.unit_siasn_id.clone(),
            name: person.unit.clone(),
            parent: String::new(),
        },
        jabatan: person.jabatan.clone(),
        golongan: person.golongan,
    }
}

/// The day of the rating's last change, on the clock of the unit.
fn rated_on(
    view: &View<'_>,
    unit: &Unit,
    evaluation: Option<&Evaluation>,
) -> Result<Option<NaiveDate>, Trouble> {
    let rated =
        evaluation.filter(|it| it.hasil_kerja.rating.is_some() || it.perilaku.rating.is_some());
    let Some(evaluation) = rated else {
        return Ok(None);
    };
    let changed = view.changed_at(Kind::Evaluation, evaluation.id.0)?;
    Ok(changed.map(|at| unit.zone.day(at)))
}
