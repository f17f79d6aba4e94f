//! Naming a pejabat penilai for many people at once, beside the list.

use super::form::FormTrouble;
use super::list::List;
use super::selection::Selection;
use crate::backend::use_backend;
use crate::components::{
    Button, ButtonKind, DateField, Drawer, Outsiders, PersonChoice, PersonPicker, RefusalBanner,
};
use crate::effect::effect;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::employees::{EmployeeLine, ListAppraisers, SetAppraiser};
use catalogue::{Language, page_employees as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// So many names stand in the sentence; the rest are counted.
const NAMED: usize = 4;

/// The drawer.
#[component]
pub fn AppraiserDrawer(
    /// The list with the chosen people.
    list: List,
) -> impl IntoView {
    let language = use_language();
    view! {
        <Drawer open=list.naming title=words::appraiser_title(language)>
            <NameAppraiser list />
        </Drawer>
    }
}

#[component]
fn NameAppraiser(list: List) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let appraiser = RwSignal::new(None::<PersonChoice>);
    let superior = RwSignal::new(None::<PersonChoice>);
    let (appraiser_unread, superior_unread) = (RwSignal::new(false), RwSignal::new(false));
    let from = RwSignal::new(office.place_now().map(|place| place.period.first_day()));
    let trouble = FormTrouble::new(&["from", "appraiser", "appraiser_superior"]);
    trouble.follow("from", move || from.track());
    trouble.follow("appraiser", move || {
        appraiser.track();
        appraiser_unread.track();
    });
    trouble.follow("appraiser_superior", move || {
        superior.track();
        superior_unread.track();
    });
    let busy = RwSignal::new(false);
    let count = Memo::new(move |_| list.selection.with(Selection::len) as u64);
    // Everybody was let go, in the list or because a filter hides them: nothing is left to do.
    effect(move || {
        if count.get() == 0 {
            list.naming.set(false);
        }
    });
    let apply = move || {
        trouble.clear();
        let lacks: Vec<_> = [
            ("appraiser", appraiser_unread.get_untracked()),
            ("appraiser_superior", superior_unread.get_untracked()),
            ("from", from.get_untracked().is_none()),
        ]
        .into_iter()
        .filter_map(|(field, lacks)| lacks.then_some(field))
        .collect();
        let (Some(from), true) = (from.get_untracked(), lacks.is_empty()) else {
            return trouble.lacks(lacks);
        };
        let assignments = list.selection.with_untracked(Selection::posts);
        let asked = u32::try_from(assignments.len()).unwrap_or(u32::MAX);
        let command = SetAppraiser {
            assignments,
            appraiser: appraiser.get_untracked().map(|choice| choice.person),
            appraiser_superior: superior.get_untracked().map(|choice| choice.person),
            from,
        };
        busy.set(true);
        spawn_local(async move {
            let set = backend.call(command).await;
            busy.set(false);
            match set {
                Ok(set) if set.changed == 0 => toasts.say(words::appraiser_unchanged(language)),
                Ok(set) => {
                    list.selection.update(Selection::clear);
                    toasts.done(outcome(language, set.changed, asked));
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    };
    let nobody = words::appraiser_person_missing(language);
    let from_error = trouble.until(
        ("from", words::appraiser_from_missing(language)),
        move || from.with(Option::is_some),
    );
    view! {
        <form
            class="stack"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    apply();
                }
            }
        >
            <p>{move || for_whom(language, list)}</p>
            <Known appraiser />
            <PersonPicker
                label=words::appraiser(language)
                value=appraiser
                outsiders=Outsiders::Yes
                hint=words::appraiser_hint(language)
                error=trouble.about("appraiser", nobody)
                unread=appraiser_unread
            />
            <PersonPicker
                label=words::superior(language)
                value=superior
                outsiders=Outsiders::Yes
                hint=words::superior_hint(language)
                error=trouble.about("appraiser_superior", nobody)
                unread=superior_unread
            />
            <DateField
                label=words::appraiser_from(language)
                value=from
                hint=words::appraiser_from_hint(language)
                error=from_error
            />
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=apply>
                    {move || {
                        words::appraiser_apply(language, format::number(language, count.get()))
                    }}
                </Button>
            </div>
        </form>
    }
}

/// Those who appraise in this unit already: one press instead of typing.
#[component]
fn Known(appraiser: RwSignal<Option<PersonChoice>>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let known = use_query(move || {
        let place = office.place()?;
        Some(ListAppraisers {
            unit: place.unit,
            period: place.period,
        })
    });
    move || {
        let people = known
            .get()
            .map(|known| known.appraisers)
            .unwrap_or_default();
        (!people.is_empty()).then(|| {
            let buttons: Vec<_> = people
                .into_iter()
                .map(|it| {
                    let choice = PersonChoice {
                        person: it.person,
                        name: it.name.clone(),
                    };
                    view! {
                        <Button
                            kind=ButtonKind::Small
                            on_press=move || appraiser.set(Some(choice.clone()))
                        >
                            {words::appraiser_rows(language, it.name, it.rows)}
                        </Button>
                    }
                })
                .collect();
            view! {
                <div>
                    <p class="sub">{words::appraiser_known(language)}</p>
                    <div class="row-buttons employees-known">{buttons}</div>
                </div>
            }
        })
    }
}

fn for_whom(language: Language, list: List) -> String {
    let chosen: Vec<String> = list.answer.with(|answer| {
        let lines = answer
            .map(|answer| answer.lines.as_slice())
            .unwrap_or_default();
        list.selection.with(|selection| names(lines, selection))
    });
    let named = chosen
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let named = match chosen.len().saturating_sub(NAMED) {
        0 => named,
        others => words::and_others(language, named, format::number(language, others as u64)),
    };
    words::appraiser_for(
        language,
        format::number(language, chosen.len() as u64),
        named,
    )
}

/// Names without the titles behind them: commas would tear the sentence.
fn names(lines: &[EmployeeLine], selection: &Selection) -> Vec<String> {
    lines
        .iter()
        .filter(|line| line.assignment.is_some_and(|post| selection.contains(post)))
        .map(|line| line.name.split(',').next().unwrap_or_default().to_owned())
        .collect()
}

fn outcome(language: Language, changed: u32, asked: u32) -> String {
    match asked.saturating_sub(changed) {
        0 => words::appraiser_done(language, changed),
        passed => words::appraiser_done_partly(language, changed, passed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_passed_over_is_said() {
        let all = outcome(Language::Indonesian, 25, 25);
        assert!(!all.contains("dilewati"), "{all}");
        let some = outcome(Language::Indonesian, 23, 25);
        assert!(some.contains("23") && some.contains("2 dilewati"), "{some}");
    }
}
