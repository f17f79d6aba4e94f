//! Recognising that a database is not the one that last wrote.

use crate::mutant::{Mutant, Mutation};

/// Whether the device must open a new stream before it seals anything: the token in the database
/// and the one in the key store differ, so this is a restored backup, a cloned disk or an imaged
/// PC.
#[must_use]
pub fn must_open_stream(database: [u8; 16], key_store: [u8; 16], mutation: Mutation) -> bool {
    database != key_store && !mutation.is(Mutant::IncarnationKept)
}
