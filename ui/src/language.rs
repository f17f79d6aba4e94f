//! The language of the texts below. It is plain, not a signal: when somebody changes it, the
//! frame is built anew, so a text costs no subscription.

use catalogue::Language;
use leptos::prelude::*;

/// Offers the language to every component below.
pub fn provide_language(language: Language) {
    provide_context(language);
}

/// The language of this part of the page.
#[must_use]
pub fn use_language() -> Language {
    use_context().unwrap_or_default()
}
