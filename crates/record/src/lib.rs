//! Sealed documents: frozen bodies, chains, checkpoints, and the pure fold.
//!
//! A document becomes bytes by [`encode`] and comes back by [`decode`]; the bytes of version 1
//! are frozen, and every later program reads them. A sealed document is a [`Record`] in a
//! [`Stream`], and the stream is a hash chain ([`next_chain`]), so that nothing can be changed,
//! removed, reordered or cut off without [`verify_stream`] finding the place. The [`journal`]
//! has a chain of its own. [`apply`] folds records into documents, on the PC and at the centre
//! by the same code.
//!
//! Everything is pure: no clock, no random source, no IO, no SQL, no floats, no order that
//! depends on a hash map. Decoders take hostile bytes: they never panic, and no length that the
//! bytes declare is trusted before the bytes are there.

mod body;
mod bookkeeping;
mod chain;
mod checkpoint;
mod codec;
mod fold;
mod header;
mod hlc;
pub mod journal;
mod record;
mod state_hash;
mod stream;
mod travel;
mod v1;
mod verify;

pub use body::{BodyError, Encoded, decode, encode};
pub use bookkeeping::{
    Alias, AliasMatch, Bookkeeping, DeviceNote, Redaction, decode_bookkeeping, encode_bookkeeping,
};
pub use chain::{Chain, Revision, body_hash, chain_zero, next_chain};
pub use checkpoint::Checkpoint;
pub use codec::{Damage, MAX_LIST};
pub use fold::{
    Branch, Custody, Folded, HeldReason, Outcome, Placed, Replayed, Rules, Ruling, Verdict,
    Violation, apply, replay,
};
pub use header::{Header, KindNumber};
pub use hlc::Hlc;
pub use record::Record;
pub use state_hash::{sealed_hash, state_hash};
pub use stream::{Head, Stream};
pub use travel::{MAX_BODY_BYTES, RecordError, decode_record, encode_record};
pub use verify::{Broken, Fault, Link, verify_stream};
