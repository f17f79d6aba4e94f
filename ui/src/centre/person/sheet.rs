//! The form of a person.

use super::draft::Draft;
use super::full_name;
use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::centre::carried::carry_form;
use crate::components::{Banner, BannerKind, Card, ChoiceField, DateField, TextField};
use crate::effect::effect;
use crate::language::use_language;
use crate::query::Query;
use crate::screens::employees::FormTrouble;
use crate::screens::employees::words as names;
use api::ErrorCode;
use api::central::Need;
use api::central::master::{PersonSheet, SavePerson};
use catalogue::{Language, centre_data as words};
use domain::nip::NipKind;
use leptos::prelude::*;

/// What can be corrected of a person.
#[component]
pub fn Sheet(
    /// The person.
    found: Query<PersonSheet>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let may_edit = use_access().may(Need::Administering);
    let sheet = untrack(|| found.get())?;
    let draft = Draft::of(&sheet.fields);
    let trouble = FormTrouble::new(Draft::FIELDS);
    draft.forgive(trouble);
    let kind = sheet.kind;
    let newest = sheet.fields.clone();
    let form = format!("person.{}", sheet.employee);
    let before = StoredValue::new(sheet);
    carry_form(
        form,
        move || (before.with_value(|it| it.fields.clone()), draft.typed()),
        move |(before, typed)| draft.take_up((&before, typed), &newest),
    );
    effect(move || {
        let newer = found.get();
        if let Some(newer) = newer {
            before.with_value(|before| draft.follow(&before.fields, &newer.fields));
            before.set_value(newer);
        }
    });
    let save = move || {
        trouble.clear();
        if draft.since_unread.get_untracked() {
            trouble.lacks(vec!["golongan_since"]);
            return;
        }
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
                // What was typed is what is there now, tidied.
                draft.follow(&draft.fields(), &newer.fields);
                found.try_set(newer);
            }
            Err(refusal) => trouble.refuse(refusal),
        });
    };
    let changes = move || {
        let count = found.with(|it| it.map_or(0, |it| it.changes));
        let text = match count {
            0 => return None,
            1 => words::changed_once(language).to_owned(),
            _ => words::changes(language, count),
        };
        Some(view! { <p class="sub">{text}</p> })
    };
    Some(view! {
        <Card title=words::edit_person(language)>
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
                    <Fields draft trouble kind />
                </fieldset>
                {changes}
                {move || rest(language, trouble)}
                {may_edit.then(|| view! {
                    <p class="sub">{words::other_edit(language)}</p>
                    <div class="row-buttons">
                        <button
                            type="submit"
                            class="btn primary"
                            aria-busy=move || acts.is_busy().get().then_some("true")
                        >
                            {words::save_and_send(language)}
                        </button>
                    </div>
                })}
            </form>
        </Card>
    })
}

/// What belongs to no field. Whoever was overtaken keeps what is typed.
fn rest(language: Language, trouble: FormTrouble) -> Option<AnyView> {
    let refusal = trouble.rest().get()?;
    let sentence = match refusal.code {
        ErrorCode::Stale => words::changed_meanwhile(language).to_owned(),
        code => code.sentence(language),
    };
    Some(view! { <Banner kind=BannerKind::Attention text=sentence /> }.into_any())
}

#[component]
fn Fields(draft: Draft, trouble: FormTrouble, kind: NipKind) -> impl IntoView {
    let language = use_language();
    let today = Some(use_access().today());
    let wrong = move |field| trouble.about(field, words::field_too_long(language));
    let about_nip = Signal::derive(move || {
        let refusal = trouble.refusal()?;
        let is_nip = matches!(refusal.code, ErrorCode::Nip(_) | ErrorCode::NipTaken(_));
        is_nip.then(|| refusal.code.sentence(language))
    });
    let about_since = words::field_golongan_since_wrong(language);
    view! {
        <TextField
            label=words::field_name(language)
            value=draft.name
            error=trouble.about("name", words::missing(language))
        />
        <TextField
            label=words::field_nip(language)
            value=draft.nip
            hint=words::field_nip_hint(language)
            error=about_nip
            input_mode="numeric"
        />
        <TextField
            label=words::field_title_before(language)
            value=draft.title_before
            error=wrong("title_before")
        />
        <TextField
            label=words::field_title_after(language)
            value=draft.title_after
            error=wrong("title_after")
        />
        <ChoiceField
            label=words::field_golongan(language)
            options=golongan(language, draft, kind)
            value=draft.golongan
            hint=words::field_golongan_hint(language)
        />
        <DateField
            label=words::field_golongan_since(language)
            value=draft.since
            error=trouble.about("golongan_since", about_since)
            unread=draft.since_unread
            today
        />
        <TextField
            label=words::field_education(language)
            value=draft.education
            error=wrong("education")
        />
        <TextField
            label=words::field_pns_id(language)
            value=draft.pns_id
            error=wrong("pns_id")
        />
    }
}

/// The golongan that suit; one that does not stays choosable as long as it is chosen.
fn golongan(
    language: Language,
    draft: Draft,
    kind: NipKind,
) -> Vec<(Option<domain::Golongan>, String)> {
    let mut options = names::golongan_options(language, kind);
    if let Some(odd) = draft.golongan.get_untracked().filter(|it| !it.fits(kind)) {
        options.push((Some(odd), names::golongan(odd)));
    }
    options
}
