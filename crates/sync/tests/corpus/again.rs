//! The corpus out of what arrived: proof that nothing was left behind.

use corpus::{HasilKerja, Line, Pegawai, Penilai, Perilaku};
use domain::evaluation::{Aspek, EvaluationState, ResultItem};
use domain::{
    Assignment, AssignmentId, Behaviour, Employee, EmployeeId, Evaluation, Kind, Period,
    PersonReference, Rating, Unit, UnitId,
};
use record::{Record, decode};
use std::collections::BTreeMap;

/// What the centre has of an office.
#[derive(Default)]
pub struct Office {
    units: BTreeMap<UnitId, Unit>,
    employees: BTreeMap<EmployeeId, Employee>,
    assignments: BTreeMap<AssignmentId, Assignment>,
}

impl Office {
    pub fn of<'r>(records: impl Iterator<Item = &'r Record>) -> Self {
        let mut office = Self::default();
        for record in records {
            match read(record) {
                domain::Document::Unit(unit) => {
                    office.units.insert(unit.id, unit);
                }
                domain::Document::Employee(employee) => {
                    office.employees.insert(employee.id, employee);
                }
                domain::Document::Assignment(post) => {
                    office.assignments.insert(post.id, post);
                }
                _ => {}
            }
        }
        office
    }

    /// The line of the corpus that this record was.
    pub fn line(&self, record: &Record) -> Line {
        let evaluation = evaluation(read(record)).expect("an evaluation");
        let post = &self.assignments[&evaluation.assignment];
        let employee = &self.employees[&evaluation.employee];
        assert_eq!(post.employee, employee.id);
        let unit = &self.units[&post.unit];
        let predikat = evaluation.predikat().expect("both ratings");
        Line {
            kind: "evaluation".to_owned(),
            id: evaluation.id.to_string(),
            periode: period(evaluation.period),
            pegawai: Pegawai {
                nip: employee.nip.digits().to_owned(),
                nama: employee.name.clone(),
                jabatan: post.jabatan.clone(),
                unit_id: unit.siasn_unor_id.clone().expect("an UNOR"),
                unit: unit.name.clone(),
                gol: employee.golongan.expect("a golongan").to_string(),
            },
            penilai: penilai(post.appraiser.as_ref()),
            hasil_kerja: evaluation.items.iter().map(hasil_kerja).collect(),
            perilaku: perilaku(&evaluation),
            rating_hasil: words(evaluation.hasil_kerja.rating),
            rating_perilaku: words(evaluation.perilaku.rating),
            predikat: predikat.name().to_owned(),
            catatan: evaluation.reason,
            status: match evaluation.state {
                EvaluationState::Ready => "submitted".to_owned(),
                EvaluationState::Draft => "draft".to_owned(),
            },
            dibuat: record.header.hlc.time().0.unsigned_abs() / 1000,
        }
    }
}

fn read(record: &Record) -> domain::Document {
    let kind: Kind = record.header.kind.known().expect("a known kind");
    let body = record.body.as_deref().expect("a body");
    decode(kind, record.header.schema, body).expect("a document")
}

fn evaluation(document: domain::Document) -> Option<Evaluation> {
    match document {
        domain::Document::Evaluation(evaluation) => Some(*evaluation),
        _ => None,
    }
}

fn penilai(appraiser: Option<&PersonReference>) -> Penilai {
    let typed = appraiser.and_then(|it| match it {
        PersonReference::Typed(typed) => Some(typed),
        PersonReference::Employee(_) => None,
    });
    let typed = typed.expect("a typed appraiser");
    Penilai {
        nip: typed.nip.as_ref().expect("a NIP").digits().to_owned(),
        nama: typed.name.clone(),
    }
}

fn hasil_kerja(item: &ResultItem) -> HasilKerja {
    let asp = match item.aspek.expect("an aspek") {
        Aspek::Kuantitas => "Kuantitas",
        Aspek::Kualitas => "Kualitas",
        Aspek::Waktu => "Waktu",
        Aspek::Biaya => "Biaya",
    };
    HasilKerja {
        rhk: item.plan.clone(),
        asp: asp.to_owned(),
        ind: item.indicator.clone(),
        sat: item.unit.clone(),
        target: item.target.parse().expect("a number"),
        realisasi: item.realisation.parse().expect("a number"),
        nilai: words(item.rating),
        umpan_balik: item.feedback.clone(),
    }
}

fn perilaku(evaluation: &Evaluation) -> Vec<Perilaku> {
    let details = Behaviour::ALL.iter().zip(&evaluation.behaviours);
    details
        .map(|(behaviour, detail)| Perilaku {
            aspek: behaviour.name().to_owned(),
            nilai: words(detail.cell.rating),
            umpan_balik: detail.feedback.clone(),
        })
        .collect()
}

fn words(rating: Option<Rating>) -> String {
    match rating.expect("a rating") {
        Rating::DiBawah => "Di bawah ekspektasi",
        Rating::Sesuai => "Sesuai ekspektasi",
        Rating::DiAtas => "Di atas ekspektasi",
    }
    .to_owned()
}

fn period(period: Period) -> String {
    match period {
        Period::Quarter { year, quarter } => format!("{year}-TW{quarter}"),
        other => other.to_string(),
    }
}
