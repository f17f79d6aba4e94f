//! Where the person works: the session, the unit, the period and whose people.

use crate::browser;
use api::session::{Session, UnitLine};
use api::sheet::AppraiserChoice;
use chrono::{NaiveDate, NaiveDateTime};
use domain::{Period, Timestamp, UnitId, Zone};
use leptos::prelude::*;

const UNIT: &str = "unit";
const PERIOD: &str = "period";

/// What most commands ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The unit on the screen.
    pub unit: UnitId,
    /// The period on the screen.
    pub period: Period,
    /// Whose people.
    pub appraiser: AppraiserChoice,
}

/// The session and what was chosen in the top bar. A copyable handle, from [`use_office`].
#[derive(Clone, Copy, Debug)]
pub struct Office {
    session: RwSignal<Session>,
    unit: RwSignal<Option<UnitId>>,
    period: RwSignal<Option<Period>>,
    appraiser: RwSignal<AppraiserChoice>,
    place: Memo<Option<Place>>,
}

impl Office {
    /// Opens with what was chosen last on this PC, and offers it to every component below.
    pub fn provide(session: RwSignal<Session>) -> Self {
        let practice = session.with_untracked(|session| session.practice);
        let unit = RwSignal::new(
            browser::remembered(&key(UNIT, practice)).and_then(|text| text.parse().ok()),
        );
        let period = RwSignal::new(
            browser::remembered(&key(PERIOD, practice)).and_then(|text| text.parse().ok()),
        );
        let appraiser = RwSignal::new(AppraiserChoice::Me);
        let place = Memo::new(move |_| {
            session.with(|session| {
                let unit = chosen_unit(session, unit.get())?;
                Some(Place {
                    unit: unit.id,
                    period: chosen_period(unit, period.get()),
                    appraiser: appraiser.get(),
                })
            })
        });
        let office = Self {
            session,
            unit,
            period,
            appraiser,
            place,
        };
        provide_context(office);
        office
    }

    /// The session.
    #[must_use]
    pub fn session(self) -> Session {
        self.session.get()
    }

    /// Looks at the session without copying it.
    pub fn with_session<T>(self, look: impl FnOnce(&Session) -> T) -> T {
        self.session.with(look)
    }

    /// Puts a session in place that a write returned.
    pub fn set_session(self, session: Session) {
        self.session.set(session);
    }

    /// Unit, period and whose people; `None` while the database holds no unit.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        self.place.get()
    }

    /// As [`Self::place`], without listening.
    #[must_use]
    pub fn place_now(self) -> Option<Place> {
        self.place.get_untracked()
    }

    /// The unit on the screen.
    #[must_use]
    pub fn unit(self) -> Option<UnitLine> {
        self.session
            .with(|session| chosen_unit(session, self.unit.get()).cloned())
    }

    /// Today in the office's zone, as the program said last.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.session.with(|session| session.today)
    }

    /// As [`Self::today`], without listening.
    #[must_use]
    pub fn today_now(self) -> NaiveDate {
        self.session.with_untracked(|session| session.today)
    }

    /// The office's time zone.
    #[must_use]
    pub fn zone(self) -> Zone {
        self.unit().map(|unit| unit.zone).unwrap_or_default()
    }

    /// The office's wall clock at an instant.
    #[must_use]
    pub fn local(self, at: Timestamp) -> NaiveDateTime {
        self.zone().local(at)
    }

    /// Chooses a unit; its own period comes with it.
    pub fn choose_unit(self, unit: UnitId) {
        self.remember(UNIT, &unit.to_string());
        self.unit.set(Some(unit));
    }

    /// Chooses a period.
    pub fn choose_period(self, period: Period) {
        self.remember(PERIOD, &period.to_string());
        self.period.set(Some(period));
    }

    /// Chooses whose people the sheet shows.
    pub fn choose_appraiser(self, appraiser: AppraiserChoice) {
        self.appraiser.set(appraiser);
    }

    /// The name under which something of this place is remembered: the practice data and the
    /// office have different ones.
    #[must_use]
    pub fn key(self, name: &str) -> String {
        key(
            name,
            self.session.with_untracked(|session| session.practice),
        )
    }

    fn remember(self, name: &str, value: &str) {
        browser::remember(&self.key(name), value);
    }
}

/// The session, the unit and the period.
#[must_use]
pub fn use_office() -> Office {
    expect_context()
}

fn key(name: &str, practice: bool) -> String {
    let place = if practice { "practice" } else { "office" };
    format!("{place}.{name}")
}

/// The unit that was chosen, or the one with the most people.
fn chosen_unit(session: &Session, wanted: Option<UnitId>) -> Option<&UnitLine> {
    session
        .units
        .iter()
        .find(|unit| Some(unit.id) == wanted)
        .or_else(|| session.units.iter().max_by_key(|unit| unit.employees))
}

/// The period that was chosen, while the unit still offers it.
fn chosen_period(unit: &UnitLine, wanted: Option<Period>) -> Period {
    wanted
        .filter(|period| unit.periods.contains(period))
        .unwrap_or(unit.current_period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::session::{Stage, Theme};
    use domain::Rhythm;
    use rstest::rstest;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn unit(number: u8, employees: u32) -> UnitLine {
        UnitLine {
            id: UnitId::from_bytes([number; 16]),
            name: format!("Unit {number}"),
            instansi: String::new(),
            zone: Zone::Wita,
            rhythm: Rhythm::Monthly,
            current_period: period("2026-10"),
            periods: vec![period("2026-11"), period("2026-10"), period("2026-09")],
            employees,
        }
    }

    fn session(units: Vec<UnitLine>) -> Session {
        Session {
            stage: Stage::Ready,
            user: None,
            users: Vec::new(),
            units,
            language: catalogue::Language::Indonesian,
            theme: Theme::System,
            practice: false,
            today: NaiveDate::MIN,
            now: Timestamp(0),
            recovery_confirmed: true,
            employees: 0,
            version: String::new(),
            rules_version: 1,
        }
    }

    #[test]
    fn a_remembered_unit_that_is_gone_gives_way_to_the_largest() {
        let session = session(vec![unit(1, 3), unit(2, 25)]);
        let gone = UnitId::from_bytes([9; 16]);
        assert_eq!(chosen_unit(&session, Some(gone)).unwrap().name, "Unit 2");
        assert_eq!(
            chosen_unit(&session, Some(unit(1, 0).id)).unwrap().name,
            "Unit 1"
        );
    }

    #[test]
    fn without_units_there_is_no_place() {
        assert_eq!(chosen_unit(&session(Vec::new()), None), None);
    }

    #[rstest]
    #[case(None, "2026-10")]
    #[case(Some("2026-09"), "2026-09")]
    #[case(Some("2026-TW3"), "2026-10")]
    fn a_period_is_one_that_the_unit_offers(#[case] wanted: Option<&str>, #[case] chosen: &str) {
        assert_eq!(
            chosen_period(&unit(1, 1), wanted.map(period)),
            period(chosen)
        );
    }
}
