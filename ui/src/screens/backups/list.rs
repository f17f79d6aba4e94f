//! Every backup on this PC.

use super::restore_dialog::RestoreDialog;
use crate::components::{Button, ButtonKind, Card};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::backup::{BackupLine, BackupReason, Backups};
use catalogue::{Language, page_backups as words};
use leptos::prelude::*;

/// A table, newest first. Shows nothing while there is none.
#[component]
pub fn BackupList(backups: Query<Backups>) -> impl IntoView {
    let language = use_language();
    let asked = RwSignal::new(None::<BackupLine>);
    let lines = move || backups.with(|all| all.map(|it| it.backups.clone()).unwrap_or_default());
    view! {
        <Show when=move || !lines().is_empty()>
            <Card title=words::list(language)>
                <div class="rows backups-list">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{words::column_when(language)}</th>
                                <th scope="col">{words::column_why(language)}</th>
                                <th scope="col" class="num">{words::column_size(language)}</th>
                                <th></th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=lines key=|line| line.name.clone() let:line>
                                <Line line asked />
                            </For>
                        </tbody>
                    </table>
                </div>
            </Card>
        </Show>
        <RestoreDialog asked />
    }
}

#[component]
fn Line(line: BackupLine, asked: RwSignal<Option<BackupLine>>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let moment = format::moment(language, office.local(line.made_at));
    let size = format::size(language, line.size);
    let reason = reason(language, line.reason);
    view! {
        <tr>
            <td>{moment}</td>
            <td>{reason}</td>
            <td class="num">{size}</td>
            <td class="num">
                <Button kind=ButtonKind::SmallQuiet on_press=move || asked.set(Some(line.clone()))>
                    {words::restore(language)}
                </Button>
            </td>
        </tr>
    }
}

const fn reason(language: Language, reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Daily => words::reason_daily(language),
        BackupReason::Import => words::reason_import(language),
        BackupReason::Migration => words::reason_migration(language),
        BackupReason::Restore => words::reason_restore(language),
        BackupReason::Manual => words::reason_manual(language),
    }
}
