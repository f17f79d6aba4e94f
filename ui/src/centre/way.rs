//! The screens before somebody is in: what they share, and choosing a password by a link.

use super::access::use_preferences;
use super::acts::use_acts;
use super::carried::carry;
use super::password_field::PasswordField;
use crate::browser;
use crate::components::{Icon, IconName};
use crate::frame::{Mark, ToastBar};
use crate::language::use_language;
use api::central::session::{ChoosePassword, Password, SHORTEST_PASSWORD, StaffSession};
use catalogue::{Language, centre_frame as words, common};
use leptos::prelude::*;

/// The two halves: what this is, and the form.
#[component]
pub fn Way(
    /// The form's heading.
    #[prop(into)]
    title: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    let language = use_language();
    browser::set_title(&format!("{title} · {}", words::centre(language)));
    let preferences = use_preferences();
    let languages: Vec<_> = Language::ALL
        .into_iter()
        .map(|it| {
            let name = match it {
                Language::Indonesian => "Indonesia",
                Language::English => "English",
            };
            view! {
                <button
                    type="button"
                    lang=it.tag()
                    aria-pressed=if it == language { "true" } else { "false" }
                    on:click=move |_| preferences.language.set(it)
                >
                    {name}
                </button>
            }
        })
        .collect();
    view! {
        <div class="first-run centre-way">
            <aside class="first-run-aside">
                <div class="brand">
                    <Mark />
                    <span>{common::app_name(language)}<br />{words::centre(language)}</span>
                </div>
                <p class="first-run-lead">{words::sign_in_lead(language)}</p>
                <ul class="first-run-facts">
                    <li><Icon name=IconName::Shield />{words::sign_in_fact_trail(language)}</li>
                    <li><Icon name=IconName::Key />{words::sign_in_fact_account(language)}</li>
                </ul>
                <div class="languages push-down">{languages}</div>
            </aside>
            <main class="first-run-main centre-form" id="main">
                <section class="card">
                    <div class="card-body stack">
                        <h1 id="title" tabindex="-1">{title}</h1>
                        {children()}
                    </div>
                </section>
            </main>
        </div>
        <ToastBar />
    }
}

/// What stands behind `#` when the address is that of a link.
#[must_use]
pub fn link_in_address() -> Option<String> {
    let location = web_sys::window()?.location();
    if location.pathname().ok()? != "/sandi" {
        return None;
    }
    let link = location.hash().ok()?.trim_start_matches('#').to_owned();
    (!link.is_empty()).then_some(link)
}

/// Chooses a password by a link.
#[component]
pub fn ChoosePasswordScreen(
    /// What stands behind `#`.
    link: String,
    /// Somebody came in.
    entered: Callback<StaffSession>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let password = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    carry("password.new", password);
    carry("password.again", again);
    let wrong = RwSignal::new(None::<String>);
    let differs = RwSignal::new(None::<String>);
    let link = StoredValue::new(link);
    let save = move || {
        let chosen = password.get_untracked();
        wrong.set(None);
        differs.set(None);
        if chosen.chars().count() < SHORTEST_PASSWORD {
            wrong.set(Some(words::new_password_hint(language).to_owned()));
            return;
        }
        if chosen != again.get_untracked() {
            differs.set(Some(words::passwords_differ(language).to_owned()));
            return;
        }
        let command = ChoosePassword {
            link: Password(link.get_value()),
            password: Password(chosen),
        };
        acts.attempt(command, move |answer| match answer {
            Ok(session) => {
                // The link has done its work: it does not stay in the address.
                browser::replace_address("/");
                entered.run(session);
            }
            Err(refusal) => wrong.set(Some(refusal.code.sentence(language))),
        });
    };
    view! {
        <Way title=words::choose_password(language)>
            <p class="sub">{words::choose_password_lead(language)}</p>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <PasswordField
                    label=words::new_password(language)
                    value=password
                    autocomplete="new-password"
                    hint=words::new_password_hint(language)
                    error=wrong
                />
                <PasswordField
                    label=words::repeat_password(language)
                    value=again
                    autocomplete="new-password"
                    error=differs
                />
                <button
                    type="submit"
                    class="btn primary"
                    aria-busy=move || acts.is_busy().get().then_some("true")
                >
                    {common::save(language)}
                </button>
            </form>
        </Way>
    }
}
