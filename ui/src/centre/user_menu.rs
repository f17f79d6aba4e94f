//! Who is signed in: language, theme, password, the way out.

use super::access::{use_access, use_preferences};
use super::acts::use_acts;
use super::password_field::PasswordField;
use crate::components::{Button, ButtonKind, Choice, Dialog, IconName, RadioGroup};
use crate::format;
use crate::language::use_language;
use api::central::session::{ChangePassword, Password, SignOut};
use api::session::Theme;
use catalogue::{Language, centre_frame as words, common, page_settings};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The button with the name, and its panel.
#[component]
pub fn UserMenu() -> impl IntoView {
    let access = use_access();
    let open = RwSignal::new(false);
    let changing = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let name = access
        .person()
        .map(|person| person.name)
        .unwrap_or_default();
    let initials = format::initials(&name);
    let left = move |event: web_sys::FocusEvent| {
        let target = event
            .related_target()
            .and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        // The focus also leaves when the frame itself goes; then there is nothing to close.
        let root = root.try_get_untracked().flatten();
        if root.is_some_and(|root| target.is_some() && !root.contains(target.as_ref())) {
            open.set(false);
        }
    };
    view! {
        <div
            class="user-menu"
            node_ref=root
            on:focusout=left
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    open.set(false);
                    crate::browser::focus("user-button");
                }
            }
        >
            <button
                type="button"
                class="user-button"
                id="user-button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="user-panel"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="user-name">{name}</span>
                <span class="avatar" aria-hidden="true">{initials}</span>
            </button>
            <div class="user-panel" id="user-panel" hidden=move || !open.get()>
                {move || open.get().then(|| view! { <Panel open changing /> })}
            </div>
        </div>
        <ChangePasswordDialog open=changing />
    }
}

#[component]
fn Panel(open: RwSignal<bool>, changing: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let person = access.person();
    view! {
        <div>
            <h2>{person.as_ref().map(|it| it.name.clone())}</h2>
            <p class="sub">
                {person.map(|it| format!("{} · {}", it.account, it.role.name()))}
            </p>
        </div>
        <PreferenceChoices />
        <hr />
        <div class="row-buttons">
            <Button
                kind=ButtonKind::Small
                icon=IconName::Key
                on_press=move || {
                    open.set(false);
                    changing.set(true);
                }
            >
                {words::change_password(language)}
            </Button>
            <Button
                kind=ButtonKind::Small
                icon=IconName::Exit
                busy=acts.is_busy()
                on_press=move || acts.run(SignOut {}, move |session| access.leave(session))
            >
                {words::sign_out(language)}
            </Button>
        </div>
    }
}

/// Language and theme.
#[component]
pub fn PreferenceChoices() -> impl IntoView {
    let language = use_language();
    let preferences = use_preferences();
    let languages = vec![Choice::new("id", "Indonesia"), Choice::new("en", "English")];
    let themes = vec![
        Choice::new("system", page_settings::theme_system(language)),
        Choice::new("light", page_settings::theme_light(language)),
        Choice::new("dark", page_settings::theme_dark(language)),
    ];
    let theme = Signal::derive(move || {
        match preferences.theme.get() {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
        .to_owned()
    });
    view! {
        <RadioGroup
            label=page_settings::language(language)
            value=Signal::derive(move || preferences.language.get().tag().to_owned())
            choices=languages
            on_choose=move |tag: String| {
                let chosen = Language::ALL.into_iter().find(|it| it.tag() == tag);
                preferences.language.set(chosen.unwrap_or_default());
            }
        />
        <RadioGroup
            label=page_settings::theme(language)
            value=theme
            choices=themes
            on_choose=move |chosen: String| {
                preferences
                    .theme
                    .set(
                        match chosen.as_str() {
                            "light" => Theme::Light,
                            "dark" => Theme::Dark,
                            _ => Theme::System,
                        },
                    );
            }
        />
    }
}

#[component]
fn ChangePasswordDialog(open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    view! {
        <Dialog open title=words::change_password(language)>
            <ChangePasswordForm open />
        </Dialog>
    }
}

#[component]
fn ChangePasswordForm(open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let old = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let save = move || {
        let command = ChangePassword {
            old: Password(old.get_untracked()),
            new: Password(new.get_untracked()),
        };
        acts.attempt(command, move |answer| match answer {
            Ok(_) => {
                open.set(false);
                acts.say(words::password_changed(language));
            }
            Err(refusal) => wrong.set(Some(refusal.code.sentence(language))),
        });
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <PasswordField
                label=words::old_password(language)
                value=old
                autocomplete="current-password"
            />
            <PasswordField
                label=words::new_password(language)
                value=new
                autocomplete="new-password"
                hint=words::new_password_hint(language)
                error=wrong
            />
            <div class="row-buttons">
                <button
                    type="submit"
                    class="btn primary"
                    aria-busy=move || acts.is_busy().get().then_some("true")
                >
                    {common::save(language)}
                </button>
                <Button on_press=move || open.set(false)>{common::cancel(language)}</Button>
            </div>
        </form>
    }
}
