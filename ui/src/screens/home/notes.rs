//! The newest notes.

use crate::components::Card;
use crate::format::{plain_name, relative_day};
use crate::frame::source_name;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use crate::routes::Screen;
use api::home::Home;
use api::notes::NoteLine;
use catalogue::{Language, page_home as words};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

/// A glance, not the timeline.
const SHOWN: usize = 3;

/// Catatan terbaru.
#[component]
pub fn NewestNotes(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let notes = Memo::new(move |_| {
        home.with(|home| {
            home.map(|home| home.notes.iter().take(SHOWN).cloned().collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let all = view! {
        <A href=Screen::Notes.path() attr:class="btn small quiet">{words::notes_all(language)}</A>
    };
    view! {
        <Card title=words::notes(language) actions=all.into_any()>
            <div class="card-body home-notes">
                {move || if notes.with(Vec::is_empty) {
                    view! { <p class="sub">{words::notes_none(language)}</p> }.into_any()
                } else {
                    let today = office.today();
                    notes
                        .get()
                        .iter()
                        .map(|line| note(language, line, today))
                        .collect::<Vec<_>>()
                        .into_any()
                }}
            </div>
        </Card>
    }
}

fn note(language: Language, line: &NoteLine, today: NaiveDate) -> AnyView {
    let about = format!(
        "{} · {}",
        relative_day(language, line.date, today),
        source_name(language, line.source)
    );
    let evidence = line.evidence.len();
    let evidence =
        (evidence > 0).then(|| format!(" · {}", words::note_evidence(language, evidence)));
    let name = plain_name(&line.name);
    let text = line.text.clone();
    view! {
        <p class="quote">
            <b>{name}</b> " — " <span class="home-note-text">{text}</span>
            <br />
            <small>{about} {evidence}</small>
        </p>
    }
    .into_any()
}
