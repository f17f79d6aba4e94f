//! `organisasi`: the unit's predicate, and what the pattern says.

use super::calculate::advice_in_words;
use super::{LANGUAGE, units};
use crate::arguments::Organisation;
use crate::outcome::{Failure, Outcome, Status};
use api::organisation::SetOrganisation;
use app::Office;
use catalogue::terminal;
use domain::OrganisationPredikat;
use serde_json::json;

pub(super) fn run(office: &Office, arguments: Organisation) -> Result<Outcome, Failure> {
    let predikat = OrganisationPredikat::from_name(&arguments.predikat)
        .ok_or_else(|| Failure::usage(terminal::word_unknown(LANGUAGE, &arguments.predikat)))?;
    let mut units = units(office)?;
    if let Some(name) = &arguments.unit {
        units.retain(|unit| unit.name.to_lowercase() == name.trim().to_lowercase());
    }
    let unit = match units.as_slice() {
        [unit] => unit,
        [] => return Err(api::Refusal::from(api::ErrorCode::NotFound).into()),
        _ => return Err(Failure::usage(terminal::choose_unit(LANGUAGE).to_owned())),
    };
    let view = office.ask(SetOrganisation {
        unit: unit.id,
        period: arguments.periode,
        predikat,
        set_by: None,
        date: None,
        document: String::new(),
        pattern_reason: String::new(),
    })?;
    let mut value = json!({ "unit": unit.name, "predikat": predikat.name(), "result": "ok", "reasons": [] });
    let mut lines = vec![terminal::organisation_set(LANGUAGE, &unit.name, predikat.name())];
    if let Some(advice) = &view.advice {
        let (advice, words) = advice_in_words(advice);
        value["result"] = advice["result"].clone();
        value["reasons"] = advice["reasons"].clone();
        lines.extend(words);
    }
    Outcome::new(Status::Done, value, lines)
}
