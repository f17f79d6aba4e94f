//! Sinkron & Cadangan → Status: where sending stands, joining a centre, sticks, receipts, and what
//! needs a decision.

mod act;
mod backups_line;
mod decision_table;
mod decisions;
mod desk;
mod face;
mod join;
mod join_offline;
mod packets;
mod practice;
mod receipts;
mod status_card;
mod stick;
mod stick_file;
mod troubles;
mod waiting;
mod wording;

use crate::components::{PageHead, QueryView};
use crate::language::use_language;
use crate::query::use_query;
use api::sync::{Condition, GetSync, SyncView};
use catalogue::page_sync as words;
use desk::Desk;
use leptos::prelude::*;

/// Where sending stands.
#[component]
pub fn SyncScreen() -> impl IntoView {
    let language = use_language();
    let view = use_query(|| Some(GetSync {}));
    let desk = Desk::open(view);
    let sub = Signal::derive(move || match view.with(|view| view.map(Stage::of)) {
        None | Some(Stage::Practice) => String::new(),
        Some(_) => words::sub(language).to_owned(),
    });
    view! {
        <PageHead title=words::title(language) sub />
        <QueryView query=view show=move || content(desk) />
    }
}

/// What the screen is made of. Another value builds it anew; another answer alone does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Practice data is never sent.
    Practice,
    /// No centre was joined.
    Alone,
    /// The centre that was joined does not know this PC any more: a new code is asked for.
    Forgotten,
    /// A centre was joined.
    Joined,
}

impl Stage {
    const fn of(view: &SyncView) -> Self {
        match (&view.condition, &view.centre) {
            (Condition::Practice, _) => Self::Practice,
            (Condition::NotEnrolled, _) => Self::Forgotten,
            (_, None) => Self::Alone,
            (_, Some(_)) => Self::Joined,
        }
    }
}

fn content(desk: Desk) -> AnyView {
    let stage = Memo::new(move |_| desk.view.with(|view| view.map(Stage::of)));
    let shown = move || match stage.get() {
        None => ().into_any(),
        Some(Stage::Practice) => practice::practice(),
        Some(Stage::Alone) => alone(desk),
        Some(Stage::Forgotten) => joined(desk, view! { <join::JoinCard desk /> }.into_any()),
        Some(Stage::Joined) => joined(desk, view! { <stick::StickCard desk /> }.into_any()),
    };
    shown.into_any()
}

fn alone(desk: Desk) -> AnyView {
    view! {
        <div class="two">
            <div class="stack">
                <status_card::StatusCard desk />
                <join::JoinCard desk />
            </div>
            <div class="stack">
                <waiting::WaitingCard desk />
                <backups_line::BackupsLine />
            </div>
        </div>
    }
    .into_any()
}

/// `way` is how files go out and in: to send, or to join anew.
fn joined(desk: Desk, way: AnyView) -> AnyView {
    view! {
        <div class="two">
            <div class="stack">
                <status_card::StatusCard desk />
                <decisions::DecisionsCard desk />
                <troubles::RepairCard desk />
                {way}
                <troubles::HeldCard desk />
            </div>
            <div class="stack">
                <receipts::ReceiptsCard desk />
                <waiting::WaitingCard desk />
                <backups_line::BackupsLine />
            </div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::sync::{CentreLine, FilesLine};
    use domain::{Timestamp, Zone};
    use rstest::rstest;

    #[rstest]
    #[case(Condition::Practice, false, Stage::Practice)]
    #[case(Condition::NotJoined, false, Stage::Alone)]
    #[case(Condition::NotEnrolled, true, Stage::Forgotten)]
    #[case(Condition::NoInternet, true, Stage::Joined)]
    fn who_has_no_centre_is_asked_to_join(
        #[case] condition: Condition,
        #[case] has_centre: bool,
        #[case] expected: Stage,
    ) {
        let view = SyncView {
            centre: has_centre.then(|| CentreLine {
                office_name: String::new(),
                server: String::new(),
                joined_at: Timestamp(0),
            }),
            condition,
            zone: Zone::Wib,
            unsent: Vec::new(),
            receipts: Vec::new(),
            troubles: Vec::new(),
            decisions: Vec::new(),
            packets: Vec::new(),
            files: FilesLine::default(),
            paused: false,
            joining: false,
            skew_seconds: None,
        };
        assert_eq!(Stage::of(&view), expected);
    }
}
