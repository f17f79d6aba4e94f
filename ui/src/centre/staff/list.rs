//! Everybody who may sign in.

use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::components::{
    Button, ButtonKind, Card, Chip, ChipTone, Choice, Icon, IconName, QueryView, options,
};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::Role;
use api::central::staff::{
    Admission, ListStaff, ResetPassword, SetAdmission, SetRole, StaffLine, StaffLink, StaffList,
};
use catalogue::{centre_access as words, centre_frame};
use leptos::prelude::*;

/// The table.
#[component]
pub fn StaffTable(
    /// Where a new link is shown.
    link: RwSignal<Option<StaffLink>>,
) -> impl IntoView {
    let language = use_language();
    let found = use_query(move || Some(ListStaff {}));
    view! {
        <Card title=centre_frame::staff(language)>
            <QueryView
                query=found
                show=move || {
                    view! { <div class="rows">{move || found.get().map(|it| table(it, link))}</div> }
                        .into_any()
                }
            />
        </Card>
    }
}

fn table(found: StaffList, link: RwSignal<Option<StaffLink>>) -> AnyView {
    let language = use_language();
    let lines: Vec<_> = found.staff.into_iter().map(|it| line(it, link)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::name(language)}</th>
                    <th scope="col">{words::role(language)}</th>
                    <th scope="col">{words::password_state(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::bar(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: StaffLine, link: RwSignal<Option<StaffLink>>) -> AnyView {
    let language = use_language();
    let access = use_access();
    let is_me = access.person().is_some_and(|person| person.id == row.id);
    let moment = |at| format::short_moment(language, access.local(at), access.today());
    let seen = match row.seen_at {
        Some(at) => words::was_here(language, moment(at)),
        None => words::never_here(language).to_owned(),
    };
    let state = match (row.barred_at, row.has_password) {
        (Some(at), _) => {
            let text = words::barred(language, moment(at));
            view! { <Chip tone=ChipTone::Attention>{text}</Chip> }.into_any()
        }
        (None, true) => {
            view! { <Chip tone=ChipTone::Good>{words::password_chosen(language)}</Chip> }.into_any()
        }
        (None, false) => view! { <Chip>{words::password_waiting(language)}</Chip> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {row.name.clone()}
                <small>
                    {row.account.clone()} {is_me.then(|| format!(" · {}", words::you(language)))}
                </small>
            </th>
            <td><RoleChoice row=row.clone() /></td>
            <td>{state} <small class="centre-when">{seen}</small></td>
            <td class="centre-acts">{(!is_me).then(|| view! { <LineActs row link /> })}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn RoleChoice(row: StaffLine) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let current = RwSignal::new(row.role.name().to_owned());
    let choices: Vec<_> = Role::ALL
        .into_iter()
        .map(|role| Choice::new(role.name(), role.name()))
        .collect();
    let (id, before) = (row.id, row.role);
    let choose = move |name: String| {
        let Some(role) = Role::ALL.into_iter().find(|role| role.name() == name) else {
            return;
        };
        current.set(name);
        acts.attempt(SetRole { id, role }, move |answer| match answer {
            Ok(_) => acts.say(words::role_changed(language)),
            Err(refusal) => {
                current.set(before.name().to_owned());
                acts.say(refusal.code.sentence(language));
            }
        });
    };
    view! {
        <span class="select centre-role">
            <select
                aria-label=format!("{}: {}", words::role(language), row.name)
                prop:value=move || current.get()
                on:change=move |event| choose(event_target_value(&event))
            >
                {options(choices, current.into())}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}

#[component]
fn LineActs(row: StaffLine, link: RwSignal<Option<StaffLink>>) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let id = row.id;
    let reset = move || acts.run(ResetPassword { id }, move |made| link.set(Some(made)));
    let (admission, word, said) = match row.barred_at {
        Some(_) => (
            Admission::Admitted,
            words::admit(language),
            words::staff_admitted(language),
        ),
        None => (
            Admission::Barred,
            words::bar(language),
            words::staff_barred(language),
        ),
    };
    let admit = move || {
        acts.run(SetAdmission { id, admission }, move |_| acts.say(said));
    };
    view! {
        <Button kind=ButtonKind::SmallQuiet busy=acts.is_busy() on_press=reset>
            {words::reset_password(language)}
        </Button>
        <Button kind=ButtonKind::SmallQuiet busy=acts.is_busy() on_press=admit>
            {word}
        </Button>
    }
}
