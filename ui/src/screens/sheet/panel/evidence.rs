//! Evidence: what there is, and a place for more. A file dropped here stands behind this rating.

use super::PanelContext;
use crate::backend::use_backend;
use crate::components::{DropZone, Icon, IconName, OnFile};
use crate::format;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::import::UploadToken;
use api::notes::{AttachEvidence, EvidenceLine, OpenEvidence, WithdrawEvidence};
use catalogue::page_sheet as words;
use chrono::NaiveDate;
use domain::Period;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Evidence of the person.
#[component]
pub fn EvidencePart(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    // It stands behind the rating of the row where the cursor was when it was chosen.
    let keep = OnFile::chosen(move || {
        let row = grid.cursor_row()?;
        let employee = row.state.with_untracked(|state| state.shown().employee);
        let date = day_within(grid.period, office.today_now());
        let rating = Some((row.assignment, grid.period));
        Some(Box::new(move |upload: UploadToken, name| {
            let command = AttachEvidence {
                upload,
                employee,
                date,
                rating,
            };
            spawn_local(async move {
                match backend.call(command).await {
                    Ok(_) => toasts.done(words::evidence_kept(language, name)),
                    Err(refusal) => toasts.refused(language, &refusal),
                }
            });
        }))
    });
    view! {
        <div class="sheet-evidence">
            {move || context.with(|answer| {
                let answer = answer?;
                Some(if answer.evidence.is_empty() {
                    view! { <p class="sub">{words::evidence_none(language)}</p> }.into_any()
                } else {
                    let files: Vec<_> = answer
                        .evidence
                        .iter()
                        .map(|line| file(context, line, answer.attached.contains(&line.id)))
                        .collect();
                    view! { <ul class="sheet-files">{files}</ul> }.into_any()
                })
            })}
            <DropZone
                label=words::evidence_drop(language)
                accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
                hint=words::evidence_hint(language)
                on_file=keep
            />
        </div>
    }
}

fn file(context: PanelContext, line: &EvidenceLine, is_attached: bool) -> AnyView {
    let language = context.grid.language;
    let backend = use_backend();
    let toasts = use_toasts();
    let id = line.id;
    let name = line.name.clone();
    let about = format!(
        "{} · {}",
        format::date(language, line.date),
        format::size(language, line.size)
    );
    let open = move |_| {
        spawn_local(async move {
            if let Err(refusal) = backend.call(OpenEvidence { evidence: id }).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    let withdraw = move |_| {
        spawn_local(async move {
            match backend.call(WithdrawEvidence { evidence: id }).await {
                Ok(_) => toasts.done(words::evidence_withdrawn(language)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    view! {
        <li>
            <Icon name=IconName::Paperclip />
            <div>
                <button
                    type="button"
                    class="link"
                    aria-label=words::evidence_open(language, &name)
                    on:click=open
                >
                    {name.clone()}
                </button>
                <p class="sub">
                    {about}
                    {is_attached.then(|| view! {
                        " · " <b>{words::evidence_attached(language)}</b>
                    })}
                </p>
            </div>
            <button
                type="button"
                class="btn small quiet icon-only push"
                aria-label=words::evidence_withdraw(language, &name)
                title=words::evidence_withdraw(language, &name)
                on:click=withdraw
            >
                <Icon name=IconName::Trash />
            </button>
        </li>
    }
    .into_any()
}

/// Today, while it lies in the period; else the period's nearest day.
#[must_use]
pub fn day_within(period: Period, today: NaiveDate) -> NaiveDate {
    today.clamp(period.first_day(), period.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-10-15", "2026-10-15")]
    #[case("2026-11-03", "2026-10-31")]
    #[case("2026-09-30", "2026-10-01")]
    fn evidence_is_dated_within_its_period(#[case] today: NaiveDate, #[case] day: NaiveDate) {
        let october = Period::month(2026, 10).unwrap();
        assert_eq!(day_within(october, today), day);
    }
}
