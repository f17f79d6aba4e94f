//! Name, NIP, unit: the only questions before work can begin.

use super::RecoveryOffer;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, NipField, RadioGroup, TextField, forget_when_changed, rhythm_choices,
    rhythm_key, rhythm_of, zone_choices, zone_of,
};
use crate::effect::effect;
use crate::language::use_language;
use crate::toast::use_toasts;
use api::session::{FirstRun, UserRole};
use api::{ErrorCode, Refusal};
use catalogue::{Language, page_first_run as words, page_frame, refusal as refusals};
use domain::{Nip, Rhythm, Zone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const DRAFT: &str = "first-run";

/// The answers so far. They live outside the form, so that another language keeps them.
#[derive(Clone, Copy)]
struct Answers {
    user_name: RwSignal<String>,
    user_nip: RwSignal<String>,
    user_jabatan: RwSignal<String>,
    unit_name: RwSignal<String>,
    instansi: RwSignal<String>,
    zone: RwSignal<Zone>,
    rhythm: RwSignal<Rhythm>,
    role: RwSignal<UserRole>,
}

/// What is wrong, beside each field.
#[derive(Clone, Copy)]
struct Complaints {
    user_name: RwSignal<Option<String>>,
    user_nip: RwSignal<Option<String>>,
    user_jabatan: RwSignal<Option<String>>,
    unit_name: RwSignal<Option<String>>,
    instansi: RwSignal<Option<String>>,
}

/// The form.
#[component]
pub fn OfficeForm() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let offer: RecoveryOffer = expect_context();
    let answers = Answers::remembered();
    let complaints = Complaints::none();
    complaints.follow(answers);
    let busy = RwSignal::new(false);
    effect(move || answers.remember());
    let start = move || {
        if busy.get_untracked() || !complaints.check(language, answers) {
            return;
        }
        busy.set(true);
        let command = answers.command(language);
        spawn_local(async move {
            match backend.call(command).await {
                Ok(_) => {
                    browser::forget(DRAFT);
                    offer.open();
                }
                Err(refusal) => {
                    busy.set(false);
                    if !complaints.take(language, &refusal) {
                        toasts.refused(language, &refusal);
                    }
                }
            }
        });
    };
    view! {
        <h1 id="title" tabindex="-1">{words::welcome(language)}</h1>
        <form
            class="first-run-form"
            on:submit=move |event| {
                event.prevent_default();
                start();
            }
        >
            <Who answers complaints />
            <Where answers complaints />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=start>
                    {words::start(language)}
                </Button>
                // Enter in a field starts too.
                <input type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" />
            </div>
        </form>
    }
}

#[component]
fn Who(answers: Answers, complaints: Complaints) -> impl IntoView {
    let language = use_language();
    view! {
        <section class="card">
            <header><h2>{words::who(language)}</h2></header>
            <div class="card-body stack">
                <div class="grid-2">
                    <TextField
                        label=page_frame::user_name(language)
                        value=answers.user_name
                        hint=words::user_name_hint(language)
                        error=complaints.user_name
                        id="user-name"
                    />
                    <NipField
                        value=answers.user_nip
                        error=complaints.user_nip
                        id="user-nip"
                    />
                </div>
                <div class="role-cards" role="radiogroup" aria-label=words::role(language)>
                    <Role
                        answers
                        role=UserRole::Head
                        title=words::role_head(language)
                        hint=words::role_head_hint(language)
                    />
                    <Role
                        answers
                        role=UserRole::Operator
                        title=words::role_operator(language)
                        hint=words::role_operator_hint(language)
                    />
                </div>
                {move || (answers.role.get() == UserRole::Head).then(|| view! {
                    <TextField
                        label=words::user_jabatan(language)
                        value=answers.user_jabatan
                        hint=words::user_jabatan_hint(language)
                        error=complaints.user_jabatan
                        id="user-jabatan"
                    />
                })}
            </div>
        </section>
    }
}

#[component]
fn Role(
    answers: Answers,
    role: UserRole,
    title: &'static str,
    hint: &'static str,
) -> impl IntoView {
    view! {
        <label class="role-card">
            <input
                type="radio"
                name="role"
                prop:checked=move || answers.role.get() == role
                on:change=move |_| answers.role.set(role)
            />
            <span>
                <b>{title}</b>
                <small>{hint}</small>
            </span>
        </label>
    }
}

#[component]
fn Where(answers: Answers, complaints: Complaints) -> impl IntoView {
    let language = use_language();
    let zones = zone_choices();
    let rhythms = rhythm_choices(language);
    view! {
        <section class="card">
            <header><h2>{words::where_title(language)}</h2></header>
            <div class="card-body stack">
                <div class="grid-2">
                    <TextField
                        label=words::unit_name(language)
                        value=answers.unit_name
                        hint=words::unit_name_hint(language)
                        error=complaints.unit_name
                        id="unit-name"
                    />
                    <TextField
                        label=words::instansi(language)
                        value=answers.instansi
                        hint=words::instansi_hint(language)
                        error=complaints.instansi
                        id="instansi"
                    />
                    <RadioGroup
                        label=words::zone(language)
                        value=Signal::derive(move || answers.zone.get().abbreviation().to_owned())
                        choices=zones
                        on_choose=move |zone: String| answers.zone.set(zone_of(&zone))
                    />
                    <RadioGroup
                        label=words::rhythm(language)
                        value=Signal::derive(move || rhythm_key(answers.rhythm.get()).to_owned())
                        choices=rhythms
                        on_choose=move |rhythm: String| answers.rhythm.set(rhythm_of(&rhythm))
                    />
                </div>
            </div>
        </section>
    }
}

