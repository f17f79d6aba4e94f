//! The forms of a post: change from a day on, correct, add beside, end. Each says what it does
//! to periods that have passed.

use super::form::FormTrouble;
use super::post_draft::PostDraft;
use super::post_fields::{PostFields, Purpose};
use super::posts::PostAct;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, DateField, KeptForm, Keys, RefusalBanner, Restored,
};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use crate::toast::use_toasts;
use api::employees::{AssignmentLine, EmployeeDetail, Post, PostChange, SaveAssignment};
use catalogue::{Language, common, page_employee as words};
use chrono::NaiveDate;
use domain::AssignmentId;
use domain::assignment::Tenure;
use domain::nip::NipKind;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A post is entered.
#[component]
pub fn PostForm(
    /// The person.
    detail: Query<EmployeeDetail>,
    /// The post that changes; empty when one is added.
    #[prop(optional_no_strip)]
    line: Option<AssignmentLine>,
    /// What for.
    purpose: Purpose,
    /// Which form is open.
    act: RwSignal<Option<PostAct>>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let place = office.place_now();
    let first_day = place.as_ref().map(|place| place.period.first_day());
    let draft = match &line {
        Some(line) => PostDraft::of(line),
        None => PostDraft::new(place.map(|place| place.unit), first_day),
    };
    match purpose {
        Purpose::Change => {
            draft.from.set(None);
            draft.to.set(None);
        }
        Purpose::Beside => draft.tenure.set(Tenure::Plt),
        Purpose::First | Purpose::Correct => {}
    }
    let kept = KeptForm::open(
        &name(detail, line.as_ref(), purpose),
        move || draft.values(),
        move |kept| draft.fill(&kept),
    );
    let trouble = FormTrouble::new(PostDraft::FIELDS);
    let kind = Memo::new(move |_| {
        detail.with(|detail| detail.map_or(NipKind::Pns, |detail| detail.employee.kind))
    });
    let explains = explanation(language, purpose, line.as_ref());
    let id = line.map(|line| line.assignment.id);
    let send = send(detail, act, trouble, Some(kept));
    let save = move || {
        trouble.clear();
        match draft.read() {
            Err(lacks) => trouble.lacks(lacks),
            Ok(post) => send.run((
                change(purpose, id, post),
                said(language, purpose).to_owned(),
            )),
        }
    };
    let words_on_button = match purpose {
        Purpose::Change => words::change_save(language),
        Purpose::Correct => words::correct_save(language),
        Purpose::First | Purpose::Beside => words::add_save(language),
    };
    view! {
        <FormFrame
            explains
            act
            save=Callback::new(move |()| save())
            words=words_on_button
            trouble
            kept=Some(kept)
        >
            <Restored kept />
            <PostFields draft trouble kind purpose />
        </FormFrame>
    }
}

/// A post ends on a day.
#[component]
pub fn EndForm(
    /// The person.
    detail: Query<EmployeeDetail>,
    /// The post.
    id: AssignmentId,
    /// Its last day, while it has one.
    to: Option<NaiveDate>,
    /// Which form is open.
    act: RwSignal<Option<PostAct>>,
) -> impl IntoView {
    let language = use_language();
    let day = RwSignal::new(to);
    let trouble = FormTrouble::new(&["to"]);
    trouble.follow("to", move || day.track());
    let error = trouble.until(("to", words::last_day_missing(language)), move || {
        day.with(Option::is_some)
    });
    let send = send(detail, act, trouble, None);
    let save = move || {
        trouble.clear();
        match day.get_untracked() {
            None => trouble.lacks(vec!["to"]),
            Some(day) => {
                send.run((
                    PostChange::End(id, day),
                    words::post_ended(language).to_owned(),
                ));
            }
        }
    };
    view! {
        <FormFrame
            explains=words::end_explains(language).to_owned()
            act
            save=Callback::new(move |()| save())
            words=words::end_save(language)
            trouble
            kept=None
        >
            <div class="grid-2">
                <DateField
                    label=words::last_day(language)
                    value=day
                    error
                />
            </div>
        </FormFrame>
    }
}

