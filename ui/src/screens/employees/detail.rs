//! One person: posts and exceptions at the left, who it is and what happened at the right.

use super::changes::Changes;
use super::exceptions::Exceptions;
use super::history::History;
use super::identity::Identity;
use super::posts::Posts;
use super::words as names;
use crate::components::{
    Banner, BannerKind, ButtonKind, EmptyState, IconName, LinkButton, PageHead, QueryView,
};
use crate::format;
use crate::language::use_language;
use crate::place::{Place, use_office};
use crate::query::{Query, use_query};
use crate::routes::Screen;
use crate::screens::sheet::cell_address;
use api::ErrorCode;
use api::employees::{AssignmentLine, EmployeeDetail, GetEmployee, MasterWarning};
use catalogue::{Language, page_employee as words, page_employees, page_frame};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::{AssignmentId, EmployeeId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// One person; the id stands in the address.
#[component]
pub fn EmployeeScreen() -> impl IntoView {
    let address = use_params_map();
    let id = Memo::new(move |_| {
        address.with(|address| {
            address
                .get_str("id")
                .and_then(|id| id.parse::<EmployeeId>().ok())
        })
    });
    // Another person is another page: forms of the one before are gone with it.
    move || match id.get() {
        Some(id) => view! { <Person id /> }.into_any(),
        None => view! { <Unknown /> }.into_any(),
    }
}

#[component]
fn Person(id: EmployeeId) -> impl IntoView {
    let detail = use_query(move || Some(GetEmployee { employee: id }));
    let unknown = Memo::new(move |_| {
        detail
            .refusal()
            .is_some_and(|refusal| refusal.code == ErrorCode::NotFound)
    });
    move || {
        if unknown.get() {
            view! { <Unknown /> }.into_any()
        } else {
            view! { <Known detail id /> }.into_any()
        }
    }
}

#[component]
fn Known(detail: Query<EmployeeDetail>, id: EmployeeId) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let title = Signal::derive(move || {
        detail.with(|detail| match detail {
            Some(detail) => detail.employee.full_name(),
            None => page_frame::employees(language).to_owned(),
        })
    });
    let sub = Signal::derive(move || {
        detail.with(|detail| {
            detail
                .map(|detail| headline(&detail.assignments, office.today()))
                .unwrap_or_default()
        })
    });
    let row = Memo::new(move |_| {
        let place = office.place()?;
        detail.with(|detail| sheet_row(detail?, &place))
    });
    view! {
        <PageHead title sub>
            <LinkButton
                href=Screen::Employees.path()
                kind=ButtonKind::Quiet
                icon=IconName::ChevronLeft
            >
                {page_employees::back_to_list(language)}
            </LinkButton>
            {move || row.get().map(|row| view! {
                <LinkButton href=cell_address(row, "hasil_kerja") icon=IconName::Grid>
                    {words::to_sheet(language)}
                </LinkButton>
            })}
            <LinkButton href=format!("/catatan?pegawai={id}") icon=IconName::Note>
                {words::write_note(language)}
            </LinkButton>
        </PageHead>
        <QueryView
            query=detail
            show=move || {
                view! {
                    <Warnings detail />
                    <div class="two">
                        <div class="stack">
                            <Posts detail />
                            <Exceptions detail />
                        </div>
                        <div class="stack">
                            <Identity detail />
                            <History detail />
                            <Changes detail />
                        </div>
                    </div>
                }
                .into_any()
            }
        />
    }
}

/// Where NIP and master record differ: advice, never a stop.
#[component]
fn Warnings(detail: Query<EmployeeDetail>) -> impl IntoView {
    let language = use_language();
    let text = Memo::new(move |_| {
        detail.with(|detail| {
            detail
                .map(|detail| warnings(language, detail))
                .unwrap_or_default()
        })
    });
    move || {
        let text = text.get();
        (!text.is_empty()).then(|| view! { <Banner kind=BannerKind::Attention text=text /> })
    }
}

fn warnings(language: Language, detail: &EmployeeDetail) -> String {
    let (employee, nip) = (&detail.employee, &detail.employee.nip);
    let mut sentences: Vec<String> = detail
        .warnings
        .iter()
        .filter_map(|warning| match warning {
            MasterWarning::Sex => {
                let recorded = names::sex(language, employee.sex?);
                Some(words::warning_sex(
                    language,
                    recorded,
                    names::sex(language, nip.sex()),
                ))
            }
            MasterWarning::BirthDate => {
                let recorded = format::date(language, employee.birth_date?);
                let by_nip = format::date(language, nip.birth_date());
                Some(words::warning_birth_date(language, recorded, by_nip))
            }
            MasterWarning::Kind => Some(words::warning_kind(
                language,
                employee.kind.abbreviation(),
                nip.kind().abbreviation(),
            )),
        })
        .collect();
    if !sentences.is_empty() {
        sentences.push(words::warning_advice(language).to_owned());
    }
    sentences.join(" ")
}

/// The post held today and its unit; the newest one when none is.
fn headline(posts: &[AssignmentLine], today: NaiveDate) -> String {
    let held = |line: &&AssignmentLine| {
        let post = &line.assignment;
        post.from <= today && post.to.is_none_or(|to| to >= today)
    };
    posts
        .iter()
        .find(held)
        .or_else(|| posts.first())
        .map(|line| format!("{} · {}", line.assignment.jabatan, line.unit))
        .unwrap_or_default()
}

/// The person's row in the sheet on the screen: the post for good before one that is acted in.
fn sheet_row(detail: &EmployeeDetail, place: &Place) -> Option<AssignmentId> {
    let has_left = detail
        .exceptions
        .iter()
        .any(|it| it.left_before(place.period));
    let mut posts: Vec<_> = detail
        .assignments
        .iter()
        .map(|line| &line.assignment)
        .filter(|post| post.unit == place.unit && post.touches(place.period) && !has_left)
        .collect();
    posts.sort_by_key(|post| post.tenure != Tenure::Definitif);
    posts.first().map(|post| post.id)
}

/// The address names nobody who is here.
#[component]
fn Unknown() -> impl IntoView {
    let language = use_language();
    view! {
        <PageHead title=page_frame::employees(language) />
        <section class="card">
            <EmptyState
                icon=IconName::Person
                title=words::missing_title(language)
                text=words::missing_text(language)
            >
                <LinkButton href=Screen::Employees.path()>
                    {page_employees::back_to_list(language)}
                </LinkButton>
            </EmptyState>
        </section>
    }
}
