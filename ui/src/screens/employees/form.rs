//! What is wrong with a form, beside the field that it is about.

use crate::browser;
use crate::components::when_changed;
use api::{ErrorCode, Refusal};
use leptos::prelude::*;

/// What the page found missing and what the program refused. A copyable handle.
#[derive(Clone, Copy)]
pub struct FormTrouble {
    fields: &'static [&'static str],
    missing: RwSignal<Vec<&'static str>>,
    refusal: RwSignal<Option<Refusal>>,
}

impl FormTrouble {
    /// A form with these fields, named as in the request.
    pub fn new(fields: &'static [&'static str]) -> Self {
        Self {
            fields,
            missing: RwSignal::new(Vec::new()),
            refusal: RwSignal::new(None),
        }
    }

    /// The form is sent again: nothing is known to be wrong.
    pub fn clear(self) {
        self.missing.set(Vec::new());
        self.refusal.set(None);
    }

    /// These fields need something before the form can go.
    pub fn lacks(self, fields: Vec<&'static str>) {
        self.missing.set(fields);
        focus_first();
    }

    /// The program refused.
    pub fn refuse(self, refusal: Refusal) {
        self.refusal.set(Some(refusal));
        focus_first();
    }

    /// The sentence beside a field while something is wrong with it.
    pub fn about(self, field: &'static str, sentence: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.missing.with(|missing| missing.contains(&field))
                || self
                    .refusal
                    .with(|refusal| names(refusal.as_ref()) == Some(field));
            wrong.then(|| sentence.to_owned())
        })
    }

    /// As [`Self::about`], for a field that only lacks something: once it is filled, nothing is
    /// said any more.
    pub fn until(
        self,
        (field, sentence): (&'static str, &'static str),
        filled: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            let lacking = self.missing.with(|missing| missing.contains(&field)) && !filled();
            let refused = self
                .refusal
                .with(|refusal| names(refusal.as_ref()) == Some(field));
            (lacking || refused).then(|| sentence.to_owned())
        })
    }

    /// What is wrong with a field is about what stood in it: when what is tracked changes, it is
    /// forgotten.
    pub fn follow(self, field: &'static str, track: impl Fn() + 'static) {
        when_changed(track, move || {
            if self
                .missing
                .with_untracked(|missing| missing.contains(&field))
            {
                self.missing
                    .update(|missing| missing.retain(|it| *it != field));
            }
            let refused = self
                .refusal
                .with_untracked(|it| names(it.as_ref()) == Some(field));
            if refused {
                self.refusal.set(None);
            }
        });
    }

    /// What the program said, whatever it is about.
    pub fn refusal(self) -> Option<Refusal> {
        self.refusal.get()
    }

    /// What belongs to no field of the form.
    pub fn rest(self) -> Signal<Option<Refusal>> {
        Signal::derive(move || {
            self.refusal.get().filter(|refusal| {
                names(Some(refusal)).is_none_or(|field| !self.fields.contains(&field))
            })
        })
    }
}

/// The field that a refusal names.
fn names(refusal: Option<&Refusal>) -> Option<&str> {
    match &refusal?.code {
        ErrorCode::Field(field) => Some(field),
        ErrorCode::Nip(_) | ErrorCode::NipTaken(_) => Some("nip"),
        _ => None,
    }
}

fn focus_first() {
    browser::after_paint(|| {
        if let Some(control) = browser::first(".field.wrong :is(input, select, textarea)") {
            let _detached = control.focus();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(ErrorCode::Field("jabatan".into()), Some("jabatan"))]
    #[case(ErrorCode::NipTaken("Suharto".into()), Some("nip"))]
    #[case(ErrorCode::Nip(Vec::new()), Some("nip"))]
    #[case(ErrorCode::Stale, None)]
    fn a_refusal_names_its_field(#[case] code: ErrorCode, #[case] field: Option<&str>) {
        assert_eq!(names(Some(&code.into())), field);
    }
}
