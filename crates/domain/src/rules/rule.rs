//! What every rule file has in common: how it is read, whether it came with the program or from a
//! centre.

use super::{Flaw, RuleFile, RuleHeader, flaw};
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The content of a rule file.
pub(super) trait Rule: DeserializeOwned {
    /// Which file.
    const FILE: RuleFile;
    /// The file that the program carries.
    const TEXT: &'static str;

    /// Says what cannot be right although the form is.
    fn check(&self) -> Result<(), Flaw>;
}

/// Parses an embedded file. The files are part of the program, and a test reads each one, so this
/// cannot fail in a build that passed its tests.
pub(super) fn embedded<T: DeserializeOwned>(text: &str) -> T {
    #[expect(
        clippy::panic,
        reason = "an embedded rule that does not parse is a broken build"
    )]
    serde_json::from_str(text).unwrap_or_else(|error| panic!("embedded rule: {error}"))
}

/// Reads a file that somebody wrote.
pub(super) fn read<T: Rule>(content: &Value) -> Result<(T, RuleHeader), Flaw> {
    let header = RuleHeader::deserialize(content).map_err(|error| Flaw::unreadable(&error))?;
    if header.id != T::FILE.name() {
        return Err(Flaw::OtherName { id: header.id });
    }
    flaw::filled("source", &header.source)?;
    let rule = T::deserialize(content).map_err(|error| Flaw::unreadable(&error))?;
    rule.check()?;
    Ok((rule, header))
}
