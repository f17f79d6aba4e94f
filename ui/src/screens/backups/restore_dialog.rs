//! The one question before a listed backup takes the place of what is here.

use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Dialog, RefusalBanner, TextField};
use crate::effect::effect;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::Refusal;
use api::backup::{BackupLine, Restore, RestoreSource};
use catalogue::{common, page_backups as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Opens when a line is asked for.
#[component]
pub fn RestoreDialog(asked: RwSignal<Option<BackupLine>>) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(false);
    effect(move || open.set(asked.with(Option::is_some)));
    // Closing forgets the line. Only closing does: otherwise the two would chase each other.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            asked.set(None);
        }
        is_open
    });
    view! {
        <Dialog open title=words::restore_title(language)>
            {move || asked.get().map(|line| view! { <Question line open /> })}
        </Dialog>
    }
}

#[component]
fn Question(line: BackupLine, open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let recovery = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let moment = format::moment(language, office.local(line.made_at));
    let restore = move || {
        busy.set(true);
        let from = RestoreSource::Listed(line.name.clone());
        let words_typed = recovery.get_untracked();
        spawn_local(async move {
            match backend
                .call(Restore {
                    from,
                    words: words_typed,
                })
                .await
            {
                Ok(session) => {
                    open.set(false);
                    office.set_session(session);
                    toasts.say(words::restored(language));
                }
                Err(refused) => refusal.set(Some(refused)),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="stack">
            <p>{words::restore_text(language, moment)}</p>
            <TextField
                label=words::words(language)
                value=recovery
                hint=words::words_hint(language)
            />
            <RefusalBanner refusal />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=restore>
                    {words::restore_now(language)}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move || open.set(false)>
                    {common::cancel(language)}
                </Button>
            </div>
        </div>
    }
}
