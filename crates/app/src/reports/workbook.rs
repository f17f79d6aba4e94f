//! Writing the workbook.

use super::Scope;
use super::head::{IsPractice, head};
use super::left_out::left_out;
use super::lines::each_line;
use crate::sheet::missing_person;
use crate::{Desk, Trouble, saved};
use ::reports::bkn::{self, BknHead, BknRow};
use ::reports::excel::{Writer, Written};
use ::reports::recap;
use ::reports::table::Table;
use api::home::MissingPerson;
use api::reports::{Export, Form, Saved};
use domain::Period;
use std::path::Path;
use store::View;

/// A workbook that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Rows below the column heads.
    pub rows: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Rows that could not go in, with the reason as a sentence.
    pub left_out: Vec<(MissingPerson, String)>,
}

impl Exported {
    const fn new(written: Written, left_out: Vec<(MissingPerson, String)>) -> Self {
        Self {
            rows: written.rows,
            bytes: written.bytes,
            left_out,
        }
    }
}

/// Asks where to save, and writes.
pub(crate) fn export(desk: &Desk<'_>, request: &Export) -> Result<Saved, Trouble> {
    let scope = Scope {
        unit: request.unit,
        period: request.period,
    };
    let practice = IsPractice::ask(desk)?;
    let head = desk.read(|view| head(desk, view, scope, practice))?;
    let path = saved::choose(desk, file_name(desk, &head, request.form), "xlsx")?;
    let exported = export_to(desk, request, &path)?;
    saved::saved(desk, &path, exported.rows)
}

/// Writes the workbook to a file that was named, in one reading transaction: a whole workbook or
/// none. A repeated export is identical but for the time in A6.
///
/// # Errors
/// The unit is not here, the database could not be read, or the file could not be written; what
/// stood there before stands there still.
pub fn export_to(desk: &Desk<'_>, request: &Export, path: &Path) -> Result<Exported, Trouble> {
    desk.check_target(path)?;
    let scope = Scope {
        unit: request.unit,
        period: request.period,
    };
    let practice = IsPractice::ask(desk)?;
    desk.read(|view| {
        let head = head(desk, view, scope, practice)?;
        let Some(workbook) = bkn_workbook(desk, scope.period, request.form) else {
            let (table, left_out) = recap_table(desk, view, scope, &head)?;
            return Ok(Exported::new(recap::write(&table, path)?, left_out));
        };
        let mut writer = Writer::create(&workbook.layout(&head), path)?;
        let mut number = 0;
        let left_out = each_valid(desk, view, scope, |row| {
            number += 1;
            Ok(writer.row(workbook.cells(&row, number))?)
        })?;
        Ok::<_, Trouble>(Exported::new(writer.finish()?, left_out))
    })
}

/// The workbook by the rules of the period; none for the recap, which only counts its rows.
pub(super) fn bkn_workbook<'a>(
    desk: &'a Desk<'_>,
    period: Period,
    form: Form,
) -> Option<bkn::Workbook<'a>> {
    let form = match form {
        Form::Full => bkn::Form::Full,
        Form::Short => bkn::Form::Short,
        Form::Recap => return None,
    };
    let rules = desk.rules.at(period);
    Some(bkn::Workbook { rules, form })
}

pub(super) fn file_name(desk: &Desk<'_>, head: &BknHead, form: Form) -> String {
    match bkn_workbook(desk, head.period, form) {
        Some(workbook) => workbook.file_name(head),
        None => recap::file_name(head, desk.language),
    }
}

/// The recap, and who is not counted in it.
pub(super) fn recap_table(
    desk: &Desk<'_>,
    view: &View<'_>,
    scope: Scope,
    head: &BknHead,
) -> Result<(Table, Vec<(MissingPerson, String)>), Trouble> {
    let mut rows = Vec::new();
    let left_out = each_valid(desk, view, scope, |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok((
        recap::table(
            desk.rules.at(scope.period),
            head,
            &recap::of(&rows),
            desk.language,
        ),
        left_out,
    ))
}

/// Passes on the rows that may go in; gives back the others.
fn each_valid(
    desk: &Desk<'_>,
    view: &View<'_>,
    scope: Scope,
    mut take: impl FnMut(BknRow) -> Result<(), Trouble>,
) -> Result<Vec<(MissingPerson, String)>, Trouble> {
    let mut passed = Vec::new();
    each_line(desk, view, scope, |line| {
        match left_out(&line.bkn.nip, desk.today(), desk.language) {
            Some(reason) => passed.push((missing_person(&line.row), reason)),
            None => take(line.bkn)?,
        }
        Ok(())
    })?;
    Ok(passed)
}
