//! An office to measure in.

use anyhow::anyhow;
use app::practice::Scenery;
use app::{Office, SystemHost};
use domain::Period;
use std::sync::Arc;

/// The period that everything is measured in.
pub(crate) const PERIOD: Period = Period::Month {
    year: 2026,
    month: 10,
};

/// A fresh office in a folder.
pub(crate) fn empty(folder: &tempfile::TempDir) -> anyhow::Result<Office> {
    let mut places = app::default_places(Some(folder.path().join("data")));
    places.key_directory = Some(folder.path().join("keys"));
    places.documents = folder.path().to_path_buf();
    Ok(Office::start(Arc::new(SystemHost::new(places, "pengukur"))))
}

/// The same with practice data of so many people.
pub(crate) fn with_people(folder: &tempfile::TempDir, employees: u32) -> anyhow::Result<Office> {
    let office = empty(folder)?;
    office.lay_out_practice(
        "Pengukur",
        &Scenery {
            employees,
            period: PERIOD,
        },
    )?;
    Ok(office)
}

/// Asks, and makes a refusal an error.
pub(crate) fn ask<C: api::Command<Set = api::OfficeRequest>>(
    office: &Office,
    command: C,
) -> anyhow::Result<C::Answer> {
    office
        .ask(command)
        .map_err(|refusal| anyhow!("{:?}", refusal.code))
}
