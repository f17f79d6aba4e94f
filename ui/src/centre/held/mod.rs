//! Tertahan: what waits, and versions side by side.

mod branched;
mod waiting;

use crate::components::{PageHead, Tab, TabPanel, Tabs};
use crate::language::use_language;
use branched::Branched;
use catalogue::{Language, centre_frame, centre_held as words};
use domain::Kind;
use leptos::prelude::*;
use waiting::Waiting;

const NAME: &str = "held";
const WAITING: &str = "waiting";
const BRANCHED: &str = "branched";

/// Both lists.
#[component]
pub fn HeldScreen() -> impl IntoView {
    let language = use_language();
    let selected = RwSignal::new(WAITING);
    let tabs = vec![
        Tab {
            key: WAITING,
            label: words::tab_held(language).to_owned(),
        },
        Tab {
            key: BRANCHED,
            label: words::tab_branched(language).to_owned(),
        },
    ];
    view! {
        <PageHead title=centre_frame::held(language) sub=words::held_sub(language) />
        <Tabs name=NAME label=centre_frame::held(language) tabs selected />
        <TabPanel name=NAME selected>
            {move || match selected.get() {
                BRANCHED => view! { <Branched /> }.into_any(),
                _ => view! { <Waiting /> }.into_any(),
            }}
        </TabPanel>
    }
}

/// What people call a kind of document.
const fn kind_name(language: Language, kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Unit) => words::kind_unit(language),
        Some(Kind::Employee) => words::kind_employee(language),
        Some(Kind::Assignment) => words::kind_assignment(language),
        Some(Kind::Exception) => words::kind_exception(language),
        Some(Kind::Signatory) => words::kind_signatory(language),
        Some(Kind::OrganisationResult) => words::kind_organisation(language),
        Some(Kind::Evaluation) => words::kind_evaluation(language),
        Some(Kind::Note) => words::kind_note(language),
        Some(Kind::Evidence) => words::kind_evidence(language),
        _ => words::kind_other(language),
    }
}
