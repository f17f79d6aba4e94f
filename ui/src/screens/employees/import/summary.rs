//! What was read: how many of what, which columns, from which day on.

use super::state::Import;
use crate::components::{Banner, Chip, ChipTone, DateField, Icon, IconName};
use crate::format;
use crate::language::use_language;
use api::import::ImportPreview;
use catalogue::page_import_list as words;
use leptos::prelude::*;
use std::sync::Arc;

/// The card above the rows.
#[component]
pub fn Summary(
    /// The import.
    import: Import,
    /// What was read.
    preview: Arc<ImportPreview>,
) -> impl IntoView {
    let language = use_language();
    let from_error = Signal::derive(move || {
        import
            .from_missing
            .get()
            .then(|| words::from_missing(language).to_owned())
    });
    let units = (!preview.new_units.is_empty())
        .then(|| words::new_units(language, preview.new_units.join(", ")));
    view! {
        <section class="card import-summary">
            <div class="import-found">
                <Counts preview=preview.clone() />
                <Columns preview />
            </div>
            <div class="import-from">
                <DateField
                    label=words::from(language)
                    value=import.from
                    hint=words::from_hint(language)
                    error=from_error
                />
            </div>
        </section>
        {units.map(|text| view! { <Banner text=text /> })}
    }
}

/// Big numbers, each with its word.
#[component]
fn Counts(preview: Arc<ImportPreview>) -> impl IntoView {
    let language = use_language();
    let counts = preview.counts;
    let numbers = [
        (counts.new, words::count_new(language), "new"),
        (counts.changed, words::count_changed(language), "changed"),
        (counts.same, words::count_same(language), "same"),
        (counts.rejected, words::count_rejected(language), "rejected"),
        (counts.missing, words::count_missing(language), "missing"),
    ];
    let tiles: Vec<_> = numbers
        .into_iter()
        .map(|(count, name, class)| {
            view! {
                <div class=format!("import-count {class}") class:none=count == 0>
                    <dt>{name}</dt>
                    <dd>{format::number(language, u64::from(count))}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="import-counts" aria-label=words::counts(language)>{tiles}</dl> }
}

/// Where the head is, what is taken, what is never kept.
#[component]
fn Columns(preview: Arc<ImportPreview>) -> impl IntoView {
    let language = use_language();
    let taken = preview.columns.len();
    let ignored = preview.ignored.len();
    let rows = u64::try_from(preview.rows.len()).unwrap_or(u64::MAX);
    let mut facts = vec![
        words::rows(language, format::number(language, rows)),
        words::header_row(language, preview.header_row),
        words::columns_taken(language, taken),
    ];
    if ignored > 0 {
        facts.push(words::columns_ignored(language, ignored));
    }
    let dropped = (!preview.dropped.is_empty())
        .then(|| words::columns_dropped(language, preview.dropped.join(", ")));
    let meanings: Vec<_> = preview
        .columns
        .iter()
        .map(|(head, meaning)| {
            let text = words::column_means(language, head, meaning);
            view! { <Chip tone=ChipTone::Accent>{text}</Chip> }
        })
        .collect();
    let passed: Vec<_> = preview
        .ignored
        .iter()
        .map(|head| {
            // "TMT" alone does not say since when of what.
            let why = if head.trim().eq_ignore_ascii_case("tmt") {
                words::column_ignored_tmt(language)
            } else {
                words::column_ignored(language)
            };
            let text = words::column_means(language, head, why);
            view! { <Chip>{text}</Chip> }
        })
        .collect();
    view! {
        <div class="import-columns">
            <p class="sub">{facts.join(" · ")}</p>
            {dropped.map(|text| view! {
                <p class="import-dropped"><Icon name=IconName::Shield />{text}</p>
            })}
            <details>
                <summary>{words::columns_show(language)}</summary>
                <div class="chips">{meanings}{passed}</div>
            </details>
        </div>
    }
}
