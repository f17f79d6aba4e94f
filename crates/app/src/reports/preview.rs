//! What the workbook would hold, before it is written.

use super::Scope;
use super::head::{IsPractice, head};
use super::left_out::left_out;
use super::lines::each_line;
use super::workbook::{bkn_workbook, file_name, recap_table};
use crate::sheet::{Standings, missing_person};
use crate::{Desk, Trouble};
use ::reports::table::Table;
use api::reports::{ExportPreview, PreviewExport};
use domain::EmployeeId;
use std::collections::HashSet;

/// How many rows a preview shows.
const SHOWN: usize = 50;

pub(crate) fn preview_export(
    desk: &Desk<'_>,
    request: &PreviewExport,
) -> Result<ExportPreview, Trouble> {
    let scope = Scope {
        unit: request.unit,
        period: request.period,
    };
    let practice = IsPractice::ask(desk)?;
    desk.read(|view| {
        let head = head(desk, view, scope, practice)?;
        let standings = Standings::new(desk, view, scope.period);
        let mut shown = Vec::new();
        let mut row_count = 0;
        let (mut not_ready, mut passed) = (Vec::new(), Vec::new());
        let mut exempt: HashSet<EmployeeId> = HashSet::new();
        each_line(desk, view, scope, |line| {
            if let Some(reason) = left_out(&line.bkn.nip, desk.today(), desk.language) {
                passed.push((missing_person(&line.row), reason));
                return Ok(());
            }
            row_count += 1;
            if shown.len() < SHOWN {
                shown.push(line.bkn);
            }
            if line.row.exempt.is_some() {
                exempt.insert(line.row.employee.id);
                return Ok(());
            }
            let standing = standings.of(line.row, line.evaluation)?;
            if !standing.blocks().is_empty() {
                not_ready.push((standing.person(), standing.missing()));
            }
            Ok(())
        })?;
        let table = match bkn_workbook(desk, scope.period, request.form) {
            Some(workbook) => workbook.table(&head, &shown),
            None => {
                let (table, _) = recap_table(desk, view, scope, &head)?;
                row_count = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
                table
            }
        };
        let Table { layout, rows } = table;
        Ok::<_, Trouble>(ExportPreview {
            columns: layout.header(),
            title: layout.titles,
            rows,
            row_count,
            not_ready,
            left_out: passed,
            exempt: u32::try_from(exempt.len()).unwrap_or(u32::MAX),
            file_name: file_name(desk, &head, request.form),
        })
    })
}
