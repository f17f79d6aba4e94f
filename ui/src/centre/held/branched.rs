//! Versions of a document, side by side.

use super::kind_name;
use crate::centre::access::use_access;
use crate::components::{Button, ButtonKind, Dialog, EmptyState, IconName, Pagination, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::PAGE;
use api::central::held::{
    Branched as Versions, BranchedLine, BranchedPage, FieldLine, GetBranched, ListBranched,
};
use catalogue::{Language, centre_frame, centre_held as words, sync_fields};
use leptos::prelude::*;

/// The list, newest first.
#[component]
pub fn Branched() -> impl IntoView {
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || Some(ListBranched { skip: skip.get() }));
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    let comparing = RwSignal::new(None::<BranchedLine>);
    view! {
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <div class="rows">{move || found.get().map(|it| table(it, comparing))}</div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
        {move || comparing.get().map(|line| view! { <Compare comparing line /> })}
    }
}

fn table(found: BranchedPage, comparing: RwSignal<Option<BranchedLine>>) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::Check
                title=words::nothing_branched_title(language)
                text=words::nothing_branched_text(language)
            />
        }
        .into_any();
    }
    let lines: Vec<_> = found
        .rows
        .into_iter()
        .map(|it| line(it, comparing))
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{words::about(language)}</th>
                    <th scope="col">{centre_frame::office(language)}</th>
                    <th scope="col">{words::column_versions(language)}</th>
                    <th scope="col">{words::since(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::compare(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: BranchedLine, comparing: RwSignal<Option<BranchedLine>>) -> AnyView {
    let language = use_language();
    let access = use_access();
    let since = format::short_moment(language, access.local(row.changed_at), access.today());
    let period = row
        .period
        .map(|it| format!(" · {}", format::period(language, it)));
    let chosen = StoredValue::new(row.clone());
    view! {
        <tr>
            <th scope="row">
                {row.about}
                <small>{kind_name(language, Some(row.kind))} {period}</small>
            </th>
            <td>{row.office_name}</td>
            <td>{words::versions(language, row.branches + 1)}</td>
            <td class="centre-when">{since}</td>
            <td class="centre-acts">
                <Button
                    kind=ButtonKind::Small
                    on_press=move || comparing.set(Some(chosen.get_value()))
                >
                    {words::compare(language)}
                </Button>
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn Compare(comparing: RwSignal<Option<BranchedLine>>, line: BranchedLine) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(true);
    crate::components::when_changed(
        move || open.track(),
        move || {
            if !open.get_untracked() {
                comparing.set(None);
            }
        },
    );
    let title = line.about.clone();
    let found = use_query(move || {
        Some(GetBranched {
            office: line.office,
            kind: line.kind,
            id: line.id,
        })
    });
    view! {
        <Dialog open title>
            <div class="stack">
                <p class="sub">{words::office_decides(language)}</p>
                <QueryView query=found show=move || found.get().map(versions).into_any() />
            </div>
        </Dialog>
    }
}

fn versions(found: Versions) -> AnyView {
    let language = use_language();
    let heads: Vec<_> = (0..found.versions)
        .map(|number| {
            let name = match number {
                0 => words::version_valid(language).to_owned(),
                number => words::version_other(language, number),
            };
            view! { <th scope="col">{name}</th> }.into_any()
        })
        .collect();
    let lines: Vec<_> = found.fields.into_iter().map(field).collect();
    view! {
        <table class="table">
            <thead>
                <tr><th scope="col">{words::field(language)}</th>{heads}</tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn field(line: FieldLine) -> AnyView {
    let language = use_language();
    let values: Vec<_> = line
        .values
        .into_iter()
        .map(|value| view! { <td>{shown(language, value)}</td> }.into_any())
        .collect();
    view! {
        <tr><th scope="row">{sync_fields::label(language, &line.field)}</th>{values}</tr>
    }
    .into_any()
}

/// A value as people read it: a code by its word, a day as the office writes it, anything else as
/// it stands.
fn shown(language: Language, value: String) -> String {
    if value.is_empty() {
        return "–".to_owned();
    }
    if let Some(word) = sync_fields::word(language, &value) {
        return word.to_owned();
    }
    match value.parse() {
        Ok(day) => format::date(language, day),
        Err(_) => value,
    }
}
