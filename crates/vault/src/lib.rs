//! Keys: where they are kept, how they are wrapped, what they sign.
//!
//! | Question | Answer |
//! |---|---|
//! | Where does a PC keep the keys of a database? | [`KeyPlace`]: the key store of the operating system, else a file that only its owner reads |
//! | Which keys are there? | [`KeySet`]: the database key, the secret of the device, the incarnation |
//! | What does a device sign with? | [`DeviceKey`], checked by [`verify`]; a signature is bound to a context |
//! | How does one key serve several purposes? | [`derive()`]: one independent key per [`Purpose`] |
//! | What stands on the recovery sheet? | [`RecoveryCode`]: ten words, or eight groups of digits |
//! | How does a backup carry the database key? | [`wrap_key`] and [`unwrap_key`] |
//! | How are files encrypted? | [`seal_stream`] and [`open_stream`], or [`SealWriter`] and [`OpenReader`] |
//!
//! # A first start, a backup, another PC
//!
//! ```
//! use vault::{DatabaseId, KeyPlace, KeySet, RecoveryCode, unwrap_key, wrap_key};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let mut fill = 0_u8;
//! # let mut random = |bytes: &mut [u8]| bytes.iter_mut().for_each(|byte| { fill = fill.wrapping_add(7); *byte = fill });
//! // First start: keys are made and kept. `random` comes from the host of the program.
//! let database = DatabaseId::from_bytes([7; 16]);
//! let place = KeyPlace::choose(Some(folder.path().join("keys")), folder.path());
//! let keys = KeySet::generate(&mut random);
//! place.save(database, &keys)?;
//!
//! // The recovery sheet is printed; the wrapped key goes into every backup.
//! let (mut entropy, mut salt, mut nonce) = ([0; 16], [0; 16], [0; 24]);
//! random(&mut entropy);
//! random(&mut salt);
//! random(&mut nonce);
//! let code = RecoveryCode::from_entropy(entropy);
//! let sheet = code.to_words().join(" ");
//! let wrapped = wrap_key(keys.database_key(), &code, &salt, &nonce);
//!
//! // Another PC: the person types the sheet, and the database key is back.
//! let typed = RecoveryCode::parse(&sheet.to_uppercase())?;
//! assert_eq!(*unwrap_key(&wrapped, &typed)?, *keys.database_key());
//! # Ok(())
//! # }
//! ```
//!
//! # Invariants
//!
//! * No randomness and no clock in here: whoever calls passes the bytes. (The random part of a
//!   temporary file's name is no secret and does not count.)
//! * Secrets are wiped from memory when they are dropped, and no `Debug` shows one.
//! * Nothing released is changed: each encoding begins with a name and a version, each derivation
//!   has a context of its own, and the tests hold the bytes that were made before.
//! * Every refusal is a closed error; the words for a person are made from it by the catalogue.

mod derive;
mod device_key;
mod key_set;
mod place;
mod recovery;
mod stream;
mod wrap;

pub use derive::{Purpose, derive};
pub use device_key::{DeviceKey, SignatureError, verify};
pub use key_set::{DatabaseId, KeySet};
pub use place::{KeyPlace, KeyStoreFailure, Protection, VaultError};
pub use recovery::{DIGIT_GROUPS, RecoveryCode, RecoveryError, WORDS};
pub use stream::{
    CHUNK, NONCE_PREFIX, OpenReader, SealWriter, StreamError, StreamKey, open_stream, seal_stream,
};
pub use wrap::{WRAPPED_KEY, WrapError, unwrap_key, wrap_key};
