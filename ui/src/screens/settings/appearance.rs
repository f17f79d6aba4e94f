//! Language and theme; both hold at once.

use crate::backend::use_backend;
use crate::components::{Card, Choice, RadioGroup};
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::session::{SetPreferences, Theme};
use catalogue::{Language, page_settings as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Two choices.
#[component]
pub fn AppearanceCard() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let theme = Signal::derive(move || office.with_session(|session| session.theme));
    let save = move |command: SetPreferences| {
        spawn_local(async move {
            match backend.call(command).await {
                Ok(session) => office.set_session(session),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    let languages = vec![
        Choice::new("id", words::indonesian(language)),
        Choice::new("en", words::english(language)),
    ];
    let themes = vec![
        Choice::new("system", words::theme_system(language)),
        Choice::new("light", words::theme_light(language)),
        Choice::new("dark", words::theme_dark(language)),
    ];
    view! {
        <Card title=words::appearance(language)>
            <div class="card-body stack">
                <RadioGroup
                    label=words::language(language)
                    value=language.tag().to_owned()
                    choices=languages
                    on_choose=move |tag: String| {
                        let chosen =
                            Language::ALL.into_iter().find(|it| it.tag() == tag).unwrap_or_default();
                        save(SetPreferences { language: chosen, theme: theme.get_untracked() });
                    }
                />
                <RadioGroup
                    label=words::theme(language)
                    value=Signal::derive(move || key(theme.get()).to_owned())
                    choices=themes
                    on_choose=move |chosen: String| {
                        save(SetPreferences { language, theme: theme_of(&chosen) });
                    }
                />
            </div>
        </Card>
    }
}

const fn key(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_of(key: &str) -> Theme {
    match key {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::System,
    }
}
