//! Where messages appear.

use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::effect::effect;
use crate::language::use_language;
use crate::toast::{Offer, Toast, Tone, use_toasts, use_undo};
use catalogue::common;
use leptos::prelude::*;
use std::time::Duration;

/// Long enough to read a sentence and reach the button; a refusal stays until it is closed.
const STAYS: Duration = Duration::from_secs(8);

/// The newest message. The region is always there, so that screen readers hear what comes in.
#[component]
pub fn ToastBar() -> impl IntoView {
    let toasts = use_toasts();
    effect(move || {
        if let Some(Toast {
            number,
            tone: Tone::Done,
            ..
        }) = toasts.shown()
        {
            set_timeout(move || toasts.close_if(number), STAYS);
        }
    });
    let current = move || {
        let toast = toasts.shown()?;
        let is_over = matches!(toast.offer, Offer::Undo(write) if !toasts.is_newest(write));
        (!is_over).then_some(toast)
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || current().map(message)}
        </div>
    }
}

fn message(toast: Toast) -> AnyView {
    let language = use_language();
    let toasts = use_toasts();
    let undo = use_undo();
    let (class, icon) = match toast.tone {
        Tone::Done => ("toast", IconName::Check),
        Tone::Refused => ("toast refused", IconName::Warning),
    };
    view! {
        <div class=class>
            <Icon name=icon />
            <p>{toast.text}</p>
            {matches!(toast.offer, Offer::Undo(_)).then(|| view! {
                <Button kind=ButtonKind::Small icon=IconName::Undo on_press=move || undo.undo()>
                    {common::undo(language)}
                </Button>
            })}
            <button
                type="button"
                class="btn small quiet icon-only"
                aria-label=common::close(language)
                on:click=move |_| toasts.close()
            >
                <Icon name=IconName::Close />
            </button>
        </div>
    }
    .into_any()
}
