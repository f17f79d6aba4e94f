//! Daftar Kurang: grouped, counted, one click to the exact cell.

use super::{CHECK, wording};
use crate::components::{ButtonKind, Icon, IconName, LinkButton, Unfold};
use crate::language::use_language;
use crate::query::Query;
use crate::routes::Screen;
use api::home::{Home, MissingGroup};
use catalogue::{Language, page_home as words};
use leptos::prelude::*;
use leptos_router::components::A;

/// More names than these make a line a paragraph; the rest opens on request.
const NAMED: usize = 6;

/// The list.
#[component]
pub fn MissingList(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let groups =
        Memo::new(move |_| home.with(|it| it.map(|it| it.missing.clone()).unwrap_or_default()));
    let standing = Memo::new(move |_| {
        home.with(|home| {
            home.map_or((true, true), |home| {
                (
                    home.organisation_set,
                    home.total > 0 && home.ready == home.total,
                )
            })
        })
    });
    let is_done = move || groups.with(|groups| !groups.iter().any(|group| group.blocks));
    view! {
        {move || is_done().then(|| done(language, standing.get().1))}
        <ul class="home-lines">
            <For
                each=move || groups.get().into_iter().enumerate()
                // A line that changes is drawn anew; the others stay.
                key=|(index, group)| (*index, group.code, people(group))
                children=move |(index, group)| line(language, index == 0, &group)
            />
            {move || organisation(language, standing.get().0)}
            {move || (!is_done() || !groups.with(Vec::is_empty)).then(|| {
                is_done().then(|| view! {
                    <li class="home-line quiet">
                        <span class="home-count done"><Icon name=IconName::Check /></span>
                        <div>{words::nothing_blocks(language)}</div>
                    </li>
                })
            })}
        </ul>
    }
}

fn people(group: &MissingGroup) -> Vec<domain::AssignmentId> {
    group
        .people
        .iter()
        .map(|person| person.assignment)
        .collect()
}

fn line(language: Language, is_first: bool, group: &MissingGroup) -> AnyView {
    let kind = if is_first && group.blocks {
        ButtonKind::SmallPrimary
    } else {
        ButtonKind::Small
    };
    let code = group.code;
    let is_open = RwSignal::new(false);
    let chips: Vec<_> = group
        .people
        .iter()
        .enumerate()
        .map(|(index, person)| {
            let address = wording::place(code, person);
            let name = wording::name(person);
            let is_hidden = move || index >= NAMED && !is_open.get();
            view! {
                <span hidden=is_hidden>
                    <A href=address attr:class="chip">{name}</A>
                </span>
            }
        })
        .collect();
    let rest = group.people.len().saturating_sub(NAMED);
    let more =
        (rest > 0).then(|| view! { <Unfold open=is_open more=words::more(language, rest) /> });
    let button = wording::first_place(group);
    view! {
        <li class="home-line" data-code=code.code()>
            <span class="home-count">{group.people.len()}</span>
            <div>
                {wording::line(language, code)}
                {(!group.blocks).then(|| view! {
                    " " <span class="sub">"(" {words::optional(language)} ")"</span>
                })}
                <div class="chips">{chips} {more}</div>
            </div>
            <LinkButton href=button kind>{wording::action(language, code)}</LinkButton>
        </li>
    }
    .into_any()
}

fn organisation(language: Language, is_set: bool) -> AnyView {
    if is_set {
        return view! {
            <li class="home-line quiet">
                <span class="home-count done"><Icon name=IconName::Check /></span>
                <div>{words::organisation_done(language)}</div>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="home-line">
            <span class="home-count">"1"</span>
            <div>
                {words::organisation_missing(language)}
                " " <span class="sub">"(" {words::optional(language)} ")"</span>
            </div>
            <LinkButton href=Screen::Organisation.path() kind=ButtonKind::Small>
                {words::organisation_act(language)}
            </LinkButton>
        </li>
    }
    .into_any()
}

/// Nothing that blocks is missing: calm, with the next step.
fn done(language: Language, is_ready: bool) -> AnyView {
    let text = if is_ready {
        words::all_ready_text(language)
    } else {
        words::all_done_text(language)
    };
    view! {
        <div class="home-done">
            <span class="empty-sign"><Icon name=IconName::Check /></span>
            <div>
                <h3>{words::all_done(language)}</h3>
                <p>{text}</p>
            </div>
            {if is_ready {
                view! {
                    <LinkButton href=Screen::Reports.path() kind=ButtonKind::SmallPrimary>
                        {words::export(language)}
                    </LinkButton>
                }
                .into_any()
            } else {
                view! {
                    <LinkButton href=CHECK kind=ButtonKind::SmallPrimary>
                        {words::check(language)}
                    </LinkButton>
                }
                .into_any()
            }}
        </div>
    }
    .into_any()
}
