//! Saving a file: where to, and opening it afterwards by a token, so that the page sees no path.

use crate::desk::setting;
use crate::{Desk, Operation, SaveRequest, Trouble};
use api::error::ErrorCode;
use api::import::UploadToken;
use api::reports::{OpenSaved, OpenWhat, Saved, SavedOpened};
use std::path::{Path, PathBuf};

/// Asks where to save, beginning with the last folder, and remembers the folder.
pub(crate) fn choose(
    desk: &Desk<'_>,
    file_name: String,
    extension: &'static str,
) -> Result<PathBuf, Trouble> {
    let folder = desk
        .read(|view| view.setting(setting::LAST_FOLDER))?
        .map(PathBuf::from)
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(|| desk.host().places().documents.clone());
    let path = desk
        .host()
        .pick_save(&SaveRequest {
            file_name,
            folder: folder.clone(),
            extension,
        })
        .ok_or(ErrorCode::Cancelled)?;
    desk.check_target(&path)?;
    let chosen = path.parent().unwrap_or(&path).to_path_buf();
    if chosen != folder {
        desk.transact(Operation::Preferences, |act| {
            Ok(act.setting_put(setting::LAST_FOLDER, &chosen.to_string_lossy())?)
        })?;
    }
    Ok(path)
}

/// The answer for a file that was written.
pub(crate) fn saved(desk: &Desk<'_>, path: &Path, rows: u32) -> Result<Saved, Trouble> {
    let token = desk
        .office
        .uploads()
        .keep(desk.host(), path.to_path_buf())?;
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    Ok(Saved {
        token: token.0,
        file_name: text(path.file_name()),
        folder: text(path.parent().map(Path::as_os_str)),
        rows,
    })
}

/// "Buka berkas", "Buka folder".
pub(crate) fn open_saved(desk: &Desk<'_>, request: &OpenSaved) -> Result<SavedOpened, Trouble> {
    let path = desk
        .office
        .uploads()
        .get::<PathBuf>(&UploadToken(request.token.clone()))?;
    let target = match request.what {
        OpenWhat::File => path.as_path(),
        OpenWhat::Folder => path.parent().unwrap_or(&path),
    };
    desk.host().open(target)?;
    Ok(SavedOpened {})
}
