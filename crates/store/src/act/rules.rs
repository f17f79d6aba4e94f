//! Keeping rules that the centre published.

use super::Act;
use crate::{error::StoreError, table::rules};

impl Act<'_> {
    /// Keeps a package of rules, whether this program can read it or not.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_rules(&mut self, version: u32, package: &[u8]) -> Result<(), StoreError> {
        self.bookkept = true;
        rules::add(self.connection(), (version, package), self.info.at)
    }
}
