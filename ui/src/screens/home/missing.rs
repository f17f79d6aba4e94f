//! Daftar Kurang: what was returned and what is missing, counted, one click to the exact cell.

use super::CHECK;
use super::lines::{Line, Named, lines};
use crate::components::{ButtonKind, Icon, IconName, LinkButton, Unfold};
use crate::language::use_language;
use crate::query::Query;
use crate::routes::Screen;
use api::home::Home;
use catalogue::{Language, page_home as words};
use leptos::prelude::*;
use leptos_router::components::A;

/// More names than these make a line a paragraph; the rest opens on request.
const NAMED: usize = 6;

/// The list.
#[component]
pub fn MissingList(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let lines =
        Memo::new(move |_| home.with(|it| it.map(|it| lines(language, it)).unwrap_or_default()));
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
    let is_done = move || lines.with(|lines| lines.iter().all(|line| line.is_advice));
    view! {
        {move || is_done().then(|| done(language, standing.get().1))}
        <ul class="home-lines">
            <For
                each=move || lines.get().into_iter().enumerate()
                // A line that changes is drawn anew; the others stay.
                key=Clone::clone
                children=move |(index, it)| line(language, index == 0, it)
            />
            {move || organisation(language, standing.get().0)}
            {move || (!is_done() || !lines.with(Vec::is_empty)).then(|| {
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

fn line(language: Language, is_first: bool, line: Line) -> AnyView {
    let Line {
        code,
        says,
        is_advice,
        people,
        act,
        to,
    } = line;
    let kind = if is_first && !is_advice {
        ButtonKind::SmallPrimary
    } else {
        ButtonKind::Small
    };
    let is_open = RwSignal::new(false);
    let count = people.len();
    let chips: Vec<_> = people
        .into_iter()
        .enumerate()
        .map(|(index, Named { to, name, reason })| {
            let is_hidden = move || index >= NAMED && !is_open.get();
            let reason =
                (!reason.is_empty()).then(|| view! { <span class="home-reason">{reason}</span> });
            view! {
                <span hidden=is_hidden>
                    <A href=to attr:class="chip">{name}</A>
                    {reason}
                </span>
            }
        })
        .collect();
    let rest = count.saturating_sub(NAMED);
    let more =
        (rest > 0).then(|| view! { <Unfold open=is_open more=words::more(language, rest) /> });
    view! {
        <li class="home-line" data-code=code>
            <span class="home-count">{count}</span>
            <div>
                {says}
                {is_advice.then(|| view! {
                    " " <span class="sub">"(" {words::optional(language)} ")"</span>
                })}
                <div class="chips">{chips} {more}</div>
            </div>
            <LinkButton href=to kind>{act}</LinkButton>
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
