//! Choosing a workbook, looking at it, writing it.

use super::nobody::Nobody;
use super::preview::PreviewTable;
use super::saved::SavedBanner;
use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Choice, IconName, QueryView, SelectField};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::ErrorCode;
use api::reports::{Export, Form, PreviewExport, Saved};
use catalogue::page_reports as words;
use domain::UnitId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The workbook for BKN: form, scope, preview, export.
#[component]
pub fn WorkbookCard() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let form = RwSignal::new(Form::Full);
    let everything = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let saved = RwSignal::new(None::<Saved>);

    let unit = move || -> Option<Option<UnitId>> {
        let place = office.place()?;
        Some((!everything.get()).then_some(place.unit))
    };
    let preview = use_query(move || {
        Some(PreviewExport {
            unit: unit()?,
            period: office.place()?.period,
            form: form.get(),
        })
    });
    let export = move || {
        let (Some(unit), Some(place)) = (untrack(unit), office.place_now()) else {
            return;
        };
        busy.set(true);
        let command = Export {
            unit,
            period: place.period,
            form: form.get_untracked(),
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(file) => saved.set(Some(file)),
                Err(refusal) if refusal.code == ErrorCode::Cancelled => {
                    toasts.say(refusal.code.sentence(language));
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
            busy.set(false);
        });
    };
    let forms = vec![
        Choice::new("full", words::form_full(language)),
        Choice::new("short", words::form_short(language)),
        Choice::new("recap", words::form_recap(language)),
    ];
    let scopes = vec![
        Choice::new("unit", words::scope_unit(language)),
        Choice::new("all", words::scope_all(language)),
    ];
    let several = office.with_session(|session| session.units.len() > 1);
    view! {
        <section class="card reports-workbook" aria-labelledby="reports-workbook-title">
            <header>
                <h2 id="reports-workbook-title">{words::workbook(language)}</h2>
                <div class="push reports-choices">
                    <SelectField
                        label=words::form(language)
                        value=Signal::derive(move || form_key(form.get()).to_owned())
                        choices=forms
                        on_choose=move |key: String| form.set(form_of(&key))
                    />
                    {several
                        .then(|| view! {
                            <SelectField
                                label=words::scope(language)
                                value=Signal::derive(move || {
                                    if everything.get() { "all" } else { "unit" }.to_owned()
                                })
                                choices=scopes
                                on_choose=move |key: String| everything.set(key == "all")
                            />
                        })}
                    <Button kind=ButtonKind::Primary icon=IconName::FileOut busy on_press=export>
                        {words::export(language)}
                    </Button>
                </div>
            </header>
            <SavedBanner saved />
            <QueryView
                query=preview
                show=move || {
                    let empty = preview.with(|it| it.is_some_and(|it| it.row_count == 0));
                    if empty {
                        view! { <Nobody /> }.into_any()
                    } else {
                        view! { <PreviewTable preview /> }.into_any()
                    }
                }
            />
        </section>
    }
}

const fn form_key(form: Form) -> &'static str {
    match form {
        Form::Full => "full",
        Form::Short => "short",
        Form::Recap => "recap",
    }
}

fn form_of(key: &str) -> Form {
    match key {
        "short" => Form::Short,
        "recap" => Form::Recap,
        _ => Form::Full,
    }
}
