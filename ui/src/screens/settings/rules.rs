//! The rules in use, each with its source.

use crate::components::Card;
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use api::settings::Settings;
use catalogue::{page_settings as words, rules};
use leptos::prelude::*;

/// A list that is folded up until somebody wants to know.
#[component]
pub fn RulesCard(settings: Query<Settings>) -> impl IntoView {
    let language = use_language();
    let lines = move || {
        settings
            .get()
            .map(|it| it.rules)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|rule| {
                let (name, basis) = rules::about(language, &rule.id)?;
                let valid_from = format::date(language, rule.valid_from);
                Some(view! {
                    <li>
                        <span>{name}</span>
                        <small class="sub">{words::rule_about(language, valid_from, basis)}</small>
                    </li>
                })
            })
            .collect::<Vec<_>>()
    };
    view! {
        <Card title=words::rules(language)>
            <details class="card-body settings-rules">
                <summary>{words::rules_hint(language)}</summary>
                <ul>{lines}</ul>
            </details>
        </Card>
    }
}
