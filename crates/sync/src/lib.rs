//! What travels between a district office and the centre: the protocol of both ends.
//!
//! Nothing here does IO: no sockets, files, clock, SQL, random source, floats, and no order that
//! depends on a hash map. A host performs what the state machines ask for.

pub mod message;
