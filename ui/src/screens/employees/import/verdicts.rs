//! Every row with its verdict, in tabs.

use super::lines::{Line, Look, lines, rows_of};
use crate::components::{Chip, ChipTone, Icon, IconName, Rows, Tab, TabPanel, Tabs};
use crate::format;
use crate::language::use_language;
use api::import::{FieldChange, ImportPreview, ImportRow, RowProblem, Verdict};
use catalogue::{Language, page_import_list as words};
use leptos::prelude::*;
use std::sync::Arc;

/// Pixels of a line: two lines of text.
const ROW: usize = 52;

/// The card with the rows.
#[component]
pub fn Verdicts(
    /// What was read.
    preview: Arc<ImportPreview>,
) -> impl IntoView {
    let language = use_language();
    let first = if preview.counts.rejected > 0 {
        Look::Rejected
    } else {
        Look::All
    };
    let selected = RwSignal::new(first.key());
    let tabs: Vec<Tab> = Look::ALL
        .into_iter()
        .map(|look| {
            let count = u64::try_from(rows_of(&preview.rows, look)).unwrap_or(u64::MAX);
            Tab {
                key: look.key(),
                label: name(language, look, &format::number(language, count)),
            }
        })
        .collect();
    view! {
        <section class="card import-verdicts">
            <div class="import-tabs">
                <Tabs name="verdicts" label=words::tabs(language) tabs selected />
            </div>
            <TabPanel name="verdicts" selected>
                {move || view! { <Table preview=preview.clone() look=Look::of(selected.get()) /> }}
            </TabPanel>
        </section>
    }
}

/// The rows of one tab: a new table each, so that it begins at its top.
#[component]
fn Table(preview: Arc<ImportPreview>, look: Look) -> impl IntoView {
    let language = use_language();
    let lines = lines(&preview.rows, look);
    if lines.is_empty() {
        return view! { <p class="sub import-nothing">{words::tab_empty(language)}</p> }.into_any();
    }
    let count = lines.len();
    let row = Callback::new(move |index: usize| {
        let line = lines.get(index).copied();
        let row = line.and_then(|line| preview.rows.get(line.row).map(|row| (line, row)));
        row.map(|(line, row)| draw(language, (row, line, look), index))
            .into_any()
    });
    view! {
        <Rows
            attr:tabindex="0"
            count=Signal::stored(count)
            height=ROW
            label=words::table(language)
            head=head(language)
            row
        />
    }
    .into_any()
}

fn head(language: Language) -> AnyView {
    view! {
        <thead>
            <tr>
                <th scope="col" class="num">{words::column_row(language)}</th>
                <th scope="col">{words::column_person(language)}</th>
                <th scope="col">{words::column_result(language)}</th>
                <th scope="col">{words::column_detail(language)}</th>
            </tr>
        </thead>
    }
    .into_any()
}

fn draw(
    language: Language,
    (row, line, look): (&ImportRow, Line, Look),
    index: usize,
) -> impl IntoView + use<> {
    let name = match row.name.as_str() {
        "" => words::no_name(language).to_owned(),
        name => name.to_owned(),
    };
    let below = [row.nip.as_str(), row.jabatan.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <tr style:height=format!("{ROW}px") aria-rowindex=(index + 2).to_string()>
            <td class="num">{row.row}</td>
            <td class="import-person"><b>{name}</b><small>{below}</small></td>
            <td>{verdict(language, &row.verdict)}</td>
            <td class="import-detail">{detail(language, row, (look, line.part))}</td>
        </tr>
    }
}

fn verdict(language: Language, verdict: &Verdict) -> AnyView {
    let (tone, name) = match verdict {
        Verdict::New => (ChipTone::Good, words::verdict_new(language)),
        Verdict::Changed(_) => (ChipTone::Accent, words::verdict_changed(language)),
        Verdict::Same => (ChipTone::Plain, words::verdict_same(language)),
        Verdict::Rejected(_) => (ChipTone::Attention, words::verdict_rejected(language)),
    };
    view! { <Chip tone>{name}</Chip> }.into_any()
}

fn detail(language: Language, row: &ImportRow, (look, part): (Look, usize)) -> AnyView {
    match (look, &row.verdict) {
        (Look::Warnings, _) => warning(row.warnings.get(part)),
        (Look::Changed, Verdict::Changed(changes)) => change(language, changes.get(part)),
        (Look::Rejected, Verdict::Rejected(problems)) => problem(language, problems.get(part)),
        (_, Verdict::Changed(changes)) => match changes.as_slice() {
            [only] => change(language, Some(only)),
            many => changes_in_short(language, many).into_any(),
        },
        (_, Verdict::Rejected(problems)) => match problems.as_slice() {
            [only] => problem(language, Some(only)),
            many => problems_in_short(language, many).into_any(),
        },
        (_, Verdict::New | Verdict::Same) => warning(row.warnings.first()),
    }
}

/// Old → new; screen readers hear the word between.
fn change(language: Language, change: Option<&FieldChange>) -> AnyView {
    let Some(change) = change else {
        return ().into_any();
    };
    let value = |text: &str| match text {
        "" => words::empty_value(language).to_owned(),
        text => text.to_owned(),
    };
    let title = format!("{} → {}", value(&change.old), value(&change.new));
    view! {
        <span class="import-change" title=title>
            <span class="sub">{change.field.clone()}</span>
            <span>
                <del>{value(&change.old)}</del>
                <span class="visually-hidden">{words::change_to(language)}</span>
                <span aria-hidden="true">" → "</span>
                <ins>{value(&change.new)}</ins>
            </span>
        </span>
    }
    .into_any()
}

/// Which cell, and why.
fn problem(language: Language, problem: Option<&RowProblem>) -> AnyView {
    let Some(problem) = problem else {
        return ().into_any();
    };
    let cell = match problem.value.as_str() {
        "" => words::problem_in_empty(language, &problem.column),
        value => words::problem_in(language, &problem.column, value),
    };
    view! {
        <span class="import-change" title=problem.reason.clone()>
            <span class="sub">{cell}</span>
            <span>{problem.reason.clone()}</span>
        </span>
    }
    .into_any()
}

fn warning(text: Option<&String>) -> AnyView {
    text.map(|text| {
        view! {
            <span class="import-warning" title=text.clone()>
                <Icon name=IconName::Flag />
                <span>{text.clone()}</span>
            </span>
        }
    })
    .into_any()
}

fn changes_in_short(language: Language, changes: &[FieldChange]) -> String {
    let fields: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
    words::changes(language, changes.len(), fields.join(", "))
}

fn problems_in_short(language: Language, problems: &[RowProblem]) -> String {
    let first = problems
        .first()
        .map(|problem| problem.reason.as_str())
        .unwrap_or_default();
    words::problems(language, problems.len(), first)
}

fn name(language: Language, look: Look, count: &str) -> String {
    match look {
        Look::All => words::tab_all(language, count),
        Look::New => words::tab_new(language, count),
        Look::Changed => words::tab_changed(language, count),
        Look::Same => words::tab_same(language, count),
        Look::Rejected => words::tab_rejected(language, count),
        Look::Warnings => words::tab_warnings(language, count),
    }
}
