//! Lembar Penilaian: the grid, its side panel and its rubric.

mod bulk;
mod drafts;
mod panel;
mod review;
mod row;
mod rubric;
mod save;
mod standing;

pub(crate) use bulk::fill_sesuai;
pub(crate) use panel::get_panel;
pub(crate) use review::review_cells;
pub(crate) use rubric::get_rubric;
pub use save::LONGEST_REASON;
pub(crate) use save::{save_cells, save_reason};
pub(crate) use standing::{Standing, Standings, is_final, missing_person, shown_verdict};

use crate::roster::{Asked, appraiser_name, roster};
use crate::{Desk, Trouble};
use api::sheet::{GetSheet, Sheet};

/// The rows of a unit in a period.
pub(crate) fn get_sheet(desk: &Desk<'_>, request: &GetSheet) -> Result<Sheet, Trouble> {
    desk.read(|view| {
        let asked = Asked::at(desk, Some(request.unit), request.period, &request.appraiser);
        let rows = roster(view, &asked)?;
        let appraiser_name = appraiser_name(&rows, &asked);
        let standings = Standings::new(desk, view, request.period);
        let rows = standings
            .of_unit(asked.unit, rows)?
            .iter()
            .map(|standing| row::sheet_row(view, standing))
            .collect::<Result<_, Trouble>>()?;
        Ok::<_, Trouble>(Sheet {
            rows,
            appraiser_name,
            bulk_threshold: desk.rules.at(request.period).thresholds.bulk_capaian(),
        })
    })
}
