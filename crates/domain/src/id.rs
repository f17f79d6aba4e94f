//! Newtype ids. All are UUIDv7 made on the PC; a NIP is unique but never an id,
//! because a PPPK's number changes with a new formation.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The 16 bytes that stand in records and in the database.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The id with these 16 bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// An organisational unit (unit kerja, UNOR).
    UnitId,
    /// A civil servant.
    EmployeeId,
    /// One employee in one jabatan, unit and golongan, rated by one appraiser, from a day to a day.
    AssignmentId,
    /// A reason why somebody is not rated in a span of days.
    ExceptionId,
    /// Who signs for a unit.
    SignatoryId,
    /// The organisation's predicate of one unit and period.
    OrganisationResultId,
    /// The rating of one assignment in one period.
    EvaluationId,
    /// A note about an employee's work.
    NoteId,
    /// A file that proves something.
    EvidenceId,
    /// A person who uses the program on this PC.
    UserId,
}
