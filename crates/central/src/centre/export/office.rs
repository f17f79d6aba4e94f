//! The rows of one office.

use crate::Trouble;
use crate::database::Sql;
use crate::tables;
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, Exception, Golongan,
    Kind, Period, PersonReference, Timestamp, Unit, UnitId,
};
use record::{Folded, decode};
use reports::bkn::{BknAppraiser, BknRow, BknUnit, Outcome};
use std::collections::HashMap;
use sync::message::OfficeId;

/// What an office sealed about a period.
pub(super) struct OfficeRows {
    period: Period,
    units: HashMap<UnitId, Unit>,
    employees: HashMap<EmployeeId, Employee>,
    assignments: HashMap<AssignmentId, Assignment>,
    exceptions: HashMap<EmployeeId, Vec<Exception>>,
    evaluations: HashMap<AssignmentId, (Evaluation, Timestamp)>,
}

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

    /// The rows, by unit and name: who is rated, and who is exempt.
    pub(super) fn make(self) -> Result<Vec<BknRow>, Trouble> {
        let mut rows: Vec<BknRow> = self
            .assignments
            .values()
            .filter_map(|assignment| self.row(assignment))
            .collect();
        rows.sort_by(|one, other| {
            let key = |row: &BknRow| (row.unit.name.to_lowercase(), row.name.to_lowercase());
            (key(one), one.nip.digits(), one.from).cmp(&(
                key(other),
                other.nip.digits(),
                other.from,
            ))
        });
        Ok(rows)
    }

    fn row(&self, assignment: &Assignment) -> Option<BknRow> {
        let (from, to) = assignment.within(self.period)?;
        let employee = self.employees.get(&assignment.employee)?;
        let exceptions = self.exceptions.get(&employee.id);
        let exceptions = exceptions.map_or(&[][..], Vec::as_slice);
        if exceptions.iter().any(|it| it.left_before(self.period)) {
            return None;
        }
        let is_exempt = exceptions.iter().any(|it| it.exempts(self.period));
        let rated = self.evaluations.get(&assignment.id);
        if rated.is_none() && !is_exempt {
            return None;
        }
        let unit = self.units.get(&assignment.unit);
        let (outcome, rated_on) = match (is_exempt, rated) {
            (false, Some((evaluation, at))) => (
                Outcome::of(Some(evaluation)),
                Some(unit.map(|unit| unit.zone).unwrap_or_default().day(*at)),
            ),
            _ => (Outcome::Exempt, None),
        };
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

    /// The pejabat penilai: the one named, else the head of the unit or of one above it; nobody
    /// rates himself or herself.
    fn appraiser(&self, assignment: &Assignment) -> Option<PersonReference> {
        if let Some(named) = &assignment.appraiser {
            return Some(named.clone());
        }
        let mut unit = self.units.get(&assignment.unit);
        for _ in 0..self.units.len() {
            let here = unit?;
            let head = here.head.as_ref()?;
            if !self.is_employee(head, assignment.employee) {
                return Some(head.clone());
            }
            unit = here.parent.and_then(|id| self.units.get(&id));
        }
        None
    }

    fn is_employee(&self, reference: &PersonReference, employee: EmployeeId) -> bool {
        match reference {
            PersonReference::Employee(id) => *id == employee,
            PersonReference::Typed(typed) => {
                let known = self.employees.get(&employee);
                typed.nip.is_some() && known.map(|it| &it.nip) == typed.nip.as_ref()
            }
        }
    }

    fn describe(&self, reference: &PersonReference) -> BknAppraiser {
        let id = match reference {
            PersonReference::Typed(typed) => {
                return BknAppraiser {
                    pns_id: None,
                    nip: typed.nip.clone(),
                    name: typed.name.clone(),
                    unit: BknUnit {
                        name: typed.unit.clone(),
                        ..BknUnit::default()
                    },
                    jabatan: typed.jabatan.clone(),
                    golongan: typed.golongan,
                };
            }
            PersonReference::Employee(id) => *id,
        };
        let Some(employee) = self.employees.get(&id) else {
            return BknAppraiser::default();
        };
        let day = self.period.last_day();
        let post = self
            .assignments
            .values()
            .filter(|it| it.employee == id && it.from <= day && it.to.is_none_or(|to| to >= day))
            .max_by_key(|it| (it.tenure == Tenure::Definitif, it.from, it.id));
        BknAppraiser {
            pns_id: employee.pns_id.clone(),
            nip: Some(employee.nip.clone()),
            name: employee.full_name(),
            unit: post.map(|post| self.place(post.unit)).unwrap_or_default(),
            jabatan: post.map(|post| post.jabatan.clone()).unwrap_or_default(),
            golongan: golongan_on(employee, post, day),
        }
    }
}

/// The golongan on a day: that of the post, else the person's own, unless it was given later.
fn golongan_on(employee: &Employee, post: Option<&Assignment>, day: NaiveDate) -> Option<Golongan> {
    let given = employee.golongan_since.is_none_or(|since| since <= day);
    post.and_then(|post| post.golongan)
        .or(employee.golongan.filter(|_| given))
}

fn document(folded: &Folded) -> Option<Document> {
    let body = folded.body.as_ref()?;
    decode(folded.kind, body.schema, &body.bytes).ok()
}
