//! A unit's own form.

use super::units::Editing;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Choice, KeptForm, Outsiders, PersonChoice, PersonPicker, RadioGroup,
    RefusalBanner, Restored, SelectField, TextField, restore, rhythm_choices, rhythm_key,
    rhythm_of, zone_choices, zone_of,
};
use crate::language::use_language;
use crate::query::Query;
use crate::screens::employees::FormTrouble;
use crate::toast::use_toasts;
use api::settings::{SaveUnit, Settings};
use catalogue::{common, page_employee, page_employees, page_settings as words};
use domain::{PersonReference, Unit};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

/// One form is open at a time.
const NAME_ID: &str = "settings-unit-name";

/// Adds a unit, or changes one. The typing begins at its name.
#[component]
pub fn UnitForm(
    unit: Option<Unit>,
    editing: RwSignal<Editing>,
    settings: Query<Settings>,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let id = unit.as_ref().map(|it| it.id);
    let name = RwSignal::new(unit.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let instansi = RwSignal::new(match &unit {
        Some(unit) => unit.instansi.clone(),
        None => settings.with(|it| {
            it.and_then(|it| it.units.first())
                .map(|it| it.unit.instansi.clone())
                .unwrap_or_default()
        }),
    });
    let parent = RwSignal::new(
        unit.as_ref()
            .and_then(|it| it.parent)
            .map(|it| it.to_string())
            .unwrap_or_default(),
    );
    let zone = RwSignal::new(unit.as_ref().map(|it| it.zone).unwrap_or_default());
    let rhythm = RwSignal::new(unit.as_ref().map(|it| it.rhythm).unwrap_or_default());
    let head_name = settings.with(|it| {
        it.and_then(|it| it.units.iter().find(|line| Some(line.unit.id) == id))
            .map(|line| line.head.clone())
            .unwrap_or_default()
    });
    let head =
        RwSignal::new(
            unit.and_then(|it| it.head)
                .map(|person: PersonReference| PersonChoice {
                    person,
                    name: head_name,
                }),
        );
    let head_unread = RwSignal::new(false);
    let kept = KeptForm::open(
        &id.map_or_else(|| "unit".to_owned(), |id| format!("unit.{id}")),
        move || {
            json!({
                "name": name.get(),
                "instansi": instansi.get(),
                "parent": parent.get(),
                "zone": zone.get(),
                "rhythm": rhythm.get(),
                "head": head.get(),
            })
        },
        move |kept| {
            restore(&kept, "name", name);
            restore(&kept, "instansi", instansi);
            restore(&kept, "parent", parent);
            restore(&kept, "zone", zone);
            restore(&kept, "rhythm", rhythm);
            restore(&kept, "head", head);
        },
    );
    let trouble = FormTrouble::new(&["name", "instansi", "parent", "head"]);
    trouble.follow("name", move || name.track());
    trouble.follow("instansi", move || instansi.track());
    trouble.follow("parent", move || parent.track());
    trouble.follow("head", move || {
        head.track();
        head_unread.track();
    });
    let busy = RwSignal::new(false);
    let cancel = move || {
        kept.forget();
        editing.set(Editing::Nothing);
    };

    let save = move || {
        trouble.clear();
        let lacks: Vec<_> = [
            ("name", name.with_untracked(|name| name.trim().is_empty())),
            ("head", head_unread.get_untracked()),
        ]
        .into_iter()
        .filter_map(|(field, lacks)| lacks.then_some(field))
        .collect();
        if !lacks.is_empty() {
            return trouble.lacks(lacks);
        }
        busy.set(true);
        let forget = kept.forget_later();
        let command = SaveUnit {
            unit: id,
            name: name.get_untracked(),
            parent: parent.get_untracked().parse().ok(),
            instansi: instansi.get_untracked(),
            zone: zone.get_untracked(),
            rhythm: rhythm.get_untracked(),
            head: head.get_untracked().map(|it| it.person),
        };
        spawn_local(async move {
            match backend.call(command).await {
                Ok(all) => {
                    forget();
                    editing.set(Editing::Nothing);
                    settings.set(all);
                    toasts.done(words::unit_saved(language));
                }
                Err(refused) => trouble.refuse(refused),
            }
            let _gone = busy.try_set(false);
        });
    };
    browser::after_paint(|| browser::focus(NAME_ID));
    let parents = Signal::derive(move || {
        let mut choices = vec![Choice::new("", words::no_parent(language))];
        settings.with(|it| {
            let units = it.map(|it| it.units.as_slice()).unwrap_or_default();
            choices.extend(
                units
                    .iter()
                    .filter(|line| Some(line.unit.id) != id)
                    .map(|line| Choice::new(line.unit.id.to_string(), line.unit.name.clone())),
            );
        });
        choices
    });
    let zones = zone_choices();
    let rhythms = rhythm_choices(language);
    view! {
        <div class="stack">
            <Restored kept />
            <div class="grid-2">
                <TextField
                    label=words::unit_name(language)
                    value=name
                    id=NAME_ID
                    error=trouble.about("name", words::unit_name_wrong(language))
                />
                <TextField
                    label=words::instansi(language)
                    value=instansi
                    error=trouble.about("instansi", page_employee::too_long(language))
                />
                <SelectField
                    label=words::parent(language)
                    value=parent
                    choices=parents
                    on_choose=move |chosen: String| parent.set(chosen)
                    error=trouble.about("parent", words::parent_wrong(language))
                />
                <PersonPicker
                    label=words::head(language)
                    value=head
                    outsiders=Outsiders::Yes
                    error=trouble.about(
                        "head",
                        page_employees::appraiser_person_missing(language),
                    )
                    unread=head_unread
                />
                <RadioGroup
                    label=words::zone(language)
                    value=Signal::derive(move || zone.get().abbreviation().to_owned())
                    choices=zones
                    on_choose=move |chosen: String| zone.set(zone_of(&chosen))
                />
                <RadioGroup
                    label=words::rhythm(language)
                    value=Signal::derive(move || rhythm_key(rhythm.get()).to_owned())
                    choices=rhythms
                    on_choose=move |chosen: String| rhythm.set(rhythm_of(&chosen))
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
