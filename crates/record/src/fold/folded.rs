//! What the fold knows of a document.

use super::Verdict;
use crate::{Encoded, Record, Revision};
use domain::{DocumentId, Kind};

/// A document as its records made it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Folded {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub doc_id: DocumentId,
    /// Every revision that became valid, oldest first; the last one is valid now.
    pub history: Vec<Revision>,
    /// The body that is valid now; `None` once it was erased.
    pub body: Option<Encoded>,
    /// Edits that were made beside it, for a person to resolve.
    pub branches: Vec<Branch>,
    /// The redactions that were applied, by the revision of their record.
    pub redactions: Vec<Revision>,
    /// The centre's newest verdict, also when it was about a revision before; [`Folded::verdict`]
    /// is the one that holds.
    pub verdict: Option<Verdict>,
    /// From which place in the history on the body is the one that is valid now. An edit upon any of
    /// those revisions is an edit of what is valid.
    pub same_since: usize,
}

/// A line of edits made upon a revision that was not the valid one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Branch {
    /// Its first revision, which names it.
    pub id: Revision,
    /// What it was made upon; `None` when the same document was made twice.
    pub base: Option<Revision>,
    /// Its revisions, oldest first.
    pub revisions: Vec<Revision>,
    /// Its newest body; `None` once it was erased.
    pub body: Option<Encoded>,
}

impl Folded {
    /// The revision that is valid now.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        self.history.last().copied()
    }

    /// Whether an edit upon this revision is an edit of what is valid now.
    #[must_use]
    pub fn is_valid_base(&self, base: Revision) -> bool {
        let same = self.history.get(self.same_since..).unwrap_or_default();
        same.contains(&base)
    }

    /// Whether a record says what is valid already, byte by byte.
    pub(crate) fn says(&self, record: &Record) -> bool {
        match (&self.body, &record.body) {
            (Some(body), Some(bytes)) => {
                body.schema == record.header.schema && body.bytes == *bytes
            }
            _ => false,
        }
    }

    /// Whether a record of this revision was folded in, whatever it was.
    #[must_use]
    pub fn knows(&self, revision: Revision) -> bool {
        self.contains(revision) || self.redactions.contains(&revision)
    }

    /// Whether a body of this revision was folded in, valid or on a branch.
    #[must_use]
    pub fn contains(&self, revision: Revision) -> bool {
        self.history.contains(&revision)
            || self
                .branches
                .iter()
                .any(|branch| branch.revisions.contains(&revision))
    }
}

impl Branch {
    /// Its newest revision.
    #[must_use]
    pub fn tip(&self) -> Option<Revision> {
        self.revisions.last().copied()
    }
}
