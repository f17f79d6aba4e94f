//! Hasil of a person, through the periods.

use super::ruling::{RulingActs, verdict};
use crate::centre::access::use_access;
use crate::centre::parts::{grouped, office_in_address, predikat, rating};
use crate::components::{Card, IconName, LinkButton, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::OfficeId;
use api::central::results::{GetPersonResults, PersonResults, PostLine, RatingLine};
use catalogue::{Language, centre_arrivals as words, centre_frame, centre_ruling};
use domain::EmployeeId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A person.
#[component]
pub fn PersonResultsScreen() -> impl IntoView {
    let language = use_language();
    let office = office_in_address();
    let params = use_params_map();
    let employee = Memo::new(move |_| {
        params.with(|params| params.get("employee")?.parse::<EmployeeId>().ok())
    });
    let found = use_query(move || {
        Some(GetPersonResults {
            office: office.get()?,
            employee: employee.get()?,
        })
    });
    let text = move |of: fn(&PersonResults) -> String| {
        Signal::derive(move || found.with(|found| found.map(of)).unwrap_or_default())
    };
    let place = move |screen: &str| {
        let office = office
            .get_untracked()
            .map(|it| it.to_string())
            .unwrap_or_default();
        format!("/{screen}/{office}")
    };
    let master = {
        let employee = employee
            .get_untracked()
            .map(|it| it.to_string())
            .unwrap_or_default();
        format!("{}/{employee}", place("induk"))
    };
    view! {
        <PageHead
            title=text(|it| it.name.clone())
            sub=text(|it| format!("{} · {}", grouped(&it.nip), it.office_name))
        >
            <LinkButton href=place("hasil") icon=IconName::ChevronLeft>
                {centre_frame::results(language)}
            </LinkButton>
            <LinkButton href=master>{words::to_master(language)}</LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                found
                    .get()
                    .map(|found| {
                        view! {
                            <div class="two">
                                <Card title=words::history(language)>
                                    <div class="rows">
                                        {office.get_untracked().map(|it| ratings(it, found.ratings))}
                                    </div>
                                </Card>
                                <Card title=words::posts(language)>
                                    <div class="card-body">{posts(language, found.posts)}</div>
                                </Card>
                            </div>
                        }
                    })
                    .into_any()
            }
        />
    }
}

fn ratings(office: OfficeId, ratings: Vec<RatingLine>) -> AnyView {
    let language = use_language();
    if ratings.is_empty() {
        return view! { <p class="centre-none sub">{words::no_ratings(language)}</p> }.into_any();
    }
    let lines: Vec<_> = ratings.into_iter().map(|it| line(office, it)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{catalogue::page_frame::period(language)}</th>
                    <th scope="col">{words::column_results(language)}</th>
                    <th scope="col">{words::column_behaviour(language)}</th>
                    <th scope="col">{words::column_predikat(language)}</th>
                    <th scope="col">{words::column_received(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{centre_ruling::make_final(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(office: OfficeId, rated: RatingLine) -> AnyView {
    let language = use_language();
    let access = use_access();
    let received = format::short_moment(language, access.local(rated.received_at), access.today());
    let corrections = match rated.corrections {
        0 => None,
        1 => Some(words::corrected_once(language).to_owned()),
        count => Some(words::corrections(language, count)),
    };
    let ruled = rated.verdict.as_ref().map(|it| verdict(language, it));
    let rating_to_rule = rated.clone();
    view! {
        <tr>
            <th scope="row">
                {format::period(language, rated.period)}
                <small>{rated.jabatan}</small>
            </th>
            <td>{rating(language, rated.hasil_kerja)}</td>
            <td>{rating(language, rated.perilaku)}</td>
            <td>
                {predikat(language, rated.predikat)}
                {(!rated.reason.is_empty()).then(|| view! { <small>{rated.reason}</small> })}
                {ruled}
            </td>
            <td class="centre-when">
                {received}
                <small>
                    {corrections}
                    {(rated.branches > 0).then(|| format!(" {}", words::branched(language)))}
                </small>
            </td>
            <td class="centre-acts"><RulingActs office rated=rating_to_rule /></td>
        </tr>
    }
    .into_any()
}

/// Posts, newest first.
pub fn posts(language: Language, posts: Vec<PostLine>) -> AnyView {
    let lines: Vec<_> = posts
        .into_iter()
        .map(|post| {
            let to = match post.to {
                Some(to) => format::date(language, to),
                None => words::post_open(language).to_owned(),
            };
            view! {
                <li>
                    <b>{post.jabatan}</b>
                    <span>{post.unit}</span>
                    <small>{format::date(language, post.from)} " – " {to}</small>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="centre-posts">{lines}</ul> }.into_any()
}
