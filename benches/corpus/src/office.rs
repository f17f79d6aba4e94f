//! The documents that an office would have for a line.

use crate::line::{HasilKerja, Line};
use domain::assignment::Tenure;
use domain::evaluation::{Aspek, Cell, EvaluationState, ResultItem};
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, EvaluationId, Golongan,
    JabatanKind, Nip, Period, PersonReference, Rating, Rhythm, TypedPerson, Unit, UnitId, Zone,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What an office has before it rates.
#[derive(Clone, Debug)]
pub struct Office {
    /// Units, then employees, then assignments, as an import writes them.
    pub master: Vec<Document>,
    /// The post of each line.
    pub posts: Vec<Assignment>,
}

impl Office {
    /// The office in which these lines were written.
    ///
    /// # Errors
    /// [`CorpusError::Field`].
    pub fn of(lines: &[Line], new_id: &mut dyn FnMut() -> Uuid) -> Result<Self, CorpusError> {
        let (mut units, mut master) = (BTreeMap::new(), Vec::new());
        for line in lines {
            let name = (&line.pegawai.unit_id, &line.pegawai.unit);
            units.entry(name).or_insert_with(|| {
                let unit = line.unit(UnitId(new_id()));
                let id = unit.id;
                master.push(Document::Unit(unit));
                id
            });
        }
        let mut people = Vec::with_capacity(lines.len());
        for line in lines {
            let employee = line.employee(EmployeeId(new_id()))?;
            people.push(employee.id);
            master.push(Document::Employee(employee));
        }
        let mut posts = Vec::with_capacity(lines.len());
        for (line, person) in lines.iter().zip(people) {
            let unit = units[&(&line.pegawai.unit_id, &line.pegawai.unit)];
            posts.push(line.assignment(AssignmentId(new_id()), (person, unit))?);
        }
        master.extend(posts.iter().cloned().map(Document::Assignment));
        Ok(Self { master, posts })
    }
}

/// What is wrong with a line.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// It is no evaluation.
    #[error("a line of the corpus is no evaluation")]
    Form(#[from] serde_json::Error),
    /// A field holds something that an office could not have typed.
    #[error("{field} is none: {value}")]
    Field {
        /// Which field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
}

impl Line {
    /// The unit of the person who is rated.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Unit {
        Unit {
            id,
            name: self.pegawai.unit.clone(),
            parent: None,
            siasn_unor_id: Some(self.pegawai.unit_id.clone()),
            instansi: String::new(),
            zone: Zone::Wib,
            rhythm: Rhythm::Quarterly,
            head: None,
        }
    }

    /// The person who is rated.
    ///
    /// # Errors
    /// [`CorpusError::Field`].
    pub fn employee(&self, id: EmployeeId) -> Result<Employee, CorpusError> {
        let nip = nip(&self.pegawai.nip)?;
        Ok(Employee {
            id,
            name: self.pegawai.nama.clone(),
            title_before: String::new(),
            title_after: String::new(),
            kind: nip.kind(),
            nip,
            sex: None,
            birth_date: None,
            golongan: Some(self.golongan()?),
            golongan_since: None,
            education: String::new(),
            pns_id: None,
        })
    }

    /// That person's post.
    ///
    /// # Errors
    /// [`CorpusError::Field`].
    pub fn assignment(
        &self,
        id: AssignmentId,
        (employee, unit): (EmployeeId, UnitId),
    ) -> Result<Assignment, CorpusError> {
        let appraiser = TypedPerson {
            name: self.penilai.nama.clone(),
            nip: Some(nip(&self.penilai.nip)?),
            ..TypedPerson::default()
        };
        Ok(Assignment {
            id,
            employee,
            unit,
            jabatan: self.pegawai.jabatan.clone(),
            jabatan_kind: JabatanKind::Pelaksana,
            jenjang: None,
            golongan: Some(self.golongan()?),
            appraiser: Some(PersonReference::Typed(appraiser)),
            appraiser_superior: None,
            from: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default(),
            to: None,
            tenure: Tenure::Definitif,
        })
    }

    /// The evaluation, ready to be sent.
    ///
    /// # Errors
    /// [`CorpusError::Field`].
    pub fn evaluation(&self, post: &Assignment) -> Result<Evaluation, CorpusError> {
        let id = self.id.parse().map_err(|_| wrong("id", &self.id))?;
        let mut evaluation = Evaluation::empty(EvaluationId(id), post, period(&self.periode)?);
        evaluation.items = self
            .hasil_kerja
            .iter()
            .map(item)
            .collect::<Result<_, CorpusError>>()?;
        evaluation.hasil_kerja = cell(&self.rating_hasil)?;
        evaluation.perilaku = cell(&self.rating_perilaku)?;
        for (detail, perilaku) in evaluation.behaviours.iter_mut().zip(&self.perilaku) {
            detail.cell = cell(&perilaku.nilai)?;
            detail.feedback.clone_from(&perilaku.umpan_balik);
        }
        evaluation.reason.clone_from(&self.catatan);
        evaluation.state = match self.status.as_str() {
            "submitted" => EvaluationState::Ready,
            other => return Err(wrong("status", other)),
        };
        Ok(evaluation)
    }

    fn golongan(&self) -> Result<Golongan, CorpusError> {
        let text = &self.pegawai.gol;
        text.parse().map_err(|_| wrong("gol", text))
    }
}

fn nip(text: &str) -> Result<Nip, CorpusError> {
    Nip::parse(text).map_err(|_| wrong("nip", text))
}

fn item(hasil: &HasilKerja) -> Result<ResultItem, CorpusError> {
    Ok(ResultItem {
        plan: hasil.rhk.clone(),
        aspek: Some(match hasil.asp.as_str() {
            "Kuantitas" => Aspek::Kuantitas,
            "Kualitas" => Aspek::Kualitas,
            "Waktu" => Aspek::Waktu,
            "Biaya" => Aspek::Biaya,
            other => return Err(wrong("asp", other)),
        }),
        indicator: hasil.ind.clone(),
        unit: hasil.sat.clone(),
        target: hasil.target.to_string(),
        realisation: hasil.realisasi.to_string(),
        rating: cell(&hasil.nilai)?.rating,
        feedback: hasil.umpan_balik.clone(),
    })
}

fn cell(words: &str) -> Result<Cell, CorpusError> {
    let rating = match words {
        "Di bawah ekspektasi" => Rating::DiBawah,
        "Sesuai ekspektasi" => Rating::Sesuai,
        "Di atas ekspektasi" => Rating::DiAtas,
        other => return Err(wrong("nilai", other)),
    };
    Ok(Cell {
        rating: Some(rating),
        bulk: false,
    })
}

/// `2026-TW3`
fn period(text: &str) -> Result<Period, CorpusError> {
    let quarter = text.split_once("-TW").and_then(|(year, quarter)| {
        let (year, quarter) = (year.parse().ok()?, quarter.parse().ok()?);
        Period::quarter(year, quarter)
    });
    quarter.ok_or_else(|| wrong("periode", text))
}

fn wrong(field: &'static str, value: &str) -> CorpusError {
    CorpusError::Field {
        field,
        value: value.to_owned(),
    }
}
