//! What a request gets.

use crate::Trouble;
use crate::database::SqlError;
use api::central::CentreTrouble;
use api::{Envelope, ErrorCode, Tag};
use serde::Serialize;

/// Why a request is not carried out.
#[derive(Debug, thiserror::Error)]
pub(super) enum PageTrouble {
    /// With a sentence for the person.
    #[error("refused: {0:?}")]
    Refused(ErrorCode),
    /// The centre is in trouble.
    #[error("the centre is in trouble")]
    Centre(#[from] Trouble),
}

impl From<ErrorCode> for PageTrouble {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code)
    }
}

impl From<CentreTrouble> for PageTrouble {
    fn from(trouble: CentreTrouble) -> Self {
        Self::Refused(ErrorCode::Centre(trouble))
    }
}

impl From<SqlError> for PageTrouble {
    fn from(error: SqlError) -> Self {
        Self::Centre(error.into())
    }
}

impl PageTrouble {
    /// As it travels. What is no refusal goes to the log.
    pub(super) fn envelope(self) -> Envelope {
        Envelope::Refused(
            match self {
                Self::Refused(code) => code,
                Self::Centre(Trouble::NotFound(_)) => ErrorCode::NotFound,
                Self::Centre(trouble) => {
                    tracing::error!(causes = %crate::http::causes(&trouble), "a page's request failed");
                    ErrorCode::Centre(CentreTrouble::Failed)
                }
            }
            .into(),
        )
    }
}

/// What becomes of the browser's cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cookie {
    /// It stays as it is.
    Kept,
    /// It names this session.
    Set([u8; 32]),
    /// It goes.
    Cleared,
}

/// An answer.
pub(super) struct Reply {
    pub(super) value: serde_json::Value,
    pub(super) stale: Vec<Tag>,
    pub(super) cookie: Cookie,
}

/// The answer of a read.
pub(super) fn read(answer: impl Serialize) -> Result<Reply, PageTrouble> {
    wrote(answer, &[])
}

/// The answer of a write, with what it made stale.
pub(super) fn wrote(answer: impl Serialize, stale: &[Tag]) -> Result<Reply, PageTrouble> {
    let value =
        serde_json::to_value(answer).map_err(|error| Trouble::stored("an answer")(error.into()))?;
    Ok(Reply {
        value,
        stale: stale.to_vec(),
        cookie: Cookie::Kept,
    })
}
