//! Backups, and the life that begins after one was put back.

use crate::{Centre, Trouble, tables};
use std::path::Path;
use sync::centre::next_epoch;
use sync::message::Epoch;

impl Centre {
    /// Copies the database to a new file while it is in use. A file that is there is not replaced.
    ///
    /// # Errors
    /// When the file is there or cannot be written; for PostgreSQL, which has tools of its own.
    pub async fn backup(&self, file: &Path) -> Result<u64, Trouble> {
        if file.exists() {
            return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
        }
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        let unfinished = tempfile::Builder::new()
            .prefix(".kinerja-")
            .tempfile_in(folder.unwrap_or(Path::new(".")))?
            .into_temp_path();
        self.database().copy_to(&unfinished).await?;
        let written = std::fs::File::open(&unfinished)?;
        written.sync_all()?;
        let bytes = written.metadata()?.len();
        unfinished
            .persist_noclobber(file)
            .map_err(|error| error.error)?;
        Ok(bytes)
    }

    /// Begins another life of the database, after a backup was put back: the offices send again
    /// what came since. `seen` is the newest life that is known from elsewhere.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_new_life(&self, seen: Epoch) -> Result<Epoch, Trouble> {
        let now = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let before = tables::centre::epoch(sql).await?;
                    let epoch = next_epoch(before.max(seen), now);
                    tables::centre::set_epoch(sql, epoch).await?;
                    tables::restore::note(sql, epoch).await?;
                    Ok(epoch)
                })
            })
            .await
    }
}
