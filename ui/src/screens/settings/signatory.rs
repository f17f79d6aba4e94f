//! Who signs a unit's papers from a day on.

use super::units::Editing;
use crate::backend::use_backend;
use crate::components::{
    Button, ButtonKind, DateField, Outsiders, PersonChoice, PersonPicker, RefusalBanner, TextField,
};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use crate::toast::use_toasts;
use api::settings::{SaveSignatory, Settings};
use api::{ErrorCode, Refusal};
use catalogue::{common, page_settings as words};
use domain::UnitId;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let save = move || {
        let (Some(person), Some(from)) = (person.get_untracked(), from.get_untracked()) else {
            let field = words::signatory_person(language).to_owned();
            refusal.set(Some(ErrorCode::Field(field).into()));
            return;
        };
        busy.set(true);
        let command = SaveSignatory {
            unit,
            person: person.person,
            place: place.get_untracked(),
            from,
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(all) => {
                    editing.set(Editing::Nothing);
                    settings.set(all);
                    toasts.done(words::signatory_saved(language));
                }
                Err(refused) => refusal.set(Some(refused)),
            }
            let _gone = busy.try_set(false);
        });
    };
    view! {
        <div class="stack">
            <div class="grid-2">
                <PersonPicker
                    label=words::signatory_person(language)
                    value=person
                    outsiders=Outsiders::Yes
                />
                <TextField
                    label=words::signatory_place(language)
                    value=place
                    hint=words::signatory_place_hint(language)
                />
                <DateField label=words::signatory_from(language) value=from />
            </div>
            <RefusalBanner refusal />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=save>{common::save(language)}</Button>
                <Button kind=ButtonKind::Quiet on_press=move || editing.set(Editing::Nothing)>
                    {common::cancel(language)}
                </Button>
            </div>
        </div>
    }
}
