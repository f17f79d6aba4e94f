//! The cells of Kelengkapan: a tone, a number, and the words for whoever listens or points.

use crate::components::{Button, ButtonKind, IconName};
use crate::format;
use crate::language::use_language;
use api::central::completeness::{CellState, WEEKS, WeekCell};
use catalogue::{Language, centre_arrivals as words};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The heads of the weeks: `19 Okt`.
pub fn heads(weeks: &[NaiveDate]) -> Vec<AnyView> {
    let language = use_language();
    weeks
        .iter()
        .map(|monday| {
            let whole = words::week_of(language, format::date(language, *monday));
            let short = format::weekday_date(language, *monday);
            let short = short
                .split_once(' ')
                .map_or(short.clone(), |it| it.1.to_owned());
            view! { <th scope="col" class="centre-week" title=whole>{short}</th> }.into_any()
        })
        .collect()
}

/// The cells of a row.
pub fn cells(cells: &[WeekCell]) -> Vec<AnyView> {
    let language = use_language();
    cells
        .iter()
        .map(|cell| {
            let (class, word) = face(language, cell);
            let about = about(language, cell, word);
            let title = about.clone();
            let shown = shown(cell);
            view! {
                <td class="centre-week">
                    <span class=class title=title data-late=(cell.late > 0).then_some("")>
                        <span aria-hidden="true">{shown}</span>
                        <span class="visually-hidden">{about}</span>
                    </span>
                </td>
            }
            .into_any()
        })
        .collect()
}

fn face(language: Language, cell: &WeekCell) -> (String, &'static str) {
    match cell.state() {
        CellState::Empty => ("heat".to_owned(), words::empty(language)),
        CellState::Nothing => ("heat nothing".to_owned(), words::nothing(language)),
        CellState::Complete => ("heat complete".to_owned(), words::complete(language)),
        CellState::Partial => {
            // Four steps: more would not be told apart.
            let step = 1 + percent(cell).min(99) / 25;
            (format!("heat step-{step}"), words::partial(language))
        }
    }
}

fn shown(cell: &WeekCell) -> String {
    match cell.state() {
        CellState::Empty => "·".to_owned(),
        CellState::Nothing => "–".to_owned(),
        CellState::Complete => "✓".to_owned(),
        CellState::Partial => format!("{}", percent(cell)),
    }
}

fn about(language: Language, cell: &WeekCell, word: &str) -> String {
    let mut text = words::cell(language, word, cell.rated, cell.expected, cell.arrived);
    if cell.late > 0 {
        text.push_str("; ");
        text.push_str(&words::cell_late(language, cell.late));
    }
    text
}

/// Whole percent, rounded down, so that only all is 100.
pub fn percent(cell: &WeekCell) -> u32 {
    let (rated, expected) = (u64::from(cell.rated), u64::from(cell.expected));
    let percent = (rated * 100).checked_div(expected).unwrap_or(0);
    u32::try_from(percent.min(100)).unwrap_or(100)
}

/// What the tones mean, and the way to other weeks.
#[component]
pub fn Legend(
    /// So many weeks before this one end the table.
    back: RwSignal<u32>,
) -> impl IntoView {
    let language = use_language();
    view! {
        <div class="centre-legend">
            <span><i class="heat complete" aria-hidden="true">"✓"</i>{words::complete(language)}</span>
            <span>
                <i class="heat step-1" aria-hidden="true">"20"</i>
                <i class="heat step-3" aria-hidden="true">"60"</i>
                {words::partial(language)} " (%)"
            </span>
            <span><i class="heat nothing" aria-hidden="true">"–"</i>{words::nothing(language)}</span>
            <span>
                <i class="heat step-2" data-late="" aria-hidden="true">"40"</i>
                {words::late(language)}
            </span>
            <span class="push row-buttons">
                <Button
                    kind=ButtonKind::SmallQuiet
                    icon=IconName::ChevronLeft
                    on_press=move || back.update(|back| *back = (*back + WEEKS).min(520))
                >
                    {words::earlier_weeks(language)}
                </Button>
                <Button
                    kind=ButtonKind::SmallQuiet
                    icon=IconName::ChevronRight
                    disabled=Signal::derive(move || back.get() == 0)
                    on_press=move || back.update(|back| *back = back.saturating_sub(WEEKS))
                >
                    {words::later_weeks(language)}
                </Button>
            </span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(25, 25, "✓")]
    #[case(24, 25, "96")]
    #[case(999, 1000, "99")]
    #[case(0, 25, "–")]
    #[case(0, 0, "·")]
    fn only_all_is_complete(#[case] rated: u32, #[case] expected: u32, #[case] text: &str) {
        let cell = WeekCell {
            expected,
            rated,
            ..WeekCell::default()
        };
        assert_eq!(shown(&cell), text);
    }
}
