//! What the office has, held so that ten thousand rows find their people at once.

use crate::Trouble;
use chrono::NaiveDate;
use domain::rules::normalised;
use domain::{Employee, EmployeeId, Nip, Unit};
use std::collections::{HashMap, HashSet};
use store::View;

/// People and units before the import.
pub(super) struct Known {
    employees: HashMap<EmployeeId, Employee>,
    by_nip: HashMap<Nip, EmployeeId>,
    by_pns_id: HashMap<String, EmployeeId>,
    by_name: HashMap<String, Vec<EmployeeId>>,
    gone: HashSet<EmployeeId>,
    pub(super) units: Vec<Unit>,
}

impl Known {
    pub(super) fn read(view: &View<'_>, today: NaiveDate) -> Result<Self, Trouble> {
        let gone = view.exceptions_touching(today, today)?.into_iter();
        let mut known = Self {
            employees: HashMap::new(),
            by_nip: HashMap::new(),
            by_pns_id: HashMap::new(),
            by_name: HashMap::new(),
            gone: gone
                .filter(|it| it.kind.leaves())
                .map(|it| it.employee)
                .collect(),
            units: view.units()?,
        };
        view.for_each_employee(|employee| {
            known.add(employee);
            Ok(())
        })?;
        Ok(known)
    }

    fn add(&mut self, employee: Employee) {
        let id = employee.id;
        self.by_nip.insert(employee.nip.clone(), id);
        if let Some(pns_id) = &employee.pns_id {
            self.by_pns_id.insert(pns_id.clone(), id);
        }
        self.by_name
            .entry(normalised(&employee.name))
            .or_default()
            .push(id);
        self.employees.insert(id, employee);
    }

    pub(super) fn employee(&self, id: EmployeeId) -> Option<&Employee> {
        self.employees.get(&id)
    }

    pub(super) fn with_nip(&self, nip: &Nip) -> Option<EmployeeId> {
        self.by_nip.get(nip).copied()
    }

    pub(super) fn with_pns_id(&self, pns_id: &str) -> Option<EmployeeId> {
        self.by_pns_id.get(pns_id).copied()
    }

    /// People with this name, however it is spaced or capitalised.
    pub(super) fn with_name(&self, name: &str) -> &[EmployeeId] {
        self.by_name
            .get(&normalised(name))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether somebody has left for good.
    pub(super) fn is_gone(&self, id: EmployeeId) -> bool {
        self.gone.contains(&id)
    }
}
