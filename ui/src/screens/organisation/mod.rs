//! Kinerja Unit: the organisation's predicate and the pattern, which names nobody.

mod draft;
mod form;
mod pattern;

use crate::components::{ButtonKind, IconName, LinkButton, PageHead, QueryView};
use crate::effect::effect;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::routes::Screen;
use api::organisation::{GetOrganisation, OrganisationView};
use catalogue::page_organisation as words;
use domain::{Period, UnitId};
use draft::Draft;
use form::OrganisationForm;
use leptos::prelude::*;
use pattern::PatternCard;

/// Kinerja Unit. Another unit or period is another form, so nothing typed lands in the wrong one.
#[component]
pub fn OrganisationScreen() -> impl IntoView {
    let office = use_office();
    let of = Memo::new(move |_| office.place().map(|place| (place.unit, place.period)));
    move || {
        of.get()
            .map(|(unit, period)| view! { <OrganisationOf unit period /> })
    }
}

#[component]
fn OrganisationOf(unit: UnitId, period: Period) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let view = use_query(move || Some(GetOrganisation { unit, period }));
    let sub = Signal::derive(move || {
        let name = office.unit().map(|unit| unit.name).unwrap_or_default();
        format!("{} · {name}", format::period(language, period))
    });
    view! {
        <PageHead title=words::title(language) sub>
            <LinkButton href=Screen::Sheet.path() icon=IconName::Grid kind=ButtonKind::Normal>
                {words::to_sheet(language)}
            </LinkButton>
        </PageHead>
        <QueryView query=view show=move || content(view, unit, period) />
    }
}

fn content(view: Query<OrganisationView>, unit: UnitId, period: Period) -> AnyView {
    let draft = Draft::new(unit, period);
    effect(move || {
        view.with(|view| {
            if let Some(view) = view {
                draft.take_over(view.result.as_ref());
            }
        });
    });
    view! {
        <div class="two">
            <OrganisationForm view draft />
            <PatternCard view draft />
        </div>
    }
    .into_any()
}
