//! The real ciphers behind the traits of `sync`, for both ends.
//!
//! `sync` knows neither keys nor random numbers, and `vault` knows nothing of the protocol; this
//! crate joins the two. A [`Keypair`] is what one side has: it signs ([`sync::Signer`]) and opens
//! what was sealed to it ([`sync::packet::Opener`]). [`Signatures`] checks, [`SealedTo`] seals.

mod keypair;
mod seal;
mod signatures;

pub use keypair::Keypair;
pub use seal::{NoSealKey, SealedTo};
pub use signatures::Signatures;
