//! Who cannot be marked yet, with every reason; each reason leads to its cell.

use super::super::wording;
use crate::components::{Card, Icon, IconName};
use crate::language::use_language;
use crate::query::Query;
use api::home::{Blocked, FinishPreview};
use catalogue::{Language, missing, page_home as words};
use leptos::prelude::*;
use leptos_router::components::A;

/// The people who are passed over; nothing while there are none.
#[component]
pub fn BlockedCard(preview: Query<FinishPreview>) -> impl IntoView {
    let language = use_language();
    move || {
        preview.with(|preview| {
            let blocked = &preview?.blocked;
            if blocked.is_empty() {
                return None;
            }
            let count = words::check_blocked_sub(language, blocked.len());
            let lines: Vec<_> = blocked.iter().map(|it| line(language, it)).collect();
            Some(view! {
                <Card title=words::check_blocked(language) sub=count>
                    <p class="home-blocked-text sub">{words::check_blocked_text(language)}</p>
                    <ul class="home-blocked">{lines}</ul>
                </Card>
            })
        })
    }
}

fn line(language: Language, blocked: &Blocked) -> AnyView {
    let reasons: Vec<_> = blocked
        .codes
        .iter()
        .map(|code| {
            let address = wording::place(*code, &blocked.person);
            let meaning = missing::meaning(language, *code);
            view! {
                <A href=address attr:class="chip attention">
                    {meaning}
                    <Icon name=IconName::ArrowRight />
                </A>
            }
        })
        .collect();
    let name = wording::name(&blocked.person);
    view! {
        <li>
            <b>{name}</b>
            <div class="chips">{reasons}</div>
        </li>
    }
    .into_any()
}
