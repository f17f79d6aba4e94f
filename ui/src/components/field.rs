//! What every field has: a label, a hint below, and what is wrong beside it.

use super::{Icon, IconName};
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// An id that no other element of the page has.
#[must_use]
pub fn unique_id(kind: &str) -> String {
    format!("{kind}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The ids that tie a control to its label, hint and error.
#[derive(Clone, Debug)]
pub struct FieldParts {
    /// Of the control.
    pub id: String,
    /// Of hint and error: `aria-describedby`.
    pub described_by: String,
}

impl FieldParts {
    /// New ids.
    #[must_use]
    pub fn new() -> Self {
        let id = unique_id("field");
        let described_by = format!("{id}-about");
        Self { id, described_by }
    }
}

impl Default for FieldParts {
    fn default() -> Self {
        Self::new()
    }
}

/// A complaint is about what stood in its field: when that changes, it is forgotten.
pub fn forget_when_changed(complaint: RwSignal<Option<String>>, track: impl Fn() + 'static) {
    when_changed(track, move || {
        if complaint.with_untracked(Option::is_some) {
            complaint.set(None);
        }
    });
}

/// Runs something whenever what is tracked changes; not the first time.
pub fn when_changed(track: impl Fn() + 'static, act: impl Fn() + 'static) {
    let track: Box<dyn Fn()> = Box::new(track);
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |before: Option<()>| {
        track();
        if before.is_some() {
            act();
        }
    });
}

/// Label, control, hint and error. The other fields are made of it; use it directly for a
/// control of your own that carries `id` and `aria-describedby` of `parts`.
#[component]
pub fn Field(
    /// The ids.
    parts: FieldParts,
    /// The label.
    #[prop(into)]
    label: String,
    /// What to write, below the control.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong; it replaces the hint.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" class:wrong=move || error.with(Option::is_some)>
            <label for=parts.id>{label}</label>
            {children()}
            <p class="about" id=parts.described_by aria-live="polite">
                {move || match error.get() {
                    Some(error) => {
                        view! { <span class="error"><Icon name=IconName::Warning />{error}</span> }
                            .into_any()
                    }
                    None => view! { <span class="hint">{hint.get()}</span> }.into_any(),
                }}
            </p>
        </div>
    }
}
