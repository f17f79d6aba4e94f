//! Who it is, and putting it right: a form in the page, never a window over it.

use super::form::FormTrouble;
use super::person_draft::PersonDraft;
use super::person_fields::PersonFields;
use super::words as names;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{Button, ButtonKind, Card, CopyNip, IconName, Keys, RefusalBanner};
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use crate::toast::use_toasts;
use api::employees::EmployeeDetail;
use catalogue::{Language, common, page_employee as words};
use domain::Employee;
use domain::nip::Appointment;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
#[component]
pub fn Identity(
    /// The person.
    detail: Query<EmployeeDetail>,
) -> impl IntoView {
    let language = use_language();
    let editing = RwSignal::new(false);
    let actions = view! {
        <Button
            kind=ButtonKind::Small
            icon=IconName::Pencil
            disabled=editing
            on_press=move || editing.set(true)
            attr:id="edit-identity"
        >
            {words::edit_identity(language)}
        </Button>
    };
    view! {
        <Card title=words::identity(language) actions=actions.into_any()>
            <div class="card-body">
                {move || if editing.get() {
                    view! { <EditIdentity detail editing /> }.into_any()
                } else {
                    view! { <Facts detail /> }.into_any()
                }}
            </div>
        </Card>
    }
}

#[component]
fn Facts(detail: Query<EmployeeDetail>) -> impl IntoView {
    let language = use_language();
    let employee = Memo::new(move |_| detail.with(|it| it.map(|it| it.employee.clone())));
    move || {
        employee.get().map(|employee| {
            let rows: Vec<_> = facts(language, &employee)
                .into_iter()
                .map(|(name, value)| {
                    view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> }
                })
                .collect();
            view! {
                <dl class="employee-facts">
                    <div class="fact"><dt>"NIP"</dt><dd><CopyNip nip=employee.nip /></dd></div>
                    {rows}
                </dl>
            }
        })
    }
}

fn facts(language: Language, employee: &Employee) -> Vec<(&'static str, String)> {
    let none = || words::not_noted(language).to_owned();
    let appointed = match employee.nip.appointment() {
        Appointment::Month { year, month } => format!("{month:02}/{year}"),
        Appointment::Contract { year, .. } => year.to_string(),
    };
    let birth_date = employee
        .birth_date
        .unwrap_or_else(|| employee.nip.birth_date());
    let sex = employee.sex.unwrap_or_else(|| employee.nip.sex());
    let education = Some(employee.education.clone()).filter(|text| !text.is_empty());
    vec![
        (
            words::kind(language),
            words::nip_in_use(language, employee.kind.abbreviation(), appointed),
        ),
        (
            words::golongan(language),
            employee.golongan.map_or_else(none, names::golongan),
        ),
        (
            words::golongan_since(language),
            employee
                .golongan_since
                .map_or_else(none, |date| format::date(language, date)),
        ),
        (words::born(language), format::date(language, birth_date)),
        (words::sex(language), names::sex(language, sex).to_owned()),
        (words::education(language), education.unwrap_or_else(none)),
    ]
}

#[component]
fn EditIdentity(detail: Query<EmployeeDetail>, editing: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let Some(employee) = untrack(|| detail.with(|it| it.map(|it| it.employee.clone()))) else {
        return ().into_any();
    };
    let id = employee.id;
    let draft = PersonDraft::of(&employee);
    let trouble = FormTrouble::new(PersonDraft::FIELDS);
    let busy = RwSignal::new(false);
    let close = move || {
        editing.set(false);
        browser::after_paint(|| browser::focus("edit-identity"));
    };
    let save = move || {
        trouble.clear();
        let lacks = draft.lacks();
        if !lacks.is_empty() {
            return trouble.lacks(lacks);
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let saved = backend.call(draft.command(Some(id), None)).await;
            busy.set(false);
            match saved {
                Ok(answer) => {
                    detail.set(answer);
                    toasts.done(words::identity_saved(language));
                    close();
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    };
    browser::after_paint(|| {
        if let Some(field) = browser::first(".employee-form input") {
            let _detached = field.focus();
        }
    });
    view! {
        <form
            class="stack employee-form narrow"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save();
                }
            }
        >
            <PersonFields draft trouble own=Some(id) />
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=save>
                    {common::save(language)}
                </Button>
                <Keys of="Ctrl+Enter" />
                <Button kind=ButtonKind::Quiet on_press=close>{common::cancel(language)}</Button>
            </div>
        </form>
    }
    .into_any()
}
