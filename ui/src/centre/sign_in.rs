//! The way in.

use super::acts::use_acts;
use super::carried::carry;
use super::password_field::PasswordField;
use super::way::Way;
use crate::browser;
use crate::components::TextField;
use crate::language::use_language;
use api::central::session::{Password, SignIn, StaffSession};
use catalogue::centre_frame as words;
use leptos::prelude::*;

/// Account and password.
#[component]
pub fn SignInScreen(
    /// Somebody came in.
    entered: Callback<StaffSession>,
) -> impl IntoView {
    let language = use_language();
    browser::after_paint(|| browser::focus("account"));
    view! {
        <Way title=words::sign_in(language)>
            <SignInForm account=String::new() entered />
        </Way>
    }
}

/// The form alone.
#[component]
pub fn SignInForm(
    /// Who probably signs in; empty when nobody knows.
    account: String,
    /// Somebody came in.
    entered: Callback<StaffSession>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let account = RwSignal::new(account);
    let password = RwSignal::new(String::new());
    carry("sign-in.account", account);
    carry("sign-in.password", password);
    let wrong = RwSignal::new(None::<String>);
    crate::components::forget_when_changed(wrong, move || password.track());
    let enter = move || {
        let command = SignIn {
            account: account.get_untracked(),
            password: Password(password.get_untracked()),
        };
        acts.attempt(command, move |answer| match answer {
            Ok(session) => entered.run(session),
            Err(refusal) => wrong.set(Some(refusal.code.sentence(language))),
        });
    };
    view! {
        <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    enter();
                }
            >
                <TextField label=words::account(language) value=account id="account" />
                <PasswordField
                    label=words::password(language)
                    value=password
                    autocomplete="current-password"
                    error=wrong
                />
                <button
                    type="submit"
                    class="btn primary"
                    aria-busy=move || acts.is_busy().get().then_some("true")
                >
                    {words::sign_in(language)}
                </button>
            </form>
    }
}
