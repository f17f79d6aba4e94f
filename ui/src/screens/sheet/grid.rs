//! The sheet on the screen: its rows, its cursor, what the bar says. One signal per row, so that a
//! key redraws a row and not the sheet.

use super::column::{Detail, SheetColumn};
use super::drafts::Drafts;
use super::drawn::fitting;
use super::movement::Shape;
use super::notice::Notice;
use super::outbox::Outbox;
use super::row::RowState;
use super::selection::{Place, RowMark, Selection};
use super::spelling::Spelling;
use crate::backend::Backend;
use crate::browser;
use api::sheet::{Sheet, SheetRow};
use catalogue::Language;
use domain::{AssignmentId, Capaian, Column, Period};
use leptos::prelude::*;
use std::rc::Rc;

/// A row: its identity and its own signal.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which.
    pub assignment: AssignmentId,
    /// What it shows.
    pub state: ArcRwSignal<RowState>,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.assignment == other.assignment
    }
}

/// A cell that is being typed in or chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Editing {
    /// The row.
    pub assignment: AssignmentId,
    /// The column.
    pub column: SheetColumn,
    /// How it began.
    pub mode: Mode,
}

/// How editing began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By typing: the arrow keys commit.
    Overwrite,
    /// By F2: the arrow keys move in the text.
    Within,
}

/// The side panel.
#[derive(Clone, Copy, Debug)]
pub struct PanelState {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// Which tab.
    pub tab: RwSignal<&'static str>,
    /// The column whose rubric it shows.
    pub rubric: RwSignal<Column>,
}

/// The tab of the sentence.
pub const TAB_REASON: &str = "reason";
/// The tab of notes and evidence.
pub const TAB_NOTES: &str = "notes";
/// The tab of facts.
pub const TAB_FACTS: &str = "facts";
/// The tab of the rubric.
pub const TAB_RUBRIC: &str = "rubric";

/// The sheet. A copyable handle.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Of which period.
    pub period: Period,
    /// Sentences typed and not saved yet.
    pub drafts: Drafts,
    /// The language of its words.
    pub language: Language,
    /// The rows in order.
    pub rows: RwSignal<Vec<Row>>,
    /// How many of them are drawn.
    pub(super) drawn: RwSignal<usize>,
    /// Whether the seven values are shown.
    pub detail: RwSignal<Detail>,
    /// The columns on the screen.
    pub columns: Memo<Vec<SheetColumn>>,
    /// The cursor and what is selected.
    pub selection: RwSignal<Option<Selection>>,
    /// The cell that is being edited.
    pub editing: RwSignal<Option<Editing>>,
    /// What is typed there.
    pub typed: RwSignal<String>,
    /// What the bar says.
    pub notice: RwSignal<Option<Notice>>,
    /// The side panel.
    pub panel: PanelState,
    /// Attainment under which bulk passes over.
    pub threshold: RwSignal<Capaian>,
    pub(super) spelling: StoredValue<Spelling>,
    pub(super) outbox: StoredValue<Rc<Outbox>, LocalStorage>,
    pub(super) backend: Backend,
}

impl Grid {
    /// An empty sheet of a period.
    #[must_use]
    pub fn new(language: Language, backend: Backend, drafts: Drafts) -> Self {
        let period = drafts.period();
        let detail = RwSignal::new(remembered_detail());
        Self {
            period,
            language,
            drafts,
            rows: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(fitting(browser::height())),
            detail,
            columns: Memo::new(move |_| SheetColumn::shown(detail.get())),
            selection: RwSignal::new(None),
            editing: RwSignal::new(None),
            typed: RwSignal::new(String::new()),
            notice: RwSignal::new(None),
            panel: PanelState {
                open: RwSignal::new(opens_with_panel()),
                tab: RwSignal::new(TAB_FACTS),
                rubric: RwSignal::new(Column::Perilaku),
            },
            threshold: RwSignal::new(Capaian(0)),
            spelling: StoredValue::new(Spelling::default()),
            outbox: StoredValue::new_local(Rc::new(Outbox::new(language, backend, drafts))),
            backend,
        }
    }

    /// The program sends the sheet again: only rows that changed are redrawn, and the cursor stays
    /// with its person.
    pub fn refresh(self, sheet: Sheet) {
        self.threshold.set(sheet.bulk_threshold);
        let known = self.rows.get_untracked();
        let same_people = known.len() == sheet.rows.len()
            && known
                .iter()
                .zip(&sheet.rows)
                .all(|(row, fresh)| row.assignment == fresh.assignment);
        if same_people {
            self.replace(sheet.rows);
            return;
        }
        let cursor = self.cursor_row().map(|row| row.assignment);
        let rows: Vec<Row> = sheet
            .rows
            .into_iter()
            .map(
                |fresh| match known.iter().find(|row| row.assignment == fresh.assignment) {
                    Some(row) => {
                        take_over(row, fresh);
                        row.clone()
                    }
                    None => self.first_seen(fresh),
                },
            )
            .collect();
        let at = cursor.and_then(|id| rows.iter().position(|row| row.assignment == id));
        let column = self
            .selection
            .get_untracked()
            .map(|selection| selection.cursor.column);
        self.rows.set(rows.clone());
        // Sentences that the window was closed over.
        for row in rows {
            self.send_reason(&row);
        }
        self.selection.set(
            at.zip(column)
                .map(|(row, column)| Selection::at(Place::new(row, column))),
        );
    }

