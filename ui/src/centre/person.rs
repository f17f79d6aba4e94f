//! Data Induk: one person.

mod draft;
mod elsewhere;
mod post_form;
mod posts;
mod sheet;

use super::parts::office_in_address;
use crate::components::{IconName, LinkButton, PageHead, QueryView};
use crate::language::use_language;
use crate::query::use_query;
use api::central::master::{GetPerson, PersonFields};
use catalogue::{centre_arrivals, centre_frame};
use domain::EmployeeId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use posts::Posts;
use sheet::Sheet;

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
    // Another person is another form; a newer version of the same is taken in where nobody types.
    let shown = Memo::new(move |_| found.with(|it| it.map(|it| it.employee)));
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
                        {move || shown.get().map(|_| view! { <Sheet found /> })}
                        <Posts found />
                    </div>
                }
                    .into_any()
            }
        />
    }
}

/// The name with titles, as forms print it.
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
