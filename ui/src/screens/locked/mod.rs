//! There is a database and it does not open; or the program does not answer at all.

use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::frame::{Mark, ToastBar};
use crate::language::use_language;
use crate::screens::first_run::RestoreForm;
use crate::tags::use_tags;
use crate::toast::use_toasts;
use api::session::{EnterPractice, LeavePractice};
use catalogue::{common, page_first_run as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What happened, what is safe, and the ways on.
#[component]
pub fn LockedScreen(
    /// Why, in a sentence.
    sentence: String,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let tags = use_tags();
    let toasts = use_toasts();
    let restoring = RwSignal::new(false);
    let practise = move || {
        spawn_local(async move {
            if let Err(refusal) = backend.call(EnterPractice {}).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    // Going back to the office's own place opens it anew, from wherever one is.
    let retry = move || {
        spawn_local(async move {
            if let Err(refusal) = backend.call(LeavePractice {}).await {
                toasts.refused(language, &refusal);
            }
            tags.bump_place();
        });
    };
    view! {
        <main class="locked" id="main">
            <div class="brand"><Mark /><span>{common::app_name(language)}</span></div>
            <section class="card">
                <div class="card-body stack">
                    <span class="empty-sign"><Icon name=IconName::Lock /></span>
                    <h1 id="title" tabindex="-1">{words::locked_title(language)}</h1>
                    <p class="locked-sentence" role="alert">{sentence}</p>
                    <h2>{words::locked_what(language)}</h2>
                    <ul class="ways">
                        <li>
                            <Button
                                kind=ButtonKind::Primary
                                on_press=retry
                            >
                                {words::locked_retry(language)}
                            </Button>
                            <span class="sub">{words::locked_retry_text(language)}</span>
                        </li>
                        <li>
                            <Button
                                icon=IconName::Archive
                                on_press=move || restoring.update(|open| *open = !*open)
                                attr:aria-expanded=move || restoring.get().to_string()
                            >
                                {words::restore(language)}
                            </Button>
                            <span class="sub">{words::locked_restore_text(language)}</span>
                        </li>
                        <li>
                            <Button icon=IconName::Practice on_press=practise>
                                {words::practice(language)}
                            </Button>
                            <span class="sub">{words::locked_practice_text(language)}</span>
                        </li>
                    </ul>
                </div>
            </section>
            {move || restoring.get().then(|| view! { <RestoreForm /> })}
        </main>
        <ToastBar />
    }
}

/// Nobody answers: the program was closed, or the address is used up.
#[component]
pub fn UnreachableScreen(
    /// Asks again.
    #[prop(into)]
    again: Callback<()>,
) -> impl IntoView {
    let language = use_language();
    view! {
        <main class="locked" id="main">
            <div class="brand"><Mark /><span>{common::app_name(language)}</span></div>
            <section class="card">
                <div class="card-body stack">
                    <span class="empty-sign"><Icon name=IconName::Warning /></span>
                    <h1 id="title" tabindex="-1">{words::unreachable_title(language)}</h1>
                    <p class="locked-sentence" role="alert">{words::unreachable_text(language)}</p>
                    <div class="row-buttons">
                        <Button kind=ButtonKind::Primary on_press=again>
                            {catalogue::page_frame::try_again(language)}
                        </Button>
                    </div>
                </div>
            </section>
        </main>
    }
}
