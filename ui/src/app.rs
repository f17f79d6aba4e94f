//! The root: what the page shows first, by the stage of the session.

use crate::backend::Backend;
use crate::browser;
use crate::effect::effect;
use crate::frame::Frame;
use crate::language::provide_language;
use crate::place::Office;
use crate::query::{Query, use_query};
use crate::screens::first_run::{FirstRunScreen, RecoveryOffer, RecoveryScreen};
use crate::screens::locked::{LockedScreen, UnreachableScreen};
use crate::tags::Tags;
use crate::toast::Toasts;
use api::ErrorCode;
use api::session::{GetSession, Session, Stage, Theme};
use catalogue::{Language, page_first_run as words};
use leptos::prelude::*;
use leptos_router::components::Router;

/// What is shown. Another value builds the page anew; another answer alone does not.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Starting,
    Unreachable,
    FirstRun,
    Locked(ErrorCode),
    Office { practice: bool },
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    browser::drop_token_from_address();
    let tags = Tags::provide();
    let backend = Backend::provide(tags);
    backend.listen();
    Toasts::provide(tags);
    let offer = RecoveryOffer::provide();
    let session = use_query(move || {
        tags.track_place();
        Some(GetSession {})
    });
    let shown = Memo::new(move |_| shown(session));
    let language = RwSignal::new(first_language());
    let follows = Memo::new(move |_| session.with(|session| session.map(settled_language)));
    effect(move || {
        if let Some(Some(settled)) = follows.get() {
            language.set(settled);
        }
    });
    effect(move || {
        if session.with(|session| session.is_some()) {
            tags.session_arrived();
        }
    });
    effect(move || {
        let language = language.get();
        browser::set_root("lang", language.tag());
        browser::remember("language", language.tag());
    });
    effect(move || {
        show_theme(session.with(|session| session.map_or(Theme::System, |session| session.theme)));
    });
    move || {
        let now = language.get();
        provide_language(now);
        match shown.get() {
            Shown::Starting => view! { <Starting /> }.into_any(),
            Shown::Unreachable => {
                view! { <UnreachableScreen again=move || session.again() /> }.into_any()
            }
            Shown::FirstRun => view! { <FirstRunScreen language /> }.into_any(),
            Shown::Locked(code) => {
                view! { <LockedScreen sentence=code.sentence(now) /> }.into_any()
            }
            Shown::Office { .. } => {
                let Some(first) = untrack(|| session.get()) else {
                    return ().into_any();
                };
                office(session, first, offer)
            }
        }
    }
}

fn office(session: Query<Session>, first: Session, offer: RecoveryOffer) -> AnyView {
    let current = RwSignal::new(first);
    effect(move || {
        // Another place builds the frame anew; its session is not for this one.
        if let Some(newer) = session.get()
            && newer.stage == Stage::Ready
            && current.with_untracked(|now| now.practice == newer.practice && *now != newer)
        {
            current.set(newer);
        }
    });
    Office::provide(current);
    view! {
        <Router>
            {move || {
                if offer.is_open() {
                    view! { <RecoveryScreen /> }.into_any()
                } else {
                    view! { <Frame /> }.into_any()
                }
            }}
        </Router>
    }
    .into_any()
}

#[component]
fn Starting() -> impl IntoView {
    let language = crate::language::use_language();
    view! {
        <main class="start">
            <p class="sub" role="status">{words::starting(language)}</p>
        </main>
    }
}

fn shown(session: Query<Session>) -> Shown {
    session.with(|answer| match answer {
        Some(session) => match &session.stage {
            Stage::FirstRun => Shown::FirstRun,
            Stage::Locked(code) => Shown::Locked(code.clone()),
            Stage::Ready => Shown::Office {
                practice: session.practice,
            },
        },
        None if session.refusal().is_some() => Shown::Unreachable,
        None => Shown::Starting,
    })
}

/// The language that the database says; before there is one, the person's choice stands.
fn settled_language(session: &Session) -> Option<Language> {
    (session.stage == Stage::Ready).then_some(session.language)
}

fn first_language() -> Language {
    let remembered = browser::remembered("language");
    Language::ALL
        .into_iter()
        .find(|language| remembered.as_deref() == Some(language.tag()))
        .unwrap_or_default()
}

fn show_theme(theme: Theme) {
    match theme {
        Theme::System => browser::clear_root("data-theme"),
        Theme::Light => browser::set_root("data-theme", "light"),
        Theme::Dark => browser::set_root("data-theme", "dark"),
    }
}
