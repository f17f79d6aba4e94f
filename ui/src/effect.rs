//! What runs again when a signal changes.

use leptos::prelude::Effect;

/// Runs something soon, and again whenever a signal that it read has changed, as long as the
/// component lives that asked for it.
///
/// Leptos compiles the whole working of its own effect for every closure; this does it once for
/// all. An effect that looks at what it returned before still needs [`Effect::new`].
pub fn effect(action: impl FnMut() + 'static) {
    start(Box::new(action));
}

fn start(mut action: Box<dyn FnMut()>) {
    Effect::new(move |_| action());
}
