//! Files that somebody names on the command line.

use crate::outcome::Failure;
use api::error::{ErrorCode, ImportTrouble};
use app::import::LARGEST_FILE;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// Reads a whole list, and no more of an endless one than shows that it is too large.
pub(crate) fn list(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |_| Failure::unreadable(path);
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ErrorCode::ImportUnreadable(ImportTrouble::TooLarge).into());
    }
    Ok(bytes)
}
