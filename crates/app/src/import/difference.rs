//! What a row changes, old and new, and the rule that silence changes nothing.

use ::reports::import::ImportField;
use api::import::FieldChange;
use catalogue::Language;

/// One difference.
pub(super) struct Difference {
    pub(super) field: ImportField,
    pub(super) old: String,
    pub(super) new: String,
}

/// Collects differences while values are taken over.
#[derive(Default)]
pub(super) struct Differences(pub(super) Vec<Difference>);

impl Differences {
    /// Takes a text over. Silence, and another spelling of capitals and spaces, change nothing.
    pub(super) fn text(&mut self, field: ImportField, here: &mut String, said: &str) {
        if said.is_empty() || is_same(here, said) {
            return;
        }
        self.add(field, here, said);
        said.clone_into(here);
    }

    /// Takes a value over. Silence changes nothing.
    pub(super) fn value<T: PartialEq + Copy>(
        &mut self,
        field: ImportField,
        (here, said): (&mut Option<T>, Option<T>),
        shown: impl Fn(T) -> String,
    ) {
        if said.is_none() || *here == said {
            return;
        }
        let old = here.map(&shown).unwrap_or_default();
        self.add(field, &old, &said.map(&shown).unwrap_or_default());
        *here = said;
    }

    /// Notes a difference, once per field.
    pub(super) fn add(&mut self, field: ImportField, old: &str, new: &str) {
        if self.0.iter().all(|it| it.field != field) {
            self.0.push(Difference {
                field,
                old: old.to_owned(),
                new: new.to_owned(),
            });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As the page shows them.
    pub(super) fn told(&self, language: Language) -> Vec<FieldChange> {
        self.0
            .iter()
            .map(|it| FieldChange {
                field: catalogue::import::field(language, it.field).to_owned(),
                old: it.old.clone(),
                new: it.new.clone(),
            })
            .collect()
    }
}

/// Lists come in capitals today and without tomorrow: that is no change.
pub(super) fn is_same(here: &str, said: &str) -> bool {
    here == said
        || here
            .split_whitespace()
            .map(str::to_lowercase)
            .eq(said.split_whitespace().map(str::to_lowercase))
}
