//! The rules in use, each with its source, and those that the centre published.

use crate::components::{Card, Chip, ChipTone};
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use api::settings::{PublishedRules, RulesStanding, Settings};
use catalogue::{Language, page_settings as words, rules as names};
use leptos::prelude::*;

/// What the centre published, and a list that is folded up until somebody wants to know.
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
                let (name, basis) = names::about(language, &rule.id)?;
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
    let published = move || {
        let published = settings.get().map(|it| it.published).unwrap_or_default();
        let lines: Vec<_> = published.iter().map(|it| line(language, it)).collect();
        (!lines.is_empty()).then(|| view! { <ul class="card-body settings-published">{lines}</ul> })
    };
    view! {
        <Card title=words::rules(language)>
            {published}
            <details class="card-body settings-rules">
                <summary>{words::rules_hint(language)}</summary>
                <ul>{lines}</ul>
            </details>
        </Card>
    }
}

fn line(language: Language, rules: &PublishedRules) -> impl IntoView + use<> {
    let (tone, standing) = match rules.standing {
        RulesStanding::InForce => (ChipTone::Good, words::rules_in_force(language)),
        RulesStanding::Later => (ChipTone::Accent, words::rules_later(language)),
        RulesStanding::Earlier => (ChipTone::Plain, words::rules_earlier(language)),
        RulesStanding::Unreadable => (ChipTone::Attention, words::rules_unreadable(language)),
    };
    let about = match rules.valid_from {
        Some(day) => words::rule_about(language, format::date(language, day), &rules.source),
        None => words::rules_update(language).to_owned(),
    };
    let changed: Vec<&str> = rules
        .files
        .iter()
        .map(|id| names::about(language, id).map_or(id.as_str(), |(name, _)| name))
        .collect();
    let changed = (!changed.is_empty()).then(|| words::rules_change(language, changed.join(", ")));
    view! {
        <li>
            <span>{words::rules_published(language, rules.version)}</span>
            <Chip tone>{standing}</Chip>
            <small class="sub">{about}</small>
            <small class="sub">{changed}</small>
        </li>
    }
}