impl Answers {
    fn remembered() -> Self {
        let kept = browser::remembered(DRAFT)
            .and_then(|text| serde_json::from_str::<[String; 8]>(&text).ok())
            .unwrap_or_default();
        let [
            user_name,
            user_nip,
            unit_name,
            instansi,
            zone,
            rhythm,
            role,
            user_jabatan,
        ] = kept;
        Self {
            user_name: RwSignal::new(user_name),
            user_nip: RwSignal::new(user_nip),
            user_jabatan: RwSignal::new(user_jabatan),
            unit_name: RwSignal::new(unit_name),
            instansi: RwSignal::new(instansi),
            zone: RwSignal::new(zone_of(&zone)),
            rhythm: RwSignal::new(rhythm_of(&rhythm)),
            role: RwSignal::new(if role == "operator" {
                UserRole::Operator
            } else {
                UserRole::Head
            }),
        }
    }

    /// Another language builds the form anew, and the window may close: nothing typed is lost.
    fn remember(self) {
        let role = match self.role.get() {
            UserRole::Head => "head",
            UserRole::Operator => "operator",
        };
        let kept = [
            self.user_name.get(),
            self.user_nip.get(),
            self.unit_name.get(),
            self.instansi.get(),
            self.zone.get().abbreviation().to_owned(),
            rhythm_key(self.rhythm.get()).to_owned(),
            role.to_owned(),
            self.user_jabatan.get(),
        ];
        if let Ok(text) = serde_json::to_string(&kept) {
            browser::remember(DRAFT, &text);
        }
    }

    fn command(self, language: Language) -> FirstRun {
        FirstRun {
            user_name: self.user_name.get_untracked().trim().to_owned(),
            user_nip: self.user_nip.get_untracked(),
            user_jabatan: self.user_jabatan.get_untracked().trim().to_owned(),
            unit_name: self.unit_name.get_untracked().trim().to_owned(),
            instansi: self.instansi.get_untracked().trim().to_owned(),
            zone: self.zone.get_untracked(),
            rhythm: self.rhythm.get_untracked(),
            role: self.role.get_untracked(),
            language,
        }
    }
}

impl Complaints {
    fn none() -> Self {
        Self {
            user_name: RwSignal::new(None),
            user_nip: RwSignal::new(None),
            user_jabatan: RwSignal::new(None),
            unit_name: RwSignal::new(None),
            instansi: RwSignal::new(None),
        }
    }

    /// What is wrong with a field is forgotten when the field changes.
    fn follow(self, answers: Answers) {
        let nip = Memo::new(move |_| answers.user_nip.with(|text| text.replace(' ', "")));
        forget_when_changed(self.user_name, move || answers.user_name.track());
        forget_when_changed(self.user_nip, move || nip.with(|_| ()));
        forget_when_changed(self.user_jabatan, move || answers.user_jabatan.track());
        forget_when_changed(self.unit_name, move || answers.unit_name.track());
        forget_when_changed(self.instansi, move || answers.instansi.track());
    }

    /// All problems at once; the focus goes to the first.
    fn check(self, language: Language, answers: Answers) -> bool {
        let empty = |value: RwSignal<String>| value.with_untracked(|text| text.trim().is_empty());
        let say = |is_wrong: bool, sentence: &str| is_wrong.then(|| sentence.to_owned());
        let nip = answers
            .user_nip
            .with_untracked(|text| Nip::parse(text).err());
        let nip = nip.map(|reasons| ErrorCode::Nip(reasons).sentence(language));
        let found = [
            (
                "user-name",
                self.user_name,
                say(
                    empty(answers.user_name),
                    page_frame::user_name_missing(language),
                ),
            ),
            ("user-nip", self.user_nip, nip),
            (
                "user-jabatan",
                self.user_jabatan,
                say(
                    answers.role.get_untracked() == UserRole::Head && empty(answers.user_jabatan),
                    words::user_jabatan_missing(language),
                ),
            ),
            (
                "unit-name",
                self.unit_name,
                say(empty(answers.unit_name), words::unit_name_missing(language)),
            ),
            (
                "instansi",
                self.instansi,
                say(empty(answers.instansi), words::instansi_missing(language)),
            ),
        ];
        let mut first = None;
        for (id, place, complaint) in found {
            if complaint.is_some() && first.is_none() {
                first = Some(id);
            }
            place.set(complaint);
        }
        if let Some(id) = first {
            browser::focus(id);
        }
        first.is_none()
    }

    /// Whether the refusal has a field of this form to stand beside.
    fn take(self, language: Language, refusal: &Refusal) -> bool {
        let (id, place, label) = match &refusal.code {
            ErrorCode::Nip(_) | ErrorCode::NipTaken(_) => {
                ("user-nip", self.user_nip, page_frame::nip(language))
            }
            ErrorCode::Field(field) => match field.as_str() {
                "user_name" => ("user-name", self.user_name, page_frame::user_name(language)),
                "user_nip" => ("user-nip", self.user_nip, page_frame::nip(language)),
                "user_jabatan" => (
                    "user-jabatan",
                    self.user_jabatan,
                    words::user_jabatan(language),
                ),
                "unit_name" => ("unit-name", self.unit_name, words::unit_name(language)),
                "instansi" => ("instansi", self.instansi, words::instansi(language)),
                _ => return false,
            },
            _ => return false,
        };
        let sentence = match refusal.code {
            ErrorCode::Field(_) => refusals::field(language, label),
            _ => refusal.code.sentence(language),
        };
        place.set(Some(sentence));
        browser::focus(id);
        true
    }
}
