//! Choosing a person: somebody from the list, found while typing, or somebody outside it.

use super::{Field, FieldParts, Icon, IconName, NipField, TextField, unique_id};
use crate::browser;
use crate::effect::effect;
use crate::language::use_language;
use crate::query::use_query;
use api::employees::{FoundPerson, Search};
use catalogue::page_frame as words;
use domain::{EmployeeId, Nip, PersonReference, TypedPerson};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// So many people are offered at once.
const OFFERED: u32 = 8;

/// A chosen person with the name to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChoice {
    /// Who.
    pub person: PersonReference,
    /// Name with titles.
    pub name: String,
}

impl PersonChoice {
    /// Somebody of the list.
    #[must_use]
    pub fn employee(id: EmployeeId, name: impl Into<String>) -> Self {
        Self {
            person: PersonReference::Employee(id),
            name: name.into(),
        }
    }

    /// The employee's id, unless the person is outside the list.
    #[must_use]
    pub const fn employee_id(&self) -> Option<EmployeeId> {
        match self.person {
            PersonReference::Employee(id) => Some(id),
            PersonReference::Typed(_) => None,
        }
    }
}

/// Whether people outside the list can be named too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outsiders {
    /// Only employees of the list.
    #[default]
    No,
    /// The regent's secretary, a head of another office.
    Yes,
}

/// Who is found for what is typed; nothing is asked while it is empty.
pub type PeopleSearch = Callback<(Signal<String>,), Signal<Option<Vec<FoundPerson>>>>;

/// A combobox over the employees: type, arrow keys, Enter.
#[component]
pub fn PersonPicker(
    /// The label.
    #[prop(into)]
    label: String,
    /// The chosen person.
    value: RwSignal<Option<PersonChoice>>,
    /// Whether people outside the list can be named too.
    #[prop(optional)]
    outsiders: Outsiders,
    /// What to choose, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Follows whether something is typed that is nobody yet: an empty field is nobody, too.
    #[prop(optional, into)]
    unread: Option<RwSignal<bool>>,
    /// Where people are looked for, when it is not this PC.
    #[prop(optional_no_strip)]
    search: Option<PeopleSearch>,
) -> impl IntoView {
    let typing_outsider = RwSignal::new(false);
    move || {
        if typing_outsider.get() {
            view! { <Outsider label=label.clone() value typing=typing_outsider /> }.into_any()
        } else {
            view! {
                <FromList
                    label=label.clone()
                    value
                    outsiders
                    hint
                    error
                    typing=typing_outsider
                    unread
                    search
                />
            }
            .into_any()
        }
    }
}

#[component]
fn FromList(
    label: String,
    value: RwSignal<Option<PersonChoice>>,
    outsiders: Outsiders,
    hint: Signal<String>,
    error: Signal<Option<String>>,
    typing: RwSignal<bool>,
    unread: Option<RwSignal<bool>>,
    #[prop(optional_no_strip)] search: Option<PeopleSearch>,
) -> impl IntoView {
    let language = use_language();
    let text = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    effect(move || {
        let name = value.with(|value| value.as_ref().map(|it| it.name.clone()));
        match name {
            Some(name) => text.set(name),
            // While somebody types another name, nobody is chosen and the text stays.
            None if open.get_untracked() => {}
            None => text.set(String::new()),
        }
    });
    if let Some(unread) = unread {
        effect(move || {
            let is_nobody = value.with(Option::is_none);
            unread.set(text.with(|text| !text.trim().is_empty()) && is_nobody);
        });
    }
    let asked = Signal::derive(move || {
        let asked = if open.get() {
            text.get()
        } else {
            String::new()
        };
        asked.trim().to_owned()
    });
    let found = match search {
        Some(search) => search.run((asked,)),
        None => on_this_pc(asked),
    };
    let list = unique_id("people");
    let parts = FieldParts::new();
    let FieldParts { id, described_by } = parts.clone();
    let choose = move |person: FoundPerson| {
        value.set(Some(PersonChoice::employee(person.employee, person.name)));
        open.set(false);
    };
    let count = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
    let key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            open.set(true);
            at.update(|at| *at = (*at + 1).min(count().saturating_sub(1)));
        }
        "ArrowUp" => {
            event.prevent_default();
            at.update(|at| *at = at.saturating_sub(1));
        }
        "Enter" if open.get_untracked() && !event.ctrl_key() => {
            event.prevent_default();
            if let Some(person) = nth(found, at.get_untracked()) {
                choose(person);
            }
        }
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            open.set(false);
        }
        _ => {}
    };
    let option_id = {
        let list = list.clone();
        move |index: usize| format!("{list}-{index}")
    };
    let active = {
        let option_id = option_id.clone();
        move || open.get().then(|| option_id(at.get()))
    };
    let controls = list.clone();
    view! {
        <Field parts label hint error>
            <div class="combobox">
                <input
                    class="input"
                    type="text"
                    role="combobox"
                    id=id
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words::person_find(language)
                    aria-autocomplete="list"
                    aria-controls=controls
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-activedescendant=active
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || text.get()
                    on:input=move |event| {
                        text.set(event_target_value(&event));
                        at.set(0);
                        open.set(true);
                        if value.with_untracked(Option::is_some) {
                            let kept = text.get_untracked();
                            value.set(None);
                            text.set(kept);
                        }
                    }
                    on:keydown=key
                    on:blur=move |_| open.set(false)
                />
                <div class="options" role="listbox" id=list hidden=move || !open.get()>
                    {move || offers(found, at, option_id.clone(), Callback::new(choose))}
                    {move || {
                        (count() == 0 && found.with(Option::is_some)).then(|| {
                            view! { <p class="sub">{words::person_none(language)}</p> }
                        })
                    }}
                    {(outsiders == Outsiders::Yes).then(|| view! {
                        <button
                            type="button"
                            class="option outside"
                            // Before the field loses the focus and closes the list.
                            on:mousedown=move |event| {
                                event.prevent_default();
                                typing.set(true);
                            }
                        >
                            <Icon name=IconName::Plus />
                            {words::person_outside(language)}
                        </button>
                    })}
                </div>
            </div>
            {(outsiders == Outsiders::Yes).then(|| view! {
                <button type="button" class="link" on:click=move |_| typing.set(true)>
                    {words::person_outside(language)}
                </button>
            })}
        </Field>
    }
}

