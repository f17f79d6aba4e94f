//! The title lines.

use super::Scope;
use crate::{Desk, Trouble};
use ::reports::bkn::BknHead;
use api::error::ErrorCode;
use domain::Unit;
use std::collections::HashMap;
use store::View;

/// Titles as of this instant, on the clock of the unit.
pub(super) fn head(
    desk: &Desk<'_>,
    view: &View<'_>,
    scope: Scope,
    is_practice: IsPractice,
) -> Result<BknHead, Trouble> {
    let units = view.units()?;
    let unit = match scope.unit {
        Some(id) => Some(
            units
                .iter()
                .find(|unit| unit.id == id)
                .ok_or(ErrorCode::NotFound)?,
        ),
        None => None,
    };
    let instansi = unit
        .or(units.first())
        .map(|it| it.instansi.clone())
        .unwrap_or_default();
    let unor_induk = match unit {
        Some(unit) => unor_induk(unit, &units),
        None => root_of_all(&units).unwrap_or_else(|| instansi.clone()),
    };
    Ok(BknHead {
        period: scope.period,
        instansi,
        unor_induk,
        unor: unit.map(|it| it.name.clone()),
        drawn_at: unit.map_or(desk.zone, |it| it.zone).local(desk.now),
        practice: is_practice.0,
    })
}

/// Whether the data is practice data; asked before the reading begins.
#[derive(Clone, Copy)]
pub(super) struct IsPractice(bool);

impl IsPractice {
    pub(super) fn ask(desk: &Desk<'_>) -> Result<Self, Trouble> {
        Ok(Self(desk.is_practice()?))
    }
}

/// The unit above; a unit without one is its own.
pub(super) fn unor_induk(unit: &Unit, units: &[Unit]) -> String {
    let above = unit
        .parent
        .and_then(|id| units.iter().find(|it| it.id == id));
    above.unwrap_or(unit).name.clone()
}

/// The unit that stands above every other, if one does.
fn root_of_all(units: &[Unit]) -> Option<String> {
    let names: HashMap<_, _> = units.iter().map(|unit| (unit.id, &unit.name)).collect();
    let mut roots = units
        .iter()
        .filter(|unit| unit.parent.is_none_or(|above| !names.contains_key(&above)));
    let root = roots.next()?;
    roots.next().is_none().then(|| root.name.clone())
}
