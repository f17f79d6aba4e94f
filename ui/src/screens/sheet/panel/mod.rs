//! The side panel: who the cursor's row is about. Facts before opinion.

mod evidence;
mod facts;
mod notes;
mod reason;
mod rubric;
mod verdict;

use super::grid::{Grid, TAB_FACTS, TAB_NOTES, TAB_REASON, TAB_RUBRIC};
use crate::components::{Icon, IconName, Tab, TabPanel, Tabs};
use crate::effect::effect;
use crate::format::initials;
use crate::query::{Query, use_query};
use api::sheet::{GetPanel, Panel as PanelAnswer};
use catalogue::{common, page_sheet as words};
use domain::AssignmentId;
use evidence::EvidencePart;
use facts::Facts;
use leptos::prelude::*;
use notes::Notes;
use reason::Reason;
use rubric::RubricTab;
use std::time::Duration;
use verdict::VerdictNote;

/// Somebody who runs down the rows with the arrow key is not asked for at every row.
const SETTLE: Duration = Duration::from_millis(120);

/// What the tabs share.
#[derive(Clone, Copy)]
pub struct PanelContext {
    /// The sheet.
    pub grid: Grid,
    /// Whom the panel is about.
    pub about: Memo<Option<AssignmentId>>,
    /// What the program knows about that person.
    pub query: Query<PanelAnswer>,
}

impl PanelContext {
    /// The answer, unless it is still about somebody else.
    pub fn with<T>(self, look: impl FnOnce(Option<&PanelAnswer>) -> T) -> T {
        let about = self.about.get();
        self.query
            .with(|answer| look(answer.filter(|answer| Some(answer.row.assignment) == about)))
    }
}

/// The panel. Escape goes back to the cell.
#[component]
pub fn Panel(grid: Grid) -> impl IntoView {
    let about = Memo::new(move |_| grid.follow_cursor_row().map(|row| row.assignment));
    let settled = settle(grid, about);
    let query = use_query(move || {
        let assignment = settled.get()?;
        grid.panel.open.get().then_some(GetPanel {
            period: grid.period,
            assignment,
        })
    });
    let context = PanelContext { grid, about, query };
    move || {
        (grid.panel.open.get() && about.with(Option::is_some)).then(|| {
            view! {
                <aside
                    class="card sheet-panel"
                    aria-label=move || name(context)
                    on:keydown=move |event| {
                        if event.default_prevented() {
                            return;
                        }
                        match event.key().as_str() {
                            "Escape" | "F6" => {
                                event.prevent_default();
                                grid.focus_cursor();
                            }
                            "Enter" if event.ctrl_key() => {
                                event.prevent_default();
                                grid.next_gap();
                            }
                            _ => {}
                        }
                    }
                >
                    <Head context />
                    <VerdictNote context />
                    <TabsOf context />
                </aside>
            }
        })
    }
}

/// Follows the cursor once it rests.
fn settle(grid: Grid, about: Memo<Option<AssignmentId>>) -> RwSignal<Option<AssignmentId>> {
    let settled = RwSignal::new(about.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let wanted = about.get();
        if let Some(running) = timer.get_value() {
            running.clear();
        }
        if settled.get_untracked().is_none() || !grid.panel.open.get() {
            settled.set(wanted);
            return;
        }
        let started = set_timeout_with_handle(
            move || {
                let _gone = settled.try_update(|settled| {
                    if *settled != wanted {
                        *settled = wanted;
                    }
                });
            },
            SETTLE,
        );
        timer.set_value(started.ok());
    });
    settled
}

fn name(context: PanelContext) -> String {
    let row = context.grid.follow_cursor_row();
    let name = row.map(|row| row.state.with(|state| state.shown().name.clone()));
    words::panel_name(context.grid.language, name.unwrap_or_default())
}

#[component]
fn Head(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let person = Memo::new(move |_| {
        grid.follow_cursor_row().map(|row| {
            row.state.with(|state| {
                let row = state.shown();
                let post = match row.golongan {
                    Some(golongan) => format!("{} · {golongan}", row.jabatan),
                    None => row.jabatan.clone(),
                };
                (row.name.clone(), post)
            })
        })
    });
    view! {
        <header class="sheet-panel-head">
            {move || person.try_get().flatten().map(|(name, post)| view! {
                <span class="avatar" aria-hidden="true">{initials(&name)}</span>
                <div>
                    <h2>{name}</h2>
                    <p class="sub">{post}</p>
                </div>
            })}
            <button
                type="button"
                class="btn small quiet icon-only push"
                aria-label=common::close(grid.language)
                title=common::close(grid.language)
                on:click=move |_| {
                    grid.set_panel(false);
                    grid.focus_cursor();
                }
            >
                <Icon name=IconName::Close />
            </button>
        </header>
    }
}

#[component]
fn TabsOf(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let tabs = vec![
        Tab {
            key: TAB_FACTS,
            label: words::tab_facts(language).to_owned(),
        },
        Tab {
            key: TAB_NOTES,
            label: words::tab_notes(language).to_owned(),
        },
        Tab {
            key: TAB_REASON,
            label: words::tab_reason(language).to_owned(),
        },
        Tab {
            key: TAB_RUBRIC,
            label: words::tab_rubric(language).to_owned(),
        },
    ];
    let selected = grid.panel.tab;
    view! {
        <Tabs name="sheet-panel" label=words::column_person(language) tabs selected />
        <TabPanel name="sheet-panel" selected>
            {move || match selected.get() {
                TAB_NOTES => view! {
                    <div class="stack">
                        <EvidencePart context />
                        <Notes context />
                    </div>
                }
                .into_any(),
                TAB_REASON => view! { <Reason context /> }.into_any(),
                TAB_RUBRIC => view! { <RubricTab grid /> }.into_any(),
                _ => view! { <Facts context /> }.into_any(),
            }}
        </TabPanel>
    }
}
