//! The third step: what went in, how to take it back, what comes next.

use super::problems::SaveProblems;
use super::state::Import;
use crate::backend::use_backend;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Icon, IconName, LinkButton};
use crate::format;
use crate::language::use_language;
use crate::routes::Screen;
use crate::toast::use_toasts;
use api::Refusal;
use api::import::Imported;
use api::session::GetStatus;
use api::undo::Undo;
use catalogue::{Language, page_import_list as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The act's code in the journal.
const IMPORT: &str = "import";

/// The result.
#[component]
pub fn Done(
    /// The import.
    import: Import,
) -> impl IntoView {
    move || {
        import
            .done
            .get()
            .map(|imported| view! { <Outcome import imported /> })
    }
}

#[component]
fn Outcome(import: Import, imported: Imported) -> impl IntoView {
    let language = use_language();
    let counts = imported.counts;
    let number = |count: u32| format::number(language, u64::from(count));
    let said = words::done_counts(
        language,
        number(counts.new),
        number(counts.changed),
        number(counts.same),
    );
    let went_in = u64::from(counts.new) + u64::from(counts.changed);
    let token = import
        .preview
        .with_untracked(|it| it.as_ref().map(|it| it.token.clone()));
    let problems = token.filter(|_| counts.rejected > 0).map(|token| {
        let text = words::done_rejected(language, number(counts.rejected));
        view! { <SaveProblems token text /> }
    });
    view! {
        <section class="card import-done">
            <span class="empty-sign"><Icon name=IconName::Check /></span>
            <h2 class="big" id="import-done" tabindex="-1">
                {words::done_title(language, format::number(language, went_in))}
            </h2>
            <p>{said}</p>
            {imported.backup.then(|| view! {
                <p class="sub"><Icon name=IconName::Shield />" "{words::done_backup(language)}</p>
            })}
            <h3 class="sub">{words::next_step(language)}</h3>
            <div class="row-buttons">
                <LinkButton
                    href=Screen::Sheet.path()
                    kind=ButtonKind::Primary
                    icon=IconName::Grid
                >
                    {words::done_rate(language)}
                </LinkButton>
                <LinkButton href="/pegawai?saring=tanpa-penilai" icon=IconName::Person>
                    {words::done_appraisers(language)}
                </LinkButton>
                <LinkButton href=Screen::Employees.path() icon=IconName::People>
                    {words::done_people(language)}
                </LinkButton>
            </div>
            <div class="row-buttons">
                <TakeBack import />
                <Button kind=ButtonKind::Quiet on_press=move || import.choose_another()>
                    {words::done_more(language)}
                </Button>
            </div>
        </section>
        {problems}
    }
}

/// Takes the import back, and nothing else: when something changed after it, that comes first.
#[component]
fn TakeBack(import: Import) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let blocked = RwSignal::new(false);
    let take_back = move || {
        busy.set(true);
        spawn_local(async move {
            let outcome = undo_import(backend).await;
            busy.set(false);
            match outcome {
                Ok(true) => {
                    toasts.say(words::done_undone(language));
                    import.taken_back();
                }
                Ok(false) => blocked.set(true),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    view! {
        <Button icon=IconName::Undo busy on_press=take_back>{words::done_undo(language)}</Button>
        {move || blocked.get().then(|| blocked_notice(language))}
    }
}

fn blocked_notice(language: Language) -> AnyView {
    view! { <Banner kind=BannerKind::Attention text=words::done_undo_blocked(language) /> }
        .into_any()
}

/// Whether the import was the last act and is undone now.
async fn undo_import(backend: crate::backend::Backend) -> Result<bool, Refusal> {
    let status = backend
        .call(GetStatus {
            unit: None,
            period: None,
        })
        .await?;
    if status.undo.as_deref() != Some(IMPORT) {
        return Ok(false);
    }
    backend.call(Undo {}).await?;
    Ok(true)
}
