//! What a screen shows: asked once, and again when an input or the data changes.

use crate::backend::use_backend;
use crate::tags::use_tags;
use api::{Command, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An answer that stays fresh. A copyable handle.
///
/// While a newer answer is on its way the older one stays, so nothing jumps.
#[derive(Debug)]
pub struct Query<A: Send + Sync + 'static> {
    answer: RwSignal<Option<A>>,
    refusal: RwSignal<Option<Refusal>>,
    loading: RwSignal<bool>,
    asked: RwSignal<u32>,
}

impl<A: Send + Sync + 'static> Clone for Query<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A: Send + Sync + 'static> Copy for Query<A> {}

impl<A: Clone + Send + Sync + 'static> Query<A> {
    /// The newest answer; `None` before the first.
    #[must_use]
    pub fn get(self) -> Option<A> {
        self.answer.get()
    }

    /// Looks at the newest answer without copying it.
    pub fn with<T>(self, look: impl FnOnce(Option<&A>) -> T) -> T {
        self.answer.with(|answer| look(answer.as_ref()))
    }

    /// Why the last question was refused.
    #[must_use]
    pub fn refusal(self) -> Option<Refusal> {
        self.refusal.get()
    }

    /// Whether a question is on its way.
    #[must_use]
    pub fn is_loading(self) -> bool {
        self.loading.get()
    }

    /// Puts an answer in place that a write returned, without asking.
    pub fn set(self, answer: A) {
        self.answer.set(Some(answer));
    }

    /// Changes the answer in place, as a write's answer says.
    pub fn update(self, change: impl FnOnce(&mut A)) {
        self.answer.update(|answer| {
            if let Some(answer) = answer {
                change(answer);
            }
        });
    }

    /// Asks again.
    pub fn again(self) {
        self.asked.update(|count| *count = count.wrapping_add(1));
    }
}

/// Asks the program for what `request` says; `None` asks nothing and keeps the last answer.
///
/// Asks again when a signal that `request` reads changes, or when one of the command's tags does.
pub fn use_query<C>(request: impl Fn() -> Option<C> + 'static) -> Query<C::Answer>
where
    C: Command + 'static,
    C::Answer: Clone + Send + Sync + 'static,
{
    let backend = use_backend();
    let tags = use_tags();
    let query = Query {
        answer: RwSignal::new(None),
        refusal: RwSignal::new(None),
        loading: RwSignal::new(false),
        asked: RwSignal::new(0),
    };
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        tags.track(C::PROVIDES);
        query.asked.track();
        let Some(command) = request() else {
            return;
        };
        let turn = latest.get_value().wrapping_add(1);
        latest.set_value(turn);
        query.loading.set(true);
        spawn_local(async move {
            let answer = backend.call(command).await;
            // The screen is gone, or a newer question was asked meanwhile.
            if latest.try_get_value() != Some(turn) {
                return;
            }
            query.loading.set(false);
            match answer {
                Ok(answer) => {
                    query.refusal.set(None);
                    query.answer.set(Some(answer));
                }
                Err(refusal) => query.refusal.set(Some(refusal)),
            }
        });
    });
    query
}
