//! Rules as versioned data, embedded from `assets/rules`. Each file carries id, version,
//! valid-from and source; every stored result remembers [`VERSION`].

mod predikat;

pub use predikat::PredikatMatrix;
use std::sync::OnceLock;

/// Version of the whole bundle; raised with every change of any rule.
pub const VERSION: u32 = 1;

/// Every rule, parsed and validated.
#[derive(Debug)]
pub struct Bundle {
    /// The nine cells.
    pub predikat: PredikatMatrix,
}

/// The rules that this program carries.
#[must_use]
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| Bundle { predikat: PredikatMatrix::embedded() })
}

/// Parses an embedded file. The files are part of the program, and a test parses each one, so
/// this cannot fail in a build that passed its tests.
fn embedded<T: serde::de::DeserializeOwned>(text: &str) -> T {
    #[expect(clippy::panic, reason = "an embedded rule that does not parse is a broken build")]
    serde_json::from_str(text).unwrap_or_else(|error| panic!("embedded rule: {error}"))
}
