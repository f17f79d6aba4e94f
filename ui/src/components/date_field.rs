//! A day: typed the way people type it, or picked where the browser has a picker.

use super::{Field, FieldParts, Icon, IconName};
use crate::effect::effect;
use crate::format::{read_date, typed_date};
use crate::language::use_language;
use crate::place::use_office;
use catalogue::page_frame as words;
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;

/// A field for a day.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: String,
    /// The day; `None` while the field is empty or not understood.
    value: RwSignal<Option<NaiveDate>>,
    /// What to write, below the field; the pattern when empty.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong; what is not understood says so itself.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Follows whether something is typed that is no day: an empty field is none, either.
    #[prop(optional, into)]
    unread: Option<RwSignal<bool>>,
    /// The day that half a date is read from; the office's when nobody says.
    #[prop(optional_no_strip)]
    today: Option<NaiveDate>,
) -> impl IntoView {
    let language = use_language();
    let office = today.is_none().then(use_office);
    let today_now = move || {
        today
            .or_else(|| Some(office?.today_now()))
            .unwrap_or_default()
    };
    let text = RwSignal::new(String::new());
    let unclear = RwSignal::new(false);
    // Set from outside (a form is filled or emptied): the text follows. What is typed here must not
    // come back as another text, least of all while it is half a date.
    let typed_here = StoredValue::new(false);
    effect(move || {
        let day = value.get();
        if typed_here.get_value() {
            typed_here.set_value(false);
        } else {
            text.set(day.map(typed_date).unwrap_or_default());
            unclear.set(false);
        }
    });
    let typed = move |input: String| {
        let day = read_date(&input, today_now());
        unclear.set(false);
        if let Some(unread) = unread {
            unread.set(day.is_none() && !input.trim().is_empty());
        }
        text.set(input);
        typed_here.set_value(true);
        value.set(day);
    };
    let left = move |_| {
        // A field that goes while it has the focus is left too, when its signals are gone.
        let Some(empty) = text.try_with_untracked(|text| text.trim().is_empty()) else {
            return;
        };
        match value.try_get_untracked().flatten() {
            Some(day) => text.set(typed_date(day)),
            None => unclear.set(!empty),
        }
    };
    let error = Signal::derive(move || {
        error.get().or_else(|| {
            unclear
                .get()
                .then(|| words::date_unclear(language).to_owned())
        })
    });
    let hint = Signal::derive(move || {
        let given = hint.get();
        if given.is_empty() {
            words::date_hint(language).to_owned()
        } else {
            given
        }
    });
    let picker = NodeRef::<html::Input>::new();
    let parts = FieldParts::new();
    let FieldParts { id, described_by } = parts.clone();
    view! {
        <Field parts label hint error>
            <span class="date-input">
                <input
                    class="input"
                    type="text"
                    id=id
                    autocomplete="off"
                    inputmode="numeric"
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || text.get()
                    on:input=move |event| typed(event_target_value(&event))
                    on:change=left
                />
                <input
                    class="native-date"
                    type="date"
                    tabindex="-1"
                    aria-hidden="true"
                    node_ref=picker
                    prop:value=move || value.get().map(|day| day.to_string()).unwrap_or_default()
                    on:change=move |event| {
                        typed(event_target_value(&event));
                        left(event);
                    }
                />
                <button
                    type="button"
                    class="btn small quiet icon-only"
                    aria-label=words::choose_date(language)
                    title=words::choose_date(language)
                    on:click=move |_| open(picker)
                >
                    <Icon name=IconName::Calendar />
                </button>
            </span>
        </Field>
    }
}

/// Not every web view has a picker; typing always works.
fn open(picker: NodeRef<html::Input>) {
    if let Some(input) = picker.get_untracked() {
        let _absent = input.show_picker();
    }
}
