//! Where the cursor goes when somebody comes to the sheet: to the cell that the address names
//! (Daftar Kurang links to exact cells), or to the first thing that is missing.

use super::column::SheetColumn;
use super::grid::{Grid, TAB_NOTES};
use crate::browser;
use crate::effect::effect;
use crate::place::{Office, use_office};
use api::sheet::AppraiserChoice;
use domain::AssignmentId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A cell that an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    assignment: AssignmentId,
    column: Aim,
}

/// What the address wants there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Cell(SheetColumn),
    Reason,
}

impl Wanted {
    fn read(row: &str, column: Option<&str>) -> Option<Self> {
        let column = match column {
            Some("alasan") => Aim::Reason,
            Some(key) => Aim::Cell(SheetColumn::from_key(key)?),
            None => Aim::Cell(SheetColumn::Rating(domain::Column::HasilKerja)),
        };
        Some(Self {
            assignment: row.parse().ok()?,
            column,
        })
    }
}

/// Watches the address as long as the sheet is on the screen.
pub fn attend(grid: Grid) {
    let office = use_office();
    let address = use_query_map();
    let wanted = Memo::new(move |_| {
        address
            .with(|address| Wanted::read(&address.get("baris")?, address.get("kolom").as_deref()))
    });
    let done = StoredValue::new(None::<Wanted>);
    let has_begun = StoredValue::new(false);
    effect(move || {
        let wanted = wanted.get();
        if grid.rows.with(Vec::is_empty) {
            return;
        }
        match wanted.filter(|wanted| done.get_value() != Some(*wanted)) {
            Some(wanted) if grid.find(wanted.assignment).is_some() => {
                done.set_value(Some(wanted));
                has_begun.set_value(true);
                after_arrival(move || go(grid, wanted));
            }
            // Somebody whom another appraiser rates.
            Some(_) if whose(office) != Some(AppraiserChoice::Everybody) => {
                office.choose_appraiser(AppraiserChoice::Everybody);
            }
            _ if !has_begun.get_value() => {
                has_begun.set_value(true);
                // Before the rows are drawn, so that they are drawn once.
                grid.begin();
                after_arrival(move || {
                    if !browser::is_typing() {
                        grid.focus_cursor();
                    }
                });
            }
            _ => {}
        }
    });
}

fn whose(office: Office) -> Option<AppraiserChoice> {
    untrack(|| office.place()).map(|place| place.appraiser)
}

/// The rows are drawn by the next frame.
fn after_arrival(action: impl FnOnce() + 'static) {
    browser::after_paint(action);
}

fn go(grid: Grid, wanted: Wanted) {
    let Some((row, _)) = grid.find(wanted.assignment) else {
        return;
    };
    match wanted.column {
        Aim::Reason => grid.go_to_reason(row),
        Aim::Cell(column) => {
            grid.go_to(wanted.assignment, column);
            if matches!(column, SheetColumn::Evidence | SheetColumn::Notes) {
                grid.open_panel(TAB_NOTES);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = "01920000-0000-7000-8000-000000000001";

    #[test]
    fn an_address_names_a_cell() {
        let at = |column| Wanted::read(ROW, column).map(|wanted| wanted.column);
        assert_eq!(at(Some("alasan")), Some(Aim::Reason));
        assert_eq!(at(Some("bukti")), Some(Aim::Cell(SheetColumn::Evidence)));
        let hasil = Aim::Cell(SheetColumn::Rating(domain::Column::HasilKerja));
        assert_eq!(at(None), Some(hasil));
        assert_eq!(at(Some("gaji")), None);
        assert_eq!(Wanted::read("baris 1", None), None);
    }
}
