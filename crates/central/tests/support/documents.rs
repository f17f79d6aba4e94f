//! An office's documents.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::employee::EmployeeKind;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, EvaluationId,
    JabatanKind, Nip, Period, Rating, Rhythm, Unit, UnitId, Zone,
};
use uuid::Uuid;

/// An id that is the same each time.
pub fn id(kind: u8, number: u32) -> Uuid {
    let mut bytes = [kind; 16];
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    Uuid::from_bytes(bytes)
}

pub fn unit(number: u32) -> Document {
    Document::Unit(Unit {
        id: UnitId(id(1, number)),
        name: format!("Bidang {number}"),
        parent: None,
        siasn_unor_id: None,
        instansi: "Pemerintah Kabupaten Simeulue".to_owned(),
        zone: Zone::Wib,
        rhythm: Rhythm::Monthly,
        head: None,
    })
}

pub fn employee(number: u32) -> Document {
    Document::Employee(Employee {
        id: EmployeeId(id(2, number)),
        name: format!("Pegawai {number}"),
        title_before: String::new(),
        title_after: "S.Kom.".to_owned(),
        nip: Nip::parse(&format!("198001012005011{:03}", number % 999 + 1)).unwrap(),
        kind: EmployeeKind::Pns,
        sex: None,
        birth_date: None,
        golongan: None,
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    })
}

pub fn assignment(number: u32, unit: u32) -> Assignment {
    Assignment {
        id: AssignmentId(id(3, number)),
        employee: EmployeeId(id(2, number)),
        unit: UnitId(id(1, unit)),
        jabatan: "Analis".to_owned(),
        jabatan_kind: JabatanKind::Fungsional,
        jenjang: None,
        golongan: None,
        appraiser: None,
        appraiser_superior: None,
        from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        to: None,
        tenure: Tenure::Definitif,
    }
}

pub fn october() -> Period {
    Period::month(2026, 10).unwrap()
}

/// The rating of somebody in October.
pub fn evaluation(number: u32, reason: &str) -> Document {
    let mut it = Evaluation::empty(
        EvaluationId(id(4, number)),
        &assignment(number, 1),
        october(),
    );
    it.hasil_kerja.rating = Some(Rating::Sesuai);
    it.perilaku.rating = Some(Rating::DiAtas);
    it.reason = reason.to_owned();
    Document::Evaluation(Box::new(it))
}

/// A unit and its people.
pub fn master_data(people: u32) -> Vec<Document> {
    let mut documents = vec![unit(1)];
    for number in 1..=people {
        documents.push(employee(number));
        documents.push(Document::Assignment(assignment(number, 1)));
    }
    documents
}
