//! Who of the centre's staff may do what.

use serde::{Deserialize, Serialize};

/// What somebody of the staff is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads, and decides about what waits.
    Verifikator,
    /// Reads and exports.
    Analis,
    /// Everything.
    Admin,
}

/// What a command asks of who gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// Nothing: the way in.
    Nothing,
    /// To be signed in.
    SignedIn,
    /// To decide about what waits.
    Deciding,
    /// To take ratings out of the centre.
    Exporting,
    /// To change the centre.
    Administering,
}

impl Role {
    /// Every role, the humblest first.
    pub const ALL: [Self; 3] = [Self::Verifikator, Self::Analis, Self::Admin];

    /// Whether this role suffices.
    #[must_use]
    pub const fn suffices(self, need: Need) -> bool {
        match need {
            Need::Nothing | Need::SignedIn => true,
            Need::Deciding => matches!(self, Self::Verifikator | Self::Admin),
            Need::Exporting => matches!(self, Self::Analis | Self::Admin),
            Need::Administering => matches!(self, Self::Admin),
        }
    }

    /// Its name, the same in both languages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verifikator => "Verifikator",
            Self::Analis => "Analis",
            Self::Admin => "Admin",
        }
    }
}
