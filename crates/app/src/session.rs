//! Who uses the program, on which units, in which language; the status bar.

use crate::desk::setting;
use crate::office::State;
use crate::place::{self, Place, PlaceKind};
use crate::{Desk, Office, Operation, Trouble, practice};
use api::error::ErrorCode;
use api::session::{
    AddUser, FirstRun, GetStatus, Session, SetPreferences, Stage, Status, SwitchUser, Theme,
    UnitLine, UserLine, UserRole,
};
use catalogue::Language;
use domain::deadline::period_at_work;
use domain::{Document, Nip, Period, PersonReference, Unit, UnitId, User, UserId, Zone};

pub(crate) fn get_session(office: &Office) -> Result<Session, Trouble> {
    match &*office.state() {
        State::Open(place) => session(&Desk::new(office, place)?),
        State::Empty => Ok(without_place(office, Stage::FirstRun)),
        State::Locked(code) => Ok(without_place(office, Stage::Locked(code.clone()))),
    }
}

pub(crate) fn first_run(office: &Office, request: &FirstRun) -> Result<Session, Trouble> {
    let user_name = filled(&request.user_name, "user_name")?;
    let nip = Nip::parse(&request.user_nip).map_err(ErrorCode::Nip)?;
    let unit_name = filled(&request.unit_name, "unit_name")?;
    let instansi = filled(&request.instansi, "instansi")?;
    let head = match request.role {
        UserRole::Head => Some(PersonReference::Typed(domain::TypedPerson {
            name: user_name.clone(),
            nip: Some(nip.clone()),
            jabatan: filled(&request.user_jabatan, "user_jabatan")?,
            golongan: None,
            unit: unit_name.clone(),
        })),
        UserRole::Operator => None,
    };

    let mut state = office.state_mut();
    let place = unused(office, &mut state)?;
    let desk = Desk::new(office, place)?;
    let user = User {
        id: UserId(desk.new_id()?),
        name: user_name,
        nip: Some(nip),
    };
    let unit = Unit {
        id: UnitId(desk.new_id()?),
        name: unit_name,
        parent: None,
        siasn_unor_id: None,
        instansi,
        zone: request.zone,
        rhythm: request.rhythm,
        head,
    };
    let recovery = crate::backup::new_recovery(&desk)?;
    desk.transact(Operation::FirstRun, |act| {
        act.setting_put(setting::LANGUAGE, request.language.tag())?;
        act.setting_put(setting::USER, &user.id.to_string())?;
        act.setting_put(setting::MADE_AT, &desk.now.0.to_string())?;
        recovery.keep(act)?;
        act.put(Document::User(user.clone()))?;
        act.put(Document::Unit(unit.clone()))?;
        Ok(())
    })?;
    session(&Desk::new(office, place)?)
}

/// See [`Office::settle`].
pub(crate) fn settle(office: &Office, user_name: &str) -> Result<(), Trouble> {
    let mut state = office.state_mut();
    if let State::Open(place) = &*state
        && Desk::new(office, place)?.user.is_some()
    {
        return Ok(());
    }
    let place = unused(office, &mut state)?;
    let desk = Desk::new(office, place)?;
    let user = User {
        id: UserId(desk.new_id()?),
        name: user_name.to_owned(),
        nip: None,
    };
    let recovery = crate::backup::new_recovery(&desk)?;
    desk.transact(Operation::FirstRun, |act| {
        act.setting_put(setting::USER, &user.id.to_string())?;
        act.setting_put(setting::MADE_AT, &desk.now.0.to_string())?;
        recovery.keep(act)?;
        Ok(act.put(Document::User(user.clone()))?)
    })
}

/// A place that nobody uses yet: a new one, or one that was made but cut off before anybody was
/// named.
fn unused<'a>(office: &Office, state: &'a mut State) -> Result<&'a Place, Trouble> {
    if let State::Empty = state {
        *state = State::Open(place::create(office.host(), PlaceKind::Office)?);
    }
    match state {
        State::Open(place) if Desk::new(office, place)?.user.is_none() => Ok(place),
        State::Locked(code) => Err(code.clone().into()),
        State::Open(_) | State::Empty => Err(ErrorCode::PlaceNotEmpty.into()),
    }
}

