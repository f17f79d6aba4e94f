//! Posts, newest first: what was held from when to when, and rated by whom.

use super::post_fields::Purpose;
use super::post_form::{EndForm, PostForm};
use super::words as names;
use crate::browser;
use crate::components::{Button, ButtonKind, Card, Chip, ChipTone, IconName};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::employees::{AssignmentLine, EmployeeDetail};
use catalogue::{Language, page_employee as words};
use chrono::NaiveDate;
use domain::AssignmentId;
use domain::assignment::Tenure;
use leptos::prelude::*;

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostAct {
    /// A first or a second post.
    Add,
    /// From a day on something else holds.
    Change(AssignmentId),
    /// A typing error is put right.
    Correct(AssignmentId),
    /// The post ends.
    End(AssignmentId),
}

/// The card.
#[component]
pub fn Posts(
    /// The person.
    detail: Query<EmployeeDetail>,
) -> impl IntoView {
    let language = use_language();
    let act = RwSignal::new(None::<PostAct>);
    let lines = Memo::new(move |_| {
        detail.with(|detail| detail.map(|it| it.assignments.clone()).unwrap_or_default())
    });
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    let add = move || {
        if none.get() {
            words::post_add_first(language)
        } else {
            words::post_add(language)
        }
    };
    let actions = view! {
        <Button
            kind=ButtonKind::Small
            icon=IconName::Plus
            on_press=move || open(act, PostAct::Add)
            attr:id="add-post"
        >
            {add}
        </Button>
    };
    view! {
        <Card title=words::posts(language) actions=actions.into_any()>
            {move || (act.get() == Some(PostAct::Add)).then(|| {
                let purpose = if none.get_untracked() { Purpose::First } else { Purpose::Beside };
                view! { <PostForm detail line=None purpose act /> }
            })}
            {move || none.get().then(|| view! {
                <p class="card-body sub">{words::posts_none(language)}</p>
            })}
            <ol class="employee-posts">
                <For
                    each=move || lines.get()
                    key=|line| line.assignment.id
                    children=move |line| {
                        view! { <PostEntry detail lines id=line.assignment.id act /> }
                    }
                />
            </ol>
        </Card>
    }
}

#[component]
fn PostEntry(
    detail: Query<EmployeeDetail>,
    lines: Memo<Vec<AssignmentLine>>,
    id: AssignmentId,
    act: RwSignal<Option<PostAct>>,
) -> impl IntoView {
    let line = Memo::new(move |_| {
        lines.with(|lines| lines.iter().find(|line| line.assignment.id == id).cloned())
    });
    let form = move || {
        let line = line.get_untracked()?;
        match act.get()? {
            PostAct::Change(at) if at == id => Some(
                view! { <PostForm detail line=Some(line) purpose=Purpose::Change act /> }
                    .into_any(),
            ),
            PostAct::Correct(at) if at == id => Some(
                view! { <PostForm detail line=Some(line) purpose=Purpose::Correct act /> }
                    .into_any(),
            ),
            PostAct::End(at) if at == id => {
                Some(view! { <EndForm detail id to=line.assignment.to act /> }.into_any())
            }
            _ => None,
        }
    };
    view! {
        <li class="employee-post">
            {move || line.get().map(|line| view! { <PostSummary line act /> })}
            {form}
        </li>
    }
}

#[component]
fn PostSummary(line: AssignmentLine, act: RwSignal<Option<PostAct>>) -> impl IntoView {
    let language = use_language();
    let today = use_office().today_now();
    let post = &line.assignment;
    let id = post.id;
    let time = time_of(post.from, post.to, today);
    let is_open = post.to.is_none_or(|to| to >= today);
    let about = about(language, &line);
    let rated = rated_by(language, &line);
    let tenure = (post.tenure != Tenure::Definitif).then(|| names::tenure(language, post.tenure));
    view! {
        <div class="employee-post-head" class:past=time == Time::Over>
            <h3>
                {post.jabatan.clone()}
                {tenure.map(|tenure| view! { <Chip tone=ChipTone::Accent>{tenure}</Chip> })}
                <TimeChip time />
            </h3>
            <div class="row-buttons employee-post-acts">
                {is_open.then(|| view! {
                    <Button kind=ButtonKind::Small on_press=move || open(act, PostAct::Change(id))>
                        {words::post_change(language)}
                    </Button>
                })}
                <Button
                    kind=ButtonKind::SmallQuiet
                    on_press=move || open(act, PostAct::Correct(id))
                >
                    {words::post_correct(language)}
                </Button>
                {is_open.then(|| view! {
                    <Button
                        kind=ButtonKind::SmallQuiet
                        on_press=move || open(act, PostAct::End(id))
                    >
                        {words::post_end(language)}
                    </Button>
                })}
            </div>
            <div class="employee-post-about">
                <p>{names::span(language, post.from, post.to)}</p>
                <p class="sub">{about}</p>
                <p class="sub">{rated}</p>
            </div>
        </div>
    }
}

#[component]
fn TimeChip(time: Time) -> impl IntoView {
    let language = use_language();
    match time {
        Time::Now => {
            view! { <Chip tone=ChipTone::Good>{words::post_now(language)}</Chip> }.into_any()
        }
        Time::Later => view! { <Chip>{words::post_later(language)}</Chip> }.into_any(),
        Time::Over => view! { <Chip>{words::post_over(language)}</Chip> }.into_any(),
    }
}

fn about(language: Language, line: &AssignmentLine) -> String {
    let post = &line.assignment;
    let kind = match post.jenjang {
        Some(jenjang) => {
            format!(
                "{} {}",
                names::jabatan_kind(language, post.jabatan_kind),
                jenjang.name()
            )
        }
        None => names::jabatan_kind(language, post.jabatan_kind).to_owned(),
    };
    let golongan = post.golongan.map(names::golongan);
    [Some(kind), golongan, Some(line.unit.clone())]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn rated_by(language: Language, line: &AssignmentLine) -> String {
    if line.appraiser.is_empty() {
        return words::rated_by_nobody(language).to_owned();
    }
    let rated = words::rated_by(language, &line.appraiser);
    match line.appraiser_superior.as_str() {
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

/// Where a post stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Now,
    Later,
    Over,
}

fn time_of(from: NaiveDate, to: Option<NaiveDate>, today: NaiveDate) -> Time {
    if from > today {
        return Time::Later;
    }
    if to.is_some_and(|to| to < today) {
        Time::Over
    } else {
        Time::Now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    #[rstest]
    #[case(1, None, Time::Now)]
    #[case(15, Some(15), Time::Now)]
    #[case(1, Some(14), Time::Over)]
    #[case(16, None, Time::Later)]
    fn the_last_day_still_counts(
        #[case] from: u32,
        #[case] to: Option<u32>,
        #[case] expected: Time,
    ) {
        assert_eq!(time_of(day(from), to.map(day), day(15)), expected);
    }
}
