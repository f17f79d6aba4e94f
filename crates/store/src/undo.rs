//! Taking back one's own acts, and bringing them back. Both are acts themselves: the journal only
//! grows, and what was sealed is sealed anew with the body that it had.
//!
//! What the same person did in another program while this one had the database open is passed over:
//! who presses a key here means what was done here. What is from before the opening counts, wherever
//! it was done, and the answer says when.

use crate::{
    act::{Act, ActInfo},
    document,
    error::StoreError,
    store::Store,
    table::{
        journal::{self, NEWEST, Step, StoredEntry},
        record as records,
    },
    view::View,
};
use ::record::journal::Change;
use domain::{Kind, Timestamp, UserId};
use uuid::Uuid;

/// What became of an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoOutcome {
    /// It was taken back, or brought back.
    Done {
        /// Code of the act that a person had done.
        op: String,
        /// That act in the words of the screen.
        sentence: Option<String>,
        /// The documents that are as they were.
        changes: Vec<(Kind, Uuid)>,
        /// When it was done, if that was before the database was opened here.
        from_before: Option<Timestamp>,
        /// The new act's number in the journal.
        journal_seq: u64,
    },
    /// There is nothing to take back, or nothing within the last hundred acts.
    Nothing,
    /// Something has changed since, or stands upon it; nothing was touched.
    Changed {
        /// What changed: its kind.
        kind: Kind,
        /// What changed: its id.
        id: Uuid,
    },
    /// It was sealed since (*siap dikirim*); nothing was touched.
    Sealed {
        /// What was sealed: its kind.
        kind: Kind,
        /// What was sealed: its id.
        id: Uuid,
    },
}

/// What an actor could take back or bring back now, by the code of the act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoState {
    /// The act that an undo would take back.
    pub undo: Option<String>,
    /// The act that a redo would bring back.
    pub redo: Option<String>,
}

/// Which way.
#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forth,
}

impl Store {
    /// Takes back the newest act of this actor that still stands, was not sealed since, and was not
    /// done in another program meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written. That it is not possible is an answer.
    pub fn undo(&self, info: ActInfo) -> Result<UndoOutcome, StoreError> {
        self.step(info, Direction::Back)
    }

    /// Brings back what this actor took back last, unless the actor did something else since.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written. That it is not possible is an answer.
    pub fn redo(&self, info: ActInfo) -> Result<UndoOutcome, StoreError> {
        self.step(info, Direction::Forth)
    }

    /// What [`undo`](Self::undo) and [`redo`](Self::redo) would do now.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn undo_state(&self, actor: UserId) -> Result<UndoState, StoreError> {
        self.read(|view| {
            let next = |direction| next(view, self, (actor, direction, NEWEST));
            Ok(UndoState {
                undo: operation(view, next(Direction::Back)?)?,
                redo: operation(view, next(Direction::Forth)?)?,
            })
        })
    }

    fn step(&self, info: ActInfo, direction: Direction) -> Result<UndoOutcome, StoreError> {
        let done = self.transact(info, |act| reverse(act, self, direction));
        match done {
            Ok(committed) => Ok(match committed.value {
                UndoOutcome::Done {
                    op,
                    sentence,
                    changes,
                    from_before,
                    ..
                } => {
                    let journal_seq = committed.journal_seq;
                    UndoOutcome::Done {
                        op,
                        sentence,
                        changes,
                        from_before,
                        journal_seq,
                    }
                }
                refused => refused,
            }),
            // Something else took the NIP, or names what would go.
            Err(StoreError::Taken { kind, id } | StoreError::Dangling { kind, id }) => {
                Ok(UndoOutcome::Changed { kind, id })
            }
            Err(error) => Err(error),
        }
    }
}

fn next(
    view: &View<'_>,
    store: &Store,
    (actor, direction, mut before): (UserId, Direction, u64),
) -> Result<Option<Step>, StoreError> {
    loop {
        let step = match direction {
            Direction::Back => journal::next_to_undo(view.connection(), actor, before)?,
            Direction::Forth => journal::next_to_redo(view.connection(), actor)?,
        };
        let Some(of) = step.and_then(Step::of) else {
            return Ok(None);
        };
        let own = store.own_acts();
        match direction {
            _ if !own.is_elsewhere(of) => return Ok(step),
            // Over the whole row of them at once.
            Direction::Back => before = own.newest_below(of) + 1,
            Direction::Forth => return Ok(None),
        }
    }
}

