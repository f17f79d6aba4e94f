//! What stands on a form and is not saved yet, kept on this PC: another screen may be opened, the
//! program may close.

use crate::browser;
use crate::effect::effect;
use crate::language::use_language;
use crate::place::use_office;
use catalogue::page_frame as words;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A form that keeps itself. A copyable handle.
#[derive(Clone, Copy)]
pub struct KeptForm {
    key: StoredValue<String>,
    /// The form as it opens, before anybody types.
    fresh: StoredValue<Value>,
    read: Callback<(), Value>,
    fill: Callback<(Value,)>,
    restored: RwSignal<bool>,
    over: StoredValue<bool>,
}

impl KeptForm {
    /// Shows what was kept under this name, and keeps from now on what `read` says (an object).
    /// `fill` puts the fields that its object names onto the form; see [`restore`]. Only what
    /// somebody changed is kept, so that the other fields follow the data.
    pub fn open(
        name: &str,
        read: impl Fn() -> Value + Send + Sync + 'static,
        fill: impl Fn(Value) + Send + Sync + 'static,
    ) -> Self {
        let read = Callback::new(move |()| read());
        let form = Self {
            key: StoredValue::new(use_office().key(&format!("form.{name}"))),
            fresh: StoredValue::new(untrack(|| read.run(()))),
            read,
            fill: Callback::new(move |(kept,)| fill(kept)),
            restored: RwSignal::new(false),
            over: StoredValue::new(false),
        };
        let kept = form.key.with_value(|key| browser::remembered(key));
        if let Some(kept) = kept.and_then(|text| serde_json::from_str::<Value>(&text).ok()) {
            form.fill.run((kept,));
            form.restored.set(true);
        }
        effect(move || form.keep());
        form
    }

    /// The form is given up: nothing of it is kept.
    pub fn forget(self) {
        self.forget_later()();
    }

    /// As [`Self::forget`], for the end of a saving, when the form may be gone.
    pub fn forget_later(self) -> impl FnOnce() + 'static {
        let key = self.key.get_value();
        move || {
            let _gone = self.over.try_set_value(true);
            browser::forget(&key);
        }
    }

    /// The form is saved and used again: what it shows now counts as untouched.
    pub fn begin_anew(self) {
        self.fresh.set_value(untrack(|| self.read.run(())));
        self.restored.set(false);
    }

    /// Takes back what was typed.
    fn clear(self) {
        self.fill.run((self.fresh.get_value(),));
        self.restored.set(false);
    }

    fn keep(self) {
        let now = self.read.run(());
        if self.over.get_value() {
            return;
        }
        let typed = self.fresh.with_value(|fresh| changes(fresh, now));
        self.key.with_value(|key| {
            if typed.is_empty() {
                browser::forget(key);
            } else {
                browser::remember(key, &Value::Object(typed).to_string());
            }
        });
    }
}

/// That unsaved content came back, and a way to begin anew.
#[component]
pub fn Restored(
    /// The form.
    kept: KeptForm,
) -> impl IntoView {
    let language = use_language();
    move || {
        kept.restored.get().then(|| {
            view! {
                <p class="sub" role="status">
                    {words::form_restored(language)} " "
                    <button type="button" class="link" on:click=move |_| kept.clear()>
                        {words::form_clear(language)}
                    </button>
                </p>
            }
        })
    }
}

/// Puts a field of a kept form where it belongs, if it is kept.
pub fn restore<T>(kept: &Value, name: &str, field: RwSignal<T>)
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    if let Some(value) = kept.get(name)
        && let Ok(value) = serde_json::from_value(value.clone())
    {
        field.set(value);
    }
}

/// The fields that differ.
fn changes(fresh: &Value, now: Value) -> Map<String, Value> {
    let Value::Object(now) = now else {
        return Map::new();
    };
    now.into_iter()
        .filter(|(name, value)| fresh.get(name) != Some(value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_somebody_changed_is_kept() {
        let fresh = json!({ "name": "", "from": "2026-10-01", "to": null });
        let now = json!({ "name": "Rina", "from": "2026-10-01", "to": null });
        assert_eq!(
            Value::Object(changes(&fresh, now)),
            json!({ "name": "Rina" })
        );
    }

    #[test]
    fn an_emptied_field_is_a_change() {
        let fresh = json!({ "to": "2026-10-01" });
        let now = json!({ "to": null });
        assert_eq!(Value::Object(changes(&fresh, now)), json!({ "to": null }));
    }
}
