//! The recovery sheet: the words that open a backup when this PC is gone.

use crate::backend::use_backend;
use crate::browser;
use crate::components::{Button, ButtonKind, IconName, QueryView};
use crate::effect::effect;
use crate::format;
use crate::frame::{Mark, ToastBar};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::backup::{ConfirmRecovery, GetRecovery, RecoverySheet};
use catalogue::{common, page_first_run as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the sheet is offered now: right after the first run.
#[derive(Clone, Copy, Debug)]
pub struct RecoveryOffer(RwSignal<bool>);

impl RecoveryOffer {
    /// Not offered yet; known to every component below.
    #[must_use]
    pub fn provide() -> Self {
        let offer = Self(RwSignal::new(false));
        provide_context(offer);
        offer
    }

    /// Offers it.
    pub fn open(self) {
        self.0.set(true);
    }

    /// Goes on to the work.
    pub fn close(self) {
        self.0.set(false);
    }

    /// Whether it is offered.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.0.get()
    }
}

/// The offer, on a page of its own.
#[component]
pub fn RecoveryScreen() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let offer: RecoveryOffer = expect_context();
    let busy = RwSignal::new(false);
    let confirm = move || {
        busy.set(true);
        spawn_local(async move {
            match backend.call(ConfirmRecovery {}).await {
                Ok(_) => {
                    toasts.say(words::recovery_confirmed(language));
                    offer.close();
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
            busy.set(false);
        });
    };
    effect(move || browser::focus("title"));
    view! {
        <main class="recovery" id="main">
            <div class="recovery-intro no-print">
                <h1 id="title" tabindex="-1">{words::recovery_title(language)}</h1>
                <p>{words::recovery_text(language)}</p>
            </div>
            <RecoveryWords />
            <div class="row-buttons no-print">
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Print
                    on_press=browser::print
                >
                    {words::recovery_print(language)}
                </Button>
                <Button icon=IconName::Check busy on_press=confirm>
                    {words::recovery_confirm(language)}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move || offer.close()>
                    {words::recovery_later(language)}
                </Button>
            </div>
        </main>
        <ToastBar />
    }
}

/// The sheet itself, on the screen and on paper. It prints alone: everything else on the screen
/// should carry `no-print`.
#[component]
pub fn RecoveryWords() -> impl IntoView {
    let sheet = use_query(|| Some(GetRecovery {}));
    view! { <QueryView query=sheet show=move || sheet.get().map(|sheet| view! { <Sheet sheet /> }) /> }
}

#[component]
fn Sheet(sheet: RecoverySheet) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let made = format::date(language, office.zone().day(sheet.made_at));
    let unit = office.unit();
    let word_list: Vec<_> = sheet
        .words
        .into_iter()
        .map(|word| view! { <li><b translate="no">{word}</b></li> })
        .collect();
    view! {
        <section class="recovery-sheet" aria-label=words::recovery_sheet(language)>
            <header>
                <Mark />
                <div>
                    <h2>{words::recovery_sheet(language)}</h2>
                    <p class="sub">
                        {unit.map(|unit| format!("{} · {}", unit.name, unit.instansi))}
                    </p>
                </div>
            </header>
            <ol class="recovery-words">{word_list}</ol>
            <p class="print-only">{words::recovery_use(language)}</p>
            <footer class="sub">
                <span>{words::recovery_database(language, sheet.database)}</span>
                <span>{words::recovery_made(language, made)}</span>
                <span>{common::app_name(language)}</span>
            </footer>
            <p class="sub">{words::recovery_never(language)}</p>
        </section>
    }
}
