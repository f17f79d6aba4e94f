//! Practice data: an office with every situation that a newcomer should meet once.
//!
//! Synthetic and the same every time (a fixed seed, nothing drawn): the people, posts, notes and
//! exceptions stand in `assets/latihan/latihan.json`; beyond them names are combined. It goes into
//! a place of its own that is never enrolled or sent, and is marked "DATA LATIHAN" everywhere.

mod cast;
mod crowd;
mod ratings;

use crate::desk::setting;
use crate::{Desk, Operation, Trouble};
use api::error::ErrorCode;
use cast::{Cast, Member};
use chrono::{Duration, NaiveDate};
use domain::assignment::Tenure;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evidence, EvidenceId, Exception,
    ExceptionId, ExceptionKind, Note, NoteId, Period, PersonReference, Rhythm, Unit, UnitId, User,
    UserId, Zone,
};
use std::collections::HashMap;
use store::{Act, AddedFile};

/// What is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenery {
    /// How many employees.
    pub employees: u32,
    /// The period that waits to be rated; two earlier ones are finished.
    pub period: Period,
}

impl Scenery {
    /// The whole cast, in the month that the clock says.
    #[must_use]
    pub fn of_today(today: NaiveDate) -> Self {
        Self {
            employees: 38,
            period: Period::containing(today, Rhythm::Monthly),
        }
    }
}

/// How many were laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaidOut {
    /// Employees.
    pub employees: u32,
    /// Units.
    pub units: u32,
    /// Notes.
    pub notes: u32,
}

/// A person with the post that is rated.
struct Placed<'a> {
    member: &'a Member,
    employee: EmployeeId,
    posts: Vec<Assignment>,
}

/// Fills an empty place.
///
/// # Errors
/// [`ErrorCode::PlaceNotEmpty`] when anybody is there already.
pub fn fill(desk: &Desk<'_>, scenery: &Scenery) -> Result<LaidOut, Trouble> {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method's path has one lifetime, and a read lends any"
    )]
    let there = desk.read(|view| view.employee_count())?;
    if there > 0 {
        return Err(ErrorCode::PlaceNotEmpty.into());
    }
    let cast = Cast::embedded()?;
    let members = crowd::members(&cast, scenery.employees);
    let mut proof = cast::PROOF;
    let proof = desk.place.store.evidence_files().add(&mut proof)?;
    let recovery = crate::backup::new_recovery(desk)?;
    desk.transact(Operation::Practice, |act| {
        act.setting_put(setting::PRACTICE, "1")?;
        act.setting_put(setting::MADE_AT, &desk.now.0.to_string())?;
        recovery.keep(act)?;
        let units = put_units(desk, act, &cast, &members)?;
        let placed = put_people(desk, act, (&cast, &members), (&units, scenery.period))?;
        put_heads(desk, act, &units, &placed)?;
        put_exceptions(desk, act, &placed, scenery.period)?;
        let notes = put_notes(desk, act, &cast, &placed, (scenery.period, &proof))?;
        ratings::put(desk, act, &placed, scenery.period)?;
        Ok(LaidOut {
            employees: u32::try_from(placed.len()).unwrap_or(u32::MAX),
            units: u32::try_from(units.len()).unwrap_or(u32::MAX),
            notes,
        })
    })
}

fn put_units(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    cast: &Cast,
    members: &[Member],
) -> Result<HashMap<String, Unit>, Trouble> {
    let mut units = HashMap::new();
    for unit in cast
        .units
        .iter()
        .filter(|unit| members.iter().any(|it| it.unit == unit.key))
    {
        let document = Unit {
            id: UnitId(desk.new_id()?),
            name: unit.name.clone(),
            parent: None,
            siasn_unor_id: None,
            instansi: cast.instansi.clone(),
            zone: Zone::Wib,
            rhythm: Rhythm::Monthly,
            head: None,
        };
        act.put(Document::Unit(document.clone()))?;
        units.insert(unit.key.clone(), document);
    }
    Ok(units)
}

fn put_people<'a>(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    (cast, members): (&Cast, &'a [Member]),
    (units, period): (&HashMap<String, Unit>, Period),
) -> Result<Vec<Placed<'a>>, Trouble> {
    let mut placed = Vec::with_capacity(members.len());
    for member in members {
        let Some(unit) = units.get(&member.unit) else {
            continue;
        };
        let employee = Employee {
            id: EmployeeId(desk.new_id()?),
            name: member.name.clone(),
            title_before: member.title_before.clone(),
            title_after: member.title_after.clone(),
            kind: member.nip.kind(),
            sex: Some(member.nip.sex()),
            birth_date: Some(member.nip.birth_date()),
            nip: member.nip.clone(),
            golongan: Some(member.golongan),
            golongan_since: None,
            education: member.education.clone(),
            pns_id: None,
        };
        let mut posts = posts(desk, member, (employee.id, unit.id), (units, period))?;
        if member.head {
            let superior = PersonReference::Typed(cast.superior.clone());
            posts
                .iter_mut()
                .for_each(|post| post.appraiser = Some(superior.clone()));
        }
        let id = employee.id;
        act.put(Document::Employee(employee))?;
        for post in &posts {
            act.put(Document::Assignment(post.clone()))?;
        }
        placed.push(Placed {
            member,
            employee: id,
            posts,
        });
    }
    Ok(placed)
}

