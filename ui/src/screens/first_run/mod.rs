//! The first run: who uses the program, for which office. Then the recovery sheet.

mod form;
mod recovery;
mod restore;

pub use recovery::{RecoveryOffer, RecoveryScreen, RecoveryWords};
pub use restore::RestoreForm;

use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::frame::{Mark, ToastBar};
use crate::language::use_language;
use crate::toast::use_toasts;
use api::session::EnterPractice;
use catalogue::{Language, common, page_first_run as words};
use form::OfficeForm;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The ways into the program.
#[component]
pub fn FirstRunScreen(
    /// The language; the form is kept when it changes.
    language: RwSignal<Language>,
) -> impl IntoView {
    let now = use_language();
    let restoring = RwSignal::new(false);
    view! {
        <div class="first-run">
            <Aside language restoring />
            <main class="first-run-main" id="main">
                {move || {
                    if restoring.get() {
                        view! {
                            <h1 id="title" tabindex="-1">{words::restore_title(now)}</h1>
                            <RestoreForm />
                            <Button
                                kind=ButtonKind::Quiet
                                icon=IconName::ChevronLeft
                                on_press=move || restoring.set(false)
                            >
                                {words::back_to_start(now)}
                            </Button>
                        }
                        .into_any()
                    } else {
                        view! { <OfficeForm /> }.into_any()
                    }
                }}
            </main>
        </div>
        <ToastBar />
    }
}

/// What the program is, and the two other ways in.
#[component]
fn Aside(language: RwSignal<Language>, restoring: RwSignal<bool>) -> impl IntoView {
    let now = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let practise = move |_| {
        spawn_local(async move {
            if let Err(refusal) = backend.call(EnterPractice {}).await {
                toasts.refused(now, &refusal);
            }
        });
    };
    view! {
        <aside class="first-run-aside">
            <div class="brand"><Mark /><span>{common::app_name(now)}</span></div>
            <p class="first-run-lead">{words::welcome_text(now)}</p>
            <ul class="first-run-facts">
                <li><Icon name=IconName::Lock />{words::fact_local(now)}</li>
                <li><Icon name=IconName::Undo />{words::fact_undo(now)}</li>
                <li><Icon name=IconName::FileOut />{words::fact_export(now)}</li>
            </ul>
            <div class="first-run-ways">
                <Way
                    icon=IconName::Practice
                    title=words::practice(now)
                    text=words::practice_text(now)
                    on_press=Callback::new(practise)
                />
                <Way
                    icon=IconName::Archive
                    title=words::restore(now)
                    text=words::restore_text(now)
                    on_press=Callback::new(move |()| restoring.set(true))
                />
            </div>
            <LanguageChoice language />
        </aside>
    }
}

#[component]
fn Way(
    icon: IconName,
    title: &'static str,
    text: &'static str,
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="way" on:click=move |_| on_press.run(())>
            <Icon name=icon />
            <span>
                <b>{title}</b>
                <small>{text}</small>
            </span>
            <Icon name=IconName::ArrowRight />
        </button>
    }
}

/// Both languages, each in its own words.
#[component]
fn LanguageChoice(language: RwSignal<Language>) -> impl IntoView {
    let now = use_language();
    let choice = move |to: Language, name: &'static str| {
        view! {
            <button
                type="button"
                lang=to.tag()
                aria-pressed=if now == to { "true" } else { "false" }
                on:click=move |_| language.set(to)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="languages" role="group" aria-label=words::language(now)>
            {choice(Language::Indonesian, "Bahasa Indonesia")}
            {choice(Language::English, "English")}
        </div>
    }
}
