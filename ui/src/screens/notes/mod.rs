//! Catatan & Bukti: writing at the right, the timeline at the left.

mod compose;
mod draft;
mod edit;
mod entry;
mod evidence_buttons;
mod files;
mod filter;
mod group;
mod keywords;
mod prompts;
mod save;
mod timeline;

use crate::backend::use_backend;
use crate::components::{PageHead, PersonChoice};
use crate::effect::effect;
use crate::language::use_language;
use api::employees::GetEmployee;
use catalogue::page_notes as words;
use compose::Compose;
use domain::EmployeeId;
use draft::NoteDraft;
use filter::{Filter, FilterBar};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;
use timeline::{TimelineCard, use_timeline};

/// Catatan & Bukti.
#[component]
pub fn NotesScreen() -> impl IntoView {
    let language = use_language();
    let filter = Filter::new();
    let draft = NoteDraft::remembered();
    let answer = use_timeline(filter);
    about_whom_the_address_says(filter, draft);
    let sub = Signal::derive(move || {
        answer.with(|timeline| {
            timeline
                .map(|timeline| words::summary(language, timeline.total))
                .unwrap_or_default()
        })
    });
    view! {
        <PageHead title=catalogue::page_frame::notes(language) sub />
        <div class="notes-two">
            <Compose draft />
            <section class="card notes-card" aria-label=words::timeline(language)>
                <FilterBar filter />
                <TimelineCard answer filter />
            </section>
        </div>
    }
}

/// `/catatan?pegawai=…`: the timeline shows this person, and the form writes about this person
/// unless somebody else's note is half written.
fn about_whom_the_address_says(filter: Filter, draft: NoteDraft) {
    let backend = use_backend();
    let address = use_query_map();
    effect(move || {
        let id = address.with(|address| {
            address
                .get_str("pegawai")
                .and_then(|id| id.parse::<EmployeeId>().ok())
        });
        let Some(employee) = id else {
            return;
        };
        spawn_local(async move {
            // An address of somebody who is not here shows everybody, which is no dead end.
            if let Ok(detail) = backend.call(GetEmployee { employee }).await {
                let choice = PersonChoice::employee(employee, detail.employee.full_name());
                filter.person.set(Some(choice.clone()));
                if draft.is_blank() {
                    draft.person.set(Some(choice));
                }
            }
        });
    });
}
