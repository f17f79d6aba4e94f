//! Aturan: what was published, and publishing a package.

mod bring;

use super::access::use_access;
use crate::components::{Chip, ChipTone, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::rules::{ListRules, RulesLine, RulesList, Standing};
use bring::BringRules;
use catalogue::{Language, centre_rules as words, rules};
use domain::rules::RuleFile;
use leptos::prelude::*;

/// Every package, and a place for one more.
#[component]
pub fn RulesScreen() -> impl IntoView {
    let language = use_language();
    let found = use_query(move || Some(ListRules {}));
    view! {
        <PageHead title=words::title(language) sub=words::sub(language) />
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <div class="rows">{move || found.get().map(table)}</div>
                    </section>
                }
                    .into_any()
            }
        />
        <BringRules />
    }
}

fn table(found: RulesList) -> AnyView {
    let language = use_language();
    let carried = words::carried(language, found.carried);
    if found.packages.is_empty() {
        return view! { <p class="centre-none sub">{words::none(language)} " " {carried}"."</p> }
            .into_any();
    }
    let lines: Vec<_> = found.packages.into_iter().map(line).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{words::version(language)}</th>
                    <th scope="col">{words::valid_from(language)}</th>
                    <th scope="col">{words::changes(language)}</th>
                    <th scope="col">{words::published(language)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
        <p class="centre-none sub">{carried}"."</p>
    }
    .into_any()
}

fn line(it: RulesLine) -> AnyView {
    let language = use_language();
    let access = use_access();
    let (tone, standing) = match it.standing {
        Standing::InForce => (ChipTone::Good, words::in_force(language)),
        Standing::Later => (ChipTone::Accent, words::later(language)),
        Standing::Earlier => (ChipTone::Plain, words::earlier(language)),
    };
    let when = format::short_moment(language, access.local(it.at), access.today());
    view! {
        <tr>
            <th scope="row">{it.summary.version}</th>
            <td>
                {format::date(language, it.summary.valid_from)} " "
                <Chip tone>{standing}</Chip>
            </td>
            <td>{names(language, &it.summary.files)} <small>{it.summary.source}</small></td>
            <td class="centre-when">{words::published_by(language, it.by, when)}</td>
        </tr>
    }
    .into_any()
}

/// Rules by the names that Pengaturan gives them.
fn names(language: Language, files: &[RuleFile]) -> String {
    let names: Vec<&str> = files
        .iter()
        .map(|file| rules::about(language, file.name()).map_or(file.name(), |(name, _)| name))
        .collect();
    names.join(", ")
}
