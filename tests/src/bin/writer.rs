//! Rates one row after another and says each write that was acknowledged: the one that the kill
//! tests kill. Argument: the first attainment to write, in hundredths of a percent.

use api::session::GetSession;
use api::sheet::{AppraiserChoice, CellEdit, CellValue, GetSheet, Origin, SaveCells};
use app::{Office, SystemHost};
use domain::{Capaian, Period};
use std::io::Write as _;
use std::sync::Arc;

fn main() -> anyhow::Result<()> {
    let first: u32 = std::env::args().nth(1).unwrap_or_default().parse()?;
    let period = Period::Month {
        year: 2026,
        month: 10,
    };
    let places = app::default_places(std::env::var_os("KINERJA_DATA").map(Into::into));
    let office = Office::start(Arc::new(SystemHost::new(places, "penguji")));
    let refused = |refusal: api::Refusal| anyhow::anyhow!("{:?}", refusal.code);
    let session = office.ask(GetSession {}).map_err(refused)?;
    let unit = session
        .units
        .first()
        .map(|unit| unit.id)
        .ok_or_else(|| anyhow::anyhow!("no unit"))?;
    let sheet = office
        .ask(GetSheet {
            unit,
            period,
            appraiser: AppraiserChoice::Everybody,
        })
        .map_err(refused)?;
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .filter(|row| row.exempt.is_none())
        .map(|row| row.assignment)
        .collect();
    let mut out = std::io::stdout().lock();
    for (value, assignment) in (first..Capaian::MAX.0).zip(rows.iter().cycle()) {
        let edit = CellEdit {
            assignment: *assignment,
            value: CellValue::Capaian(Some(Capaian(value))),
            revision: None,
        };
        office
            .ask(SaveCells {
                period,
                origin: Origin::Typed,
                edits: vec![edit],
            })
            .map_err(refused)?;
        writeln!(out, "{assignment} {value}")?;
        out.flush()?;
    }
    Ok(())
}
