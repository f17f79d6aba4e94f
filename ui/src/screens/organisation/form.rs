//! The organisation's predicate, and what it rests on.

use super::draft::{Draft, Standing};
use crate::backend::use_backend;
use crate::components::{
    Card, DateField, Icon, IconName, Outsiders, PersonChoice, PersonPicker, TextField,
};
use crate::effect::effect;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::employees::GetEmployee;
use api::organisation::OrganisationView;
use catalogue::{Language, page_organisation as words};
use domain::OrganisationPredikat;
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(600);

/// The form.
#[component]
pub fn OrganisationForm(view: Query<OrganisationView>, draft: Draft) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let save = move || draft.save(backend, language);
    name_of_employee(draft);
    save_when_typing_pauses(draft, Callback::new(move |()| save()));
    // A day or a person is chosen as a whole.
    Effect::new(move |before: Option<()>| {
        draft.date.track();
        draft.set_by.track();
        if before.is_some() {
            save();
        }
    });
    let patterns =
        untrack(|| view.with(|view| view.map(|it| it.patterns.clone()).unwrap_or_default()));
    let choices: Vec<_> = patterns
        .into_iter()
        .map(|(predikat, pattern)| {
            choice(draft, predikat, pattern, Callback::new(move |()| save()))
        })
        .collect();
    view! {
        <Card
            title=words::predikat(language)
            sub=words::predikat_sub(language)
            actions=view! {
                <p class="organisation-standing" role="status">
                    {move || standing(language, draft)}
                </p>
            }
            .into_any()
        >
            <fieldset class="organisation-choices">
                <legend class="visually-hidden">{words::predikat(language)}</legend>
                {choices}
            </fieldset>
            <div class="card-body stack">
                <h3>{words::basis(language)}</h3>
                <div class="grid-2">
                    <TextField
                        label=words::document(language)
                        value=draft.document
                        hint=words::document_hint(language)
                        on_commit=move |_: String| save()
                    />
                    <DateField label=words::date(language) value=draft.date />
                </div>
                <PersonPicker
                    label=words::set_by(language)
                    value=draft.set_by
                    hint=words::set_by_hint(language)
                    outsiders=Outsiders::Yes
                />
            </div>
        </Card>
    }
}

fn choice(
    draft: Draft,
    predikat: OrganisationPredikat,
    pattern: String,
    save: Callback<()>,
) -> AnyView {
    view! {
        <label class="organisation-choice">
            <input
                type="radio"
                name="organisation-predikat"
                prop:checked=move || draft.predikat.get() == Some(predikat)
                on:change=move |_| {
                    draft.predikat.set(Some(predikat));
                    save.run(());
                }
            />
            <span>
                <b>{predikat.name()}</b>
                <small>{pattern}</small>
            </span>
        </label>
    }
    .into_any()
}

/// Text is saved when the typing pauses, when its field is left, and when the screen is.
fn save_when_typing_pauses(draft: Draft, save: Callback<()>) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(running)) = timer.try_get_value() {
            running.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        draft.document.track();
        draft.reason.track();
        stop();
        if before.is_some() {
            timer.set_value(set_timeout_with_handle(move || save.run(()), PAUSE).ok());
        }
    });
    on_cleanup(move || {
        stop();
        save.run(());
    });
}

fn standing(language: Language, draft: Draft) -> AnyView {
    if draft.predikat.get().is_none() {
        return words::choose_first(language).into_any();
    }
    match draft.standing.get() {
        Standing::Untouched => ().into_any(),
        Standing::Saving => words::saving(language).into_any(),
        Standing::Saved => view! {
            <span class="organisation-saved"><Icon name=IconName::Check />{words::saved(language)}</span>
        }
        .into_any(),
        Standing::Refused(sentence) => view! {
            <span class="organisation-refused"><Icon name=IconName::Warning />{sentence}</span>
        }
        .into_any(),
    }
}

/// The program keeps who set it by identity; the form shows the name.
fn name_of_employee(draft: Draft) {
    let known = use_query(move || {
        let choice = draft.set_by.get()?;
        let employee = choice.employee_id().filter(|_| choice.name.is_empty())?;
        Some(GetEmployee { employee })
    });
    effect(move || {
        let Some(detail) = known.get() else { return };
        let id = detail.employee.id;
        let wanted = draft.set_by.with_untracked(|choice| {
            choice
                .as_ref()
                .is_some_and(|it| it.name.is_empty() && it.employee_id() == Some(id))
        });
        if wanted {
            draft.set_by.set(Some(PersonChoice::employee(
                id,
                detail.employee.full_name(),
            )));
        }
    });
}
