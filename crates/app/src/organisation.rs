//! Kinerja Unit: the organisation's predicate and the pattern, which names nobody and never blocks.

mod counts;

use crate::{Desk, Operation, Trouble, form};
use api::error::ErrorCode;
use api::organisation::{GetOrganisation, OrganisationView, SetOrganisation};
use counts::counts;
use domain::pattern::advise;
use domain::{
    Document, OrganisationPredikat, OrganisationResult, OrganisationResultId, Period, UnitId,
};

/// The predicate beside the distribution of the unit's people.
pub(crate) fn get_organisation(
    desk: &Desk<'_>,
    request: &GetOrganisation,
) -> Result<OrganisationView, Trouble> {
    view(desk, request.unit, request.period)
}

/// Sets the predicate: one document for each unit and period.
pub(crate) fn set_organisation(
    desk: &Desk<'_>,
    request: &SetOrganisation,
) -> Result<OrganisationView, Trouble> {
    let set_by = form::person(request.set_by.as_ref(), "set_by")?;
    let document = form::optional(&request.document, "document")?;
    desk.transact(Operation::SetOrganisation, |act| {
        act.unit(request.unit)?.ok_or(ErrorCode::NotFound)?;
        let id = match act.organisation_result(request.unit, request.period)? {
            Some(before) => before.id,
            None => OrganisationResultId(desk.new_id()?),
        };
        Ok(act.put(Document::OrganisationResult(OrganisationResult {
            id,
            unit: request.unit,
            period: request.period,
            predikat: request.predikat,
            set_by,
            date: request.date,
            document,
            pattern_reason: request.pattern_reason.trim().to_owned(),
        }))?)
    })?;
    view(desk, request.unit, request.period)
}

fn view(desk: &Desk<'_>, unit: UnitId, period: Period) -> Result<OrganisationView, Trouble> {
    let (result, counted) = desk.read(|view| {
        view.unit(unit)?.ok_or(ErrorCode::NotFound)?;
        Ok::<_, Trouble>((
            view.organisation_result(unit, period)?,
            counts(view, unit, period)?,
        ))
    })?;
    let rules = desk.rules.at(period);
    let patterns = OrganisationPredikat::ALL
        .into_iter()
        .map(|predikat| {
            let limits = rules.distribution.limits(predikat);
            (predikat, catalogue::pattern::limits(desk.language, limits))
        })
        .collect();
    Ok(OrganisationView {
        advice: result
            .as_ref()
            .map(|it| advise(rules, it.predikat, &counted.predikat)),
        result,
        counts: counted.predikat,
        unrated: counted.unrated,
        patterns,
    })
}
