//! One row of the list.

use super::list::List;
use super::list_table::ROW;
use super::words as names;
use crate::browser;
use crate::components::{Chip, ChipTone, Icon, IconName};
use crate::language::use_language;
use crate::routes;
use crate::toast::use_toasts;
use api::employees::EmployeeLine;
use catalogue::{Language, page_employees as words};
use domain::Nip;
use domain::assignment::Tenure;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, MouseEvent};

/// The row at a place of the list; it follows the list's answers.
#[component]
pub fn ListRow(
    /// The list.
    list: List,
    /// Which row.
    index: usize,
) -> impl IntoView {
    let line = Memo::new(move |_| list.line(index));
    move || line.get().map(|line| row(list, index, line))
}

fn row(list: List, index: usize, line: EmployeeLine) -> impl IntoView {
    let language = use_language();
    let navigate = use_navigate();
    let employee = line.employee;
    let post = line.assignment;
    let chosen = Memo::new(move |_| {
        post.is_some_and(|post| list.selection.with(|selection| selection.contains(post)))
    });
    let current = Memo::new(move |_| list.at.get() == index);
    let clicked = move |event: MouseEvent| {
        if is_control(&event) || !browser::nothing_is_marked() {
            return;
        }
        if event.shift_key() || event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            choose(list, index, event.shift_key());
        } else {
            list.leave(employee);
            navigate(
                &routes::employee(employee),
                leptos_router::NavigateOptions::default(),
            );
        }
    };
    let jabatan = line.jabatan.clone();
    let name = line.name.clone();
    let select = words::select_person(language, &name);
    let golongan = line.golongan.map(|golongan| golongan.to_string());
    let appraiser = appraiser(language, &line);
    let status = status(language, &line);
    let below = match post {
        Some(_) => list
            .unit
            .with(|chosen| (*chosen != line.unit).then(|| line.unit.clone())),
        None => Some(words::without_post(language).to_owned()),
    };
    view! {
        <tr
            data-row=index.to_string()
            class="employees-row"
            class:chosen=move || chosen.get()
            class:current=move || current.get()
            style:height=format!("{ROW}px")
            aria-rowindex=(index + 2).to_string()
            on:click=clicked
            on:focusin=move |_| list.at.set(index)
        >
            <td class="employees-select">
                <input
                    type="checkbox"
                    tabindex=move || if current.get() { "0" } else { "-1" }
                    aria-label=select
                    disabled=post.is_none()
                    prop:checked=move || chosen.get()
                    on:click=move |event: MouseEvent| {
                        choose(list, index, event.shift_key());
                        // The browser has turned the box over already; a range may say otherwise.
                        let input = event_target::<HtmlInputElement>(&event);
                        browser::after_paint(move || {
                            if let Some(chosen) = chosen.try_get_untracked() {
                                input.set_checked(chosen);
                            }
                        });
                    }
                />
            </td>
            <td class="employees-name">
                <A
                    href=routes::employee(employee)
                    attr:tabindex=move || if current.get() { "0" } else { "-1" }
                    on:click=move |_| list.leave(employee)
                >
                    {name}
                </A>
            </td>
            <td class="employees-nip">
                <Number nip=line.nip name=line.name />
            </td>
            <td>{line.kind.abbreviation()}</td>
            <td class="employees-jabatan" title=jabatan>
                <span>{line.jabatan}</span>
                {below.map(|below| view! { <small>{below}</small> })}
            </td>
            <td>{golongan}</td>
            <td class="employees-appraiser">{appraiser}</td>
            <td>{status}</td>
        </tr>
    }
}

/// The NIP for reading, and a button that copies it without spaces; the keyboard has Ctrl+C.
#[component]
fn Number(nip: Nip, name: String) -> impl IntoView {
    let language = use_language();
    let toasts = use_toasts();
    let grouped = nip.grouped();
    let label = words::copy_nip(language, &name);
    let copy = move |_| {
        let nip = nip.clone();
        spawn_local(async move {
            if browser::copy(nip.digits()).await {
                toasts.say(words::nip_copied(language));
            }
        });
    };
    view! {
        <span class="nip">
            {grouped}
            <button
                type="button"
                class="btn small quiet icon-only"
                tabindex="-1"
                aria-label=label.clone()
                title=label
                on:click=copy
            >
                <Icon name=IconName::Copy />
            </button>
        </span>
    }
}

fn choose(list: List, index: usize, range: bool) {
    let posts = untrack(|| list.posts());
    let from = list.at.get_untracked();
    list.selection.update(|selection| {
        if range {
            selection.extend(&posts, (from, index));
        } else {
            selection.toggle(&posts, index);
        }
    });
    list.at.set(index);
}

/// Links, buttons and boxes have a meaning of their own.
fn is_control(event: &MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("a, button, input").ok().flatten())
        .is_some()
}

fn appraiser(language: Language, line: &EmployeeLine) -> AnyView {
    if !line.appraiser.is_empty() {
        let name = line.appraiser.clone();
        return view! { <span>{name}</span> }.into_any();
    }
    if line.assignment.is_none() || line.exempt.is_some() {
        return view! { <span class="sub">"–"</span> }.into_any();
    }
    view! { <Chip tone=ChipTone::Attention>{words::appraiser_none(language)}</Chip> }.into_any()
}

fn status(language: Language, line: &EmployeeLine) -> AnyView {
    if let Some(kind) = line.exempt {
        let name = names::exception(language, kind);
        return view! { <Chip>{name}</Chip> }.into_any();
    }
    if line.assignment.is_none() {
        return view! { <Chip>{words::status_without_post(language)}</Chip> }.into_any();
    }
    if line.tenure == Tenure::Definitif {
        return view! { <span class="sub">{words::status_active(language)}</span> }.into_any();
    }
    let name = names::tenure(language, line.tenure);
    view! { <Chip tone=ChipTone::Accent>{name}</Chip> }.into_any()
}
