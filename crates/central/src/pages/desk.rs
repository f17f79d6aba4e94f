//! One request at work: the centre, and who asks.

use super::Pages;
use super::audit::Actor;
use crate::Centre;
use crate::database::Database;
use api::central::session::StaffPerson;
use domain::Timestamp;

/// One request at work.
pub(super) struct Desk {
    pub(super) pages: Pages,
    /// Who is signed in, and the hash of the session's token.
    pub(super) signed_in: Option<(StaffPerson, [u8; 32])>,
    /// Where the request comes from.
    pub(super) address: String,
}

impl Desk {
    pub(super) fn centre(&self) -> &Centre {
        self.pages.centre()
    }

    pub(super) fn database(&self) -> &Database {
        self.pages.centre().database()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.pages.centre().now()
    }

    /// Who is signed in, for the trail.
    pub(super) fn actor(&self) -> Actor {
        let person = self.signed_in.as_ref().map(|(person, _)| person);
        Actor {
            id: person.map(|person| person.id),
            name: person.map(|person| person.name.clone()).unwrap_or_default(),
        }
    }
}
