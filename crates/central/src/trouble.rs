//! What can go wrong at the centre, apart from refusals that the protocol knows.

use crate::database::SqlError;
use std::error::Error;

/// Why the centre could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The database.
    #[error("the database failed")]
    Sql(#[from] SqlError),
    /// Something stored cannot be read.
    #[error("what is stored of {what} cannot be read")]
    Stored {
        /// What.
        what: &'static str,
        /// Why.
        #[source]
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// The store of files.
    #[error("the store of files failed")]
    Files(#[from] object_store::Error),
    /// A file of this machine.
    #[error("a file could not be read or written")]
    File(#[from] std::io::Error),
    /// No random bytes.
    #[error("the system gives no random bytes")]
    Random(#[from] getrandom::Error),
    /// A key.
    #[error("a key cannot be used")]
    Key(#[source] Box<dyn Error + Send + Sync>),
    /// A pack or a batch of the centre's own cannot be made.
    #[error("bytes could not be packed")]
    Packing(#[source] Box<dyn Error + Send + Sync>),
    /// A workbook.
    #[error("the workbook could not be written")]
    Workbook(#[from] reports::excel::WriteError),
    /// Something that was named is not there.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// A file is not what it was given for.
    #[error("the file is not what it should be: {0}")]
    WrongFile(&'static str),
    /// The batch of the centre's own was refused by itself.
    #[error("the centre refuses its own batch")]
    Own(#[from] sync::message::Refusal),
    /// Somebody else wrote at the same place a moment before.
    #[error("somebody else wrote at the same time")]
    Overtaken,
    /// A piece of work ended before its time.
    #[error("a piece of work was given up")]
    GaveUp,
}

impl Trouble {
    /// Stored bytes that cannot be read.
    pub(crate) fn stored(what: &'static str) -> impl FnOnce(Box<dyn Error + Send + Sync>) -> Self {
        move |source| Self::Stored {
            what,
            source: Some(source),
        }
    }

    /// Stored values that contradict each other.
    pub(crate) const fn odd(what: &'static str) -> Self {
        Self::Stored { what, source: None }
    }
}
