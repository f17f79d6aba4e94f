//! People who use the program on this PC. Local: the centre learns them by `device_note`.

use crate::{Nip, UserId};
use serde::{Deserialize, Serialize};

/// The actor of a write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Identity, made on this PC.
    pub id: UserId,
    /// Name with titles, as typed at the first run.
    pub name: String,
    /// NIP: ties the user to an employee or a typed appraiser. Somebody who only runs the terminal
    /// (the regency's IT staff) may have none.
    pub nip: Option<Nip>,
}