/// See [`Office::lay_out_practice`].
pub(crate) fn lay_out_practice(
    office: &Office,
    user_name: &str,
    scenery: &practice::Scenery,
) -> Result<practice::LaidOut, Trouble> {
    let mut state = office.state_mut();
    let place = unused(office, &mut state)?;
    let laid_out = practice::fill(&Desk::new(office, place)?, scenery)?;
    // Whoever calls this sits at a terminal and is nobody of the cast.
    let desk = Desk::new(office, place)?;
    let user = User {
        id: UserId(desk.new_id()?),
        name: user_name.to_owned(),
        nip: None,
    };
    desk.transact(Operation::AddUser, |act| {
        act.setting_put(setting::USER, &user.id.to_string())?;
        Ok(act.put(Document::User(user.clone()))?)
    })?;
    Ok(laid_out)
}

pub(crate) fn enter_practice(office: &Office) -> Result<Session, Trouble> {
    let mut state = office.state_mut();
    let opened = match place::open(office.host(), PlaceKind::Practice)? {
        Some(place) => place,
        None => place::create(office.host(), PlaceKind::Practice)?,
    };
    let desk = Desk::new(office, &opened)?;
    if desk.user.is_none() {
        practice::fill(&desk, &practice::Scenery::of_today(desk.today()))?;
    }
    let answer = session(&Desk::new(office, &opened)?)?;
    *state = State::Open(opened);
    Ok(answer)
}

pub(crate) fn leave_practice(office: &Office) -> Result<Session, Trouble> {
    {
        let mut state = office.state_mut();
        *state = State::Empty;
        *state = State::open(office.host(), PlaceKind::Office);
    }
    get_session(office)
}

pub(crate) fn add_user(desk: &Desk<'_>, request: &AddUser) -> Result<Session, Trouble> {
    let name = filled(&request.name, "name")?;
    let nip = Nip::parse(&request.nip).map_err(ErrorCode::Nip)?;
    if let Some(user) = desk.read(|view| view.user_by_nip(&nip))? {
        return Err(ErrorCode::NipTaken(user.name).into());
    }
    let user = User {
        id: UserId(desk.new_id()?),
        name,
        nip: Some(nip),
    };
    desk.transact(Operation::AddUser, |act| {
        act.setting_put(setting::USER, &user.id.to_string())?;
        Ok(act.put(Document::User(user.clone()))?)
    })?;
    desk.mark_stale(&api::Tag::ALL);
    again(desk)
}

pub(crate) fn switch_user(desk: &Desk<'_>, request: &SwitchUser) -> Result<Session, Trouble> {
    if desk.read(|view| view.user(request.user))?.is_none() {
        return Err(ErrorCode::NotFound.into());
    }
    desk.transact(Operation::Preferences, |act| {
        Ok(act.setting_put(setting::USER, &request.user.to_string())?)
    })?;
    desk.mark_stale(&api::Tag::ALL);
    again(desk)
}

pub(crate) fn set_preferences(
    desk: &Desk<'_>,
    request: &SetPreferences,
) -> Result<Session, Trouble> {
    desk.transact(Operation::Preferences, |act| {
        act.setting_put(setting::LANGUAGE, request.language.tag())?;
        Ok(act.setting_put(setting::THEME, theme_code(request.theme))?)
    })?;
    desk.mark_stale(&api::Tag::ALL);
    again(desk)
}

pub(crate) fn get_status(desk: &Desk<'_>, request: &GetStatus) -> Result<Status, Trouble> {
    let due = |period| domain::deadline(&desk.rules.at(period).deadlines, period);
    let deadline = request.period.map(due);
    let sent = crate::sending::Sent::ask(desk)?;
    let undo = match &desk.user {
        Some(user) => desk.place.store.undo_state(user.id)?,
        None => store::UndoState::default(),
    };
    let (saved_at, zone) = desk.read(|view| -> Result<_, Trouble> {
        let saved_at = view.journal_tail(1)?.first().map(|entry| entry.at);
        let unit = match request.unit {
            Some(id) => view.unit(id)?,
            None => None,
        };
        Ok((saved_at, unit.map_or(desk.zone, |unit| unit.zone)))
    })?;
    Ok(Status {
        saved_at,
        zone,
        unsent: sent.unsent,
        sync: sent.condition,
        last_sent_at: sent.last_at,
        sync_version: sent.version,
        deadline,
        days_left: deadline.map(|day| (day - zone.day(desk.now)).num_days()),
        undo: undo.undo,
        redo: undo.redo,
        data_version: desk.place.store.data_version()?,
    })
}

