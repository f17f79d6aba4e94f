//! Who may advance a document, and what the centre ruled about it.

use crate::{Folded, Revision};
use domain::Timestamp;

/// The side whose edits are valid; everybody else's become branches or proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Custody {
    /// The office: may save, make ready, take back, and correct what it has sent, until the centre
    /// rules that the document is final. A returned document is the office's too.
    Office,
    /// Nobody: it is final. Only a further ruling opens it again; a redaction may still erase it.
    Nobody,
}

impl Custody {
    /// Whose the document is.
    #[must_use]
    pub fn of(document: &Folded) -> Self {
        match document.verdict() {
            Some(Verdict {
                ruling: Ruling::Final,
                ..
            }) => Self::Nobody,
            Some(Verdict {
                ruling: Ruling::Returned,
                ..
            })
            | None => Self::Office,
        }
    }
}

/// What the centre ruled about one revision of a document. It holds until another revision is valid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Verdict {
    /// The revision that was looked at.
    pub revision: Revision,
    /// What was ruled.
    pub ruling: Ruling,
    /// Why, in the words of who ruled; may be empty for [`Ruling::Final`].
    pub reason: String,
    /// Who ruled, by name.
    pub by: String,
    /// The centre's time.
    pub at: Timestamp,
}

/// What can be ruled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ruling {
    /// Dikembalikan: the office is to look at it again and to send it once more. Of a final document
    /// this is the amendment by decision.
    Returned,
    /// Final: nothing about it changes any more.
    Final,
}

impl Ruling {
    /// The number that stands for it in bytes.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Returned => 1,
            Self::Final => 2,
        }
    }

    /// The ruling of a number.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::Returned),
            2 => Some(Self::Final),
            _ => None,
        }
    }
}

impl Folded {
    /// What the centre ruled about the revision that is valid now.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdict
            .as_ref()
            .filter(|verdict| self.revision() == Some(verdict.revision))
    }

    /// The document after a verdict. `None` when it is about a revision that is not valid any more,
    /// or says what was said already: then nothing changes.
    #[must_use]
    pub fn judged(&self, verdict: &Verdict) -> Option<Self> {
        let is_said = self.verdict().map(|it| it.ruling) == Some(verdict.ruling);
        if self.revision() != Some(verdict.revision) || is_said {
            return None;
        }
        let mut judged = self.clone();
        judged.verdict = Some(verdict.clone());
        Some(judged)
    }
}
