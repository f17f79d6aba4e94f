//! The rows of one office.

mod appraiser;

use crate::Trouble;
use crate::database::Sql;
use crate::tables;
use appraiser::golongan_on;
use domain::assignment::Tenure;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, Exception, Kind, Period,
    Timestamp, Unit, UnitId,
};
use record::{Folded, decode};
use reports::bkn::{BknRow, BknUnit, Outcome};
use std::collections::HashMap;
use sync::message::OfficeId;

/// What an office sealed about a period.
pub(super) struct OfficeRows {
    period: Period,
    units: HashMap<UnitId, Unit>,
    employees: HashMap<EmployeeId, Employee>,
    assignments: HashMap<AssignmentId, Assignment>,
    exceptions: HashMap<EmployeeId, Vec<Exception>>,
    evaluations: HashMap<AssignmentId, Rated>,
}

/// A rating, and when it was sealed.
type Rated = (Evaluation, Timestamp);

impl OfficeRows {
    pub(super) async fn read(
        sql: &mut dyn Sql,
        office: OfficeId,
        period: Period,
    ) -> Result<Self, Trouble> {
        let mut rows = Self {
            period,
            units: HashMap::new(),
            employees: HashMap::new(),
            assignments: HashMap::new(),
            exceptions: HashMap::new(),
            evaluations: HashMap::new(),
        };
        for kind in [
            Kind::Unit,
            Kind::Employee,
            Kind::Assignment,
            Kind::Exception,
        ] {
            for folded in tables::document::of_kind(sql, office, kind).await? {
                rows.add(&folded);
            }
        }
        for (folded, sealed_at) in
            tables::document::evaluations_in(sql, office, &period.to_string()).await?
        {
            if let Some(Document::Evaluation(evaluation)) = document(&folded) {
                let rated = (*evaluation, sealed_at);
                rows.evaluations.insert(rated.0.assignment, rated);
            }
        }
        Ok(rows)
    }

    fn add(&mut self, folded: &Folded) {
        match document(folded) {
            Some(Document::Unit(it)) => {
                self.units.insert(it.id, it);
            }
            Some(Document::Employee(it)) => {
                self.employees.insert(it.id, it);
            }
            Some(Document::Assignment(it)) => {
                self.assignments.insert(it.id, it);
            }
            Some(Document::Exception(it)) => {
                self.exceptions.entry(it.employee).or_default().push(it);
            }
            _ => {}
        }
    }

    /// The government that the office is of.
    pub(super) fn instansi(&self) -> String {
        let first = self.units.values().min_by_key(|unit| unit.id);
        first.map(|unit| unit.instansi.clone()).unwrap_or_default()
    }

    /// The rows, by unit and name: everybody whose post touches the period, rated or not, but
    /// those who had left before it.
    pub(super) fn make(&self) -> Vec<BknRow> {
        let left_behind = self.left_behind();
        let mut rows: Vec<BknRow> = self
            .assignments
            .values()
            .filter_map(|assignment| self.row(assignment, &left_behind))
            .collect();
        rows.sort_by(|one, other| {
            let key = |row: &BknRow| (row.unit.name.to_lowercase(), row.name.to_lowercase());
            (key(one), one.nip.digits(), one.from).cmp(&(
                key(other),
                other.nip.digits(),
                other.from,
            ))
        });
        rows
    }

    /// Ratings under posts that do not reach into the period any more, because somebody changed the
    /// post afterwards: a rating belongs to the person, and a sealed one is never rewritten.
    fn left_behind(&self) -> HashMap<EmployeeId, &Rated> {
        let reaches = |it: &Evaluation| {
            let post = self.assignments.get(&it.assignment);
            post.is_some_and(|post| post.touches(self.period))
        };
        self.evaluations
            .values()
            .filter(|(evaluation, _)| !reaches(evaluation))
            .map(|rated| (rated.0.employee, rated))
            .collect()
    }

    fn row(
        &self,
        assignment: &Assignment,
        left_behind: &HashMap<EmployeeId, &Rated>,
    ) -> Option<BknRow> {
        let (from, to) = assignment.within(self.period)?;
        let employee = self.employees.get(&assignment.employee)?;
        let exceptions = self.exceptions.get(&employee.id);
        let exceptions = exceptions.map_or(&[][..], Vec::as_slice);
        if exceptions.iter().any(|it| it.left_before(self.period)) {
            return None;
        }
        let is_exempt = exceptions.iter().any(|it| it.exempts(self.period));
        // Who is exempt has no rating in the workbook, and no day of one, though somebody rated
        // before the exception was known.
        let follows = assignment.tenure == Tenure::Definitif;
        let left = left_behind.get(&employee.id).filter(|_| follows).copied();
        let rated = self.evaluations.get(&assignment.id).or(left);
        let rated = rated.filter(|_| !is_exempt);
        let outcome = if is_exempt {
            Outcome::Exempt
        } else {
            Outcome::of(rated.map(|(evaluation, _)| evaluation))
        };
        let has_rating = outcome.hasil_kerja().or(outcome.perilaku()).is_some();
        let unit = self.units.get(&assignment.unit);
        let zone = unit.map(|unit| unit.zone).unwrap_or_default();
        let rated_on = rated.filter(|_| has_rating).map(|(_, at)| zone.day(*at));
        Some(BknRow {
            pns_id: employee.pns_id.clone(),
            nip: employee.nip.clone(),
            name: employee.full_name(),
            kind: employee.kind,
            golongan: golongan_on(employee, Some(assignment), to),
            period: self.period,
            from,
            to,
            unit: self.place(assignment.unit),
            jabatan: assignment.jabatan.clone(),
            jabatan_kind: assignment.jabatan_kind,
            tenure: assignment.tenure,
            outcome,
            appraiser: self.appraiser(assignment).map(|it| self.describe(&it)),
            rated_on,
        })
    }

    /// The unit, and the one above; a unit without one is its own.
    fn place(&self, id: UnitId) -> BknUnit {
        let Some(unit) = self.units.get(&id) else {
            return BknUnit::default();
        };
        let above = unit.parent.and_then(|id| self.units.get(&id));
        BknUnit {
            siasn_id: unit.siasn_unor_id.clone(),
            name: unit.name.clone(),
            parent: above.unwrap_or(unit).name.clone(),
        }
    }
}

fn document(folded: &Folded) -> Option<Document> {
    let body = folded.body.as_ref()?;
    decode(folded.kind, body.schema, &body.bytes).ok()
}
