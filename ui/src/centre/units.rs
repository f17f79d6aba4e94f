//! Data Induk: the units of an office.

use super::access::use_access;
use super::acts::use_acts;
use super::parts::office_in_address;
use crate::components::{
    Button, ButtonKind, Dialog, IconName, LinkButton, PageHead, QueryView, TextField,
};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::ErrorCode;
use api::central::master::{ListUnits, SaveUnit, UnitFields, UnitLine, Units};
use api::central::{Need, OfficeId};
use catalogue::{centre_arrivals, centre_data as words, centre_frame, common, terms};
use domain::Rhythm;
use leptos::prelude::*;

/// The units.
#[component]
pub fn UnitsScreen() -> impl IntoView {
    let language = use_language();
    let office = office_in_address();
    let found = use_query(move || office.get().map(|office| ListUnits { office }));
    let name = Signal::derive(move || {
        found
            .with(|it| it.map(|it| it.office_name.clone()))
            .unwrap_or_default()
    });
    let editing = RwSignal::new(None::<UnitLine>);
    let open = RwSignal::new(false);
    view! {
        <PageHead title=name sub=words::master_sub(language)>
            <LinkButton href="/induk" icon=IconName::ChevronLeft>
                {centre_frame::master(language)}
            </LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <div class="rows">
                            {move || found.get().map(|it| table(it, (editing, open)))}
                        </div>
                    </section>
                }
                    .into_any()
            }
        />
        <Dialog open title=words::edit_unit(language)>
            {move || {
                let (office, unit) = (office.get()?, editing.get()?);
                Some(view! { <UnitForm found office unit open /> })
            }}
        </Dialog>
    }
}

fn table(found: Units, (editing, open): (RwSignal<Option<UnitLine>>, RwSignal<bool>)) -> AnyView {
    let language = use_language();
    let may_edit = use_access().may(Need::Administering);
    if found.units.is_empty() {
        return view! { <p class="centre-none sub">{centre_arrivals::no_units(language)}</p> }
            .into_any();
    }
    let lines: Vec<_> = found
        .units
        .into_iter()
        .map(|unit| {
            let rhythm = match unit.rhythm {
                Rhythm::Monthly => terms::monthly(language),
                Rhythm::Quarterly => terms::quarterly(language),
            };
            let chosen = StoredValue::new(unit.clone());
            let edit = move || {
                editing.set(Some(chosen.get_value()));
                open.set(true);
            };
            view! {
                <tr>
                    <th scope="row">
                        {unit.fields.name}<small>{unit.fields.instansi}</small>
                    </th>
                    <td class="num">{format::number(language, unit.people.into())}</td>
                    <td>{rhythm}</td>
                    <td translate="no">{unit.fields.siasn_id}</td>
                    <td class="centre-acts">
                        {may_edit.then(|| view! {
                            <Button kind=ButtonKind::SmallQuiet icon=IconName::Pencil on_press=edit>
                                {common::edit(language)}
                            </Button>
                        })}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::unit(language)}</th>
                    <th scope="col" class="num">{centre_frame::people(language)}</th>
                    <th scope="col">{words::rhythm(language)}</th>
                    <th scope="col">{words::field_unor(language)}</th>
                    <th scope="col"><span class="visually-hidden">{common::edit(language)}</span></th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn UnitForm(
    found: Query<Units>,
    office: OfficeId,
    unit: UnitLine,
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let name = RwSignal::new(unit.fields.name.clone());
    let instansi = RwSignal::new(unit.fields.instansi.clone());
    let siasn_id = RwSignal::new(unit.fields.siasn_id.clone());
    let wrong = RwSignal::new(None::<String>);
    let unit = StoredValue::new(unit);
    let save = move || {
        let command = unit.with_value(|unit| SaveUnit {
            office,
            unit: unit.unit,
            revision: unit.revision.clone(),
            fields: UnitFields {
                name: name.get_untracked(),
                instansi: instansi.get_untracked(),
                siasn_id: siasn_id.get_untracked(),
            },
        });
        acts.attempt(command, move |answer| match answer {
            Ok(newer) => {
                open.set(false);
                acts.say(words::saved(language, name.get_untracked()));
                found.try_set(newer);
            }
            Err(refusal) => wrong.set(Some(match refusal.code {
                ErrorCode::Field(_) => words::missing(language).to_owned(),
                other => other.sentence(language),
            })),
        });
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <TextField label=words::field_unit_name(language) value=name error=wrong />
            <TextField label=words::field_instansi(language) value=instansi />
            <TextField label=words::field_unor(language) value=siasn_id />
            <p class="sub">{words::other_edit(language)}</p>
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=save>
                    {words::save_and_send(language)}
                </Button>
                <Button on_press=move || open.set(false)>{common::cancel(language)}</Button>
            </div>
        </form>
    }
}
