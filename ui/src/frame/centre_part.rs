//! The part of the status bar about the centre: what is not there yet, and when something came
//! there last. It leads to Sinkron & Cadangan.

use crate::components::{Icon, IconName};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::routes::Screen;
use api::session::Status;
use api::sync::Condition;
use catalogue::{Language, page_frame as words, sync};
use leptos::prelude::*;
use leptos_router::components::A;

/// What is not sent, and when something was sent last.
#[component]
pub fn CentrePart(
    /// What the program said last.
    status: Memo<Option<Status>>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let what = move || {
        status.with(|status| {
            let late = status.as_ref().is_some_and(|it| needs_person(&it.sync));
            view! {
                {late.then(|| view! { <Icon name=IconName::Warning /> })}
                <span class:late=late>{sentence(language, status.as_ref())}</span>
            }
        })
    };
    let last = move || {
        let (zone, at) =
            status.with(|it| it.as_ref().and_then(|it| Some((it.zone, it.last_sent_at?))))?;
        let day = format::short_day(language, zone.local(at).date(), office.today());
        Some(view! {
            <span class="sep status-last" aria-hidden="true"></span>
            <span class="status-last">{words::last_sent(language, day)}</span>
        })
    };
    view! {
        <span class="status-centre">
            <A
                href=Screen::Sync.path()
                attr:class="bar-button"
                attr:title=words::to_sync(language)
            >
                {what}
            </A>
        </span>
        {last}
    }
}

/// Whether it does not go on without somebody.
const fn needs_person(condition: &Condition) -> bool {
    matches!(
        condition,
        Condition::NeedsRepair { .. }
            | Condition::NeedsDecision { .. }
            | Condition::Overdue { .. }
            | Condition::Revoked
            | Condition::NotEnrolled
            | Condition::BrokenStream
    )
}

/// What the bar says: the sentence of what moves, or what is left.
fn sentence(language: Language, status: Option<&Status>) -> String {
    let Some((condition, unsent)) = status.and_then(|it| Some((&it.sync, it.unsent?))) else {
        return words::centre_none(language).to_owned();
    };
    match condition {
        Condition::Connecting => sync::connecting(language).to_owned(),
        Condition::Receiving => sync::receiving(language).to_owned(),
        Condition::Running { sent, total } => sync::running(
            language,
            format::number(language, *sent),
            format::number(language, *total),
        ),
        Condition::NeedsRepair { count } | Condition::NeedsDecision { count, .. } => {
            words::needs_you(language, format::number(language, *count))
        }
        Condition::Paused { .. } if unsent > 0 => {
            words::unsent_paused(language, format::number(language, unsent))
        }
        Condition::AllReceived { .. } if unsent == 0 => words::all_received(language).to_owned(),
        _ => words::unsent(language, format::number(language, unsent)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Timestamp, Zone};
    use rstest::rstest;

    fn status(sync: Condition, unsent: Option<u64>) -> Status {
        Status {
            saved_at: None,
            zone: Zone::Wib,
            unsent,
            sync,
            last_sent_at: None,
            sync_version: 1,
            deadline: None,
            days_left: None,
            undo: None,
            redo: None,
            data_version: 1,
        }
    }

    #[rstest]
    #[case(Condition::NotJoined, None, "Belum terhubung ke pusat")]
    #[case(Condition::Practice, None, "Belum terhubung ke pusat")]
    #[case(Condition::Unsent { count: 1200 }, Some(1200), "1.200 belum dikirim")]
    #[case(Condition::NoInternet, Some(12), "12 belum dikirim")]
    #[case(Condition::Running { sent: 31, total: 72 }, Some(41), "Mengirim 31 dari 72… boleh terus bekerja.")]
    #[case(Condition::Paused { unsent: 12 }, Some(12), "12 belum dikirim (dijeda)")]
    #[case(Condition::NeedsRepair { count: 2 }, Some(2), "2 perlu perhatian Anda")]
    #[case(Condition::AllReceived { receipt: "2026-W43-0117".into(), at: Timestamp(0) }, Some(0), "Semua diterima pusat")]
    fn the_bar_says_what_moves_or_what_is_left(
        #[case] condition: Condition,
        #[case] unsent: Option<u64>,
        #[case] expected: &str,
    ) {
        let status = status(condition, unsent);
        assert_eq!(sentence(Language::Indonesian, Some(&status)), expected);
    }

    #[test]
    fn before_the_first_answer_no_centre_is_claimed() {
        assert_eq!(
            sentence(Language::Indonesian, None),
            "Belum terhubung ke pusat"
        );
    }
}
