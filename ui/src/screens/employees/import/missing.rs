//! People who are here and not in the list: offered as mutasi or pensiun, never deleted.

use super::super::form::FormTrouble;
use super::super::words as names;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Card, Chip, ChipTone, DateField, RefusalBanner, TextField,
};
use crate::format;
use crate::language::use_language;
use crate::routes;
use crate::toast::use_toasts;
use api::employees::SaveException;
use api::import::{ImportPreview, MissingFromFile};
use catalogue::{common, page_employee, page_import_list as words};
use chrono::NaiveDate;
use domain::{EmployeeId, ExceptionKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use std::sync::Arc;

/// So many are listed before somebody asks for all.
const SHOWN: usize = 10;

/// What has been noted about one of them.
type Noted = RwSignal<Option<(ExceptionKind, NaiveDate)>>;

/// The card, while somebody is missing.
#[component]
pub fn MissingPeople(
    /// What was read.
    preview: Arc<ImportPreview>,
) -> impl IntoView {
    let language = use_language();
    let count = preview.missing.len();
    let all = RwSignal::new(count <= SHOWN);
    (count > 0).then(|| {
        let people = move || {
            let take = if all.get() { usize::MAX } else { SHOWN };
            let people = preview.missing.iter().take(take).cloned();
            people
                .map(|person| view! { <Missing person /> })
                .collect::<Vec<_>>()
        };
        view! {
            <Card title=words::missing_title(language, count)>
                <p class="card-body sub import-missing-text">{words::missing_text(language)}</p>
                <ul class="import-missing">{people}</ul>
                {move || (!all.get()).then(|| view! {
                    <p class="card-body">
                        <button type="button" class="link" on:click=move |_| all.set(true)>
                            {words::missing_all(language, count)}
                        </button>
                    </p>
                })}
            </Card>
        }
    })
}

#[component]
fn Missing(person: MissingFromFile) -> impl IntoView {
    let language = use_language();
    let noted: Noted = RwSignal::new(None);
    let asking = RwSignal::new(None::<ExceptionKind>);
    let form_id = format!("missing-{}", person.employee);
    let ask = {
        let form_id = form_id.clone();
        move |kind: ExceptionKind| {
            asking.set(Some(kind));
            let first = format!("#{form_id} input");
            browser::after_paint(move || {
                if let Some(field) = browser::first(&first) {
                    let _detached = field.focus();
                }
            });
        }
    };
    let buttons = move || match noted.get() {
        Some((kind, from)) => {
            let kind = names::exception(language, kind);
            let text = words::missing_noted(language, kind, format::date(language, from));
            view! { <Chip tone=ChipTone::Good>{text}</Chip> }.into_any()
        }
        None => {
            let (move_away, retire) = (ask.clone(), ask.clone());
            view! {
                <Button kind=ButtonKind::Small on_press=move || move_away(ExceptionKind::Mutasi)>
                    {words::missing_mutasi(language)}
                </Button>
                <Button kind=ButtonKind::Small on_press=move || retire(ExceptionKind::Pensiun)>
                    {words::missing_pensiun(language)}
                </Button>
            }
            .into_any()
        }
    };
    let about = format!("{} · {}", person.nip.grouped(), person.unit);
    let employee = person.employee;
    view! {
        <li>
            <div class="import-missing-person">
                <div>
                    <A href=routes::employee(person.employee)>{person.name}</A>
                    <small>{about}</small>
                </div>
                <div class="row-buttons">{buttons}</div>
            </div>
            <div id=form_id>
                {move || asking.get().map(|kind| view! {
                    <Leaving employee kind asking noted />
                })}
            </div>
        </li>
    }
}

/// Since when, and by which letter.
#[component]
fn Leaving(
    employee: EmployeeId,
    kind: ExceptionKind,
    asking: RwSignal<Option<ExceptionKind>>,
    noted: Noted,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let from = RwSignal::new(None::<NaiveDate>);
    let letter = RwSignal::new(String::new());
    let trouble = FormTrouble::new(&["from", "letter"]);
    trouble.follow("from", move || from.track());
    trouble.follow("letter", move || letter.track());
    let from_error = trouble.until(
        ("from", page_employee::exception_from_missing(language)),
        move || from.with(Option::is_some),
    );
    let busy = RwSignal::new(false);
    let kind_name = names::exception(language, kind);
    let save = move || {
        trouble.clear();
        let Some(first) = from.get_untracked() else {
            return trouble.lacks(vec!["from"]);
        };
        let letter = letter.get_untracked();
        busy.set(true);
        let command = SaveException {
            exception: None,
            employee,
            kind,
            from: first,
            to: None,
            letter,
        };
        spawn_local(async move {
            let saved = backend.call(command).await;
            busy.set(false);
            match saved {
                Ok(detail) => {
                    asking.set(None);
                    noted.set(Some((kind, first)));
                    let name = detail.employee.full_name();
                    toasts.done(words::missing_saved(language, kind_name, name));
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    };
    view! {
        <form
            class="stack import-leaving"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save();
                }
            }
        >
            <div class="grid-2">
                <DateField
                    label=page_employee::exception_from(language)
                    value=from
                    error=from_error
                />
                <TextField
                    label=page_employee::exception_letter(language)
                    value=letter
                    error=trouble.about("letter", page_employee::too_long(language))
                />
            </div>
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Small busy on_press=save>
                    {match kind {
                        ExceptionKind::Pensiun => words::missing_save_pensiun(language),
                        _ => words::missing_save_mutasi(language),
                    }}
                </Button>
                <Button kind=ButtonKind::SmallQuiet on_press=move || asking.set(None)>
                    {common::cancel(language)}
                </Button>
            </div>
        </form>
    }
}
