//! The fields of a post: unit, jabatan, golongan, appraiser, dates.

use super::form::FormTrouble;
use super::post_draft::PostDraft;
use super::words as names;
use crate::components::{ChoiceField, DateField, Outsiders, PeopleSearch, PersonPicker, TextField};
use crate::language::use_language;
use crate::place::use_office;
use catalogue::{Language, page_employee as words, page_employees, page_frame};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::nip::NipKind;
use domain::{JabatanKind, UnitId};
use leptos::prelude::*;

/// What a post is entered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The first post.
    First,
    /// From a day on something else holds.
    Change,
    /// A typing error is put right.
    Correct,
    /// A second post, as Plt or Plh.
    Beside,
}

impl Purpose {
    /// Whether the form asks for a last day.
    const fn asks_end(self) -> bool {
        matches!(self, Self::Correct | Self::Beside)
    }

    fn tenures(self) -> Vec<Tenure> {
        match self {
            Self::Beside => vec![Tenure::Plt, Tenure::Plh],
            Self::First | Self::Change | Self::Correct => {
                vec![Tenure::Definitif, Tenure::Plt, Tenure::Plh]
            }
        }
    }
}

/// Where a form stands that is not the office's own.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The units to choose from.
    pub units: Vec<(UnitId, String)>,
    /// Today there.
    pub today: NaiveDate,
    /// Where people are looked for.
    pub search: PeopleSearch,
}

/// The fields of a post.
#[component]
pub fn PostFields(
    /// What is on the form.
    draft: PostDraft,
    /// What is wrong with it.
    trouble: FormTrouble,
    /// PNS or PPPK: it decides the golongan offered.
    kind: Memo<NipKind>,
    /// What for.
    purpose: Purpose,
    /// Where it stands, when that is not this PC's office.
    #[prop(optional)]
    elsewhere: Option<Elsewhere>,
) -> impl IntoView {
    let language = use_language();
    let today = elsewhere.as_ref().map(|it| it.today);
    let search = elsewhere.as_ref().map(|it| it.search);
    let unit_hint = match elsewhere {
        Some(_) => "",
        None => words::unit_hint(language),
    };
    let units = units(language, elsewhere);
    let tenures: Vec<_> = purpose
        .tenures()
        .into_iter()
        .map(|tenure| (tenure, names::tenure(language, tenure).to_owned()))
        .collect();
    let jabatan_error = trouble.until(("jabatan", words::jabatan_missing(language)), move || {
        draft.jabatan.with(|jabatan| !jabatan.trim().is_empty())
    });
    let unit_error = trouble.until(("unit", words::unit_missing(language)), move || {
        draft.unit.with(Option::is_some)
    });
    let [to_unread, appraiser_unread, superior_unread] = draft.unread;
    trouble.follow("unit", move || draft.unit.track());
    trouble.follow("jabatan", move || draft.jabatan.track());
    trouble.follow("from", move || draft.from.track());
    trouble.follow("to", move || {
        draft.from.track();
        draft.to.track();
    });
    trouble.follow("appraiser", move || {
        draft.appraiser.track();
        appraiser_unread.track();
    });
    trouble.follow("appraiser_superior", move || {
        draft.superior.track();
        superior_unread.track();
    });
    let nobody = page_employees::appraiser_person_missing(language);
    view! {
        <div class="grid-2">
            {(purpose == Purpose::Change).then(|| view! { <From draft trouble purpose today /> })}
            <TextField
                label=words::jabatan(language)
                value=draft.jabatan
                hint=words::jabatan_hint(language)
                error=jabatan_error
            />
            <ChoiceField
                label=words::jabatan_kind(language)
                options=names::jabatan_kind_options(language)
                value=draft.kind
            />
            {move || (draft.kind.get() == JabatanKind::Fungsional).then(|| view! {
                <ChoiceField
                    label=words::jenjang(language)
                    options=names::jenjang_options(language)
                    value=draft.jenjang
                />
            })}
            {move || golongan(language, draft, kind.get())}
            <ChoiceField
                label=words::unit(language)
                options=units
                value=draft.unit
                hint=unit_hint
                error=unit_error
            />
            <ChoiceField label=words::tenure(language) options=tenures value=draft.tenure />
            <PersonPicker
                label=page_employees::appraiser(language)
                value=draft.appraiser
                outsiders=Outsiders::Yes
                hint=page_employees::appraiser_hint(language)
                error=trouble.about("appraiser", nobody)
                unread=appraiser_unread
                search
            />
            <PersonPicker
                label=page_employees::superior(language)
                value=draft.superior
                outsiders=Outsiders::Yes
                hint=page_employees::superior_hint(language)
                error=trouble.about("appraiser_superior", nobody)
                unread=superior_unread
                search
            />
            {(purpose != Purpose::Change).then(|| view! { <From draft trouble purpose today /> })}
            {purpose.asks_end().then(|| view! {
                <DateField
                    label=words::to(language)
                    value=draft.to
                    hint=words::to_hint(language)
                    error=trouble.about("to", words::to_wrong(language))
                    unread=to_unread
                    today
                />
            })}
        </div>
    }
}

/// The first day; the first field of a change, because it decides what stays as it was.
#[component]
fn From(
    draft: PostDraft,
    trouble: FormTrouble,
    purpose: Purpose,
    #[prop(optional_no_strip)] today: Option<NaiveDate>,
) -> impl IntoView {
    let language = use_language();
    let (label, missing) = match purpose {
        Purpose::Change => (
            words::change_from(language),
            words::change_from_missing(language),
        ),
        _ => (words::from(language), words::from_missing(language)),
    };
    let error = trouble.until(("from", missing), move || draft.from.with(Option::is_some));
    view! { <DateField label value=draft.from error today /> }
}

/// The golongan that suit; one that does not stays choosable as long as it is chosen.
fn golongan(language: Language, draft: PostDraft, kind: NipKind) -> AnyView {
    let mut options = names::golongan_options(language, kind);
    if let Some(odd) = draft.golongan.get_untracked().filter(|it| !it.fits(kind)) {
        options.push((Some(odd), names::golongan(odd)));
    }
    view! { <ChoiceField label=words::golongan(language) options value=draft.golongan /> }
        .into_any()
}

fn units(language: Language, elsewhere: Option<Elsewhere>) -> Vec<(Option<UnitId>, String)> {
    let mut units = vec![(None, page_frame::choose(language).to_owned())];
    if let Some(elsewhere) = elsewhere {
        units.extend(
            elsewhere
                .units
                .into_iter()
                .map(|(id, name)| (Some(id), name)),
        );
        return units;
    }
    use_office().with_session(|session| {
        units.extend(
            session
                .units
                .iter()
                .map(|unit| (Some(unit.id), unit.name.clone())),
        );
    });
    units
}
