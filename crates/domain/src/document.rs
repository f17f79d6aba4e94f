//! The documents that the journal and the records carry.

use crate::{
    Assignment, Employee, Evaluation, Evidence, Exception, Note, OrganisationResult, Signatory,
    Unit, User,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Kind of document. The numbers stand in the database and on the wire: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// [`Unit`]
    Unit = 1,
    /// [`Employee`]
    Employee = 2,
    /// [`Assignment`]
    Assignment = 3,
    /// [`Exception`]
    Exception = 4,
    /// [`Signatory`]
    Signatory = 5,
    /// [`OrganisationResult`]
    OrganisationResult = 6,
    /// [`Evaluation`]
    Evaluation = 7,
    /// [`Note`]
    Note = 8,
    /// [`Evidence`]
    Evidence = 9,
    /// Local id → central id, written at enrolment.
    Alias = 10,
    /// What the device says of itself: its users, a new incarnation.
    DeviceNote = 11,
    /// A body that had to be erased (UU PDP).
    Redaction = 12,
    /// [`User`]: local, never sealed.
    User = 64,
}

impl Kind {
    /// Every kind that has a [`Document`] today.
    pub const DOCUMENTS: [Self; 10] = [
        Self::Unit,
        Self::Employee,
        Self::Assignment,
        Self::Exception,
        Self::Signatory,
        Self::OrganisationResult,
        Self::Evaluation,
        Self::Note,
        Self::Evidence,
        Self::User,
    ];

    /// The number that is stored.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The kind with this number; `None` for one from a newer program.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            1 => Self::Unit,
            2 => Self::Employee,
            3 => Self::Assignment,
            4 => Self::Exception,
            5 => Self::Signatory,
            6 => Self::OrganisationResult,
            7 => Self::Evaluation,
            8 => Self::Note,
            9 => Self::Evidence,
            10 => Self::Alias,
            11 => Self::DeviceNote,
            12 => Self::Redaction,
            64 => Self::User,
            _ => return None,
        })
    }

    /// Whether saving seals. Evaluations seal by *Siap dikirim*, notes and evidence with the
    /// evaluation that names them, users never.
    #[must_use]
    pub const fn seals_when_saved(self) -> bool {
        matches!(
            self,
            Self::Unit
                | Self::Employee
                | Self::Assignment
                | Self::Exception
                | Self::Signatory
                | Self::OrganisationResult
        )
    }
}

/// Any document's id.
pub type DocumentId = Uuid;

/// Any document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// See [`Unit`].
    Unit(Unit),
    /// See [`Employee`].
    Employee(Employee),
    /// See [`Assignment`].
    Assignment(Assignment),
    /// See [`Exception`].
    Exception(Exception),
    /// See [`Signatory`].
    Signatory(Signatory),
    /// See [`OrganisationResult`].
    OrganisationResult(OrganisationResult),
    /// See [`Evaluation`].
    Evaluation(Box<Evaluation>),
    /// See [`Note`].
    Note(Note),
    /// See [`Evidence`].
    Evidence(Evidence),
    /// See [`User`].
    User(User),
}

impl Document {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Unit(_) => Kind::Unit,
            Self::Employee(_) => Kind::Employee,
            Self::Assignment(_) => Kind::Assignment,
            Self::Exception(_) => Kind::Exception,
            Self::Signatory(_) => Kind::Signatory,
            Self::OrganisationResult(_) => Kind::OrganisationResult,
            Self::Evaluation(_) => Kind::Evaluation,
            Self::Note(_) => Kind::Note,
            Self::Evidence(_) => Kind::Evidence,
            Self::User(_) => Kind::User,
        }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        match self {
            Self::Unit(unit) => unit.id.0,
            Self::Employee(employee) => employee.id.0,
            Self::Assignment(assignment) => assignment.id.0,
            Self::Exception(exception) => exception.id.0,
            Self::Signatory(signatory) => signatory.id.0,
            Self::OrganisationResult(result) => result.id.0,
            Self::Evaluation(evaluation) => evaluation.id.0,
            Self::Note(note) => note.id.0,
            Self::Evidence(evidence) => evidence.id.0,
            Self::User(user) => user.id.0,
        }
    }
}
