//! Files that are there already.

use super::LANGUAGE;
use crate::outcome::Failure;
use catalogue::terminal;
use std::path::Path;

/// Whether something stands there that would be replaced: nobody is asked at a terminal, and a slip
/// of the keyboard may name the list that everything came from. What a link points to counts as
/// little as what is in the file.
pub(super) fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|it| !it.is_dir())
}

/// Says so; nothing was done.
pub(super) fn refused(path: &Path) -> Failure {
    Failure::nothing(
        "file_exists",
        terminal::file_exists(LANGUAGE, path.display()),
    )
}
