//! Small parts that several of the centre's screens share.

use crate::components::{Icon, IconName};
use api::central::OfficeId;
use catalogue::{Language, centre_arrivals as words, terms};
use domain::{Predikat, Rating};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A field that searches while it is typed into; a new text begins at the first page.
#[component]
pub fn SearchField(
    /// What is searched.
    #[prop(into)]
    label: String,
    /// The text.
    text: RwSignal<String>,
    /// The first row that is shown.
    skip: RwSignal<u32>,
) -> impl IntoView {
    view! {
        <div class="centre-search">
            <Icon name=IconName::Search />
            <input
                class="input"
                type="search"
                aria-label=label.clone()
                placeholder=label
                prop:value=move || text.get()
                on:input=move |event| {
                    skip.set(0);
                    text.set(event_target_value(&event));
                }
            />
        </div>
    }
}

/// The office in the address.
pub fn office_in_address() -> Memo<Option<OfficeId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("office")?.parse().ok()))
}

/// A NIP as people read it: `19850914 200903 1 004`.
pub fn grouped(nip: &str) -> String {
    domain::Nip::parse(nip).map_or_else(|_| nip.to_owned(), |nip| nip.grouped())
}

/// A rating as everywhere: a word with a tone.
pub fn rating(language: Language, rating: Option<Rating>) -> AnyView {
    let Some(rating) = rating else {
        return view! { <span class="empty">{words::not_rated(language)}</span> }.into_any();
    };
    let class = match rating {
        Rating::DiAtas => "rate up",
        Rating::Sesuai => "rate mid",
        Rating::DiBawah => "rate low",
    };
    view! { <span class=class>{terms::rating(language, rating)}</span> }.into_any()
}

/// A predikat by its name.
pub fn predikat(language: Language, predikat: Option<Predikat>) -> AnyView {
    let Some(predikat) = predikat else {
        return view! { <span class="empty">{words::not_rated(language)}</span> }.into_any();
    };
    view! { <span class=tone(predikat)>{predikat.name()}</span> }.into_any()
}

const fn tone(predikat: Predikat) -> &'static str {
    match predikat {
        Predikat::SangatBaik => "rate up",
        Predikat::Baik => "rate mid",
        Predikat::ButuhPerbaikan | Predikat::Kurang | Predikat::SangatKurang => "rate low",
    }
}

/// A number with a line below, in a row of such.
#[component]
pub fn Figure(
    /// What it counts.
    #[prop(into)]
    label: String,
    /// The number.
    #[prop(into)]
    value: Signal<String>,
    /// What to know of it.
    #[prop(optional, into)]
    hint: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="card centre-figure">
            <p class="sub">{label}</p>
            <p class="big">{move || value.get()}</p>
            <p class="sub">{move || hint.get()}</p>
        </div>
    }
}
