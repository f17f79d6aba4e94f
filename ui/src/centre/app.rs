//! What the centre's page shows first, by who is signed in.

use super::access::{Access, Preferences};
use super::carried::Carried;
use super::frame::CentreFrame;
use super::sign_in::SignInScreen;
use super::way::ChoosePasswordScreen;
use crate::backend::Backend;
use crate::browser;
use crate::components::{Button, ButtonKind};
use crate::effect::effect;
use crate::frame::{Mark, ToastBar};
use crate::language::{provide_language, use_language};
use crate::query::{Query, use_query};
use crate::tags::Tags;
use crate::toast::Toasts;
use api::Tag;
use api::central::session::{GetStaffSession, StaffSession};
use catalogue::{centre_frame as words, common, page_frame};
use leptos::prelude::*;
use leptos_router::components::Router;
use std::time::Duration;

/// How long the page waits before it asks again.
const BETWEEN_TRIES: Duration = Duration::from_secs(5);

/// What is shown. Another value builds the page anew.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Starting,
    Unreachable,
    ChoosePassword(String),
    SignIn,
    Inside(domain::UserId),
}

/// The whole page of the centre.
#[component]
pub fn CentreApp() -> impl IntoView {
    let tags = Tags::provide();
    let backend = Backend::provide_centre(tags);
    Toasts::provide(tags);
    let preferences = Preferences::provide();
    let carried = Carried::provide(preferences.language);
    let session = use_query(move || {
        tags.track_place();
        Some(GetStaffSession {})
    });
    let link = RwSignal::new(super::way::link_in_address());
    let left = RwSignal::new(false);
    let shown = Memo::new(move |before: Option<&Shown>| {
        if let Some(link) = link.get() {
            return Shown::ChoosePassword(link);
        }
        session.with(|answer| match answer {
            Some(session) => {
                // Before anything inside asks anything.
                backend.set_proof(session.proof.clone());
                shown(session, before.filter(|_| !left.get()))
            }
            None if session.refusal().is_some() => Shown::Unreachable,
            None => Shown::Starting,
        })
    });
    effect(move || {
        if session.with(|session| session.is_some_and(|it| it.person.is_some())) {
            tags.session_arrived();
        }
    });
    preferences.follow();
    come_back(backend, session, tags);
    let entered = Callback::new(move |newer: StaffSession| {
        backend.set_proof(newer.proof.clone());
        link.set(None);
        left.set(false);
        session.set(newer);
    });
    move || {
        provide_language(preferences.language.get());
        let shown = shown.get();
        carried.belong_to(match &shown {
            Shown::Inside(person) => Some(*person),
            _ => None,
        });
        match shown {
            Shown::Starting => view! { <Starting /> }.into_any(),
            Shown::Unreachable => {
                view! { <Unreachable again=move || session.again() /> }.into_any()
            }
            Shown::ChoosePassword(link) => {
                view! { <ChoosePasswordScreen link entered /> }.into_any()
            }
            Shown::SignIn => view! { <SignInScreen entered /> }.into_any(),
            Shown::Inside(_) => {
                let Some(first) = untrack(|| session.get()) else {
                    return ().into_any();
                };
                Access::provide(&first, session, left);
                view! { <Router><CentreFrame entered /></Router> }.into_any()
            }
        }
    }
}

fn shown(session: &StaffSession, before: Option<&Shown>) -> Shown {
    match (&session.person, before) {
        (Some(person), _) => Shown::Inside(person.id),
        // The session is over, and what was typed is not saved: the screen stays.
        (None, Some(Shown::Inside(id))) => Shown::Inside(*id),
        (None, _) => Shown::SignIn,
    }
}

/// Asks from time to time while the centre does not answer, and shows what it missed afterwards.
fn come_back(backend: Backend, session: Query<StaffSession>, tags: Tags) {
    effect(move || {
        if !backend.is_away() {
            return;
        }
        let asking = set_interval_with_handle(move || session.again(), BETWEEN_TRIES);
        on_cleanup(move || {
            if let Ok(asking) = asking {
                asking.clear();
            }
        });
    });
    Effect::new(move |was_away: Option<bool>| {
        let is_away = backend.is_away();
        if was_away == Some(true) && !is_away {
            tags.bump(&Tag::ALL);
        }
        is_away
    });
}

#[component]
fn Starting() -> impl IntoView {
    let language = use_language();
    view! {
        <main class="start">
            <p class="sub" role="status">{common::loading(language)}</p>
        </main>
    }
}

#[component]
fn Unreachable(#[prop(into)] again: Callback<()>) -> impl IntoView {
    let language = use_language();
    browser::set_title(common::app_name(language));
    view! {
        <main class="locked" id="main">
            <div class="brand"><Mark /><span>{common::app_name(language)}</span></div>
            <section class="card">
                <div class="card-body stack">
                    <h1 id="title" tabindex="-1">{words::unreachable_title(language)}</h1>
                    <p role="alert">{words::unreachable_text(language)}</p>
                    <div class="row-buttons">
                        <Button kind=ButtonKind::Primary on_press=again>
                            {page_frame::try_again(language)}
                        </Button>
                    </div>
                </div>
            </section>
        </main>
        <ToastBar />
    }
}
