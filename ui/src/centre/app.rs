//! What the centre's page shows first, by who is signed in.

use super::access::{Access, Preferences};
use super::frame::CentreFrame;
use super::sign_in::SignInScreen;
use super::way::ChoosePasswordScreen;
use crate::backend::Backend;
use crate::browser;
use crate::components::{Button, ButtonKind};
use crate::effect::effect;
use crate::frame::{Mark, ToastBar};
use crate::language::{provide_language, use_language};
use crate::query::use_query;
use crate::tags::Tags;
use crate::toast::Toasts;
use api::central::session::{GetStaffSession, StaffSession};
use catalogue::{centre_frame as words, common, page_frame};
use leptos::prelude::*;
use leptos_router::components::Router;

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
    let session = use_query(move || {
        tags.track_place();
        Some(GetStaffSession {})
    });
    let link = RwSignal::new(super::way::link_in_address());
    let shown = Memo::new(move |_| {
        if let Some(link) = link.get() {
            return Shown::ChoosePassword(link);
        }
        session.with(|answer| match answer {
            Some(session) => {
                // Before anything inside asks anything.
                backend.set_proof(session.proof.clone());
                shown(session)
            }
            None if session.refusal().is_some() => Shown::Unreachable,
            None => Shown::Starting,
        })
    });
    effect(move || {
        if session.with(|session| session.is_some()) {
            tags.session_arrived();
        }
    });
    preferences.follow();
    let entered = Callback::new(move |newer: StaffSession| {
        backend.set_proof(newer.proof.clone());
        link.set(None);
        session.set(newer);
    });
    move || {
        provide_language(preferences.language.get());
        match shown.get() {
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
                Access::provide(&first, session);
                view! { <Router><CentreFrame /></Router> }.into_any()
            }
        }
    }
}

fn shown(session: &StaffSession) -> Shown {
    match &session.person {
        Some(person) => Shown::Inside(person.id),
        None => Shown::SignIn,
    }
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
