//! Data Induk: one person.

use super::access::use_access;
use super::acts::use_acts;
use super::parts::office_in_address;
use super::results::person::posts;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Card, IconName, LinkButton, PageHead, QueryView,
    TextField,
};
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::ErrorCode;
use api::central::Need;
use api::central::master::{GetPerson, PersonFields, PersonSheet, SavePerson};
use catalogue::{Language, centre_arrivals, centre_data as words, centre_frame};
use domain::EmployeeId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What is known of a person, to be corrected.
#[component]
pub fn PersonScreen() -> impl IntoView {
    let language = use_language();
    let office = office_in_address();
    let params = use_params_map();
    let employee = Memo::new(move |_| {
        params.with(|params| params.get("employee")?.parse::<EmployeeId>().ok())
    });
    let found = use_query(move || {
        Some(GetPerson {
            office: office.get()?,
            employee: employee.get()?,
        })
    });
    let title = Signal::derive(move || {
        found
            .with(|it| it.map(|it| full_name(&it.fields)))
            .unwrap_or_default()
    });
    let sub = Signal::derive(move || {
        found
            .with(|it| it.map(|it| it.office_name.clone()))
            .unwrap_or_default()
    });
    let results = move || {
        let text = |it: Option<String>| it.unwrap_or_default();
        format!(
            "/hasil/{}/{}",
            text(office.get_untracked().map(|it| it.to_string())),
            text(employee.get_untracked().map(|it| it.to_string()))
        )
    };
    view! {
        <PageHead title sub>
            <LinkButton href="/induk" icon=IconName::ChevronLeft>
                {centre_frame::master(language)}
            </LinkButton>
            <LinkButton href=results()>{centre_arrivals::to_results(language)}</LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <div class="two">
                        {move || found.get().map(|sheet| view! { <Sheet found sheet /> })}
                        <Card title=centre_arrivals::posts(language)>
                            <div class="card-body">
                                {move || found.get().map(|it| posts(language, it.posts))}
                            </div>
                        </Card>
                    </div>
                }
                    .into_any()
            }
        />
    }
}

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    title_before: RwSignal<String>,
    title_after: RwSignal<String>,
    nip: RwSignal<String>,
    education: RwSignal<String>,
    pns_id: RwSignal<String>,
}

impl Draft {
    fn of(fields: &PersonFields) -> Self {
        Self {
            name: RwSignal::new(fields.name.clone()),
            title_before: RwSignal::new(fields.title_before.clone()),
            title_after: RwSignal::new(fields.title_after.clone()),
            nip: RwSignal::new(fields.nip.clone()),
            education: RwSignal::new(fields.education.clone()),
            pns_id: RwSignal::new(fields.pns_id.clone()),
        }
    }

    fn fields(self) -> PersonFields {
        PersonFields {
            name: self.name.get_untracked(),
            title_before: self.title_before.get_untracked(),
            title_after: self.title_after.get_untracked(),
            nip: self.nip.get_untracked(),
            education: self.education.get_untracked(),
            pns_id: self.pns_id.get_untracked(),
        }
    }
}

#[component]
fn Sheet(found: Query<PersonSheet>, sheet: PersonSheet) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let may_edit = use_access().may(Need::Administering);
    let draft = Draft::of(&sheet.fields);
    let wrong_name = RwSignal::new(None::<String>);
    let wrong_nip = RwSignal::new(None::<String>);
    let changes = (sheet.changes > 0).then(|| words::changes(language, sheet.changes));
    let before = StoredValue::new(sheet);
    let save = move || {
        wrong_name.set(None);
        wrong_nip.set(None);
        let command = before.with_value(|sheet| SavePerson {
            office: sheet.office,
            employee: sheet.employee,
            fields: draft.fields(),
            revision: sheet.revision.clone(),
        });
        acts.attempt(command, move |answer| match answer {
            Ok(newer) => {
                let is_same = before.with_value(|sheet| sheet.revision == newer.revision);
                acts.say(if is_same {
                    words::nothing_changed(language).to_owned()
                } else {
                    words::saved(language, full_name(&newer.fields))
                });
                found.try_set(newer);
            }
            Err(refusal) => {
                let sentence = refusal.code.sentence(language);
                match refusal.code {
                    ErrorCode::Field(_) => wrong_name.set(Some(words::missing(language).into())),
                    ErrorCode::Nip(_) | ErrorCode::NipTaken(_) => wrong_nip.set(Some(sentence)),
                    _ => acts.say(sentence),
                }
            }
        });
    };
    view! {
        <Card title=words::edit_person(language) sub=changes.unwrap_or_default()>
            <form
                class="card-body stack"
                on:submit=move |event| {
                    event.prevent_default();
                    if may_edit {
                        save();
                    }
                }
            >
                {(!may_edit).then(|| view! {
                    <Banner kind=BannerKind::Info text=words::read_only(language) />
                })}
                <fieldset class="centre-fields" disabled=!may_edit>
                    <Fields language draft wrong_name wrong_nip />
                </fieldset>
                {may_edit.then(|| view! {
                    <p class="sub">{words::other_edit(language)}</p>
                    <div class="row-buttons">
                        <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=save>
                            {words::save_and_send(language)}
                        </Button>
                    </div>
                })}
            </form>
        </Card>
    }
}

#[component]
fn Fields(
    language: Language,
    draft: Draft,
    wrong_name: RwSignal<Option<String>>,
    wrong_nip: RwSignal<Option<String>>,
) -> impl IntoView {
    view! {
        <TextField label=words::field_name(language) value=draft.name error=wrong_name />
        <TextField
            label=words::field_nip(language)
            value=draft.nip
            hint=words::field_nip_hint(language)
            error=wrong_nip
            input_mode="numeric"
        />
        <TextField label=words::field_title_before(language) value=draft.title_before />
        <TextField label=words::field_title_after(language) value=draft.title_after />
        <TextField label=words::field_education(language) value=draft.education />
        <TextField label=words::field_pns_id(language) value=draft.pns_id />
    }
}

fn full_name(fields: &PersonFields) -> String {
    let before = match fields.title_before.as_str() {
        "" => String::new(),
        title => format!("{title} "),
    };
    let after = match fields.title_after.as_str() {
        "" => String::new(),
        title => format!(", {title}"),
    };
    format!("{before}{}{after}", fields.name)
}
