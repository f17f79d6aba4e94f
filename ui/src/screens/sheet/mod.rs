//! Lembar Penilaian: the whole unit rated from the keyboard.
//!
//! What can be said without a browser is said without one: columns, selection, movement, keys,
//! reading of pasted text, filling, the sentence of the bar. [`grid::Grid`] holds the signals.

mod arrival;
mod bar;
mod bar_list;
mod bulk;
mod catcher;
mod cell;
mod clipboard;
mod column;
mod drafts;
mod drawn;
mod editor;
mod entry;
mod exchange;
mod face;
mod fill;
#[cfg(test)]
mod fixture;
mod grid;
mod head_row;
mod keys;
mod movement;
mod moving;
mod notice;
mod outbox;
mod panel;
mod paste;
mod paste_columns;
mod reading;
mod refresh;
mod row;
mod row_view;
mod selection;
mod spelling;
mod table;
mod toolbar;
mod wording;

pub use cell::{sign, tone};

use crate::effect::effect;
use bar::Bar;
use drafts::Drafts;
use grid::Grid;
use panel::Panel;
use table::SheetTable;
use toolbar::Toolbar;

use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, EmptyState, IconName, Keys, LinkButton, PageHead, PersonChoice, QueryView,
};
use crate::format;
use crate::frame::use_openings;
use crate::language::use_language;
use crate::place::{Place, use_office};
use crate::query::{Query, use_query};
use crate::routes::{self, Screen};
use api::sheet::{AppraiserChoice, GetSheet, Sheet};
use catalogue::{Language, page_sheet as words};
use domain::{Period, UnitId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Lembar Penilaian. Another unit or period is another sheet, so nothing typed ever lands in the
/// wrong period.
#[component]
pub fn SheetScreen() -> impl IntoView {
    let office = use_office();
    let of = Memo::new(move |_| office.place().map(|place| (place.unit, place.period)));
    move || {
        of.get()
            .map(|(unit, period)| view! { <SheetOf unit period /> })
    }
}

#[component]
fn SheetOf(unit: UnitId, period: Period) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let place = office.with_session(|session| {
        if session.practice {
            "practice"
        } else {
            "office"
        }
    });
    let grid = Grid::new(language, use_backend(), Drafts::new(place, period));
    let sheet = use_query(move || {
        let Place { appraiser, .. } = office.place()?;
        Some(GetSheet {
            unit,
            period,
            appraiser,
        })
    });
    on_cleanup(move || {
        if let Some(outbox) = grid.try_outbox() {
            outbox.leave();
        }
    });
    effect(move || {
        if let Some(sheet) = sheet.get() {
            grid.refresh(sheet);
        }
    });
    arrival::attend(grid);
    offer_the_person(grid);
    // The rules are read once, before the first key needs them.
    browser::after_paint(|| {
        let _warm = domain::Predikat::of(domain::Rating::Sesuai, domain::Rating::Sesuai);
    });
    view! {
        <PageHead title=words::title(language) keys=hints(language)>
            {move || (!grid.rows.with(Vec::is_empty)).then(|| view! {
                <Button icon=IconName::Paste on_press=move || paste_on_press(grid)>
                    {words::paste_excel(language)}
                </Button>
                <LinkButton href="/?periksa=1" kind=ButtonKind::Primary icon=IconName::Send>
                    {words::check(language)}
                </LinkButton>
            })}
        </PageHead>
        <p class="print-only">
            {move || office.unit().map(|unit| unit.name)} " · " {format::period(language, period)}
        </p>
        <QueryView query=sheet show=move || content(grid, sheet) />
    }
}

/// Ctrl+J begins with the person of the row that the cursor is on.
fn offer_the_person(grid: Grid) {
    let at_hand = use_openings().at_hand;
    at_hand.set_value(Some(Callback::new(move |()| {
        let row = grid.cursor_row()?;
        let (employee, name) = row.state.with_untracked(|state| {
            let row = state.shown();
            (row.employee, row.name.clone())
        });
        Some(PersonChoice::employee(employee, name))
    })));
    on_cleanup(move || at_hand.set_value(None));
}

fn content(grid: Grid, sheet: Query<Sheet>) -> AnyView {
    let is_empty = Memo::new(move |_| sheet.with(|it| it.is_some_and(|it| it.rows.is_empty())));
    view! {
        {move || if is_empty.get() {
            view! { <section class="card">{empty(grid.language)}</section> }.into_any()
        } else {
            view! {
                <div class="sheet" class:with-panel=move || grid.panel.open.get()>
                    <section class="card sheet-card" aria-label=words::title(grid.language)>
                        <Toolbar grid />
                        <SheetTable grid />
                        <Bar grid />
                    </section>
                    <Panel grid />
                </div>
            }
            .into_any()
        }}
    }
    .into_any()
}

fn hints(language: Language) -> AnyView {
    view! {
        {words::hint_type(language)} " " <Keys of="1" /> " " {words::hint_below(language)} " · "
        <Keys of="2" /> " " {words::hint_meets(language)} " · "
        <Keys of="3" /> " " {words::hint_above(language)} " \u{2003}"
        <Keys of="Enter" /> " " {words::hint_down(language)} " \u{2003}"
        <Keys of="Ctrl+Enter" /> " " {words::hint_next(language)} " \u{2003}"
        <Keys of="?" /> " " {words::hint_more(language)}
    }
    .into_any()
}

/// The button pastes where the browser allows reading the clipboard, and explains Ctrl+V where not.
fn paste_on_press(grid: Grid) {
    spawn_local(async move {
        match browser::paste().await {
            Some(text) => {
                grid.focus_cursor();
                grid.paste(&text);
            }
            None => {
                grid.say(words::bar_paste_here(grid.language));
                grid.focus_cursor();
            }
        }
    });
}

fn empty(language: Language) -> AnyView {
    let office = use_office();
    let choice = office.place().map(|place| place.appraiser);
    if choice.is_some_and(|choice| choice != AppraiserChoice::Everybody)
        && office.unit().is_some_and(|unit| unit.employees > 0)
    {
        let everybody = move || office.choose_appraiser(AppraiserChoice::Everybody);
        return view! {
            <EmptyState
                icon=IconName::Grid
                title=words::empty_title(language)
                text=words::empty_other(language)
            >
                <Button kind=ButtonKind::Primary on_press=everybody>
                    {words::show_everybody(language)}
                </Button>
                <LinkButton href=Screen::Employees.path()>
                    {Screen::Employees.title(language)}
                </LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState
            icon=IconName::Grid
            title=words::empty_title(language)
            text=words::empty_text(language)
        >
            <LinkButton href=routes::IMPORT kind=ButtonKind::Primary icon=IconName::FileIn>
                {words::empty_import(language)}
            </LinkButton>
            <LinkButton href=Screen::Employees.path()>
                {Screen::Employees.title(language)}
            </LinkButton>
        </EmptyState>
    }
    .into_any()
}

/// The address of a cell.
#[must_use]
pub fn cell_address(assignment: domain::AssignmentId, column: &str) -> String {
    format!("{}?baris={assignment}&kolom={column}", Screen::Sheet.path())
}
