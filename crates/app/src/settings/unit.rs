//! Adding and changing a unit.

use super::get_settings;
use crate::{Desk, Operation, Trouble, form};
use api::error::ErrorCode;
use api::settings::{SaveUnit, Settings};
use domain::{Document, PersonReference, Unit, UnitId};
use store::View;

/// Adds or changes a unit. A head who is typed and stands in the list becomes the one of the list.
pub(crate) fn save_unit(desk: &Desk<'_>, request: &SaveUnit) -> Result<Settings, Trouble> {
    let name = form::required(&request.name, "name")?;
    let instansi = form::optional(&request.instansi, "instansi")?;
    let head = form::person(request.head.as_ref(), "head")?;
    desk.transact(Operation::SaveUnit, |act| {
        let (id, siasn_unor_id) = match request.unit {
            Some(id) => (id, act.unit(id)?.ok_or(ErrorCode::NotFound)?.siasn_unor_id),
            None => (UnitId(desk.new_id()?), None),
        };
        let unit = Unit {
            id,
            name,
            parent: request.parent,
            siasn_unor_id,
            instansi,
            zone: request.zone,
            rhythm: request.rhythm,
            head: in_list(act, head)?,
        };
        check(act, &unit)?;
        Ok(act.put(Document::Unit(unit))?)
    })?;
    get_settings(desk)
}

/// No two units of one name side by side, and none above itself.
fn check(view: &View<'_>, unit: &Unit) -> Result<(), Trouble> {
    let units = view.units()?;
    let twin = units.iter().any(|it| {
        it.id != unit.id
            && it.parent == unit.parent
            && it.name.to_lowercase() == unit.name.to_lowercase()
    });
    if twin {
        return Err(form::refused("name"));
    }
    let mut above = unit.parent;
    for _ in 0..=units.len() {
        let Some(id) = above else { return Ok(()) };
        let parent = units.iter().find(|it| it.id == id && it.id != unit.id);
        above = parent.ok_or_else(|| form::refused("parent"))?.parent;
    }
    Err(form::refused("parent"))
}

fn in_list(
    view: &View<'_>,
    head: Option<PersonReference>,
) -> Result<Option<PersonReference>, Trouble> {
    if let Some(PersonReference::Employee(id)) = &head
        && view.employee(*id)?.is_none()
    {
        return Err(form::refused("head"));
    }
    if let Some(PersonReference::Typed(typed)) = &head
        && let Some(nip) = &typed.nip
        && let Some(employee) = view.employee_by_nip(nip)?
    {
        return Ok(Some(PersonReference::Employee(employee.id)));
    }
    Ok(head)
}
