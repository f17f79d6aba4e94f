//! Notes about the person in this period, and a place to write one.

use super::PanelContext;
use super::evidence::day_within;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{Button, ButtonKind, IconName, TextArea};
use crate::effect::effect;
use crate::format;
use crate::frame::source_name;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::notes::{NoteLine, SaveNote};
use catalogue::{Language, page_sheet as words};
use chrono::NaiveDate;
use domain::EmployeeId;
use domain::note::NoteSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Notes of the person.
#[component]
pub fn Notes(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let today = use_office().today();
    let employee = Memo::new(move |_| {
        grid.follow_cursor_row()
            .map(|row| row.state.with(|state| state.shown().employee))
    });
    view! {
        <h3 class="sheet-panel-title">{words::column_notes(language)}</h3>
        {move || context.with(|answer| {
            let notes = &answer?.notes;
            Some(if notes.is_empty() {
                view! { <p class="sub">{words::notes_none(language)}</p> }.into_any()
            } else {
                notes.iter().map(|line| note(language, line, today)).collect::<Vec<_>>().into_any()
            })
        })}
        // A form of its own for each person: a draft never moves to somebody else.
        {move || employee.get().map(|employee| view! { <NoteForm context employee /> })}
    }
}

fn note(language: Language, line: &NoteLine, today: NaiveDate) -> AnyView {
    let day = format::relative_day(language, line.date, today);
    let evidence = line.evidence.len();
    let evidence =
        (evidence > 0).then(|| format!(" · {}", words::evidence_text(language, evidence)));
    view! {
        <p class="quote">
            {line.text.clone()}
            <br />
            <small>{day} " · " {source_name(language, line.source)} {evidence}</small>
        </p>
    }
    .into_any()
}

#[component]
fn NoteForm(context: PanelContext, employee: EmployeeId) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let practice = office.with_session(|session| session.practice);
    let key = format!("{}note.{employee}", if practice { "practice." } else { "" });
    let text = RwSignal::new(browser::remembered(&key).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let kept_at = key.clone();
    effect(move || {
        text.with(|text| {
            if text.is_empty() {
                browser::forget(&kept_at);
            } else {
                browser::remember(&kept_at, text);
            }
        });
    });
    let key = StoredValue::new(key);
    let save = move || {
        let written = text.get_untracked().trim().to_owned();
        if written.is_empty() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        let command = SaveNote {
            note: None,
            employee,
            date: day_within(grid.period, office.today_now()),
            source: NoteSource::default(),
            text: written,
            tags: Vec::new(),
            evidence: Vec::new(),
        };
        let key = key.get_value();
        spawn_local(async move {
            let saved = backend.call(command).await;
            busy.try_set(false);
            match saved {
                Ok(_) => {
                    // The form may be gone, and what it kept is no draft any more.
                    browser::forget(&key);
                    text.try_set(String::new());
                    error.try_set(None);
                    toasts.done(words::note_saved(language));
                }
                Err(refusal) => {
                    error.try_set(Some(refusal.code.sentence(language)));
                }
            }
        });
    };
    view! {
        <form
            class="sheet-note"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save();
                }
            }
        >
            <TextArea
                label=words::note_add(language)
                value=text
                hint=words::note_hint(language)
                error
                lines=3
            />
            {move || text.with(|text| !text.trim().is_empty()).then(|| view! {
                <Button kind=ButtonKind::Small icon=IconName::Plus busy on_press=save>
                    {words::note_add(language)}
                </Button>
            })}
        </form>
    }
}