    /// A row with whatever was typed for it before the window closed.
    fn first_seen(self, fresh: SheetRow) -> Row {
        let assignment = fresh.assignment;
        let mut state = RowState::new(fresh);
        if let Some(kept) = self.drafts.kept(assignment) {
            state.type_reason(kept);
            if state.settle_reason() {
                self.drafts.forget(assignment);
            }
        }
        Row {
            assignment,
            state: ArcRwSignal::new(state),
        }
    }

    /// Rows that came back from a write. The screen may be gone by then.
    pub fn replace(self, fresh: Vec<SheetRow>) {
        let _gone = self.rows.try_with_untracked(|rows| replace(rows, fresh));
    }

    /// The rows as they are, for planning.
    #[must_use]
    pub fn states(self) -> Vec<RowState> {
        self.rows
            .with_untracked(|rows| rows.iter().map(|row| row.state.get_untracked()).collect())
    }

    /// A row by its number.
    #[must_use]
    pub fn row(self, row: usize) -> Option<Row> {
        self.rows.with_untracked(|rows| rows.get(row).cloned())
    }

    /// A row by its identity, with its number.
    #[must_use]
    pub fn find(self, assignment: AssignmentId) -> Option<(usize, Row)> {
        self.rows.with_untracked(|rows| {
            let at = rows.iter().position(|row| row.assignment == assignment)?;
            Some((at, rows[at].clone()))
        })
    }

    /// The row where the cursor stands.
    #[must_use]
    pub fn cursor_row(self) -> Option<Row> {
        self.row(self.selection.get_untracked()?.cursor.row)
    }

    /// As [`Self::cursor_row`], and listens to the cursor. Nothing once the sheet was left: an answer
    /// may have told the panel to look again just before.
    #[must_use]
    pub fn follow_cursor_row(self) -> Option<Row> {
        let at = self.selection.try_get()??.cursor.row;
        self.rows.try_with(|rows| rows.get(at).cloned())?
    }

    /// The cells that the cursor can stand in.
    #[must_use]
    pub fn shape(self) -> Shape {
        let open = self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| {
                    row.state
                        .with_untracked(|state| state.shown().exempt.is_none())
                })
                .collect()
        });
        Shape {
            open,
            columns: self.columns.get_untracked(),
        }
    }

    /// What a row shows of the selection; listens.
    #[must_use]
    pub fn mark(self, row: usize) -> RowMark {
        self.columns
            .with(|columns| RowMark::of(self.selection.get(), row, columns))
    }

    /// Shows or hides the seven values.
    pub fn toggle_detail(self) {
        let detail = match self.detail.get_untracked() {
            Detail::Overall => Detail::Detailed,
            Detail::Detailed => Detail::Overall,
        };
        browser::remember(
            DETAIL,
            if detail == Detail::Detailed {
                "detailed"
            } else {
                "overall"
            },
        );
        self.detail.set(detail);
        let hidden = self.selection.get_untracked().filter(|selection| {
            detail == Detail::Overall
                && (selection.cursor.column.is_behaviour()
                    || selection.anchor.column.is_behaviour())
        });
        if let Some(selection) = hidden {
            let overall = SheetColumn::Rating(Column::Perilaku);
            self.selection.set(Some(Selection::at(Place::new(
                selection.cursor.row,
                overall,
            ))));
        }
    }

    /// Opens the panel on a tab.
    pub fn open_panel(self, tab: &'static str) {
        self.panel.tab.set(tab);
        self.set_panel(true);
    }

    /// Opens or closes the panel.
    pub fn set_panel(self, open: bool) {
        if self.panel.open.get_untracked() != open {
            self.panel.open.set(open);
            browser::remember(PANEL, if open { "open" } else { "closed" });
        }
    }

    /// What the bar says: a message about an act ends with the next act. Listens.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        let own_writes = self.backend.own_writes();
        self.notice.get().filter(|it| it.is_current(own_writes))
    }

    /// Says something in the bar.
    pub fn say(self, sentence: impl Into<String>) {
        self.notice.set(Some(Notice::Say(sentence.into())));
    }
}

const PANEL: &str = "sheet.panel";
const DETAIL: &str = "sheet.detail";

/// As it was left; where it would lie over the grid, only when it is asked for.
fn opens_with_panel() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_none_or(|width| width > OVERLAYS_BELOW)
        && browser::remembered(PANEL).as_deref() != Some("closed")
}

/// CSS pixels; the style sheet has the same limit.
const OVERLAYS_BELOW: f64 = 1000.0;

fn remembered_detail() -> Detail {
    match browser::remembered(DETAIL).as_deref() {
        Some("detailed") => Detail::Detailed,
        _ => Detail::Overall,
    }
}

/// Puts fresh rows in the place of the known ones.
pub fn replace(rows: &[Row], fresh: Vec<SheetRow>) {
    for fresh in fresh {
        if let Some(row) = rows.iter().find(|row| row.assignment == fresh.assignment) {
            take_over(row, fresh);
        }
    }
}

fn take_over(row: &Row, fresh: SheetRow) {
    if row.state.with_untracked(|state| state.differs_from(&fresh)) {
        row.state.update(|state| state.refresh(fresh));
    }
}
