//! Who is working: the actor of every change.

use crate::backend::use_backend;
use crate::components::{
    Button, ButtonKind, Icon, IconName, NipField, TextField, forget_when_changed,
};
use crate::effect::effect;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::ErrorCode;
use api::session::{AddUser, EnterPractice, SetPreferences, SwitchUser, Theme, UserLine};
use catalogue::{common, page_frame as words};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// The button with the name, and its panel.
#[component]
pub fn UserMenu() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let open = RwSignal::new(false);
    let adding = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let name = Memo::new(move |_| {
        office
            .with_session(|session| session.user.as_ref().map(|user| user.name.clone()))
            .unwrap_or_default()
    });
    let left = move |event: web_sys::FocusEvent| {
        let target = event
            .related_target()
            .and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        // The focus also leaves when the frame itself goes; then there is nothing to close.
        let root = root.try_get_untracked().flatten();
        if root.is_some_and(|root| target.is_some() && !root.contains(target.as_ref())) {
            open.set(false);
        }
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if open.get_untracked()
            && root
                .get_untracked()
                .is_some_and(|root| !root.contains(target.as_ref()))
        {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <div
            class="user-menu"
            node_ref=root
            on:focusout=left
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    open.set(false);
                    crate::browser::focus("user-button");
                }
            }
        >
            <button
                type="button"
                class="user-button"
                id="user-button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="user-panel"
                title=words::user_menu_title(language)
                on:click=move |_| {
                    open.update(|open| *open = !*open);
                    adding.set(false);
                }
            >
                <span class="user-name">{name}</span>
                <span class="avatar" aria-hidden="true">{move || format::initials(&name.get())}</span>
            </button>
            <div class="user-panel" id="user-panel" hidden=move || !open.get()>
                {move || open.get().then(|| view! { <Panel open adding /> })}
            </div>
        </div>
    }
}

#[component]
fn Panel(open: RwSignal<bool>, adding: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let people = move || {
        let session = office.session();
        let me = session.user.map(|user| user.id);
        session
            .users
            .into_iter()
            .map(|user| {
                let is_me = Some(user.id) == me;
                view! { <Person user is_me=MenuMark(is_me) open /> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <h2>{words::user_menu_title(language)}</h2>
        <p class="sub">{words::user_menu_hint(language)}</p>
        <ul class="people">{people}</ul>
        {move || {
            if adding.get() {
                view! { <AddPerson adding /> }.into_any()
            } else {
                view! {
                    <Button
                        kind=ButtonKind::Small
                        icon=IconName::Plus
                        on_press=move || adding.set(true)
                    >
                        {words::user_add(language)}
                    </Button>
                }
                .into_any()
            }
        }}
        <hr />
        <Preferences />
    }
}

/// Whether a line is the present user.
#[derive(Clone, Copy)]
struct MenuMark(bool);

#[component]
fn Person(user: UserLine, is_me: MenuMark, open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let initials = format::initials(&user.name);
    let grouped = user.nip.as_ref().map(domain::Nip::grouped);
    let name = user.name.clone();
    let switch = move |_| {
        open.set(false);
        crate::browser::focus("user-button");
        if is_me.0 {
            return;
        }
        let (id, name) = (user.id, user.name.clone());
        spawn_local(async move {
            match backend.call(SwitchUser { user: id }).await {
                Ok(_) => toasts.say(words::user_switched(language, name)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    view! {
        <li>
            <button type="button" aria-current=is_me.0.then_some("true") on:click=switch>
                <span class="avatar" aria-hidden="true">{initials}</span>
                <span>
                    {name}
                    <small>{grouped}</small>
                </span>
                {is_me.0.then(|| view! { <Icon name=IconName::Check /> })}
            </button>
        </li>
    }
}

#[component]
fn AddPerson(adding: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let name = RwSignal::new(String::new());
    let nip = RwSignal::new(String::new());
    let name_error = RwSignal::new(None::<String>);
    let nip_error = RwSignal::new(None::<String>);
    let number = Memo::new(move |_| nip.with(|text| text.replace(' ', "")));
    forget_when_changed(name_error, move || name.track());
    forget_when_changed(nip_error, move || number.with(|_| ()));
    let busy = RwSignal::new(false);
    effect(move || crate::browser::focus("new-user-name"));
    let save = move || {
        let missing = name.with_untracked(|name| name.trim().is_empty());
        name_error.set(missing.then(|| words::user_name_missing(language).to_owned()));
        nip_error.set(None);
        if missing {
            return;
        }
        busy.set(true);
        let (name, nip) = (name.get_untracked(), nip.get_untracked());
        let command = AddUser {
            name: name.clone(),
            nip,
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(_) => {
                    adding.set(false);
                    toasts.say(words::user_switched(language, name));
                }
                Err(refusal) => {
                    busy.set(false);
                    let sentence = refusal.code.sentence(language);
                    match refusal.code {
                        ErrorCode::Nip(_) | ErrorCode::NipTaken(_) => nip_error.set(Some(sentence)),
                        ErrorCode::Field(_) => name_error.set(Some(sentence)),
                        _ => toasts.refused(language, &refusal),
                    }
                }
            }
        });
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <TextField
                label=words::user_name(language)
                value=name
                error=name_error
                id="new-user-name"
            />
            <NipField value=nip error=nip_error />
            <div class="row-buttons">
                <Button kind=ButtonKind::SmallPrimary busy on_press=save>
                    {common::add(language)}
                </Button>
                <Button kind=ButtonKind::SmallQuiet on_press=move || adding.set(false)>
                    {common::cancel(language)}
                </Button>
            </div>
            // Enter in a field saves.
            <input type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" />
        </form>
    }
}

#[component]
fn Preferences() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let choose = move |theme: Theme| {
        spawn_local(async move {
            if let Err(refusal) = backend.call(SetPreferences { language, theme }).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    let practise = move || {
        spawn_local(async move {
            if let Err(refusal) = backend.call(EnterPractice {}).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    let in_practice = move || office.with_session(|session| session.practice);
    view! {
        <div class="row-buttons">
            <Button
                kind=ButtonKind::SmallQuiet
                icon=IconName::Sun
                on_press=move || choose(Theme::Light)
            >
                {words::theme_light(language)}
            </Button>
            <Button
                kind=ButtonKind::SmallQuiet
                icon=IconName::Moon
                on_press=move || choose(Theme::Dark)
            >
                {words::theme_dark(language)}
            </Button>
        </div>
        {move || (!in_practice()).then(|| view! {
            <Button kind=ButtonKind::SmallQuiet icon=IconName::Practice on_press=practise>
                {words::practice_enter(language)}
            </Button>
        })}
    }
}