fn operation(view: &View<'_>, step: Option<Step>) -> Result<Option<String>, StoreError> {
    match step {
        Some(Step::Undo { origin, .. } | Step::Redo { origin, .. }) => {
            view.value("SELECT op FROM journal WHERE seq = ?1", [origin])
        }
        Some(Step::Act) | None => Ok(None),
    }
}

fn reverse(
    act: &mut Act<'_>,
    store: &Store,
    direction: Direction,
) -> Result<UndoOutcome, StoreError> {
    let mut before = NEWEST;
    let mut sealed = None;
    let (step, of, origin, target) = loop {
        let (step, of, origin) = match next(act, store, (act.actor(), direction, before))? {
            Some(step @ (Step::Undo { of, origin } | Step::Redo { of, origin })) => {
                (step, of, origin)
            }
            Some(Step::Act) | None => return Ok(sealed.unwrap_or(UndoOutcome::Nothing)),
        };
        let target = journal::get(act.connection(), of)?.ok_or(StoreError::Corrupt)?;
        match (refusal(act, &target)?, sealed) {
            (None, None) => break (step, of, origin, target),
            // What was sent cannot come back, and must not stand in the way of other drafts. It is
            // no way back to an import or a setting, which nobody would expect.
            (None, Some(_)) if is_of_drafts(&target) => break (step, of, origin, target),
            (None, Some(passed_over)) => return Ok(passed_over),
            (Some(refusal @ UndoOutcome::Sealed { .. }), passed_over) if of < before => {
                before = of;
                sealed = Some(passed_over.unwrap_or(refusal));
            }
            (Some(refusal), passed_over) => return Ok(passed_over.unwrap_or(refusal)),
        }
    };
    put_back(act, &target.entry.changes)?;
    act.step = step;
    let changes = target
        .entry
        .changes
        .iter()
        .map(|it| (it.kind, it.doc_id))
        .collect();
    let first = if origin == of {
        target
    } else {
        journal::get(act.connection(), origin)?.ok_or(StoreError::Corrupt)?
    };
    let is_earlier = store.own_acts().is_earlier(origin);
    Ok(UndoOutcome::Done {
        op: first.entry.op,
        sentence: first.sentence,
        changes,
        from_before: is_earlier.then_some(first.entry.at),
        journal_seq: 0,
    })
}

/// Whether the act changed nothing but what waits for *siap dikirim*.
fn is_of_drafts(target: &StoredEntry) -> bool {
    let mut changes = target.entry.changes.iter();
    changes.all(|change| !change.kind.seals_when_saved())
}

/// Why the act cannot be taken back, if so.
fn refusal(view: &View<'_>, target: &StoredEntry) -> Result<Option<UndoOutcome>, StoreError> {
    for change in &target.entry.changes {
        let (kind, id) = (change.kind, change.doc_id);
        if !kind.seals_when_saved() && was_sealed_since(view, change, target.entry.seq)? {
            return Ok(Some(UndoOutcome::Sealed { kind, id }));
        }
        if document::body(view.connection(), kind, id)? != change.after {
            return Ok(Some(UndoOutcome::Changed { kind, id }));
        }
    }
    Ok(None)
}

fn was_sealed_since(view: &View<'_>, change: &Change, seq: u64) -> Result<bool, StoreError> {
    let latest = records::latest(view.connection(), change.kind, change.doc_id)?;
    Ok(latest.is_some_and(|latest| latest.journal >= seq))
}

fn put_back(act: &mut Act<'_>, changes: &[Change]) -> Result<(), StoreError> {
    // Two people may have exchanged what must be unique: all give it up before any takes it.
    if changes.len() > 1 {
        for change in changes.iter().rev() {
            act.remove(change.kind, change.doc_id)?;
        }
    }
    for change in changes {
        match &change.before {
            Some(body) => act.put_body((change.kind, change.doc_id), body.clone())?,
            None => act.remove(change.kind, change.doc_id)?,
        }
    }
    Ok(())
}
