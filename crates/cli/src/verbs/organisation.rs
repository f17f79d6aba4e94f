//! `organisasi`: the organisation's predicate, and what the pattern says.

use super::{LANGUAGE, advice};
use crate::arguments::Organisation;
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use api::error::ErrorCode;
use api::organisation::{OrganisationView, SetOrganisation};
use api::session::UnitLine;
use app::Office;
use catalogue::terminal;
use domain::OrganisationPredikat;
use serde_json::{Value, json};

pub(super) fn run(office: &Office, arguments: &Organisation) -> Result<Outcome, Failure> {
    let predikat = OrganisationPredikat::from_name(&arguments.predikat)
        .ok_or_else(|| Failure::usage(terminal::word_unknown(LANGUAGE, &arguments.predikat)))?;
    let mut units = Vec::new();
    let mut lines = Vec::new();
    for unit in chosen(office, arguments)? {
        let view = office.ask(SetOrganisation {
            unit: unit.id,
            period: arguments.periode,
            predikat,
            set_by: None,
            date: None,
            document: String::new(),
            pattern_reason: String::new(),
        })?;
        lines.push(terminal::organisation_set(
            LANGUAGE,
            &unit.name,
            predikat.name(),
        ));
        lines.extend(view.advice.iter().flat_map(advice::lines));
        units.push(value(&unit, &view));
    }
    let value = json!({
        "predikat": predikat.name(),
        "result": if units.iter().any(|it| it["result"] == "warn") { "warn" } else { "ok" },
        "reasons": units.iter().flat_map(reasons).collect::<Vec<_>>(),
        "units": units,
    });
    Outcome::new(Status::Done, value, lines)
}

/// Every unit, or the one that is named.
fn chosen(office: &Office, arguments: &Organisation) -> Result<Vec<UnitLine>, Failure> {
    let mut units = place::session(office)?.units;
    if let Some(name) = &arguments.unit {
        units.retain(|unit| unit.name.to_lowercase() == name.trim().to_lowercase());
    }
    if units.is_empty() {
        let named = arguments.unit.as_deref().unwrap_or_default();
        let sentence = terminal::unit_unknown(LANGUAGE, named);
        return Err(Failure::from(ErrorCode::NotFound).said(sentence));
    }
    Ok(units)
}

fn value(unit: &UnitLine, view: &OrganisationView) -> Value {
    let mut value = match &view.advice {
        Some(advice) => advice::value(advice),
        None => json!({ "result": "ok", "reasons": [] }),
    };
    value["unit"] = unit.name.as_str().into();
    value
}

fn reasons(unit: &Value) -> Vec<&Value> {
    unit["reasons"].as_array().into_iter().flatten().collect()
}
