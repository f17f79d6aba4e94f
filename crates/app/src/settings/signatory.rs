//! Who signs for a unit, from a day on.

use super::get_settings;
use crate::{Desk, Operation, Trouble, form};
use api::error::ErrorCode;
use api::settings::{SaveSignatory, Settings};
use domain::signatory::SignatoryRole;
use domain::{Document, Signatory, SignatoryId};
use store::Act;

/// Names a signatory. The one before signs until the day before; a past paper keeps its own. The
/// same first day corrects who was named; one who was named for later still follows.
pub(crate) fn save_signatory(
    desk: &Desk<'_>,
    request: &SaveSignatory,
) -> Result<Settings, Trouble> {
    let person = form::person(Some(&request.person), "person")?;
    let person = person.ok_or_else(|| form::refused("person"))?;
    let place = form::optional(&request.place, "place")?;
    desk.transact(Operation::SaveSignatory, |act| {
        act.unit(request.unit)?.ok_or(ErrorCode::NotFound)?;
        let others: Vec<Signatory> = act
            .signatories(request.unit)?
            .into_iter()
            .filter(|it| it.role == SignatoryRole::Head)
            .collect();
        end_previous(act, &others, request)?;
        let same_day = others.iter().find(|it| it.from == request.from);
        let next = others
            .iter()
            .filter(|it| it.from > request.from)
            .map(|it| it.from)
            .min();
        let id = match same_day {
            Some(same) => same.id,
            None => SignatoryId(desk.new_id()?),
        };
        Ok(act.put(Document::Signatory(Signatory {
            id,
            unit: request.unit,
            role: SignatoryRole::Head,
            person,
            place,
            from: request.from,
            to: next.and_then(|day| day.pred_opt()),
        }))?)
    })?;
    get_settings(desk)
}

fn end_previous(
    act: &mut Act<'_>,
    others: &[Signatory],
    request: &SaveSignatory,
) -> Result<(), Trouble> {
    let last = request.from.pred_opt();
    for other in others.iter().filter(|it| it.from < request.from) {
        if other.to.is_none_or(|to| to >= request.from) {
            act.put(Document::Signatory(Signatory {
                to: last,
                ..other.clone()
            }))?;
        }
    }
    Ok(())
}