fn on_this_pc(asked: Signal<String>) -> Signal<Option<Vec<FoundPerson>>> {
    let found = use_query(move || {
        let query = asked.get();
        (!query.is_empty()).then_some(Search {
            query,
            limit: OFFERED,
        })
    });
    Signal::derive(move || found.get().map(|found| found.people))
}

fn offers(
    found: Signal<Option<Vec<FoundPerson>>>,
    at: RwSignal<usize>,
    option_id: impl Fn(usize) -> String,
    choose: Callback<FoundPerson>,
) -> Vec<AnyView> {
    found
        .get()
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .map(|(index, person)| {
            let chosen = person.clone();
            view! {
                <div
                    class="option"
                    role="option"
                    id=option_id(index)
                    aria-selected=move || if at.get() == index { "true" } else { "false" }
                    on:mousedown=move |event| {
                        event.prevent_default();
                        choose.run(chosen.clone());
                    }
                >
                    <b>{person.name}</b>
                    <small>{person.nip.grouped()} " · " {person.jabatan}</small>
                </div>
            }
            .into_any()
        })
        .collect()
}

fn nth(found: Signal<Option<Vec<FoundPerson>>>, index: usize) -> Option<FoundPerson> {
    found.with_untracked(|found| found.as_ref()?.get(index).cloned())
}

#[component]
fn Outsider(
    label: String,
    value: RwSignal<Option<PersonChoice>>,
    typing: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let known = value.with_untracked(|value| match value {
        Some(PersonChoice {
            person: PersonReference::Typed(person),
            ..
        }) => person.clone(),
        _ => TypedPerson::default(),
    });
    let name = RwSignal::new(known.name);
    let nip = RwSignal::new(known.nip.map(|nip| nip.grouped()).unwrap_or_default());
    let jabatan = RwSignal::new(known.jabatan);
    let unit = RwSignal::new(known.unit);
    let golongan = known.golongan;
    effect(move || {
        let typed = TypedPerson {
            name: name.get().trim().to_owned(),
            nip: Nip::parse(&nip.get()).ok(),
            jabatan: jabatan.get().trim().to_owned(),
            golongan,
            unit: unit.get().trim().to_owned(),
        };
        let choice = (!typed.name.is_empty()).then(|| PersonChoice {
            name: typed.name.clone(),
            person: PersonReference::Typed(typed),
        });
        value.set(choice);
    });
    let first = unique_id("outsider");
    let focus = first.clone();
    effect(move || browser::focus(&focus));
    view! {
        <fieldset class="outsider">
            <legend>{label}</legend>
            <TextField label=words::user_name(language) value=name id=first />
            <NipField value=nip />
            <TextField label=words::person_jabatan(language) value=jabatan />
            <TextField label=words::person_unit(language) value=unit />
            <button
                type="button"
                class="link"
                on:click=move |_| {
                    value.set(None);
                    typing.set(false);
                }
            >
                {words::person_from_list(language)}
            </button>
        </fieldset>
    }
}
