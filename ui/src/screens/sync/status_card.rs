//! The large card: the sentence, how far it is, and what to do.

use super::act::Act;
use super::desk::Desk;
use super::face::{Face, measure};
use super::wording;
use crate::browser;
use crate::components::{Button, ButtonKind, Icon, IconName, LinkButton, Progress, when_changed};
use crate::routes::Screen;
use catalogue::page_sync as words;
use leptos::prelude::*;

/// The buttons of the card.
const ACTS: &str = ".sync-acts :is(button, a)";

/// Where it stands.
#[component]
pub fn StatusCard(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let face = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| Face::of(&view.condition)))
    });
    let centre = Memo::new(move |_| desk.view.with(|view| view?.centre.clone()));
    let title = move || match centre.with(Option::is_some) {
        true => words::status_joined(language),
        false => words::status(language),
    };
    let since = move || {
        centre.get().map(|centre| {
            let day = wording::day(desk, centre.joined_at);
            let server = words::server(language, centre.server);
            let since = words::since(language, centre.office_name, day);
            view! { <span class="sub" title=server>{since}</span> }
        })
    };
    let sentence = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| wording::sentence(desk, &view.condition)))
    });
    view! {
        <section class="card sync-status" aria-labelledby="sync-status">
            <header>
                <h2 id="sync-status">{title}</h2>
                {since}
            </header>
            <div class="card-body stack">
                <div class="sync-sentence">
                    {move || face.get().map(|face| view! {
                        <span class=face.tone.class()><Icon name=face.icon /></span>
                    })}
                    <p class="big" role="status">{sentence}</p>
                </div>
                <Measure desk />
                {move || face.get().and_then(|face| face.about).map(|about| view! {
                    <p class="sub">{about.words(language)}</p>
                })}
                <ClockNote desk />
                <Acts desk face />
            </div>
        </section>
    }
}

/// How much has a receipt; while nothing is known to measure, only that something moves.
#[component]
fn Measure(desk: Desk) -> impl IntoView {
    let measured = Memo::new(move |_| desk.view.with(|view| measure(&view?.condition)));
    let is_moving = Memo::new(move |_| {
        desk.view
            .with(|view| view.is_some_and(|view| view.condition.is_running()))
    });
    let part = move |of: fn((u64, u64)) -> u64| {
        Signal::derive(move || {
            let part = measured.get().map_or(0, of);
            u32::try_from(part).unwrap_or(u32::MAX)
        })
    };
    let is_measured = Memo::new(move |_| measured.get().is_some());
    move || {
        if is_measured.get() {
            let (done, total) = (part(|it| it.0), part(|it| it.1));
            let label = words::progress(desk.language);
            return view! { <div class="sync-bar"><Progress done total label /></div> }.into_any();
        }
        if is_moving.get() {
            return view! { <div class="progress sync-moving" aria-hidden="true"><i></i></div> }
                .into_any();
        }
        ().into_any()
    }
}

#[component]
fn ClockNote(desk: Desk) -> impl IntoView {
    let skew = Memo::new(move |_| desk.view.with(|view| view?.skew_seconds));
    move || {
        skew.get().map(|seconds| {
            view! {
                <p class="sync-note">
                    <Icon name=IconName::Clock />
                    <span>{wording::skew(desk.language, seconds)}</span>
                </p>
            }
        })
    }
}

/// Whoever pressed a button that gives way to another one goes on from that one.
fn keep_the_focus(pressed: StoredValue<bool>) {
    if !pressed.get_value() {
        return;
    }
    pressed.set_value(false);
    browser::after_paint(|| {
        let is_lost = browser::focused().is_none_or(|it| it.tag_name() == "BODY");
        if let (true, Some(first)) = (is_lost, browser::first(ACTS)) {
            let _detached = first.focus();
        }
    });
}

/// The second half of a double click is not meant for the button that has just come: *Jeda* stands
/// where *Sinkronkan* stood.
fn ignore_double_click(event: &web_sys::MouseEvent) {
    if event.detail() > 1 {
        event.stop_propagation();
        event.prevent_default();
    }
}

#[component]
fn Acts(desk: Desk, face: Memo<Option<Face>>) -> impl IntoView {
    let acts = Memo::new(move |_| face.get().map_or(&[][..], |face| face.acts));
    let pressed = StoredValue::new(false);
    when_changed(move || acts.track(), move || keep_the_focus(pressed));
    move || {
        let acts = acts.get();
        (!acts.is_empty()).then(|| {
            let buttons: Vec<_> = acts
                .iter()
                .enumerate()
                .map(|(index, act)| {
                    let kind = match index {
                        0 => ButtonKind::Primary,
                        _ => ButtonKind::Normal,
                    };
                    button(desk, *act, (kind, pressed))
                })
                .collect();
            view! {
                <div
                    class="row-buttons sync-acts"
                    on:click:capture=|event| ignore_double_click(&event)
                >
                    {buttons}
                </div>
            }
        })
    }
}

fn button(desk: Desk, act: Act, (kind, pressed): (ButtonKind, StoredValue<bool>)) -> AnyView {
    let label = act.label(desk.language);
    if act == Act::OpenBackups {
        let href = Screen::Backups.path();
        return view! { <LinkButton href kind icon=act.icon()>{label}</LinkButton> }.into_any();
    }
    let busy = Signal::derive(move || desk.busy.get() == Some(act));
    let press = move || {
        pressed.set_value(true);
        desk.press(act);
    };
    view! { <Button kind icon=act.icon() busy on_press=press>{label}</Button> }.into_any()
}
