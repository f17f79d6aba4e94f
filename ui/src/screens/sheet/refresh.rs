//! When the rest of the page hears of what was typed. A key's own answer brings its row; what else
//! follows from it (the whole sheet, Daftar Kurang, the counts) is asked for once the typing rests:
//! at every key it would take the time in which the key is to be seen.

use crate::backend::Backend;
use api::Tag;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

/// Shorter than anybody looks away, longer than anybody pauses between keys.
const REST: Duration = Duration::from_millis(900);

/// What became stale by typing and was not told yet.
pub struct News {
    backend: Backend,
    stale: RefCell<BTreeSet<Tag>>,
    timer: Cell<Option<TimeoutHandle>>,
    is_left: Cell<bool>,
}

impl News {
    /// Nothing yet.
    #[must_use]
    pub fn new(backend: Backend) -> Self {
        Self {
            backend,
            stale: RefCell::default(),
            timer: Cell::new(None),
            is_left: Cell::new(false),
        }
    }

    /// An act made this stale: it is told when no other act follows for a moment, or at once when
    /// the sheet was left before the act was answered.
    pub fn hold(self: &Rc<Self>, stale: Vec<Tag>) {
        self.stale.borrow_mut().extend(stale);
        self.stop();
        let news = Rc::clone(self);
        let resting = (!self.is_left.get())
            .then(|| set_timeout_with_handle(move || news.tell(), REST).ok())
            .flatten();
        self.timer.set(resting);
        if resting.is_none() {
            self.tell();
        }
    }

    /// Other screens follow, which are to show what was typed.
    pub fn leave(&self) {
        self.is_left.set(true);
        self.tell();
    }

    fn tell(&self) {
        self.stop();
        let stale: Vec<Tag> = self.stale.take().into_iter().collect();
        self.backend.tell(&stale);
    }

    fn stop(&self) {
        if let Some(running) = self.timer.take() {
            running.clear();
        }
    }
}
