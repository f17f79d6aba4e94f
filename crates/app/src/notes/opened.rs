//! Evidence in the office's own viewer.

use crate::{Desk, Trouble};
use api::error::ErrorCode;
use api::notes::{OpenEvidence, Opened};
use std::sync::{Mutex, PoisonError};
use store::EvidenceCopy;

/// Copies that viewers may still show. They go when the program ends; what a power cut leaves is
/// removed at the next start.
#[derive(Debug, Default)]
pub(crate) struct OpenedCopies {
    copies: Mutex<Vec<EvidenceCopy>>,
}

impl OpenedCopies {
    fn keep(&self, copy: EvidenceCopy) {
        self.copies
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(copy);
    }
}

/// Hands a temporary copy to the system's viewer.
pub(crate) fn open_evidence(desk: &Desk<'_>, request: &OpenEvidence) -> Result<Opened, Trouble> {
    let evidence = desk
        .read(|view| view.evidence(request.evidence))?
        .ok_or(ErrorCode::NotFound)?;
    let copy = desk.place.store.evidence_files().open_copy(&evidence)?;
    desk.host().open(copy.path())?;
    desk.office.opened().keep(copy);
    Ok(Opened {})
}
