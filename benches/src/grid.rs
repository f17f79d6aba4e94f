//! The sheet: opening it with history, and committing one cell.

use crate::Options;
use crate::measure::{Report, median, percentile, timed};
use crate::office::{PERIOD, ask, with_people};
use api::session::GetSession;
use api::sheet::{AppraiserChoice, CellEdit, CellValue, GetSheet, Origin, SaveCells};
use domain::{Column, Rating};
use std::time::Duration;

const OPEN: Duration = Duration::from_millis(200);
const COMMIT: Duration = Duration::from_millis(10);

pub(crate) fn run(_options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let office = with_people(&folder, 73)?;
    let unit = ask(&office, GetSession {})?
        .units
        .into_iter()
        .max_by_key(|unit| unit.employees);
    let unit = unit.ok_or_else(|| anyhow::anyhow!("no unit"))?.id;
    let everybody = AppraiserChoice::Everybody;
    // Twenty-four months of history: every rated cell of every month.
    let mut period = PERIOD;
    for _ in 0..24 {
        period = period.previous();
        let sheet = ask(
            &office,
            GetSheet {
                unit,
                period,
                appraiser: everybody.clone(),
            },
        )?;
        let edits = sheet
            .rows
            .iter()
            .filter(|row| row.exempt.is_none())
            .flat_map(|row| {
                Column::ALL.map(|column| CellEdit {
                    assignment: row.assignment,
                    value: CellValue::Rating(column, Some(Rating::Sesuai)),
                    revision: None,
                })
            })
            .collect();
        ask(
            &office,
            SaveCells {
                period,
                origin: Origin::Pasted,
                edits,
            },
        )?;
    }
    let mut opening = Vec::new();
    for _ in 0..11 {
        let asked = GetSheet {
            unit,
            period: PERIOD,
            appraiser: everybody.clone(),
        };
        opening.push(timed(|| ask(&office, asked))?.0);
    }
    let rows = ask(
        &office,
        GetSheet {
            unit,
            period: PERIOD,
            appraiser: everybody,
        },
    )?
    .rows;
    report.time(
        &format!("open the sheet: {} rows, 24 months behind them", rows.len()),
        median(opening),
        OPEN,
    );
    let mut commits = Vec::new();
    for round in 0..200 {
        let Some(row) = rows
            .iter()
            .filter(|row| row.exempt.is_none())
            .nth(round % 50)
        else {
            continue;
        };
        let rating = Rating::ALL[round % 3];
        let edits = vec![CellEdit {
            assignment: row.assignment,
            value: CellValue::Rating(Column::HasilKerja, Some(rating)),
            revision: None,
        }];
        let save = SaveCells {
            period: PERIOD,
            origin: Origin::Typed,
            edits,
        };
        commits.push(timed(|| ask(&office, save))?.0);
    }
    report.beside(
        "commit of one cell: p95",
        crate::measure::show(percentile(commits.clone(), 95)),
    );
    report.time("commit of one cell: p50", median(commits), COMMIT);
    Ok(())
}
