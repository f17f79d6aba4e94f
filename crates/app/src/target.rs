//! Where a file that somebody named may go.

use crate::{Desk, Trouble};
use api::error::{ErrorCode, WriteTrouble};
use std::path::Path;

impl Desk<'_> {
    /// Refuses what no file of the user may replace, whoever asked for it: the program's own files,
    /// and what is no file at all but a device.
    ///
    /// # Errors
    /// [`WriteTrouble::NotWritable`].
    pub fn check_target(&self, path: &Path) -> Result<(), Trouble> {
        let is_device = path
            .metadata()
            .is_ok_and(|it| !it.is_file() && !it.is_dir());
        if is_device || self.place.store.places().keeps(path) {
            return Err(ErrorCode::WriteFailed(WriteTrouble::NotWritable).into());
        }
        Ok(())
    }
}
