//! Somebody is added by hand: the person and the first post on one page.

use super::form::FormTrouble;
use super::person_draft::PersonDraft;
use super::person_fields::PersonFields;
use super::post_draft::PostDraft;
use super::post_fields::{PostFields, Purpose};
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Card, IconName, KeptForm, Keys, LinkButton, PageHead, RefusalBanner,
    Restored,
};
use crate::language::use_language;
use crate::place::use_office;
use crate::routes::{self, Screen};
use crate::toast::use_toasts;
use catalogue::{common, page_employees as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

/// What follows the saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// The new person's page.
    Open,
    /// An empty form for the next one.
    Another,
}

const FIELDS: &[&str] = &[
    "name",
    "title_before",
    "title_after",
    "nip",
    "education",
    "unit",
    "jabatan",
    "from",
    "to",
    "appraiser",
    "appraiser_superior",
];

/// The form.
#[component]
pub fn AddPerson() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let place = office.place_now();
    let person = PersonDraft::new();
    let post = PostDraft::new(
        place.as_ref().map(|place| place.unit),
        place.map(|place| place.period.first_day()),
    );
    let kept = KeptForm::open(
        "add-person",
        move || {
            let mut both = person.values();
            if let (Value::Object(both), Value::Object(post)) = (&mut both, post.values()) {
                both.extend(post);
            }
            both
        },
        move |kept| {
            person.fill(&kept);
            post.fill(&kept);
        },
    );
    let trouble = FormTrouble::new(FIELDS);
    let busy = RwSignal::new(false);
    let kind = Memo::new(move |_| person.kind());
    let save = Callback::new(move |then: Then| {
        trouble.clear();
        let mut lacks = person.lacks();
        let read = post.read();
        lacks.extend(read.as_ref().err().into_iter().flatten());
        let (Ok(first), true) = (read, lacks.is_empty()) else {
            return trouble.lacks(lacks);
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let command = person.command(None, Some(first));
        let forget = kept.forget_later();
        let navigate = navigate.clone();
        spawn_local(async move {
            let saved = backend.call(command).await;
            busy.set(false);
            match saved {
                Ok(detail) => {
                    toasts.done(words::added(language, detail.employee.full_name()));
                    match then {
                        Then::Open => {
                            forget();
                            navigate(
                                &routes::employee(detail.employee.id),
                                NavigateOptions {
                                    replace: true,
                                    ..NavigateOptions::default()
                                },
                            );
                        }
                        Then::Another => {
                            person.clear();
                            post.clear_person();
                            kept.begin_anew();
                            focus_first_field();
                        }
                    }
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    });
    focus_first_field();
    view! {
        <PageHead title=words::add_title(language) sub=words::add_sub(language)>
            <LinkButton
                href=Screen::Employees.path()
                kind=ButtonKind::Quiet
                icon=IconName::ChevronLeft
            >
                {words::back_to_list(language)}
            </LinkButton>
        </PageHead>
        <form
            class="stack employee-form"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save.run(Then::Open);
                }
            }
        >
            <Restored kept />
            <Card title=words::add_person(language)>
                <div class="card-body stack"><PersonFields draft=person trouble own=None /></div>
            </Card>
            <Card title=words::add_post(language)>
                <div class="card-body stack">
                    <PostFields draft=post trouble kind purpose=Purpose::First />
                </div>
            </Card>
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons employee-form-end">
                <Button
                    kind=ButtonKind::Primary
                    busy
                    on_press=move || save.run(Then::Open)
                >
                    {words::add_save(language)}
                </Button>
                <Keys of="Ctrl+Enter" />
                <Button busy on_press=move || save.run(Then::Another)>
                    {words::add_save_more(language)}
                </Button>
                <LinkButton
                    href=Screen::Employees.path()
                    kind=ButtonKind::Quiet
                    on:click=move |_| kept.forget()
                >
                    {common::cancel(language)}
                </LinkButton>
            </div>
        </form>
    }
}

fn focus_first_field() {
    browser::after_paint(|| {
        if let Some(field) = browser::first(".employee-form input") {
            let _detached = field.focus();
        }
    });
}
