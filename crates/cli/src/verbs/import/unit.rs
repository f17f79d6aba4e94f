//! The unit of people for whom the file names none.

use super::super::LANGUAGE;
use crate::outcome::Failure;
use crate::place;
use api::error::ErrorCode;
use api::settings::SaveUnit;
use app::{Office, Trouble};
use catalogue::terminal;
use domain::{Rhythm, UnitId, Zone};

/// A unit whose name nobody said, until somebody does in Pengaturan.
pub(super) const NAME: &str = "Unit Kerja";

/// Whether a list was refused because it names no unit.
pub(super) fn is_missing(trouble: &Trouble) -> bool {
    matches!(trouble.code(), ErrorCode::Field(field) if field == "unit")
}

/// The unit of this name. A place without units gets it; elsewhere a new name is a mistake.
pub(super) fn named(office: &Office, name: &str) -> Result<UnitId, Failure> {
    if is_without_units(office)? {
        return make(office, name);
    }
    find(office, name)?.ok_or_else(|| {
        let sentence = terminal::unit_unknown(LANGUAGE, name);
        Failure::from(ErrorCode::NotFound).said(sentence)
    })
}

/// The first unit of a place that has none. Where there are several, somebody has to choose.
pub(super) fn made_up(office: &Office) -> Result<UnitId, Failure> {
    if is_without_units(office)? {
        make(office, NAME)
    } else {
        Err(Failure::usage(terminal::choose_unit(LANGUAGE).to_owned()))
    }
}

fn is_without_units(office: &Office) -> Result<bool, Failure> {
    Ok(place::session(office)?.units.is_empty())
}

fn make(office: &Office, name: &str) -> Result<UnitId, Failure> {
    office.ask(SaveUnit {
        unit: None,
        name: name.to_owned(),
        parent: None,
        instansi: String::new(),
        zone: Zone::default(),
        rhythm: Rhythm::default(),
        head: None,
    })?;
    find(office, name)?.ok_or_else(|| ErrorCode::NotFound.into())
}

fn find(office: &Office, name: &str) -> Result<Option<UnitId>, Failure> {
    let wanted = words(name);
    let units = place::session(office)?.units;
    let found = units.into_iter().find(|unit| words(&unit.name) == wanted);
    Ok(found.map(|unit| unit.id))
}

fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}
