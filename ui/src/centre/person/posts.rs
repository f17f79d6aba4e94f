//! Posts of a person, newest first, and the form that is open at one of them.

use super::post_form::{EndForm, PostForm};
use crate::browser;
use crate::centre::access::use_access;
use crate::centre::carried::carry;
use crate::components::{Button, ButtonKind, Card, Chip, ChipTone, IconName};
use crate::language::use_language;
use crate::query::Query;
pub use crate::screens::employees::PostAct;
use crate::screens::employees::post_fields::Purpose;
use crate::screens::employees::words as names;
use api::central::Need;
use api::central::master::PersonSheet;
use api::central::posts::PostSheet;
use catalogue::{Language, centre_arrivals, centre_data, page_employee as words};
use chrono::NaiveDate;
use domain::AssignmentId;
use domain::assignment::Tenure;
use leptos::prelude::*;

/// The card.
#[component]
pub fn Posts(
    /// The person.
    found: Query<PersonSheet>,
) -> impl IntoView {
    let language = use_language();
    let may_edit = use_access().may(Need::Administering);
    let act = RwSignal::new(None::<PostAct>);
    carry(form_of(found, "post"), act);
    let posts =
        Memo::new(move |_| found.with(|it| it.map(|it| it.posts.clone()).unwrap_or_default()));
    let none = Memo::new(move |_| posts.with(Vec::is_empty));
    let label = move || {
        if none.get() {
            words::post_add_first(language)
        } else {
            words::post_add(language)
        }
    };
    let add = may_edit.then(|| {
        view! {
            <Button
                kind=ButtonKind::Small
                icon=IconName::Plus
                on_press=move || open(act, PostAct::Add)
                attr:id="add-post"
            >
                {label}
            </Button>
        }
        .into_any()
    });
    view! {
        <Card title=centre_arrivals::posts(language) actions=add.into_any()>
            {move || (act.get() == Some(PostAct::Add)).then(|| {
                let purpose = if none.get_untracked() { Purpose::First } else { Purpose::Beside };
                view! { <PostForm found post=None purpose act /> }
            })}
            {move || none.get().then(|| view! {
                <p class="card-body sub">{centre_data::posts_none(language)}</p>
            })}
            <ol class="employee-posts">
                <For
                    each=move || posts.get()
                    key=|post| (post.line.assignment.id, post.revision.clone())
                    children=move |post| entry(found, post, (act, may_edit))
                />
            </ol>
        </Card>
    }
}

/// What a form about this person is carried as.
pub fn form_of(found: Query<PersonSheet>, what: &str) -> String {
    let employee = found.with_untracked(|it| it.map(|it| it.employee.to_string()));
    format!("{what}.{}", employee.unwrap_or_default())
}

fn entry(
    found: Query<PersonSheet>,
    post: PostSheet,
    (act, may_edit): (RwSignal<Option<PostAct>>, bool),
) -> AnyView {
    let id = post.line.assignment.id;
    let summary = summary(&post, (act, may_edit));
    let form = move || {
        let post = post.clone();
        let form = match act.get()? {
            PostAct::Change(at) if at == id => {
                view! { <PostForm found post=Some(post) purpose=Purpose::Change act /> }.into_any()
            }
            PostAct::Correct(at) if at == id => {
                view! { <PostForm found post=Some(post) purpose=Purpose::Correct act /> }.into_any()
            }
            PostAct::End(at) if at == id => view! { <EndForm found post act /> }.into_any(),
            _ => return None,
        };
        Some(form)
    };
    view! { <li class="employee-post">{summary} {form}</li> }.into_any()
}

fn summary(post: &PostSheet, (act, may_edit): (RwSignal<Option<PostAct>>, bool)) -> AnyView {
    let language = use_language();
    let held = &post.line.assignment;
    let (id, today) = (held.id, use_access().today());
    let is_over = held.to.is_some_and(|to| to < today);
    let tenure = (held.tenure != Tenure::Definitif).then(|| names::tenure(language, held.tenure));
    view! {
        <div class="employee-post-head" class:past=is_over>
            <h3>
                {held.jabatan.clone()}
                {tenure.map(|tenure| view! { <Chip tone=ChipTone::Accent>{tenure}</Chip> })}
                {time(language, (held.from, held.to), today)}
            </h3>
            <div class="employee-post-about">
                <p>{names::span(language, held.from, held.to)}</p>
                <p class="sub">{about(language, post)}</p>
                <p class="sub">{rated_by(language, post)}</p>
            </div>
            {may_edit.then(|| acts(language, (act, id), is_over))}
        </div>
    }
    .into_any()
}

fn acts(
    language: Language,
    (act, id): (RwSignal<Option<PostAct>>, AssignmentId),
    is_over: bool,
) -> AnyView {
    view! {
        <div class="row-buttons centre-post-acts">
            {(!is_over).then(|| view! {
                <Button kind=ButtonKind::Small on_press=move || open(act, PostAct::Change(id))>
                    {words::post_change(language)}
                </Button>
            })}
            <Button kind=ButtonKind::SmallQuiet on_press=move || open(act, PostAct::Correct(id))>
                {words::post_correct(language)}
            </Button>
            {(!is_over).then(|| view! {
                <Button kind=ButtonKind::SmallQuiet on_press=move || open(act, PostAct::End(id))>
                    {words::post_end(language)}
                </Button>
            })}
        </div>
    }
    .into_any()
}

fn time(
    language: Language,
    (from, to): (NaiveDate, Option<NaiveDate>),
    today: NaiveDate,
) -> AnyView {
    if from > today {
        view! { <Chip>{words::post_later(language)}</Chip> }.into_any()
    } else if to.is_some_and(|to| to < today) {
        view! { <Chip>{words::post_over(language)}</Chip> }.into_any()
    } else {
        view! { <Chip tone=ChipTone::Good>{words::post_now(language)}</Chip> }.into_any()
    }
}

fn about(language: Language, post: &PostSheet) -> String {
    let held = &post.line.assignment;
    let kind = names::jabatan_kind(language, held.jabatan_kind);
    let kind = match held.jenjang {
        Some(jenjang) => format!("{kind} {}", jenjang.name()),
        None => kind.to_owned(),
    };
    let golongan = held.golongan.map(names::golongan);
    [Some(kind), golongan, Some(post.line.unit.clone())]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn rated_by(language: Language, post: &PostSheet) -> String {
    let rated = match post.line.appraiser.as_str() {
        "" => centre_data::post_by_head(language).to_owned(),
        name => words::rated_by(language, name),
    };
    match post.line.appraiser_superior.as_str() {
        "" => rated,
        superior => format!("{rated} · {}", words::superior_is(language, superior)),
    }
}

/// Opens a form and goes to its first field.
fn open(act: RwSignal<Option<PostAct>>, wanted: PostAct) {
    act.set(Some(wanted));
    browser::after_paint(|| {
        if let Some(field) = browser::first(".employee-post-form input") {
            let _detached = field.focus();
        }
    });
}
