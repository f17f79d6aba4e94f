//! *Milik Anda*, *Milik pusat*, *Sebelumnya*, side by side, and the decision.

use super::decisions::shown;
use super::desk::Desk;
use super::wording;
use crate::components::{Button, ButtonKind, Chip, ChipTone, IconName};
use api::Command;
use api::sync::{Choice, Decide, DecisionLine, FieldLine, Version};
use catalogue::page_sync as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The table.
pub fn decision_table(desk: Desk, decision: &DecisionLine) -> AnyView {
    let language = desk.language;
    let has_before = decision.before.is_some();
    let recommended = |choice: Choice| decision.recommended == choice;
    let rows: Vec<_> = decision
        .fields
        .iter()
        .map(|field| row(desk, field, has_before))
        .collect();
    let title = words::decision(language, &decision.title);
    let before = decision.before.clone().unwrap_or(Version {
        who: None,
        at: None,
        revision: String::new(),
    });
    let busy = RwSignal::new(None);
    let decide = |choice: Choice| button(desk, decision, (choice, busy));
    view! {
        <table class="table sync-versions">
            <caption class="visually-hidden">{title}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::field(language)}</th>
                    {head(desk, words::mine(language), (&decision.mine, recommended(Choice::Mine)))}
                    {head(
                        desk,
                        words::centre(language),
                        (&decision.centre, recommended(Choice::Centre)),
                    )}
                    {has_before.then(|| head(desk, words::before(language), (&before, false)))}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <td></td>
                    <td>{decide(Choice::Mine)}</td>
                    <td>{decide(Choice::Centre)}</td>
                    {has_before.then(|| view! { <td></td> })}
                </tr>
            </tfoot>
        </table>
        <p class="sub sync-lead-in">{words::decision_text(language)}</p>
    }
    .into_any()
}

/// A column's head: whose version it is, who made it and when, and whether it is recommended.
fn head(desk: Desk, name: &'static str, (version, is_recommended): (&Version, bool)) -> AnyView {
    let made = wording::made(desk, version).map(|made| view! { <small>{made}</small> });
    let chip = is_recommended.then(|| {
        view! { <Chip tone=ChipTone::Accent>{words::recommended(desk.language)}</Chip> }
    });
    view! { <th scope="col"><span class="sync-whose">{name} {chip}</span> {made}</th> }.into_any()
}

fn row(desk: Desk, field: &FieldLine, has_before: bool) -> AnyView {
    let (mine_changed, centre_changed) = changed(field, has_before);
    let label = field.label.clone();
    let before = has_before.then(|| {
        let value = shown(desk, &field.before);
        view! { <td class="sync-before">{value}</td> }
    });
    view! {
        <tr>
            <th scope="row">{label}</th>
            {value(desk, &field.mine, mine_changed)}
            {value(desk, &field.centre, centre_changed)}
            {before}
        </tr>
    }
    .into_any()
}

fn value(desk: Desk, value: &str, is_changed: bool) -> AnyView {
    let mark = is_changed.then(|| view! { <Chip>{words::changed(desk.language)}</Chip> });
    let value = shown(desk, value);
    view! { <td class:sync-changed=is_changed>{value} " " {mark}</td> }.into_any()
}

/// Which of the two values is another one than before. Without what was before, nobody can say.
fn changed(field: &FieldLine, has_before: bool) -> (bool, bool) {
    (
        has_before && field.mine != field.before,
        has_before && field.centre != field.before,
    )
}

fn button(
    desk: Desk,
    decision: &DecisionLine,
    (choice, busy): (Choice, RwSignal<Option<Choice>>),
) -> AnyView {
    let language = desk.language;
    let (label, said) = match choice {
        Choice::Mine => (
            words::take_mine(language),
            words::decided_mine(language, &decision.title),
        ),
        Choice::Centre => (
            words::take_centre(language),
            words::decided_centre(language, &decision.title),
        ),
    };
    let icon = (decision.recommended == choice).then_some(IconName::Check);
    let command = Decide {
        kind: decision.kind,
        id: decision.id,
        centre: decision.centre.revision.clone(),
        choice,
    };
    let is_busy = Signal::derive(move || busy.get() == Some(choice));
    let press = move || {
        if busy.get_untracked().is_some() {
            return;
        }
        busy.set(Some(choice));
        let (request, said) = (command.clone().request(), said.clone());
        spawn_local(async move {
            let answer = desk.request(request).await;
            busy.try_set(None);
            match answer {
                Ok(()) => {
                    desk.toasts.say(said);
                    crate::browser::focus("title");
                }
                // What is stale was fetched again by the way to the program.
                Err(refusal) => desk.toasts.refused(language, &refusal),
            }
        });
    };
    match icon {
        Some(icon) => view! {
            <Button kind=ButtonKind::Small icon busy=is_busy on_press=press>{label}</Button>
        }
        .into_any(),
        None => view! {
            <Button kind=ButtonKind::Small busy=is_busy on_press=press>{label}</Button>
        }
        .into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Analis", "Analis Ahli", "Analis", true, (false, true))]
    #[case("Analis Muda", "Analis Ahli", "Analis", true, (true, true))]
    #[case("Analis", "Analis Ahli", "", false, (false, false))]
    fn a_value_that_is_another_than_before_is_marked(
        #[case] mine: &str,
        #[case] centre: &str,
        #[case] before: &str,
        #[case] has_before: bool,
        #[case] expected: (bool, bool),
    ) {
        let field = FieldLine {
            label: "Jabatan".into(),
            mine: mine.into(),
            centre: centre.into(),
            before: before.into(),
        };
        assert_eq!(changed(&field, has_before), expected);
    }
}
