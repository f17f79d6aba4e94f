//! An office in October 2026, and people in it.

use api::employees::{Post, PostChange, SaveAssignment, SaveEmployee, SaveException};
use api::notes::{AttachEvidence, SaveNote};
use api::sheet::{
    AppraiserChoice, CellEdit, CellValue, CellsSaved, GetSheet, Origin, SaveCells, SaveReason,
    Sheet, SheetRow,
};
use domain::assignment::Tenure;
use domain::note::NoteSource;
use domain::{
    AssignmentId, Column, EmployeeId, EvidenceId, ExceptionKind, Golongan, JabatanKind, Nip,
    NoteId, Period, PersonReference, Rating, TypedPerson, UnitId,
};
use testkit::{TestOffice, day, nip, period};

/// Somebody in a post.
#[derive(Clone, Debug)]
pub struct Person {
    pub employee: EmployeeId,
    pub assignment: AssignmentId,
    pub nip: Nip,
}

/// The period that everything here speaks of.
pub fn october() -> Period {
    period("2026-10")
}

/// Dinas Pendidikan on Wednesday 28 October 2026, 09.00 WIB.
pub fn office() -> TestOffice {
    let office = TestOffice::ready();
    office.host().set_now("2026-10-28T09:00:00+07:00");
    office
}

/// A post in a unit since 2 January 2026.
pub fn post(unit: UnitId) -> Post {
    Post {
        unit,
        jabatan: "Penata Layanan Operasional".to_owned(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: Golongan::pns(3, 2),
        tenure: Tenure::Definitif,
        appraiser: None,
        appraiser_superior: None,
        from: day("2026-01-02"),
        to: None,
    }
}

/// Adds somebody to the unit.
pub fn hire(office: &TestOffice, number: u32, name: &str) -> Person {
    hire_as(office, name, nip(number), post(office.unit().id))
}

/// Adds somebody with this NIP to this post.
pub fn hire_as(office: &TestOffice, name: &str, nip: Nip, post: Post) -> Person {
    let detail = office
        .ask(SaveEmployee {
            employee: None,
            name: name.to_owned(),
            title_before: String::new(),
            title_after: String::new(),
            nip: nip.digits().to_owned(),
            sex: None,
            birth_date: None,
            education: String::new(),
            post: Some(post),
        })
        .unwrap();
    let assignment = detail.assignments.first().unwrap().assignment.id;
    Person {
        employee: detail.employee.id,
        assignment,
        nip,
    }
}

/// Changes a post; the ids of all posts, newest first.
pub fn change_post(office: &TestOffice, person: &Person, change: PostChange) -> Vec<AssignmentId> {
    let detail = office
        .ask(SaveAssignment {
            employee: person.employee,
            change,
        })
        .unwrap();
    detail
        .assignments
        .iter()
        .map(|line| line.assignment.id)
        .collect()
}

/// Somebody is named as his or her own appraiser, by NIP, as a list may have it.
pub fn appraise_oneself(office: &TestOffice, person: &Person) {
    let mut own = post(office.unit().id);
    own.appraiser = Some(PersonReference::Typed(TypedPerson {
        name: "Yang bersangkutan".to_owned(),
        nip: Some(person.nip.clone()),
        ..TypedPerson::default()
    }));
    change_post(office, person, PostChange::Correct(person.assignment, own));
}

/// Excepts somebody from a day to a day.
pub fn except(office: &TestOffice, person: &Person, kind: ExceptionKind, days: (&str, &str)) {
    let to = if days.1.is_empty() {
        None
    } else {
        Some(day(days.1))
    };
    office
        .ask(SaveException {
            exception: None,
            employee: person.employee,
            kind,
            from: day(days.0),
            to,
            letter: "800/12/2026".to_owned(),
        })
        .unwrap();
}

/// Everybody's sheet of October.
pub fn sheet(office: &TestOffice) -> Sheet {
    sheet_of(office, october())
}

pub fn sheet_of(office: &TestOffice, period: Period) -> Sheet {
    let unit = office.unit().id;
    office
        .ask(GetSheet {
            unit,
            period,
            appraiser: AppraiserChoice::Everybody,
        })
        .unwrap()
}

/// Somebody's row in October.
pub fn row(office: &TestOffice, person: &Person) -> SheetRow {
    let rows = sheet(office).rows;
    rows.into_iter()
        .find(|row| row.assignment == person.assignment)
        .unwrap()
}

/// A rating that is typed over whatever is there.
pub fn rating(person: &Person, column: Column, rating: Rating) -> CellEdit {
    CellEdit {
        assignment: person.assignment,
        value: CellValue::Rating(column, Some(rating)),
        revision: None,
    }
}

/// Commits edits.
pub fn save(office: &TestOffice, edits: Vec<CellEdit>) -> CellsSaved {
    save_in(office, october(), edits)
}

pub fn save_in(office: &TestOffice, period: Period, edits: Vec<CellEdit>) -> CellsSaved {
    office
        .ask(SaveCells {
            period,
            origin: Origin::Typed,
            edits,
        })
        .unwrap()
}

/// Rates hasil kerja and perilaku.
pub fn rate(office: &TestOffice, person: &Person, ratings: (Rating, Rating)) {
    let edits = vec![
        rating(person, Column::HasilKerja, ratings.0),
        rating(person, Column::Perilaku, ratings.1),
    ];
    assert_eq!(save(office, edits).applied, 2);
}

pub fn give_reason(office: &TestOffice, person: &Person, reason: &str) {
    let assignment = person.assignment;
    let reason = reason.to_owned();
    office
        .ask(SaveReason {
            period: october(),
            assignment,
            reason,
        })
        .unwrap();
}

pub fn write_note(
    office: &TestOffice,
    person: &Person,
    date: &str,
    evidence: Vec<EvidenceId>,
) -> NoteId {
    office
        .ask(SaveNote {
            note: None,
            employee: person.employee,
            date: day(date),
            source: NoteSource::Observation,
            text: "Menyelesaikan laporan dua hari sebelum batas.".to_owned(),
            tags: Vec::new(),
            evidence,
        })
        .unwrap()
        .id
}

/// Keeps a small PDF about somebody, behind the rating of October when asked.
pub fn attach(office: &TestOffice, person: &Person, behind: Option<AssignmentId>) -> EvidenceId {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    pdf.extend(person.employee.as_bytes());
    pdf.extend(b"\n%%EOF\n");
    let upload = office.upload("laporan.pdf", &pdf);
    let rating = behind.map(|assignment| (assignment, october()));
    office
        .ask(AttachEvidence {
            upload,
            employee: person.employee,
            date: day("2026-10-05"),
            rating,
        })
        .unwrap()
        .id
}
