//! What was typed goes to the program one act after another, in the order of typing. An act goes
//! out in the very task of its key unless one is still on its way. What is refused comes back to
//! its cell; nothing typed is lost, not even when the screen is left meanwhile.

use super::drafts::Drafts;
use super::grid::{Row, replace};
use super::wording;
use crate::backend::Backend;
use api::Refusal;
use api::sheet::{CellEdit, CellRejected, CellValue, CellsSaved, Origin, SaveCells, SaveReason};
use catalogue::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

/// One thing that a person did.
pub struct Act {
    origin: Origin,
    edits: Vec<(Row, CellValue)>,
    number: u32,
    after: Option<Box<dyn FnOnce(Outcome)>>,
}

/// What became of an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Edits that are in the database.
    pub applied: u32,
    /// Edits that were passed over.
    pub rejected: Vec<CellRejected>,
}

/// The acts on their way.
pub struct Outbox {
    drafts: Drafts,
    language: Language,
    backend: Backend,
    waiting: RefCell<VecDeque<Act>>,
    is_sending: Cell<bool>,
    last: Cell<u32>,
    is_own_news: Cell<bool>,
    after_save: RefCell<Option<Box<dyn Fn()>>>,
}

impl Outbox {
    /// Nothing on its way.
    #[must_use]
    pub fn new(language: Language, backend: Backend, drafts: Drafts) -> Self {
        Self {
            drafts,
            language,
            backend,
            waiting: RefCell::default(),
            is_sending: Cell::new(false),
            last: Cell::new(0),
            is_own_news: Cell::new(false),
            after_save: RefCell::default(),
        }
    }

    /// Whether what just became stale became so by an act from here: its rows came back with the
    /// answer, and the whole sheet need not be asked for at every key.
    #[must_use]
    pub fn is_own_news(&self) -> bool {
        self.is_own_news.get()
    }

    /// Called after each act that was saved.
    pub fn after_save(&self, action: impl Fn() + 'static) {
        *self.after_save.borrow_mut() = Some(Box::new(action));
    }

    /// Sends edits; they show at once. `after` hears what became of them.
    pub fn send(
        self: &Rc<Self>,
        origin: Origin,
        edits: Vec<(Row, CellValue)>,
        after: Option<Box<dyn FnOnce(Outcome)>>,
    ) {
        if edits.is_empty() {
            return;
        }
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        for (row, value) in &edits {
            row.state.update(|state| state.begin(number, value.clone()));
        }
        self.waiting.borrow_mut().push_back(Act {
            origin,
            edits,
            number,
            after,
        });
        if !self.is_sending.replace(true) {
            let outbox = Rc::clone(self);
            spawn_local(outbox.drain());
        }
    }

    async fn drain(self: Rc<Self>) {
        loop {
            let Some(act) = self.waiting.borrow_mut().pop_front() else {
                break;
            };
            self.deliver(act).await;
        }
        self.is_sending.set(false);
    }

    async fn deliver(self: &Rc<Self>, act: Act) {
        let answer = match act.edits.as_slice() {
            [(row, CellValue::Reason(reason))] => {
                let command = SaveReason {
                    period: self.drafts.period(),
                    assignment: row.assignment,
                    reason: reason.clone(),
                };
                self.backend.call(command).await
            }
            _ => self.backend.call(self.command(&act)).await,
        };
        self.announce();
        match answer {
            Ok(saved) => self.saved(act, saved),
            Err(refusal) => self.refused(act, &refusal),
        }
    }

    /// Whoever listens to what became stale hears of it in this very task.
    fn announce(self: &Rc<Self>) {
        self.is_own_news.set(true);
        let outbox = Rc::clone(self);
        set_timeout(move || outbox.is_own_news.set(false), Duration::ZERO);
        if let Some(action) = self.after_save.borrow().as_ref() {
            action();
        }
    }

    /// A typed edit says what it was typed over, so that nobody overwrites unseen. A paste, like a
    /// fill, takes whatever is there.
    fn command(&self, act: &Act) -> SaveCells {
        let edit = |(row, value): &(Row, CellValue)| CellEdit {
            assignment: row.assignment,
            value: value.clone(),
            revision: (act.origin == Origin::Typed)
                .then(|| row.state.with_untracked(super::row::RowState::revision)),
        };
        SaveCells {
            period: self.drafts.period(),
            origin: act.origin,
            edits: act.edits.iter().map(edit).collect(),
        }
    }

    fn saved(&self, act: Act, saved: CellsSaved) {
        let rows: Vec<Row> = act.edits.iter().map(|(row, _)| row.clone()).collect();
        replace(&rows, saved.rows);
        for (row, value) in &act.edits {
            let rejected = saved
                .rejected
                .iter()
                .find(|it| it.assignment == row.assignment);
            row.state.update(|state| match rejected {
                Some(rejected) => state.refuse(
                    act.number,
                    wording::passed_over(self.language, rejected.reason),
                ),
                None => {
                    state.settle(act.number);
                    if matches!(value, CellValue::Reason(_)) && state.settle_reason() {
                        self.drafts.forget(row.assignment);
                    }
                }
            });
        }
        if let Some(after) = act.after {
            after(Outcome {
                applied: saved.applied,
                rejected: saved.rejected,
            });
        }
    }

    fn refused(&self, act: Act, refusal: &Refusal) {
        let sentence = refusal.code.sentence(self.language);
        for (row, _) in &act.edits {
            row.state
                .update(|state| state.refuse(act.number, &sentence));
        }
        if let Some(after) = act.after {
            after(Outcome::default());
        }
    }
}
