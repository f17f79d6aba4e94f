//! What happened, day by day.

use super::compose::TEXT;
use super::draft::NoteDraft;
use super::entry::{Entry, EvidenceEntry};
use super::filter::{Filter, STEP};
use super::group::{Item, by_day};
use crate::browser;
use crate::components::{Button, ButtonKind, EmptyState, IconName, QueryView};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use api::notes::{NoteLine, Timeline};
use catalogue::page_notes as words;
use chrono::NaiveDate;
use domain::NoteId;
use leptos::prelude::*;

/// The note that is being changed and its form; one at a time, held above the list so that a
/// fresh answer does not touch what is being typed. A copyable handle.
#[derive(Clone, Copy)]
pub struct Editing {
    /// Which note.
    pub note: RwSignal<Option<NoteId>>,
    /// Its form.
    pub draft: NoteDraft,
}

/// The timeline that a filter lets through.
pub fn use_timeline(filter: Filter) -> Query<Timeline> {
    let office = use_office();
    use_query(move || {
        let place = office.place()?;
        Some(filter.command(place.unit))
    })
}

/// The entries, or why there are none.
#[component]
pub fn TimelineCard(
    /// The answer.
    answer: Query<Timeline>,
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let editing = Editing {
        note: RwSignal::new(None),
        draft: NoteDraft::new(),
    };
    view! {
        <div class="notes-timeline">
            <QueryView
                query=answer
                show=move || view! { <Entries answer filter editing /> }.into_any()
            />
        </div>
    }
}

#[component]
fn Entries(answer: Query<Timeline>, filter: Filter, editing: Editing) -> impl IntoView {
    let items =
        Memo::new(move |_| answer.with(|timeline| timeline.map(by_day).unwrap_or_default()));
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        {move || is_empty.get().then(|| view! { <Nothing filter /> })}
        <For
            each=move || items.get()
            key=Item::key
            children=move |item| match item {
                Item::Day(day) => view! { <Day day /> }.into_any(),
                Item::Note(note) => view! { <Entry note=*note filter editing /> }.into_any(),
                Item::Evidence(line) => view! { <EvidenceEntry line=*line /> }.into_any(),
            }
        />
        <More answer filter />
    }
}

#[component]
fn Day(day: NaiveDate) -> impl IntoView {
    let language = use_language();
    let today = use_office().today_now();
    let relative = format::relative_day(language, day, today);
    let exact = format::date(language, day);
    let beside = if relative == exact {
        format::weekday_date(language, day)
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    } else {
        format::weekday_date(language, day)
    };
    view! { <h2 class="notes-day"><span>{relative}</span><small>{beside}</small></h2> }
}

#[component]
fn More(answer: Query<Timeline>, filter: Filter) -> impl IntoView {
    let language = use_language();
    let rest = Memo::new(move |_| {
        answer.with(|timeline| {
            timeline.map_or(0, |timeline| {
                let shown = timeline.notes.len() + timeline.evidence.len();
                timeline
                    .total
                    .saturating_sub(u32::try_from(shown).unwrap_or(u32::MAX))
            })
        })
    });
    move || {
        (rest.get() > 0).then(|| view! {
            <Button
                kind=ButtonKind::Small
                on_press=move || filter.limit.update(|limit| *limit = limit.saturating_add(STEP))
            >
                {words::more(language, rest.get().min(STEP))}
            </Button>
        })
    }
}

#[component]
fn Nothing(filter: Filter) -> impl IntoView {
    let language = use_language();
    move || {
        if filter.is_open() {
            view! {
                <EmptyState
                    icon=IconName::Note
                    title=words::empty_title(language)
                    text=words::empty_text(language)
                >
                    <Button on_press=|| browser::focus(TEXT)>{words::empty_write(language)}</Button>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <EmptyState
                    icon=IconName::Search
                    title=words::nothing_title(language)
                    text=words::nothing_text(language)
                >
                    <Button on_press=move || filter.clear()>{words::filter_clear(language)}</Button>
                </EmptyState>
            }
            .into_any()
        }
    }
}

/// Whether a note is the one that is being changed.
pub fn is_edited(editing: Editing, note: &NoteLine) -> bool {
    editing.note.get() == Some(note.id)
}
