//! What was typed when somebody chooses another language. The whole frame is built anew then, and
//! its forms take up what stood in them.

use crate::effect::effect;
use crate::language::use_language;
use catalogue::Language;
use domain::UserId;
use leptos::prelude::*;
use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

type Value = Arc<dyn Any + Send + Sync>;

/// What stands in the open forms, by name: in memory, and of one person. A copyable handle.
#[derive(Clone, Copy)]
pub struct Carried {
    values: StoredValue<HashMap<String, Value>>,
    whose: StoredValue<Option<UserId>>,
    language: RwSignal<Language>,
}

impl Carried {
    /// Nothing yet; offered to every component below. `language` is the one that is chosen.
    pub fn provide(language: RwSignal<Language>) -> Self {
        let carried = Self {
            values: StoredValue::default(),
            whose: StoredValue::default(),
            language,
        };
        provide_context(carried);
        carried
    }

    /// Who works from now on. What another person typed is forgotten.
    pub fn belong_to(self, who: Option<UserId>) {
        if self.whose.get_value() != who {
            self.values.update_value(HashMap::clear);
            self.whose.set_value(who);
        }
    }

    fn of<T: Clone + 'static>(self, name: &str) -> Option<T> {
        self.values
            .with_value(|values| values.get(name)?.downcast_ref().cloned())
    }
}

/// Takes a field along into another language. The name says whose field it is.
pub fn carry<T>(name: impl Into<String>, field: RwSignal<T>)
where
    T: Clone + Send + Sync + 'static,
{
    carry_form(
        name,
        move || field.get(),
        move |typed| {
            field.set(typed);
        },
    );
}

/// Takes a form along: what `read` says (it listens), `fill` puts onto the form that is built in
/// the other language. When the form is closed in any other way, nothing of it stays.
pub fn carry_form<T>(name: impl Into<String>, read: impl Fn() -> T + 'static, fill: impl FnOnce(T))
where
    T: Clone + Send + Sync + 'static,
{
    let carried: Carried = expect_context();
    let built_in = use_language();
    let name = name.into();
    if let Some(typed) = carried.of(&name) {
        untrack(|| fill(typed));
    }
    let key = name.clone();
    effect(move || {
        let typed: Value = Arc::new(read());
        carried.values.update_value(|values| {
            values.insert(key.clone(), typed);
        });
    });
    on_cleanup(move || {
        let is_closed = carried.language.try_get_untracked() == Some(built_in);
        if is_closed {
            let _gone = carried
                .values
                .try_update_value(|values| values.remove(&name));
        }
    });
}
