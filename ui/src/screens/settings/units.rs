//! Units: who heads them, who signs for them.

use super::signatory::SignatoryForm;
use super::unit_form::UnitForm;
use crate::components::{Button, ButtonKind, Card, IconName, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use api::settings::{Settings, UnitSetting};
use catalogue::{common, page_settings as words, terms};
use domain::{Rhythm, UnitId};
use leptos::prelude::*;

/// What is open below a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Editing {
    /// Nothing.
    Nothing,
    /// A new unit.
    New,
    /// A unit's own form.
    Unit(UnitId),
    /// Who signs for it.
    Signatory(UnitId),
}

/// The list of units with their forms.
#[component]
pub fn UnitsCard(settings: Query<Settings>) -> impl IntoView {
    let language = use_language();
    let editing = RwSignal::new(Editing::Nothing);
    let units = move || settings.get().map(|it| it.units).unwrap_or_default();
    let add = view! {
        <Button
            kind=ButtonKind::Small
            icon=IconName::Plus
            on_press=move || editing.set(Editing::New)
        >
            {words::add_unit(language)}
        </Button>
    }
    .into_any();
    view! {
        <Card title=words::units(language) actions=add>
            <QueryView
                query=settings
                show=move || view! {
                    <Show when=move || editing.get() == Editing::New>
                        <div class="settings-form new">
                            <h3>{words::new_unit(language)}</h3>
                            <UnitForm unit=None editing settings />
                        </div>
                    </Show>
                    <ul class="settings-units">
                        <For
                            each=units
                            key=|it| (it.unit.clone().id, format!("{it:?}"))
                            let:line
                        >
                            <UnitLine line editing settings />
                        </For>
                    </ul>
                }
            />
        </Card>
    }
}

#[component]
fn UnitLine(
    line: UnitSetting,
    editing: RwSignal<Editing>,
    settings: Query<Settings>,
) -> impl IntoView {
    let language = use_language();
    let id = line.unit.id;
    let head = if line.head.is_empty() {
        words::no_head(language).to_owned()
    } else {
        line.head.clone()
    };
    let signatory = match line.signatories.first() {
        Some((signatory, name)) => {
            words::signatory_since(language, name, format::date(language, signatory.from))
        }
        None => words::signatory_none(language).to_owned(),
    };
    let rhythm = match line.unit.rhythm {
        Rhythm::Monthly => terms::monthly(language),
        Rhythm::Quarterly => terms::quarterly(language),
    };
    let facts = format!(
        "{} · {} · {rhythm}",
        line.unit.instansi,
        line.unit.zone.abbreviation()
    );
    let name = line.unit.name.clone();
    let edited = line.unit.clone();
    view! {
        <li>
            <div class="settings-unit">
                <div>
                    <b>{line.unit.name.clone()}</b>
                    <small class="sub">{facts}</small>
                </div>
                <div class="row-buttons">
                    <Button
                        kind=ButtonKind::Small
                        icon=IconName::Pencil
                        on_press=move || editing.set(Editing::Unit(id))
                        attr:aria-label=words::edit_unit(language, name)
                    >
                        {common::edit(language)}
                    </Button>
                    <Button
                        kind=ButtonKind::Small
                        on_press=move || editing.set(Editing::Signatory(id))
                    >
                        {words::set_signatory(language)}
                    </Button>
                </div>
            </div>
            <div class="fact"><span>{words::head(language)}</span><b>{head}</b></div>
            <div class="fact"><span>{words::signatory(language)}</span><span>{signatory}</span></div>
            {move || match editing.get() {
                Editing::Unit(open) if open == id => {
                    view! {
                        <div class="settings-form">
                            <UnitForm unit=Some(edited.clone()) editing settings />
                        </div>
                    }
                        .into_any()
                }
                Editing::Signatory(open) if open == id => {
                    view! {
                        <div class="settings-form">
                            <SignatoryForm unit=id editing settings />
                        </div>
                    }
                        .into_any()
                }
                _ => ().into_any(),
            }}
        </li>
    }
}
