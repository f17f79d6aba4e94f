//! The fields of a person: name, NIP that is checked while it is typed, titles, what the master
//! record says.

use super::form::FormTrouble;
use super::person_draft::PersonDraft;
use super::words as names;
use crate::components::{Banner, BannerKind, Choice, DateField, NipField, RadioGroup, TextField};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use crate::routes;
use api::ErrorCode;
use api::employees::{FoundPerson, Search};
use catalogue::{Language, page_employee as words, page_frame};
use domain::nip::{NipWarning, Sex};
use domain::{EmployeeId, Nip};
use leptos::prelude::*;
use leptos_router::components::A;

/// The fields of a person.
#[component]
pub fn PersonFields(
    /// What is on the form.
    draft: PersonDraft,
    /// What is wrong with it.
    trouble: FormTrouble,
    /// Who is being edited; empty for somebody new.
    #[prop(optional_no_strip)]
    own: Option<EmployeeId>,
) -> impl IntoView {
    let language = use_language();
    let taken = number_of_somebody_else(draft, own);
    let nip_error = Signal::derive(move || {
        taken
            .get()
            .map(|other| words::nip_taken(language, other.name))
            .or_else(|| {
                trouble
                    .refusal()
                    .filter(about_nip)
                    .map(|it| it.code.sentence(language))
            })
            .or_else(|| trouble.about("nip", words::nip_missing(language)).get())
    });
    let name_error = trouble.until(("name", words::name_missing(language)), move || {
        draft.name.with(|name| !name.trim().is_empty())
    });
    let number = Memo::new(move |_| draft.nip.with(|text| text.replace(' ', "")));
    trouble.follow("nip", move || number.with(|_| ()));
    trouble.follow("name", move || draft.name.track());
    trouble.follow("title_before", move || draft.title_before.track());
    trouble.follow("title_after", move || draft.title_after.track());
    trouble.follow("birth_date", move || draft.birth_date.track());
    trouble.follow("education", move || draft.education.track());
    let long = words::too_long(language);
    let before = trouble.about("title_before", long);
    let after = trouble.about("title_after", long);
    view! {
        <div class="grid-2">
            <div>
                <NipField value=draft.nip error=nip_error />
                {move || taken.get().map(|other| view! {
                    <A href=routes::employee(other.employee) attr:class="link">
                        {words::nip_open_other(language)}
                    </A>
                })}
            </div>
            <TextField
                label=words::name(language)
                value=draft.name
                error=name_error
            />
            <TextField
                label=words::title_before(language)
                value=draft.title_before
                hint=words::title_before_hint(language)
                error=before
            />
            <TextField
                label=words::title_after(language)
                value=draft.title_after
                hint=words::title_after_hint(language)
                error=after
            />
            <RadioGroup
                label=words::sex(language)
                value=Signal::derive(move || key_of(draft.sex.get()).to_owned())
                choices=sexes(language)
                on_choose=move |key: String| draft.sex.set(sex_of(&key))
            />
            <DateField
                label=words::birth_date(language)
                value=draft.birth_date
                hint=words::birth_date_hint(language)
                error=trouble.about("birth_date", page_frame::date_unclear(language))
                unread=draft.birth_date_unread
            />
            <TextField
                label=words::education(language)
                value=draft.education
                hint=words::education_hint(language)
                error=trouble.about("education", long)
            />
        </div>
        <Differences draft />
    }
}

/// Where the NIP says otherwise than the fields.
#[component]
fn Differences(draft: PersonDraft) -> impl IntoView {
    let language = use_language();
    let text = Memo::new(move |_| differences(language, draft));
    move || {
        let text = text.get();
        (!text.is_empty()).then(|| view! { <Banner kind=BannerKind::Attention text=text /> })
    }
}

fn differences(language: Language, draft: PersonDraft) -> String {
    let Some(nip) = draft.number() else {
        return String::new();
    };
    let mut sentences: Vec<String> = draft
        .warnings()
        .into_iter()
        .filter_map(|warning| difference(language, &nip, (warning, draft)))
        .collect();
    if !sentences.is_empty() {
        sentences.push(words::warning_advice(language).to_owned());
    }
    sentences.join(" ")
}

fn difference(
    language: Language,
    nip: &Nip,
    (warning, draft): (NipWarning, PersonDraft),
) -> Option<String> {
    match warning {
        NipWarning::Sex => {
            let recorded = names::sex(language, draft.sex.get()?);
            Some(words::warning_sex(
                language,
                recorded,
                names::sex(language, nip.sex()),
            ))
        }
        NipWarning::BirthDate => {
            let recorded = format::date(language, draft.birth_date.get()?);
            let by_nip = format::date(language, nip.birth_date());
            Some(words::warning_birth_date(language, recorded, by_nip))
        }
        NipWarning::AppointedLater => None,
    }
}

/// Somebody else who has the number on the form: said while typing, not only when saving.
fn number_of_somebody_else(
    draft: PersonDraft,
    own: Option<EmployeeId>,
) -> Signal<Option<FoundPerson>> {
    let number = Memo::new(move |_| draft.number());
    let found = use_query(move || {
        number.get().map(|nip| Search {
            query: nip.digits().to_owned(),
            limit: 2,
        })
    });
    Signal::derive(move || {
        let number = number.get()?;
        found.with(|found| {
            let mut people = found?.people.iter();
            people
                .find(|it| it.nip == number && Some(it.employee) != own)
                .cloned()
        })
    })
}

fn about_nip(refusal: &api::Refusal) -> bool {
    matches!(refusal.code, ErrorCode::NipTaken(_))
}

fn sexes(language: Language) -> Vec<Choice> {
    vec![
        Choice::new(key_of(None), words::sex_by_nip(language)),
        Choice::new(key_of(Some(Sex::Male)), words::sex_male(language)),
        Choice::new(key_of(Some(Sex::Female)), words::sex_female(language)),
    ]
}

const fn key_of(sex: Option<Sex>) -> &'static str {
    match sex {
        None => "",
        Some(Sex::Male) => "male",
        Some(Sex::Female) => "female",
    }
}

fn sex_of(key: &str) -> Option<Sex> {
    [Sex::Male, Sex::Female]
        .into_iter()
        .find(|sex| key_of(Some(*sex)) == key)
}