/// The session as it is now. A desk keeps what it read, so another one is taken.
fn again(desk: &Desk<'_>) -> Result<Session, Trouble> {
    session(&Desk::new(desk.office, desk.place)?)
}

fn session(desk: &Desk<'_>) -> Result<Session, Trouble> {
    let practice = desk.is_practice()?;
    let today = desk.today();
    desk.read(|view| -> Result<_, Trouble> {
        let mut units = Vec::new();
        for unit in view.units()? {
            let employees = view
                .assignments_in(
                    unit.id,
                    Period::containing(unit.zone.day(desk.now), unit.rhythm),
                )?
                .len();
            units.push(UnitLine {
                id: unit.id,
                current_period: current_period(&unit, desk),
                periods: periods(&unit, desk, view.evaluated_periods(unit.id)?),
                name: unit.name,
                instansi: unit.instansi,
                zone: unit.zone,
                rhythm: unit.rhythm,
                employees: u32::try_from(employees).unwrap_or(u32::MAX),
            });
        }
        units.sort_by_key(|unit| unit.name.to_lowercase());
        Ok(Session {
            stage: if desk.user.is_some() {
                Stage::Ready
            } else {
                Stage::FirstRun
            },
            user: desk.user.as_ref().map(user_line),
            users: view.users()?.iter().map(user_line).collect(),
            units,
            language: desk.language,
            theme: theme(view.setting(setting::THEME)?.as_deref()),
            practice,
            today,
            now: desk.now,
            recovery_confirmed: view.setting(setting::RECOVERY_CONFIRMED)?.is_some(),
            employees: view.employee_count()?,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            rules_version: desk.rules.on(today).version,
        })
    })
}

fn without_place(office: &Office, stage: Stage) -> Session {
    let now = office.host().now();
    Session {
        stage,
        user: None,
        users: Vec::new(),
        units: Vec::new(),
        language: Language::default(),
        theme: Theme::default(),
        practice: false,
        today: Zone::default().day(now),
        now,
        recovery_confirmed: false,
        employees: 0,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        rules_version: domain::rules::VERSION,
    }
}

fn current_period(unit: &Unit, desk: &Desk<'_>) -> Period {
    period_at_work(unit.zone.day(desk.now), unit.rhythm)
}

/// The coming period, this one, those of two years back, and every other in which somebody was
/// rated (the unit may have had another rhythm), newest first.
fn periods(unit: &Unit, desk: &Desk<'_>, evaluated: Vec<Period>) -> Vec<Period> {
    let count = match unit.rhythm {
        domain::Rhythm::Monthly => 26,
        domain::Rhythm::Quarterly => 10,
    };
    let newest = Period::containing(unit.zone.day(desk.now), unit.rhythm).next();
    let usual = std::iter::successors(Some(newest), |period| Some(period.previous()));
    let mut periods: Vec<Period> = usual.take(count).chain(evaluated).collect();
    periods.sort_by_key(|period| std::cmp::Reverse((period.last_day(), period.first_day())));
    periods.dedup();
    periods
}

fn user_line(user: &User) -> UserLine {
    UserLine {
        id: user.id,
        name: user.name.clone(),
        nip: user.nip.clone(),
    }
}

const fn theme_code(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme(code: Option<&str>) -> Theme {
    match code {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

fn filled(text: &str, field: &str) -> Result<String, ErrorCode> {
    let text = text.trim();
    if text.is_empty() {
        Err(ErrorCode::Field(field.to_owned()))
    } else {
        Ok(text.to_owned())
    }
}
