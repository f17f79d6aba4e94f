//! The recovery sheet, again.

use crate::backend::use_backend;
use crate::browser;
use crate::components::{Banner, BannerKind, Button, Card, IconName};
use crate::language::use_language;
use crate::query::Query;
use crate::screens::first_run::RecoveryWords;
use crate::toast::use_toasts;
use api::backup::{Backups, ConfirmRecovery};
use catalogue::{common, page_backups as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether it was printed, and the words when somebody asks for them.
#[component]
pub fn RecoveryCard(backups: Query<Backups>) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let shown = RwSignal::new(false);
    let confirmed = move || backups.with(|it| it.is_some_and(|it| it.recovery_confirmed));
    let confirm = move || {
        spawn_local(async move {
            match backend.call(ConfirmRecovery {}).await {
                Ok(all) => {
                    backups.set(all);
                    shown.set(false);
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    view! {
        <Card title=words::recovery(language)>
            <div class="card-body stack">
                <p class="sub">{words::recovery_text(language)}</p>
                {move || {
                    if confirmed() {
                        view! { <p class="sub">{words::recovery_confirmed(language)}</p> }.into_any()
                    } else {
                        view! {
                            <Banner
                                kind=BannerKind::Attention
                                text=words::recovery_missing(language)
                            />
                        }
                            .into_any()
                    }
                }}
                <Show
                    when=move || shown.get()
                    fallback=move || {
                        view! {
                            <div class="row-buttons">
                                <Button icon=IconName::Key on_press=move || shown.set(true)>
                                    {words::recovery_show(language)}
                                </Button>
                            </div>
                        }
                    }
                >
                    <RecoveryWords />
                    <div class="row-buttons no-print">
                        <Button icon=IconName::Print on_press=browser::print>
                            {common::print(language)}
                        </Button>
                        <Button icon=IconName::Check on_press=confirm>
                            {words::recovery_confirm(language)}
                        </Button>
                    </div>
                </Show>
            </div>
        </Card>
    }
}
