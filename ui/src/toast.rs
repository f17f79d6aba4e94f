//! Short messages at the bottom edge: what was done, with Urungkan, and what was refused.

use crate::backend::use_backend;
use crate::format::moment;
use crate::language::use_language;
use crate::place::Office;
use crate::tags::Tags;
use api::{ErrorCode, Refusal};
use catalogue::{Language, acts, page_frame as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a message offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Only words.
    Nothing,
    /// Take the act back that the message tells of. It was the page's write of this number; once
    /// another one follows, Urungkan would take back that one, and is not offered any more.
    Undo(u32),
}

/// How a message sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was refused: it stays until it is closed.
    Refused,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Tells messages apart.
    pub number: u32,
    /// The sentence.
    pub text: String,
    /// How it sounds.
    pub tone: Tone,
    /// What it offers.
    pub offer: Offer,
}

/// The messages on the screen. A copyable handle, from [`use_toasts`].
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    next: StoredValue<u32>,
    tags: Tags,
}

impl Toasts {
    /// No message yet; offered to every component below.
    pub fn provide(tags: Tags) -> Self {
        let toasts = Self {
            shown: RwSignal::new(None),
            next: StoredValue::new(0),
            tags,
        };
        provide_context(toasts);
        toasts
    }

    /// Something happened; there is nothing to take back.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), Tone::Done, Offer::Nothing);
    }

    /// An act was done; Urungkan takes it back.
    pub fn done(self, text: impl Into<String>) {
        let write = self.tags.own_writes_now();
        self.show(text.into(), Tone::Done, Offer::Undo(write));
    }

    /// The program refused. A closed save dialog needs no words.
    pub fn refused(self, language: Language, refusal: &Refusal) {
        if refusal.code != ErrorCode::Cancelled {
            self.show(
                refusal.code.sentence(language),
                Tone::Refused,
                Offer::Nothing,
            );
        }
    }

    /// Takes the message away.
    pub fn close(self) {
        self.shown.set(None);
    }

    /// Whether the act of this write is still the page's newest. Listens.
    #[must_use]
    pub fn is_newest(self, write: u32) -> bool {
        self.tags.own_writes() == write
    }

    /// The message on the screen.
    #[must_use]
    pub fn shown(self) -> Option<Toast> {
        self.shown.get()
    }

    /// Takes the message away unless a newer one came.
    pub fn close_if(self, number: u32) {
        let same = self
            .shown
            .with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.number == number));
        if same {
            self.close();
        }
    }

    fn show(self, text: String, tone: Tone, offer: Offer) {
        let number = self.next.get_value().wrapping_add(1);
        self.next.set_value(number);
        self.shown.set(Some(Toast {
            number,
            text,
            tone,
            offer,
        }));
    }
}

/// The messages.
#[must_use]
pub fn use_toasts() -> Toasts {
    expect_context()
}

/// Takes acts back and does them again, from anywhere in the frame.
#[derive(Clone, Copy, Debug)]
pub struct UndoKeys {
    backend: crate::backend::Backend,
    toasts: Toasts,
    language: Language,
    /// None at the centre, which shows messages too and takes nothing back.
    office: Option<Office>,
}

/// The two keys.
#[must_use]
pub fn use_undo() -> UndoKeys {
    UndoKeys {
        backend: use_backend(),
        toasts: use_toasts(),
        language: use_language(),
        office: use_context(),
    }
}

impl UndoKeys {
    /// Ctrl+Z.
    pub fn undo(self) {
        let Self {
            backend,
            toasts,
            language,
            office,
        } = self;
        spawn_local(async move {
            match backend.call(api::undo::Undo {}).await {
                Ok(done) => {
                    let act = acts::name(language, &done.act);
                    toasts.say(match done.from_before.zip(office) {
                        Some((at, office)) => {
                            let at = moment(language, office.local(at));
                            words::undone_earlier(language, act, at)
                        }
                        None => words::undone(language, act),
                    });
                }
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    }

    /// Ctrl+Y.
    pub fn redo(self) {
        let Self {
            backend,
            toasts,
            language,
            ..
        } = self;
        spawn_local(async move {
            match backend.call(api::undo::Redo {}).await {
                Ok(done) => toasts.say(words::redone(language, acts::name(language, &done.act))),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    }
}
