//! Notes and evidence as screens show them.

use crate::Trouble;
use api::notes::{EvidenceLine, NoteLine};
use domain::{EmployeeId, Evidence, EvidenceId, Kind, Note};
use std::cell::RefCell;
use std::collections::HashMap;
use store::View;

/// Makes lines, looking up each person once.
pub(crate) struct Lines<'a> {
    view: &'a View<'a>,
    names: RefCell<HashMap<EmployeeId, String>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(view: &'a View<'a>) -> Self {
        Self {
            view,
            names: RefCell::default(),
        }
    }

    /// A note with its evidence.
    pub(crate) fn note(&self, note: Note) -> Result<NoteLine, Trouble> {
        let written = self.view.acts_of(Kind::Note, note.id.0)?;
        Ok(NoteLine {
            name: self.name(note.employee)?,
            evidence: self.evidence_of(&note.evidence)?,
            saved_at: written.last().map(|act| act.at).unwrap_or_default(),
            id: note.id,
            employee: note.employee,
            date: note.date,
            source: note.source,
            text: note.text,
            tags: note.tags,
        })
    }

    /// A piece of evidence.
    pub(crate) fn evidence(&self, evidence: Evidence) -> Result<EvidenceLine, Trouble> {
        Ok(EvidenceLine {
            person: self.name(evidence.employee)?,
            id: evidence.id,
            employee: evidence.employee,
            name: evidence.name,
            file_type: evidence.file_type,
            size: evidence.size,
            date: evidence.date,
        })
    }

    /// Evidence that is not withdrawn, in the order given.
    pub(crate) fn evidence_of(&self, ids: &[EvidenceId]) -> Result<Vec<EvidenceLine>, Trouble> {
        let mut lines = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(evidence) = self.view.evidence(*id)?.filter(|it| !it.withdrawn) {
                lines.push(self.evidence(evidence)?);
            }
        }
        Ok(lines)
    }

    /// Name with titles.
    pub(crate) fn name(&self, id: EmployeeId) -> Result<String, Trouble> {
        if let Some(name) = self.names.borrow().get(&id) {
            return Ok(name.clone());
        }
        let name = self
            .view
            .employee(id)?
            .map(|it| it.full_name())
            .unwrap_or_default();
        self.names.borrow_mut().insert(id, name.clone());
        Ok(name)
    }
}
