//! A small regency: three offices, with people who are rated, half rated, away and gone.

use crate::support::bed::{Bed, SECOND};
use crate::support::documents::{assignment, employee, evaluation, id, unit};
use crate::support::pc::Pc;
use chrono::NaiveDate;
use domain::{
    Document, EmployeeId, Exception, ExceptionId, ExceptionKind, PersonReference, Rating, UnitId,
};
use std::ops::RangeInclusive;

/// Names as they are written in life.
pub const OFFICES: [&str; 3] = [
    "Dinas Pendidikan",
    "DINAS KÉSEHATAN",
    "Kecamatan 100% Maju_Jaya",
];
/// People of each office.
pub const PEOPLE: u32 = 12;

/// Fills a centre; answers a PC of each office.
pub async fn filled(bed: &Bed) -> Vec<Pc> {
    let mut pcs = Vec::new();
    for (number, name) in (1_u8..).zip(OFFICES) {
        let mut pc = bed.enrolled(number, name).await;
        let numbers = people_of(u32::from(number) - 1);
        for document in documents(numbers, PEOPLE / u32::from(number)) {
            pc.seal(&document);
        }
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
        pcs.push(pc);
        bed.pass(SECOND);
    }
    pcs
}

/// The numbers of an office's people; offices are counted from nought.
pub fn people_of(office: u32) -> RangeInclusive<u32> {
    office * 100 + 1..=office * 100 + PEOPLE
}

fn documents(numbers: RangeInclusive<u32>, ratings: u32) -> Vec<Document> {
    let last = *numbers.end();
    let mut documents = vec![unit(1), headed(2, *numbers.start())];
    for number in numbers.clone() {
        documents.push(named(number));
        documents.push(Document::Assignment(assignment(number, 1 + number % 2)));
    }
    documents.extend([
        left(last, ExceptionKind::CutiBesar),
        left(last - 1, ExceptionKind::Pensiun),
    ]);
    documents.extend(numbers.take(ratings as usize).map(rated));
    documents
}

/// A unit whose head is one of its people.
fn headed(number: u32, head: u32) -> Document {
    match unit(number) {
        Document::Unit(mut unit) => {
            unit.head = Some(PersonReference::Employee(EmployeeId(id(2, head))));
            unit.parent = Some(UnitId(id(1, 1)));
            Document::Unit(unit)
        }
        other => other,
    }
}

fn named(number: u32) -> Document {
    match employee(number) {
        Document::Employee(mut person) => {
            person.name = match number % 100 {
                3 => "ANDRÉ Nur'aini".to_owned(),
                4 => "suharto".to_owned(),
                _ => person.name,
            };
            Document::Employee(person)
        }
        other => other,
    }
}

fn rated(number: u32) -> Document {
    match evaluation(number, "") {
        Document::Evaluation(mut it) => {
            let ratings = [
                None,
                Some(Rating::DiBawah),
                Some(Rating::Sesuai),
                Some(Rating::DiAtas),
            ];
            it.hasil_kerja.rating = ratings[number as usize % 4];
            it.perilaku.rating = ratings[number as usize / 2 % 4];
            Document::Evaluation(it)
        }
        other => other,
    }
}

/// Away, or retired, since May.
fn left(number: u32, kind: ExceptionKind) -> Document {
    Document::Exception(Exception {
        id: ExceptionId(id(5, number)),
        employee: EmployeeId(id(2, number)),
        kind,
        from: NaiveDate::from_ymd_opt(2026, 5, 1).unwrap(),
        to: None,
        letter: String::new(),
    })
}
