//! What was typed goes to the program one act after another, in the order of typing. An act goes
//! out in the very task of its key unless one is still on its way. What is refused comes back to
//! its cell; nothing typed is lost, not even when the screen is left meanwhile.

use super::drafts::Drafts;
use super::grid::{Row, replace};
use super::refresh::News;
use super::wording;
use crate::backend::Backend;
use api::sheet::{CellEdit, CellRejected, CellValue, CellsSaved, Origin, SaveCells, SaveReason};
use api::{Refusal, Tag};
use catalogue::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

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
    news: Rc<News>,
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
            news: Rc::new(News::new(backend)),
        }
    }

    /// The sheet is left: nobody waits any more for the typing to rest.
    pub fn leave(&self) {
        self.news.leave();
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
                self.backend.call_quietly(command).await
            }
            _ => self.backend.call_quietly(self.command(&act)).await,
        };
        match answer {
            Ok((saved, mut stale)) => {
                // What was passed over may have been changed by somebody else.
                if !saved.rejected.is_empty() {
                    stale.push(Tag::Evaluations);
                }
                self.saved(act, saved);
                self.news.hold(stale);
            }
            Err(refusal) => {
                self.refused(act, &refusal);
                self.news.hold(vec![Tag::Evaluations]);
            }
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
