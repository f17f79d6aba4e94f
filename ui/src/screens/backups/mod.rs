//! Cadangan: the last backup, making one, restoring, the recovery sheet, checking.

mod check;
mod list;
mod restore_dialog;
mod restore_file;
mod sheet;

use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Card, EmptyState, IconName, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::toast::use_toasts;
use api::backup::{BackupTarget, Backups, ListBackups, MakeBackup};
use catalogue::page_backups as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Everything about backups.
#[component]
pub fn BackupsScreen() -> impl IntoView {
    let language = use_language();
    let backups = use_query(|| Some(ListBackups {}));
    view! {
        <PageHead title=words::title(language) sub=words::sub(language) />
        <div class="two">
            <div class="stack">
                <LastBackup backups />
                <list::BackupList backups />
            </div>
            <div class="stack">
                <sheet::RecoveryCard backups />
                <restore_file::RestoreFile />
                <check::CheckCard />
            </div>
        </div>
    }
}

#[component]
fn LastBackup(backups: Query<Backups>) -> impl IntoView {
    let language = use_language();
    view! {
        <Card title=words::last(language)>
            <div class="card-body stack">
                <QueryView query=backups show=move || view! { <LastLine backups /> } />
                <MakeButtons backups />
            </div>
        </Card>
    }
}

#[component]
fn LastLine(backups: Query<Backups>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    move || {
        let all = backups.get()?;
        Some(match all.backups.first() {
            Some(last) => {
                let moment = format::moment(language, office.local(last.made_at));
                view! {
                    <p class="big">{moment}</p>
                    <p class="sub">
                        {format::size(language, last.size)} " · "
                        {words::where_it_is(language, &all.folder)}
                    </p>
                }
                .into_any()
            }
            None => view! {
                <EmptyState
                    icon=IconName::Archive
                    title=words::last_none_title(language)
                    text=words::last_none(language)
                />
            }
            .into_any(),
        })
    }
}

#[component]
fn MakeButtons(backups: Query<Backups>) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let make = move |to: BackupTarget| {
        busy.set(true);
        spawn_local(async move {
            match backend.call(MakeBackup { to }).await {
                Ok(all) => {
                    backups.set(all);
                    toasts.say(words::made(language));
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="row-buttons">
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Archive
                busy
                on_press=move || make(BackupTarget::Here)
            >
                {words::make(language)}
            </Button>
            <Button icon=IconName::FileOut busy on_press=move || make(BackupTarget::Elsewhere)>
                {words::make_elsewhere(language)}
            </Button>
        </div>
    }
}
