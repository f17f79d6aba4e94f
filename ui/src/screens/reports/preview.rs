//! What the workbook would hold, who is not complete, what stays out.

use crate::components::{Banner, BannerKind, Unfold};
use crate::format::held_as;
use crate::language::use_language;
use crate::query::Query;
use crate::routes;
use api::home::MissingPerson;
use api::reports::ExportPreview;
use catalogue::{missing, page_reports as words};
use domain::missing::MissingCode;
use leptos::prelude::*;

/// So many names are shown; the rest opens on request.
const NAMED: usize = 12;

/// The first rows as they will stand in the cells, below what to know about them.
#[component]
pub fn PreviewTable(
    /// The preview.
    preview: Query<ExportPreview>,
) -> impl IntoView {
    view! {
        {move || {
            preview
                .get()
                .map(|it| {
                    view! {
                        <Readiness
                            not_ready=it.not_ready
                            left_out=it.left_out
                            exempt=it.exempt
                        />
                        <Cells
                            title=it.title
                            columns=it.columns
                            rows=it.rows
                            row_count=it.row_count
                            file_name=it.file_name
                        />
                    }
                })
        }}
    }
}

#[component]
fn Readiness(
    not_ready: Vec<(MissingPerson, Vec<MissingCode>)>,
    left_out: Vec<(MissingPerson, String)>,
    exempt: u32,
) -> impl IntoView {
    let language = use_language();
    let complete = not_ready.is_empty() && left_out.is_empty();
    let more = not_ready.len().saturating_sub(NAMED);
    let is_open = RwSignal::new(false);
    let people: Vec<_> = not_ready
        .into_iter()
        .enumerate()
        .map(|(index, (person, codes))| {
            let href = routes::sheet_row(person.assignment);
            let name = held_as(person.name, person.tenure);
            let why: Vec<_> = codes
                .iter()
                .map(|code| missing::meaning(language, *code).to_lowercase())
                .collect();
            let is_hidden = move || index >= NAMED && !is_open.get();
            view! {
                <li hidden=is_hidden>
                    <leptos_router::components::A href>{name}</leptos_router::components::A>
                    " – "
                    <span class="sub">{why.join(", ")}</span>
                </li>
            }
        })
        .collect();
    let out: Vec<_> = left_out
        .into_iter()
        .map(|(person, why)| {
            let name = held_as(person.name, person.tenure);
            view! { <li><b>{name}</b>" – "{why}</li> }
        })
        .collect();
    view! {
        <div class="reports-readiness">
            {complete
                .then(|| view! {
                    <Banner kind=BannerKind::Good text=words::all_ready(language) />
                })}
            {(!people.is_empty())
                .then(|| view! {
                    <div class="reports-note">
                        <h3>{words::not_ready(language)}</h3>
                        <p class="sub">{words::not_ready_hint(language)}</p>
                        <ul>{people}</ul>
                        {(more > 0).then(|| view! {
                            <Unfold open=is_open more=words::more_people(language, more) />
                        })}
                    </div>
                })}
            {(!out.is_empty())
                .then(|| view! {
                    <div class="reports-note">
                        <h3>{words::left_out(language)}</h3>
                        <ul>{out}</ul>
                    </div>
                })}
            {(exempt > 0).then(|| view! { <p class="sub">{words::exempt(language, exempt)}</p> })}
        </div>
    }
}

#[component]
fn Cells(
    title: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    row_count: u32,
    file_name: String,
) -> impl IntoView {
    let language = use_language();
    let shown = rows.len();
    let heads: Vec<_> = columns
        .into_iter()
        .map(|it| view! { <th scope="col">{it}</th> })
        .collect();
    let body: Vec<_> = rows
        .into_iter()
        .map(|cells| {
            let cells: Vec<_> = cells
                .into_iter()
                .map(|cell| view! { <td>{cell}</td> })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    let title: Vec<_> = title
        .into_iter()
        .map(|line| view! { <div>{line}</div> })
        .collect();
    view! {
        <div class="reports-preview-head">
            <h3>{words::preview(language)}</h3>
            <span class="sub">{words::preview_rows(language, shown, row_count)}</span>
            <span class="sub push">{words::file_name(language, file_name)}</span>
        </div>
        <div class="reports-title" translate="no">{title}</div>
        <div class="rows reports-cells" tabindex="0" role="region" aria-label=words::preview(language)>
            <table class="table" translate="no">
                <thead><tr>{heads}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}
