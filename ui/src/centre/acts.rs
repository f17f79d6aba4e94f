//! Doing something: one at a time, with the sentence of a refusal.

use crate::backend::{Backend, use_backend};
use crate::language::use_language;
use crate::toast::{Toasts, use_toasts};
use api::{Command, Refusal};
use catalogue::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a component does. A copyable handle, from [`use_acts`].
#[derive(Clone, Copy, Debug)]
pub struct Acts {
    backend: Backend,
    toasts: Toasts,
    language: Language,
    busy: RwSignal<bool>,
}

/// A handle of this component's own.
#[must_use]
pub fn use_acts() -> Acts {
    Acts {
        backend: use_backend(),
        toasts: use_toasts(),
        language: use_language(),
        busy: RwSignal::new(false),
    }
}

impl Acts {
    /// Whether something is under way.
    #[must_use]
    pub fn is_busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Gives a command; a refusal becomes a message.
    pub fn run<C>(self, command: C, done: impl FnOnce(C::Answer) + 'static)
    where
        C: Command + 'static,
    {
        self.attempt(command, move |answer| match answer {
            Ok(answer) => done(answer),
            Err(refusal) => self.toasts.refused(self.language, &refusal),
        });
    }

    /// Gives a command; who asks sees to the refusal.
    pub fn attempt<C>(self, command: C, done: impl FnOnce(Result<C::Answer, Refusal>) + 'static)
    where
        C: Command + 'static,
    {
        // Nothing begins while another act runs, or once the screen is gone.
        if self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.backend.call(command).await;
            // The screen may be gone meanwhile.
            if self.busy.try_set(false).is_none() {
                done(answer);
            }
        });
    }

    /// The language of the screen.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// Something was done.
    pub fn say(self, text: impl Into<String>) {
        self.toasts.say(text);
    }
}
