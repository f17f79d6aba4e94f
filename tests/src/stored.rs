//! What is in the database, read in this process.

use crate::desk::Pc;
use api::session::GetSession;
use api::sheet::{AppraiserChoice, GetSheet};
use app::{Office, SystemHost};
use domain::Period;
use std::collections::HashMap;
use std::sync::Arc;

/// Opens the office of a PC.
#[must_use]
pub fn office(pc: &Pc) -> Office {
    let mut places = app::default_places(Some(pc.data()));
    places.key_directory = Some(pc.keys());
    Office::start(Arc::new(SystemHost::new(places, "penguji")))
}

/// Attainment in hundredths of a percent by row, in the first unit in October 2026.
///
/// # Errors
/// The place does not open.
pub fn attainments(pc: &Pc) -> anyhow::Result<HashMap<String, u32>> {
    let office = office(pc);
    let refused = |refusal: api::Refusal| anyhow::anyhow!("{:?}", refusal.code);
    let session = office.ask(GetSession {}).map_err(refused)?;
    let mut found = HashMap::new();
    for unit in session.units {
        let sheet = office
            .ask(GetSheet {
                unit: unit.id,
                period: Period::Month {
                    year: 2026,
                    month: 10,
                },
                appraiser: AppraiserChoice::Everybody,
            })
            .map_err(refused)?;
        for row in sheet.rows {
            if let Some(capaian) = row.capaian {
                found.insert(row.assignment.to_string(), capaian.0);
            }
        }
    }
    Ok(found)
}