/// What every form of a post has: what it does, the fields, the buttons.
#[component]
fn FormFrame(
    explains: String,
    act: RwSignal<Option<PostAct>>,
    save: Callback<()>,
    words: &'static str,
    trouble: FormTrouble,
    #[prop(optional_no_strip)] kept: Option<KeptForm>,
    children: Children,
) -> impl IntoView {
    let language = use_language();
    let cancel = move || {
        if let Some(kept) = kept {
            kept.forget();
        }
        close(act);
    };
    view! {
        <form
            class="stack employee-post-form"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save.run(());
                }
            }
        >
            <Banner kind=BannerKind::Info text=explains />
            {children()}
            <RefusalBanner refusal=trouble.rest() />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary on_press=save>{words}</Button>
                <Keys of="Ctrl+Enter" />
                <Button kind=ButtonKind::Quiet on_press=cancel>
                    {common::cancel(language)}
                </Button>
            </div>
        </form>
    }
}

/// Sends a change, and closes the form when it is done.
fn send(
    detail: Query<EmployeeDetail>,
    act: RwSignal<Option<PostAct>>,
    trouble: FormTrouble,
    kept: Option<KeptForm>,
) -> Callback<(PostChange, String)> {
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = StoredValue::new(false);
    Callback::new(move |(change, said): (PostChange, String)| {
        let employee = untrack(|| detail.with(|detail| detail.map(|detail| detail.employee.id)));
        let (Some(employee), false) = (employee, busy.get_value()) else {
            return;
        };
        busy.set_value(true);
        let forget = kept.map(KeptForm::forget_later);
        spawn_local(async move {
            let saved = backend.call(SaveAssignment { employee, change }).await;
            // The screen may be gone.
            let _gone = busy.try_set_value(false);
            match saved {
                Ok(answer) => {
                    if let Some(forget) = forget {
                        forget();
                    }
                    close(act);
                    detail.set(answer);
                    toasts.done(said);
                }
                Err(refusal) => trouble.refuse(refusal),
            }
        });
    })
}

fn close(act: RwSignal<Option<PostAct>>) {
    act.set(None);
    browser::after_paint(|| browser::focus("add-post"));
}

/// What the form is kept as: of one post and purpose, or of a new post of one person.
fn name(detail: Query<EmployeeDetail>, line: Option<&AssignmentLine>, purpose: Purpose) -> String {
    match line {
        Some(line) => format!("post.{purpose:?}.{}", line.assignment.id),
        None => {
            let employee = untrack(|| detail.with(|it| it.map(|it| it.employee.id.to_string())));
            format!("post.{}", employee.unwrap_or_default())
        }
    }
}

fn change(purpose: Purpose, id: Option<AssignmentId>, post: Post) -> PostChange {
    match (purpose, id) {
        (Purpose::Change, Some(id)) => PostChange::ChangeFrom(id, post),
        (Purpose::Correct, Some(id)) => PostChange::Correct(id, post),
        _ => PostChange::AddBeside(post),
    }
}

const fn said(language: Language, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Change => words::post_changed(language),
        Purpose::Correct => words::post_corrected(language),
        Purpose::First | Purpose::Beside => words::post_added(language),
    }
}

fn explanation(language: Language, purpose: Purpose, line: Option<&AssignmentLine>) -> String {
    match purpose {
        Purpose::Change => {
            let jabatan = line
                .map(|line| line.assignment.jabatan.as_str())
                .unwrap_or_default();
            words::change_explains(language, jabatan)
        }
        Purpose::Correct => words::correct_explains(language).to_owned(),
        Purpose::Beside => words::beside_explains(language).to_owned(),
        Purpose::First => words::first_explains(language).to_owned(),
    }
}
