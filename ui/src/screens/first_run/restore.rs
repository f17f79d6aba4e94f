//! Putting a backup in place: a file, or one of this PC, and the recovery words.

use crate::backend::use_backend;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Choice, DropZone, IconName, RefusalBanner, SelectField,
    TextArea,
};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::Refusal;
use api::backup::{BackupLine, ListBackups, Restore, RestoreSource};
use api::import::UploadToken;
use catalogue::{Language, page_first_run as words, page_frame};
use domain::Zone;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form. What is here now is set aside by the program, never deleted.
#[component]
pub fn RestoreForm() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    // Refused where nothing is here yet: then there is only the file.
    let backups = use_query(|| Some(ListBackups {}));
    let file = RwSignal::new(None::<(UploadToken, String)>);
    let listed = RwSignal::new(String::new());
    let recovery = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let restore = move || {
        let from = match (file.get_untracked(), listed.get_untracked()) {
            (Some((token, _)), _) => RestoreSource::Upload(token),
            (None, name) if !name.is_empty() => RestoreSource::Listed(name),
            _ => {
                missing.set(true);
                return;
            }
        };
        missing.set(false);
        refusal.set(None);
        busy.set(true);
        let words = recovery.get_untracked();
        spawn_local(async move {
            match backend.call(Restore { from, words }).await {
                Ok(_) => toasts.say(words::restored(language)),
                Err(refused) => refusal.set(Some(refused)),
            }
            busy.try_set(false);
        });
    };
    let choices = Signal::derive(move || {
        let found = backups
            .get()
            .map(|backups| backups.backups)
            .unwrap_or_default();
        let mut choices = vec![Choice::new("", page_frame::choose(language))];
        choices.extend(found.iter().map(|line| choice(language, line)));
        choices
    });
    let any_listed = Memo::new(move |_| choices.with(|choices| choices.len() > 1));
    view! {
        <section class="card">
            <div class="card-body stack restore-form">
                {move || any_listed.get().then(|| view! {
                    <SelectField
                        label=words::restore_listed(language)
                        value=listed
                        choices
                        on_choose=move |name: String| {
                            file.set(None);
                            missing.set(false);
                            listed.set(name);
                        }
                    />
                })}
                <DropZone
                    label=words::restore_file(language)
                    accept=""
                    on_file=move |token, name| {
                        listed.set(String::new());
                        missing.set(false);
                        file.set(Some((token, name)));
                    }
                />
                {move || file.get().map(|(_, name)| view! {
                    <Banner kind=BannerKind::Good text=words::restore_chosen(language, name) />
                })}
                <TextArea
                    label=words::restore_words(language)
                    value=recovery
                    hint=words::restore_words_hint(language)
                />
                {move || missing.get().then(|| view! {
                    <Banner kind=BannerKind::Attention text=words::restore_missing(language) />
                })}
                <RefusalBanner refusal />
                <div class="row-buttons">
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Archive
                        busy
                        on_press=restore
                    >
                        {words::restore_now(language)}
                    </Button>
                </div>
            </div>
        </section>
    }
}

/// The list is shown before the office's zone is known: western time, and said so.
fn choice(language: Language, line: &BackupLine) -> Choice {
    let zone = Zone::default();
    let made = format::moment(language, zone.local(line.made_at));
    let size = format::size(language, line.size);
    Choice::new(
        line.name.clone(),
        format!("{made} {} · {size}", zone.abbreviation()),
    )
}
