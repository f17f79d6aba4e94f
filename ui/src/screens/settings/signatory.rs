//! Who signs a unit's papers from a day on.

use super::units::Editing;
use crate::backend::use_backend;
use crate::components::{
    Button, ButtonKind, DateField, KeptForm, Outsiders, PersonChoice, PersonPicker, RefusalBanner,
    Restored, TextField, restore,
};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use crate::screens::employees::FormTrouble;
use crate::toast::use_toasts;
use api::settings::{SaveSignatory, Settings};
use catalogue::{common, page_employee, page_employees, page_settings as words};
use domain::UnitId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

/// Names a signatory.
#[component]
pub fn SignatoryForm(
    unit: UnitId,
    editing: RwSignal<Editing>,
    settings: Query<Settings>,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let person = RwSignal::new(None::<PersonChoice>);
    let place = RwSignal::new(String::new());
    let from = RwSignal::new(Some(use_office().today_now()));
    let kept = KeptForm::open(
        &format!("signatory.{unit}"),
        move || json!({ "person": person.get(), "place": place.get(), "from": from.get() }),
        move |kept| {
            restore(&kept, "person", person);
            restore(&kept, "place", place);
            restore(&kept, "from", from);
        },
    );
    let trouble = FormTrouble::new(&["person", "place", "from"]);
    trouble.follow("person", move || person.track());
    trouble.follow("place", move || place.track());
    trouble.follow("from", move || from.track());
    let busy = RwSignal::new(false);
    let cancel = move || {
        kept.forget();
        editing.set(Editing::Nothing);
    };
    let save = move || {
        trouble.clear();
        let (who, day) = (person.get_untracked(), from.get_untracked());
        let lacks: Vec<_> = [("person", who.is_none()), ("from", day.is_none())]
            .into_iter()
            .filter_map(|(field, lacks)| lacks.then_some(field))
            .collect();
        let (Some(person), Some(from)) = (who, day) else {
            return trouble.lacks(lacks);
        };
        busy.set(true);
        let forget = kept.forget_later();
        let command = SaveSignatory {
            unit,
            person: person.person,
            place: place.get_untracked(),
            from,
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(all) => {
                    forget();
                    editing.set(Editing::Nothing);
                    settings.set(all);
                    toasts.done(words::signatory_saved(language));
                }
                Err(refused) => trouble.refuse(refused),
            }
            let _gone = busy.try_set(false);
        });
    };
    view! {
        <div class="stack">
            <Restored kept />
            <div class="grid-2">
                <PersonPicker
                    label=words::signatory_person(language)
                    value=person
                    outsiders=Outsiders::Yes
                    error=trouble.about(
                        "person",
                        page_employees::appraiser_person_missing(language),
                    )
                />
                <TextField
                    label=words::signatory_place(language)
                    value=place
                    hint=words::signatory_place_hint(language)
                    error=trouble.about("place", page_employee::too_long(language))
                />
                <DateField
                    label=words::signatory_from(language)
                    value=from
                    error=trouble.about("from", page_employees::appraiser_from_missing(language))
                />
            </div>
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=save>{common::save(language)}</Button>
                <Button kind=ButtonKind::Quiet on_press=cancel>
                    {common::cancel(language)}
                </Button>
            </div>
        </div>
    }
}
