//! The forms of a post at the centre: change from a day on, correct, add beside, end.

use super::elsewhere::elsewhere;
use super::posts::{PostAct, form_of};
use crate::browser;
use crate::centre::access::use_access;
use crate::centre::acts::{Acts, use_acts};
use crate::centre::carried::{carry, carry_form};
use crate::components::{Banner, BannerKind, Button, ButtonKind, DateField, Keys, RefusalBanner};
use crate::language::use_language;
use crate::query::Query;
use crate::screens::employees::FormTrouble;
use crate::screens::employees::post_draft::PostDraft;
use crate::screens::employees::post_fields::{PostFields, Purpose};
use api::central::master::PersonSheet;
use api::central::posts::{PostSheet, SavePost};
use api::employees::{Post, PostChange};
use catalogue::{Language, centre_data, common, page_employee as words};
use domain::AssignmentId;
use domain::assignment::Tenure;
use domain::nip::NipKind;
use leptos::prelude::*;

/// A post is entered.
#[component]
pub fn PostForm(
    /// The person.
    found: Query<PersonSheet>,
    /// The post that changes; nothing when one is added.
    #[prop(optional_no_strip)]
    post: Option<PostSheet>,
    /// What for.
    purpose: Purpose,
    /// Which form is open.
    act: RwSignal<Option<PostAct>>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let draft = match &post {
        Some(post) => PostDraft::of(&post.line),
        None => PostDraft::new(None, None),
    };
    match purpose {
        Purpose::Change => {
            draft.from.set(None);
            draft.to.set(None);
        }
        Purpose::Beside => draft.tenure.set(Tenure::Plt),
        Purpose::First | Purpose::Correct => {}
    }
    carry_form(
        name(found, post.as_ref(), purpose),
        move || draft.values(),
        move |typed| draft.fill(&typed),
    );
    let trouble = FormTrouble::new(PostDraft::FIELDS);
    let kind =
        Memo::new(move |_| found.with(|sheet| sheet.map_or(NipKind::Pns, |sheet| sheet.kind)));
    let explains = explanation(language, purpose, post.as_ref());
    let id = post.as_ref().map(|post| post.line.assignment.id);
    let revision = StoredValue::new(post.map(|post| post.revision).unwrap_or_default());
    let save = move || {
        trouble.clear();
        match draft.read() {
            Err(lacks) => trouble.lacks(lacks),
            Ok(post) => send(
                (found, act),
                (change(purpose, id, post), revision.get_value()),
                (acts, trouble),
            ),
        }
    };
    let said = match purpose {
        Purpose::Change => words::change_save(language),
        Purpose::Correct => words::correct_save(language),
        Purpose::First | Purpose::Beside => words::add_save(language),
    };
    let elsewhere = elsewhere(found);
    view! {
        <FormFrame
            explains
            act
            save=Callback::new(move |()| save())
            words=said
            trouble
            busy=acts.is_busy()
        >
            <PostFields draft trouble kind purpose elsewhere />
        </FormFrame>
    }
}

/// A post ends on a day.
#[component]
pub fn EndForm(
    /// The person.
    found: Query<PersonSheet>,
    /// The post.
    post: PostSheet,
    /// Which form is open.
    act: RwSignal<Option<PostAct>>,
) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let day = RwSignal::new(post.line.assignment.to);
    carry(
        format!("post.end.{}.{}", post.line.assignment.id, post.revision),
        day,
    );
    let trouble = FormTrouble::new(&["to"]);
    trouble.follow("to", move || day.track());
    let error = trouble.until(("to", words::last_day_missing(language)), move || {
        day.with(Option::is_some)
    });
    let id = post.line.assignment.id;
    let revision = StoredValue::new(post.revision);
    let save = move || {
        trouble.clear();
        match day.get_untracked() {
            None => trouble.lacks(vec!["to"]),
            Some(day) => send(
                (found, act),
                (PostChange::End(id, day), revision.get_value()),
                (acts, trouble),
            ),
        }
    };
    let today = Some(use_access().today());
    view! {
        <FormFrame
            explains=words::end_explains(language).to_owned()
            act
            save=Callback::new(move |()| save())
            words=words::end_save(language)
            trouble
            busy=acts.is_busy()
        >
            <div class="grid-2">
                <DateField label=words::last_day(language) value=day error today />
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
    busy: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let language = use_language();
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
                <Button kind=ButtonKind::Primary busy on_press=save>{words}</Button>
                <Keys of="Ctrl+Enter" />
                <Button kind=ButtonKind::Quiet on_press=move || close(act)>
                    {common::cancel(language)}
                </Button>
            </div>
        </form>
    }
}

/// Sends a change, and closes the form when it is done.
fn send(
    (found, act): (Query<PersonSheet>, RwSignal<Option<PostAct>>),
    (change, revision): (PostChange, String),
    (acts, trouble): (Acts, FormTrouble),
) {
    let language = acts.language();
    let asked = found.with_untracked(|sheet| {
        let sheet = sheet?;
        Some(SavePost {
            office: sheet.office,
            employee: sheet.employee,
            change,
            revision,
        })
    });
    let Some(command) = asked else {
        return;
    };
    acts.attempt(command, move |answer| match answer {
        Ok(newer) => {
            close(act);
            acts.say(centre_data::post_saved(language, &newer.fields.name));
            found.try_set(newer);
        }
        Err(refusal) => trouble.refuse(refusal),
    });
}

fn close(act: RwSignal<Option<PostAct>>) {
    let _gone = act.try_set(None);
    browser::after_paint(|| browser::focus("add-post"));
}

/// What the form is carried as: what was typed upon another revision of the post is not taken up.
fn name(found: Query<PersonSheet>, post: Option<&PostSheet>, purpose: Purpose) -> String {
    match post {
        Some(post) => {
            let (id, revision) = (post.line.assignment.id, &post.revision);
            format!("post.{purpose:?}.{id}.{revision}")
        }
        None => form_of(found, "post.new"),
    }
}

fn change(purpose: Purpose, id: Option<AssignmentId>, post: Post) -> PostChange {
    match (purpose, id) {
        (Purpose::Change, Some(id)) => PostChange::ChangeFrom(id, post),
        (Purpose::Correct, Some(id)) => PostChange::Correct(id, post),
        _ => PostChange::AddBeside(post),
    }
}

fn explanation(language: Language, purpose: Purpose, post: Option<&PostSheet>) -> String {
    match purpose {
        Purpose::Change => {
            let jabatan = post.map(|post| post.line.assignment.jabatan.as_str());
            words::change_explains(language, jabatan.unwrap_or_default())
        }
        Purpose::Correct => words::correct_explains(language).to_owned(),
        Purpose::Beside => words::beside_explains(language).to_owned(),
        Purpose::First => words::first_explains(language).to_owned(),
    }
}
