//! What was changed here and at the centre: one line each, the versions side by side below it.

use super::decision_table::decision_table;
use super::desk::{DECISIONS, Desk};
use crate::components::{Button, ButtonKind, Card, Chip, when_changed};
use api::sync::DecisionLine;
use catalogue::{common, page_sync as words};
use domain::DocumentId;
use leptos::prelude::*;

/// The card; nothing while there is nothing to decide.
#[component]
pub fn DecisionsCard(desk: Desk) -> impl IntoView {
    let decisions = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| view.decisions.clone()).unwrap_or_default())
    });
    let open_the_only_one = move || {
        let only = decisions.with_untracked(|all| match all.as_slice() {
            [only] => Some(only.id),
            _ => None,
        });
        if only.is_some() {
            desk.opened.set(only);
        }
    };
    open_the_only_one();
    when_changed(move || decisions.track(), open_the_only_one);
    let count = Signal::derive(move || decisions.with(Vec::len).to_string());
    let any = Memo::new(move |_| decisions.with(|all| !all.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <div id=DECISIONS class="sync-part" tabindex="-1">
                    <Card title=words::decisions(desk.language) sub=count>
                        <ul class="sync-rows">
                            <For
                                each=move || decisions.get()
                                // Another version is another question.
                                key=|it| (it.id, it.mine.revision.clone(), it.centre.revision.clone())
                                let:decision
                            >
                                <Decision desk decision />
                            </For>
                        </ul>
                    </Card>
                </div>
            }
        })
    }
}

#[component]
fn Decision(desk: Desk, decision: DecisionLine) -> impl IntoView {
    let language = desk.language;
    let id = decision.id;
    let is_open = Memo::new(move |_| desk.opened.get() == Some(id));
    let panel = panel(id);
    let title = words::decision(language, &decision.title);
    let decision = StoredValue::new(decision);
    let toggle = move || {
        let open = (!is_open.get_untracked()).then_some(id);
        desk.opened.set(open);
    };
    let controls = panel.clone();
    let expanded = move || if is_open.get() { "true" } else { "false" };
    view! {
        <li class="sync-decision">
            <div class="sync-row attention">
                <div>
                    <b>{title}</b>
                    <Show when=move || !is_open.get()>
                        <div class="chips">{decision.with_value(|it| chips(desk, it))}</div>
                    </Show>
                </div>
                <Button
                    kind=ButtonKind::Small
                    attr:aria-expanded=expanded
                    attr:aria-controls=controls
                    on_press=toggle
                >
                    {move || if is_open.get() {
                        common::close(language)
                    } else {
                        words::decide(language)
                    }}
                </Button>
            </div>
            <div id=panel>
                <Show when=move || is_open.get()>
                    {decision.with_value(|it| decision_table(desk, it))}
                </Show>
            </div>
        </li>
    }
}

/// The first of what differs, at a glance.
fn chips(desk: Desk, decision: &DecisionLine) -> Option<AnyView> {
    let field = decision.fields.first()?;
    let mine = words::mine_is(desk.language, shown(desk, &field.mine));
    let centre = words::centre_is(desk.language, shown(desk, &field.centre));
    Some(view! { <Chip>{mine}</Chip> <Chip>{centre}</Chip> }.into_any())
}

/// A value as it is read: an empty one says so.
pub fn shown(desk: Desk, value: &str) -> String {
    match value.trim() {
        "" => words::empty(desk.language).to_owned(),
        value => value.to_owned(),
    }
}

fn panel(id: DocumentId) -> String {
    format!("sync-decision-{id}")
}