/// The posts of one person: usually one; a Plt beside it, or two around a transfer on the 15th.
fn posts(
    desk: &Desk<'_>,
    member: &Member,
    (employee, unit): (EmployeeId, UnitId),
    (units, period): (&HashMap<String, Unit>, Period),
) -> Result<Vec<Assignment>, Trouble> {
    let since = NaiveDate::from_ymd_opt(period.year() - 2, 1, 1).unwrap_or(NaiveDate::MIN);
    let first = Assignment {
        id: AssignmentId(desk.new_id()?),
        employee,
        unit,
        jabatan: member.jabatan.clone(),
        jabatan_kind: member.jabatan_kind,
        jenjang: member.jenjang,
        golongan: Some(member.golongan),
        appraiser: None,
        appraiser_superior: None,
        from: since,
        to: None,
        tenure: Tenure::Definitif,
    };
    let mut posts = vec![first];
    if let Some(acting) = &member.acting {
        posts.push(Assignment {
            id: AssignmentId(desk.new_id()?),
            jabatan: acting.clone(),
            jenjang: None,
            from: period.first_day(),
            tenure: Tenure::Plt,
            ..posts[0].clone()
        });
    }
    if member.transfer
        && let Some(other) = units.values().find(|it| it.id != unit)
    {
        let day = period.first_day() + Duration::days(14);
        posts[0].to = day.pred_opt();
        posts.push(Assignment {
            id: AssignmentId(desk.new_id()?),
            unit: other.id,
            from: day,
            to: None,
            ..posts[0].clone()
        });
    }
    Ok(posts)
}

/// The heads of the units, and the user: the head of the first one.
fn put_heads(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    units: &HashMap<String, Unit>,
    placed: &[Placed<'_>],
) -> Result<(), Trouble> {
    for person in placed.iter().filter(|it| it.member.head) {
        if let Some(unit) = units.get(&person.member.unit) {
            let head = Some(PersonReference::Employee(person.employee));
            act.put(Document::Unit(Unit {
                head,
                ..unit.clone()
            }))?;
        }
    }
    if let Some(person) = placed.first() {
        let user = User {
            id: UserId(desk.new_id()?),
            name: person.member.full_name(),
            nip: Some(person.member.nip.clone()),
        };
        act.setting_put(setting::USER, &user.id.to_string())?;
        act.put(Document::User(user))?;
    }
    Ok(())
}

fn put_exceptions(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    placed: &[Placed<'_>],
    period: Period,
) -> Result<(), Trouble> {
    for (number, person) in placed.iter().enumerate() {
        let Some(kind) = person.member.exception else {
            continue;
        };
        // A retirement in mid-month; a leave that began before and goes on.
        let (from, to) = match kind {
            ExceptionKind::Pensiun => (period.first_day() + Duration::days(15), None),
            _ => (
                period.previous().first_day(),
                Some(period.next().last_day()),
            ),
        };
        act.put(Document::Exception(Exception {
            id: ExceptionId(desk.new_id()?),
            employee: person.employee,
            kind,
            from,
            to,
            letter: format!("800/{:03}/LATIHAN/{}", number + 101, period.year()),
        }))?;
    }
    Ok(())
}

fn put_notes(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    cast: &Cast,
    placed: &[Placed<'_>],
    (period, proof): (Period, &AddedFile),
) -> Result<u32, Trouble> {
    let mut count = 0;
    for line in &cast.notes {
        let Some(person) = placed.iter().find(|it| it.member.nip == line.nip) else {
            continue;
        };
        let date = period.first_day() + Duration::days(line.day - 1);
        let mut evidence = Vec::new();
        if line.evidence {
            let document = Evidence {
                id: EvidenceId(desk.new_id()?),
                employee: person.employee,
                date,
                content_hash: proof.content_hash,
                name: format!("rekap layanan {date}.pdf"),
                file_type: proof.file_type,
                size: proof.size,
                withdrawn: false,
            };
            evidence.push(document.id);
            act.put(Document::Evidence(document))?;
        }
        act.put(Document::Note(Note {
            id: NoteId(desk.new_id()?),
            employee: person.employee,
            date,
            source: line.source,
            text: line.text.clone(),
            tags: line.tags.clone(),
            evidence,
            withdrawn: false,
        }))?;
        count += 1;
    }
    Ok(count)
}
