//! Periksa & Kirim: what was checked, what will be marked, what stops whom; then *Siap dikirim*.

mod blocked;
mod content;
mod list;

use super::nobody_to_rate;
use crate::backend::use_backend;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Icon, IconName, LinkButton, PageHead, QueryView,
};
use crate::format;
use crate::frame::use_status;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::routes::Screen;
use crate::toast::use_toasts;
use api::home::{Finish, FinishPreview, Finished, PreviewFinish};
use blocked::BlockedCard;
use catalogue::{Language, page_home as words};
use content::ContentCard;
use leptos::prelude::*;
use leptos::task::spawn_local;
use list::CheckList;

/// Periksa & Kirim.
#[component]
pub fn CheckScreen() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let preview = use_query(move || {
        office.place().map(|place| PreviewFinish {
            unit: place.unit,
            period: place.period,
            appraiser: place.appraiser,
        })
    });
    let sub = Signal::derive(move || {
        let unit = office.unit().map(|unit| unit.name).unwrap_or_default();
        let period = office
            .place()
            .map(|place| format::period(language, place.period));
        format!("{} · {unit}", period.unwrap_or_default())
    });
    view! {
        <PageHead title=words::check(language) sub>
            <LinkButton href=Screen::Home.path() icon=IconName::ChevronLeft>
                {words::check_back(language)}
            </LinkButton>
        </PageHead>
        <QueryView query=preview show=move || content(preview) />
    }
}

fn content(preview: Query<FinishPreview>) -> AnyView {
    let language = use_language();
    let finished = RwSignal::new(None::<Finished>);
    let has_centre = has_centre();
    let nobody = Memo::new(move |_| {
        preview.with(|it| {
            it.is_some_and(|it| it.to_seal.is_empty() && it.blocked.is_empty() && it.sealed == 0)
        })
    });
    view! {
        {move || finished.get().map(|finished| result(language, &finished, has_centre))}
        {move || if nobody.get() {
            nobody_to_rate(language)
        } else {
            view! {
                <div class="two">
                    <div class="stack">
                        <FinishCard preview finished has_centre />
                        <BlockedCard preview />
                    </div>
                    <div class="stack">
                        <CheckList preview />
                        <ContentCard preview />
                    </div>
                </div>
            }
            .into_any()
        }}
    }
    .into_any()
}

/// What *Siap dikirim* did, and what comes next.
fn result(language: Language, finished: &Finished, has_centre: Memo<bool>) -> AnyView {
    let left = finished.blocked.len();
    let mut sentence = if finished.sealed == 0 {
        words::finished_none(language).to_owned()
    } else {
        words::finished(language, finished.sealed)
    };
    if left > 0 {
        sentence.push(' ');
        sentence.push_str(&words::finished_left(language, left));
    }
    view! {
        <Banner kind=BannerKind::Good text=sentence>
            <LinkButton href=Screen::Reports.path() kind=ButtonKind::Small>
                {words::export(language)}
            </LinkButton>
            {move || has_centre.get().then(|| view! {
                <LinkButton href=Screen::Sync.path() kind=ButtonKind::Small>
                    {Screen::Sync.title(language)}
                </LinkButton>
            })}
        </Banner>
    }
    .into_any()
}

/// Whether there is a centre to send to.
fn has_centre() -> Memo<bool> {
    let status = use_status();
    Memo::new(move |_| status.with(|it| it.is_some_and(|it| it.unsent.is_some())))
}

#[component]
fn FinishCard(
    preview: Query<FinishPreview>,
    finished: RwSignal<Option<Finished>>,
    has_centre: Memo<bool>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let counts = Memo::new(move |_| {
        preview.with(|it| {
            it.map_or((0, 0, 0), |it| {
                (it.to_seal.len(), it.sealed, it.blocked.len())
            })
        })
    });
    let finish = move || {
        let Some(place) = office.place_now() else {
            return;
        };
        busy.set(true);
        let command = Finish {
            unit: Some(place.unit),
            period: place.period,
            appraiser: place.appraiser,
        };
        spawn_local(async move {
            let answer = backend.call(command).await;
            busy.try_set(false);
            match answer {
                Ok(answer) => {
                    finished.try_set(Some(answer));
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    let nothing = Signal::derive(move || counts.get().0 == 0);
    view! {
        <section class="card home-finish">
            <p class="big">
                {move || match counts.get() {
                    (0, sealed, 0) if sealed > 0 => words::check_all_sealed(language, sealed),
                    (0, _, _) => words::check_nothing_now(language).to_owned(),
                    (count, _, _) => words::check_ready_now(language, count),
                }}
            </p>
            <p class="home-centre">
                <Icon name=IconName::Info />
                <span>
                    {move || {
                        if has_centre.get() {
                            words::check_centre(language)
                        } else {
                            words::check_no_centre(language)
                        }
                    }}
                </span>
            </p>
            <div class="row-buttons">
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Check
                    disabled=nothing
                    busy
                    on_press=finish
                >
                    {words::finish(language)}
                </Button>
            </div>
        </section>
    }
}
