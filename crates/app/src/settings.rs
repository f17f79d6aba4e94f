//! Pengaturan: units, heads, signatories, and the rules with their sources.

mod signatory;
mod unit;

use crate::people::People;
use crate::{Desk, Trouble};
use api::settings::{RuleLine, Settings, UnitSetting};
use domain::{Signatory, Unit};
pub(crate) use signatory::save_signatory;
use std::cmp::Reverse;
use store::View;
pub(crate) use unit::save_unit;

/// Units with heads and signatories, and every rule that holds today.
pub(crate) fn get_settings(desk: &Desk<'_>) -> Result<Settings, Trouble> {
    let units = desk.read(|view| {
        let people = People::new(view, desk.today())?;
        let mut units = view.units()?;
        units.sort_by_cached_key(|unit| unit.name.to_lowercase());
        units
            .into_iter()
            .map(|unit| setting(view, &people, unit))
            .collect::<Result<Vec<_>, Trouble>>()
    })?;
    let rules = desk
        .rules_today()
        .headers()
        .iter()
        .map(|it| RuleLine {
            id: it.id.clone(),
            version: it.version,
            valid_from: it.valid_from,
            source: it.source.clone(),
        })
        .collect();
    Ok(Settings {
        units,
        rules,
        published: crate::rules::published(desk)?,
    })
}

fn setting(view: &View<'_>, people: &People<'_>, unit: Unit) -> Result<UnitSetting, Trouble> {
    let head = match &unit.head {
        Some(head) => people.describe(head)?.name,
        None => String::new(),
    };
    let mut signatories: Vec<Signatory> = view.signatories(unit.id)?;
    signatories.sort_by_key(|it| Reverse(it.from));
    let signatories = signatories
        .into_iter()
        .map(|it| {
            let name = people.describe(&it.person)?.name;
            Ok((it, name))
        })
        .collect::<Result<Vec<_>, Trouble>>()?;
    Ok(UnitSetting {
        unit,
        head,
        signatories,
    })
}
