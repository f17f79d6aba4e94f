//! An exception is noted or changed.

use super::exceptions::OpenForm;
use super::form::FormTrouble;
use super::words as names;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, ChoiceField, DateField, KeptForm, Keys, RefusalBanner, Restored, TextField,
    restore,
};
use crate::language::use_language;
use crate::query::Query;
use crate::toast::use_toasts;
use api::employees::{EmployeeDetail, SaveException};
use catalogue::{common, page_employee as words};
use domain::{Exception, ExceptionKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

/// The form.
#[component]
pub fn ExceptionForm(
    /// The person.
    detail: Query<EmployeeDetail>,
    /// The exception that changes; empty for a new one.
    #[prop(optional_no_strip)]
    before: Option<Exception>,
    /// Which form is open.
    form: OpenForm,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let id = before.as_ref().map(|it| it.id);
    let kind = RwSignal::new(
        before
            .as_ref()
            .map_or(ExceptionKind::CutiBesar, |it| it.kind),
    );
    let from = RwSignal::new(before.as_ref().map(|it| it.from));
    let to = RwSignal::new(before.as_ref().and_then(|it| it.to));
    let to_unread = RwSignal::new(false);
    let letter = RwSignal::new(before.map(|it| it.letter).unwrap_or_default());
    let employee = untrack(|| detail.with(|detail| detail.map(|it| it.employee.id)));
    let kept = KeptForm::open(
        &match (id, employee) {
            (Some(id), _) => format!("exception.{id}"),
            (None, Some(employee)) => format!("exception.of.{employee}"),
            (None, None) => "exception".to_owned(),
        },
        move || {
            json!({
                "kind": kind.get(),
                "from": from.get(),
                "to": to.get(),
                "letter": letter.get(),
            })
        },
        move |kept| {
            restore(&kept, "kind", kind);
            restore(&kept, "from", from);
            restore(&kept, "to", to);
            restore(&kept, "letter", letter);
        },
    );
    let trouble = FormTrouble::new(&["from", "to", "letter"]);
    trouble.follow("from", move || from.track());
    trouble.follow("to", move || {
        from.track();
        to.track();
    });
    trouble.follow("letter", move || letter.track());
    let from_error = trouble.until(
        ("from", words::exception_from_missing(language)),
        move || from.with(Option::is_some),
    );
    let busy = RwSignal::new(false);
    let close = move || {
        form.set(None);
        browser::after_paint(|| browser::focus("add-exception"));
    };
    let cancel = move || {
        kept.forget();
        close();
    };
    let save = move || {
        trouble.clear();
        let kind = kind.get_untracked();
        let last = to.get_untracked().filter(|_| !kind.leaves());
        let Some(first) = from.get_untracked() else {
            return trouble.lacks(vec!["from"]);
        };
        let unread = to_unread.get_untracked() && !kind.leaves();
        if unread || last.is_some_and(|last| last < first) {
            return trouble.lacks(vec!["to"]);
        }
        let (Some(employee), false) = (employee, busy.get_untracked()) else {
            return;
        };
        let letter = letter.get_untracked();
        let command = SaveException {
            exception: id,
            employee,
            kind,
            from: first,
            to: last,
            letter,
        };
        busy.set(true);
        let forget = kept.forget_later();
        spawn_local(async move {
            let saved = backend.call(command).await;
            busy.set(false);
            match saved {
                Ok(answer) => {
                    forget();
                    close();
                    detail.set(answer);
                    toasts.done(words::exception_saved(language));
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    };
    view! {
        <form
            class="stack employee-post-form employee-exception-form"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save();
                }
            }
        >
            <Restored kept />
            <div class="grid-2">
                <ChoiceField
                    label=words::exception_kind(language)
                    options=names::exception_options(language)
                    value=kind
                />
                <TextField
                    label=words::exception_letter(language)
                    value=letter
                    error=trouble.about("letter", words::too_long(language))
                />
                <DateField
                    label=words::exception_from(language)
                    value=from
                    error=from_error
                />
                {move || if kind.get().leaves() {
                    view! {
                        <p class="sub employee-leaves">{words::exception_leaves(language)}</p>
                    }
                    .into_any()
                } else {
                    view! {
                        <DateField
                            label=words::exception_to(language)
                            value=to
                            hint=words::exception_to_hint(language)
                            error=trouble.about("to", words::exception_to_wrong(language))
                            unread=to_unread
                        />
                    }
                    .into_any()
                }}
            </div>
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=save>
                    {words::exception_save(language)}
                </Button>
                <Keys of="Ctrl+Enter" />
                <Button kind=ButtonKind::Quiet on_press=cancel>{common::cancel(language)}</Button>
            </div>
        </form>
    }
}
