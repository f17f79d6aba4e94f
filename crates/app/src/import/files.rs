//! "baris bermasalah.xlsx" and the empty list to fill in.

use super::preview::Previewed;
use crate::{Desk, Trouble, saved};
use ::reports::import::{PROBLEM_FILE_NAME, problem_workbook};
use ::reports::template;
use api::import::SaveProblemRows;
use api::reports::Saved;

/// Saves the rows that cannot go in, with what is to be corrected in each.
pub(crate) fn save_problem_rows(
    desk: &Desk<'_>,
    request: &SaveProblemRows,
) -> Result<Saved, Trouble> {
    let previewed = desk.office.uploads().get::<Previewed>(&request.token)?;
    let path = saved::choose(desk, PROBLEM_FILE_NAME.to_owned(), "xlsx")?;
    let written = problem_workbook(&previewed.parsed, desk.language, &path)?;
    saved::saved(desk, &path, written.rows)
}

/// Saves the empty list, with NIP columns as text so that Excel damages none.
pub(crate) fn save_template(desk: &Desk<'_>) -> Result<Saved, Trouble> {
    let path = saved::choose(desk, template::FILE_NAME.to_owned(), "xlsx")?;
    let written = template::write(&desk.rules_today().import_columns, desk.language, &path)?;
    saved::saved(desk, &path, written.rows)
}
