//! A backup from another PC or a stick.

use crate::backend::use_backend;
use crate::components::{Button, Card, DropZone, IconName, RefusalBanner, TextField};
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::Refusal;
use api::backup::{Restore, RestoreSource};
use api::import::UploadToken;
use catalogue::page_backups as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Choose the file, give the words, restore.
#[component]
pub fn RestoreFile() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let office = use_office();
    let toasts = use_toasts();
    let chosen = RwSignal::new(None::<(UploadToken, String)>);
    let recovery = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let restore = move || {
        let Some((token, _)) = chosen.get_untracked() else {
            return;
        };
        busy.set(true);
        let command = Restore {
            from: RestoreSource::Upload(token),
            words: recovery.get_untracked(),
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(session) => {
                    chosen.set(None);
                    office.set_session(session);
                    toasts.say(words::restored(language));
                }
                Err(refused) => refusal.set(Some(refused)),
            }
            busy.set(false);
        });
    };
    view! {
        <Card title=words::restore_file(language)>
            <div class="card-body stack">
                <DropZone
                    label=words::choose_file(language)
                    accept=".cadangan"
                    on_file=move |token: UploadToken, name: String| {
                        refusal.set(None);
                        chosen.set(Some((token, name)));
                    }
                    hint=words::restore_file_hint(language)
                />
                <Show when=move || chosen.with(Option::is_some)>
                    <p role="status">
                        {move || {
                            chosen.get().map(|(_, name)| words::chosen(language, name))
                        }}
                    </p>
                    <TextField
                        label=words::words(language)
                        value=recovery
                        hint=words::words_hint(language)
                    />
                    <RefusalBanner refusal />
                    <div class="row-buttons">
                        <Button icon=IconName::Archive busy on_press=restore>
                            {words::restore_now(language)}
                        </Button>
                    </div>
                </Show>
            </div>
        </Card>
    }
}
