//! What the centre does not apply as it is: what the person corrects, and what waits for the
//! centre.

use super::desk::{Desk, TROUBLES};
use super::wording;
use crate::components::{ButtonKind, Card, Icon, IconName, LinkButton};
use crate::routes;
use api::sync::TroubleLine;
use catalogue::{common, page_sync as words};
use leptos::prelude::*;

/// *Perlu Anda perbaiki*: each with its reason and the way there.
#[component]
pub fn RepairCard(desk: Desk) -> impl IntoView {
    let troubles = troubles(desk, true);
    move || {
        let troubles = troubles.get();
        (!troubles.is_empty()).then(|| {
            let count = troubles.len().to_string();
            let lines: Vec<_> = troubles.iter().map(|it| line(desk, it)).collect();
            view! {
                <div id=TROUBLES class="sync-part" tabindex="-1">
                    <Card title=words::repair(desk.language) sub=count>
                        <ul class="sync-rows">{lines}</ul>
                    </Card>
                </div>
            }
        })
    }
}

/// *Menunggu pusat*: nothing to do here.
#[component]
pub fn HeldCard(desk: Desk) -> impl IntoView {
    let troubles = troubles(desk, false);
    move || {
        let troubles = troubles.get();
        (!troubles.is_empty()).then(|| {
            let count = troubles.len().to_string();
            let lines: Vec<_> = troubles.iter().map(|it| line(desk, it)).collect();
            view! {
                <Card title=words::held(desk.language) sub=count>
                    <p class="sub sync-lead-in">{words::held_text(desk.language)}</p>
                    <ul class="sync-rows">{lines}</ul>
                </Card>
            }
        })
    }
}

fn troubles(desk: Desk, of_the_person: bool) -> Memo<Vec<TroubleLine>> {
    Memo::new(move |_| {
        desk.view.with(|view| {
            let troubles = view.map_or(&[][..], |view| &view.troubles);
            troubles
                .iter()
                .filter(|it| it.why.needs_repair() == of_the_person)
                .cloned()
                .collect()
        })
    })
}

fn line(desk: Desk, trouble: &TroubleLine) -> AnyView {
    let language = desk.language;
    let needs_repair = trouble.why.needs_repair();
    let icon = if needs_repair {
        IconName::Pencil
    } else {
        IconName::Clock
    };
    let since = words::trouble_since(language, wording::day(desk, trouble.since));
    let name = words::open_what(language, &trouble.title);
    let rating = trouble.rating;
    let href = rating.map_or_else(
        || wording::place(trouble.kind, trouble.id),
        |rating| Some(routes::sheet_row(rating.assignment)),
    );
    let open = needs_repair.then_some(href).flatten().map(|href| {
        let choose = move |_| {
            if let Some(rating) = rating {
                desk.office.choose_unit(rating.unit);
                desk.office.choose_period(rating.period);
            }
        };
        view! {
            <LinkButton href kind=ButtonKind::Small attr:aria-label=name on:click=choose>
                {common::open(language)}
            </LinkButton>
        }
    });
    let title = trouble.title.clone();
    let said = trouble
        .verdict
        .as_ref()
        .filter(|verdict| !verdict.reason.is_empty())
        .map(|verdict| {
            let by = words::by(language, &verdict.by, wording::moment(desk, verdict.at));
            view! {
                <p class="sync-said">
                    {verdict.reason.clone()}
                    " "
                    <small>{by}</small>
                </p>
            }
        });
    view! {
        <li class="sync-row" class:attention=needs_repair>
            <Icon name=icon />
            <div>
                <b>{title}</b> " " <small>{since}</small>
                {said}
                <p class="sub">{trouble.why.sentence(language)}</p>
            </div>
            {open}
        </li>
    }
    .into_any()
}
