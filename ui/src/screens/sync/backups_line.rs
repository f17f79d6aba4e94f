//! The last backup, in the screen's other half.

use crate::components::{ButtonKind, IconName};
use crate::components::{Card, LinkButton};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::routes::Screen;
use api::backup::ListBackups;
use catalogue::page_sync as words;
use leptos::prelude::*;

/// When it was made, how large it is, and the way to all of them.
#[component]
pub fn BackupsLine() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backups = use_query(|| Some(ListBackups {}));
    let last = move || {
        backups.with(|all| match all.map(|all| all.backups.first()) {
            None => String::new(),
            Some(None) => words::backups_none(language).to_owned(),
            Some(Some(last)) => {
                let at = office.local(last.made_at);
                let day = format::relative_day(language, at.date(), office.today());
                let clock = format::clock(language, at);
                format!("{day} {clock} · {}", format::size(language, last.size))
            }
        })
    };
    let count = move || backups.with(|all| all.map_or(0, |all| all.backups.len()));
    view! {
        <Card title=Screen::Backups.title(language)>
            <div class="card-body stack">
                <div>
                    <div class="fact">
                        <span>{words::backups_last(language)}</span>
                        <b>{last}</b>
                    </div>
                    <div class="fact">
                        <span>{words::backups_count(language)}</span>
                        <b>{count}</b>
                    </div>
                </div>
                <div class="row-buttons">
                    <LinkButton
                        href=Screen::Backups.path()
                        kind=ButtonKind::Small
                        icon=IconName::Archive
                    >
                        {words::to_backups(language)}
                    </LinkButton>
                </div>
            </div>
        </Card>
    }
}
