//! Import of a list on one page: choose, check, done. Nothing goes in before it was checked.

mod done;
mod lines;
mod missing;
mod preview;
mod problems;
mod source;
mod state;
mod summary;
mod verdicts;

use crate::components::{PageHead, RefusalBanner};
use crate::language::use_language;
use catalogue::page_import_list as words;
use done::Done;
use leptos::prelude::*;
use preview::{Preview, PreviewActions};
use source::ChooseSource;
use state::{Import, Step};

/// Import of a list.
#[component]
pub fn ImportScreen() -> impl IntoView {
    let language = use_language();
    let import = Import::open();
    let sub = Signal::derive(move || match import.step() {
        Step::Choose => words::choose_sub(language).to_owned(),
        Step::Check | Step::Done => import.name(language),
    });
    let again = Callback::new(move |()| import.read_again());
    view! {
        <PageHead title=words::title(language) sub>
            {move || (import.step() == Step::Check).then(|| view! { <PreviewActions import /> })}
        </PageHead>
        <Steps import />
        <Trouble import again />
        {move || match import.step() {
            Step::Choose => view! { <ChooseSource import /> }.into_any(),
            Step::Check => view! { <Preview import /> }.into_any(),
            Step::Done => view! { <Done import /> }.into_any(),
        }}
    }
}

/// What the program said about the list; reading it again is offered where that can help.
#[component]
fn Trouble(import: Import, again: Callback<()>) -> impl IntoView {
    let can_read_again = Memo::new(move |_| import.source.with(Option::is_some));
    move || {
        if can_read_again.get() {
            view! { <RefusalBanner refusal=import.refusal again /> }.into_any()
        } else {
            view! { <RefusalBanner refusal=import.refusal /> }.into_any()
        }
    }
}

/// Where one is.
#[component]
fn Steps(import: Import) -> impl IntoView {
    let language = use_language();
    let steps = [
        (Step::Choose, words::step_choose(language)),
        (Step::Check, words::step_check(language)),
        (Step::Done, words::step_done(language)),
    ];
    let items: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(index, (step, name))| {
            let is_here = move || import.step() == step;
            view! {
                <li aria-current=move || is_here().then_some("step")>
                    <b>{index + 1}</b>
                    {name}
                </li>
            }
        })
        .collect();
    view! { <ol class="import-steps" aria-label=words::steps(language)>{items}</ol> }
}
