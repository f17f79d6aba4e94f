//! What a screen shows: asked once, and again when an input or the data changes.

use crate::backend::{Unread, Written, use_backend};
use crate::effect::effect;
use crate::tags::use_tags;
use api::{Command, Refusal, Tag};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

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

    /// As [`Self::with`], without listening.
    pub fn with_untracked<T>(self, look: impl FnOnce(Option<&A>) -> T) -> T {
        self.answer.with_untracked(|answer| look(answer.as_ref()))
    }

    /// As [`Self::with_untracked`]; `None` when the screen is gone.
    pub fn try_with_untracked<T>(self, look: impl FnOnce(Option<&A>) -> T) -> Option<T> {
        self.answer
            .try_with_untracked(|answer| look(answer.as_ref()))
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

    /// As [`Self::set`], unless the screen is gone meanwhile.
    pub fn try_set(self, answer: A) {
        let _gone = self.answer.try_set(Some(answer));
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
    let query = Query {
        answer: RwSignal::new(None),
        refusal: RwSignal::new(None),
        loading: RwSignal::new(false),
        asked: RwSignal::new(0),
    };
    let question = Question {
        provides: C::PROVIDES,
        request: Box::new(move || request().map(|request| Written::new(request.request()))),
        take: Rc::new(move |answer| {
            answer
                .read()
                .map(|answer: C::Answer| query.answer.set(Some(answer)))
        }),
        refusal: query.refusal,
        loading: query.loading,
        asked: query.asked,
    };
    question.watch();
    query
}

/// A query without the type of its answer: its working is compiled once for all.
struct Question {
    provides: &'static [Tag],
    request: Box<dyn Fn() -> Option<Written>>,
    take: Rc<dyn Fn(Unread) -> Result<(), Refusal>>,
    refusal: RwSignal<Option<Refusal>>,
    loading: RwSignal<bool>,
    asked: RwSignal<u32>,
}

impl Question {
    fn watch(self) {
        let backend = use_backend();
        let tags = use_tags();
        let latest = StoredValue::new(0_u32);
        effect(move || {
            tags.track(self.provides);
            self.asked.track();
            let Some(request) = (self.request)() else {
                return;
            };
            let turn = latest.get_value().wrapping_add(1);
            latest.set_value(turn);
            self.loading.set(true);
            let (refusal, loading) = (self.refusal, self.loading);
            let take = Rc::clone(&self.take);
            spawn_local(async move {
                let answer = backend.send(request).await;
                // The screen is gone, or a newer question was asked meanwhile.
                if latest.try_get_value() != Some(turn) {
                    return;
                }
                loading.set(false);
                // What only looks makes nothing stale.
                let trouble = answer.and_then(|(answer, _)| take(answer)).err();
                if refusal.with_untracked(|before| *before != trouble) {
                    refusal.set(trouble);
                }
            });
        });
    }
}
