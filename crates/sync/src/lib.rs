//! What travels between a district office and the centre: the protocol of both ends.
//!
//! Nothing here does IO: no sockets, files, clock, SQL, random source, floats, and no order that
//! depends on a hash map. A host performs what the state machines ask for: [`device`] answers
//! events with effects, [`centre`] answers what was loaded with a plan of what to write.

pub mod batch;
pub mod centre;
mod codec;
mod columns;
pub mod device;
pub mod joining;
pub mod ledger;
pub mod limits;
pub mod message;
mod mutant;
pub mod packet;
mod signature;
pub mod wire;

pub use codec::Damage;
pub use mutant::{Mutant, Mutation};
pub use signature::{SignatureCheck, Signed, Signer, Statement, Unsigned};
