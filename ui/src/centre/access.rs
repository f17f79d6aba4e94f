//! Who is signed in, what was chosen for the whole page, and how it looks.

use crate::browser;
use crate::effect::effect;
use crate::query::Query;
use api::central::session::{StaffPerson, StaffSession};
use api::central::{Need, Role};
use api::session::Theme;
use catalogue::Language;
use chrono::{NaiveDate, NaiveDateTime};
use domain::{Period, Timestamp, Zone};
use leptos::prelude::*;

/// Who is signed in, and the period on the screen. A copyable handle, from [`use_access`].
#[derive(Clone, Copy, Debug)]
pub struct Access {
    session: Query<StaffSession>,
    /// Whoever works here, also while the session is over.
    account: StoredValue<String>,
    left: RwSignal<bool>,
    role: Role,
    zone: Zone,
    today: NaiveDate,
    period: RwSignal<Period>,
}

impl Access {
    /// Offers it to every component below. `left` says that somebody signed out on purpose.
    pub fn provide(first: &StaffSession, session: Query<StaffSession>, left: RwSignal<bool>) {
        let remembered = browser::remembered("centre.period");
        let period = remembered
            .and_then(|text| text.parse().ok())
            .unwrap_or(first.due);
        let account = first.person.as_ref().map(|it| it.account.clone());
        provide_context(Self {
            session,
            account: StoredValue::new(account.unwrap_or_default()),
            left,
            role: first.person.as_ref().map_or(Role::Analis, |it| it.role),
            zone: first.zone,
            today: first.today,
            period: RwSignal::new(period),
        });
    }

    /// Whoever is signed in.
    #[must_use]
    pub fn person(self) -> Option<StaffPerson> {
        self.session
            .with(|session| session.and_then(|session| session.person.clone()))
    }

    /// The program's version.
    #[must_use]
    pub fn version(self) -> String {
        self.session
            .with(|session| session.map(|it| it.version.clone()))
            .unwrap_or_default()
    }

    /// What whoever works here types to sign in.
    #[must_use]
    pub fn account(self) -> String {
        self.account.get_value()
    }

    /// Whether the session is over while the work on the screen is not. Listens.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.session
            .with(|session| session.is_some_and(|session| session.person.is_none()))
    }

    /// Somebody signed out: the work on the screen goes too.
    pub fn leave(self, session: StaffSession) {
        self.left.set(true);
        self.session.try_set(session);
    }

    /// Whether the person's role suffices.
    #[must_use]
    pub const fn may(self, need: Need) -> bool {
        self.role.suffices(need)
    }

    /// Today at the centre.
    #[must_use]
    pub const fn today(self) -> NaiveDate {
        self.today
    }

    /// The centre's wall clock at an instant.
    #[must_use]
    pub fn local(self, at: Timestamp) -> NaiveDateTime {
        self.zone.local(at)
    }

    /// The period on the screen.
    #[must_use]
    pub fn period(self) -> Period {
        self.period.get()
    }

    /// Chooses a period.
    pub fn choose_period(self, period: Period) {
        browser::remember("centre.period", &period.to_string());
        self.period.set(period);
    }
}

/// Who is signed in.
#[must_use]
pub fn use_access() -> Access {
    expect_context()
}

/// Language and theme: kept in this browser, as nobody is signed in at first.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    /// The language.
    pub language: RwSignal<Language>,
    /// Light, dark, or as the system.
    pub theme: RwSignal<Theme>,
}

impl Preferences {
    /// As they were chosen last; offered to every component below.
    #[must_use]
    pub fn provide() -> Self {
        let language = browser::remembered("language");
        let language = Language::ALL
            .into_iter()
            .find(|it| language.as_deref() == Some(it.tag()));
        let theme = match browser::remembered("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let preferences = Self {
            language: RwSignal::new(language.unwrap_or_default()),
            theme: RwSignal::new(theme),
        };
        provide_context(preferences);
        preferences
    }

    /// Shows and remembers what is chosen from now on.
    pub fn follow(self) {
        effect(move || {
            let language = self.language.get();
            browser::set_root("lang", language.tag());
            browser::remember("language", language.tag());
        });
        effect(move || {
            let theme = match self.theme.get() {
                Theme::System => {
                    browser::forget("theme");
                    browser::clear_root("data-theme");
                    return;
                }
                Theme::Light => "light",
                Theme::Dark => "dark",
            };
            browser::remember("theme", theme);
            browser::set_root("data-theme", theme);
        });
    }
}

/// Language and theme.
#[must_use]
pub fn use_preferences() -> Preferences {
    expect_context()
}
