//! Who may advance a document.

use crate::Folded;

/// The side whose edits are valid; everybody else's become branches or proposals.
///
/// A document is the office's until the centre has taken it over, and no record of today's
/// kinds hands it over: a draft and one that is *siap dikirim* both belong to the office. The
/// submission will add the reviewer, and the fold's match over this enum will ask for its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Custody {
    /// The office: may save, make ready, and take back.
    Office,
}

impl Custody {
    /// Whose the document is.
    #[must_use]
    pub const fn of(_document: &Folded) -> Self {
        Self::Office
    }
}
