//! Making a backup: a temporary file, read back and compared, then renamed.

use super::{
    BackupError, BackupFile, BackupLabel,
    copying::copy_database,
    file::verify,
    format::{Content, Header, Section, Writing},
    rotation::rotate,
};
use crate::{
    connection::{Role, connect},
    durable, evidence,
    key::OpenKey,
    migrations,
    places::{Places, evidence_in},
    store::Store,
    table::identity,
};
use rusqlite::Connection;
use std::{
    fs::{self, File},
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A file that is being written ends so.
pub(super) const PARTIAL: &str = ".partial";

impl Store {
    /// Writes a backup to a file that somebody chose; one that is there is replaced when the new
    /// one is complete.
    ///
    /// # Errors
    /// [`BackupError`]; then the file is as it was.
    pub fn backup_to(&self, path: &Path, label: &BackupLabel) -> Result<BackupFile, BackupError> {
        let source = self.source()?;
        let scratch = self.places().temporary().join(self.token());
        let office = Office {
            connection: &source,
            places: self.places(),
            key: self.key(),
        };
        office.write(path, label, &scratch)
    }

    /// Writes a rolling backup, and removes those that are too old by now.
    ///
    /// # Errors
    /// [`BackupError`]; then the older ones are as they were.
    pub fn backup_here(&self, label: &BackupLabel) -> Result<BackupFile, BackupError> {
        durable::make_folder(&self.places().backups()).map_err(BackupError::from_io)?;
        let path = self.places().backups().join(label.file_name());
        let made = self.backup_to(&path, label)?;
        rotate(self.places())?;
        Ok(made)
    }

    fn source(&self) -> Result<Connection, BackupError> {
        connect(&self.places().database(), self.key(), Role::Reader).map_err(BackupError::from_sql)
    }
}

/// Writes a rolling backup from a connection, while nobody else has the database open.
pub(crate) fn write_rolling(
    places: &Places,
    (connection, key): (&Connection, &OpenKey),
    label: &BackupLabel,
) -> Result<BackupFile, BackupError> {
    durable::make_folder(&places.backups()).map_err(BackupError::from_io)?;
    let path = places.backups().join(label.file_name());
    let scratch = places.temporary().join("alone");
    let made = Office {
        connection,
        places,
        key,
    }
    .write(&path, label, &scratch)?;
    rotate(places)?;
    Ok(made)
}

/// What a backup is made of.
struct Office<'a> {
    connection: &'a Connection,
    places: &'a Places,
    key: &'a OpenKey,
}

impl Office<'_> {
    fn write(
        &self,
        path: &Path,
        label: &BackupLabel,
        scratch: &Path,
    ) -> Result<BackupFile, BackupError> {
        durable::make_folder(scratch).map_err(BackupError::from_io)?;
        let scratch = TempDir::new_in(scratch).map_err(BackupError::from_io)?;
        let copy = scratch.path().join("copy.db");
        copy_database(self.connection, self.key, &copy)?;
        let header = self.header(label)?;
        let partial = Partial::beside(path);
        self.write_parts(&partial.0, &header, &copy)
            .map_err(BackupError::from_io)?;
        let read_back = verify(&partial.0)?;
        durable::rename(&partial.0, path).map_err(BackupError::from_io)?;
        Ok(BackupFile {
            path: path.to_owned(),
            ..read_back
        })
    }

    fn header(&self, label: &BackupLabel) -> Result<Header, BackupError> {
        let identity = identity::get(self.connection).map_err(BackupError::from_store)?;
        Ok(Header {
            database_id: identity.database_id.into(),
            made_at: label.made_at.0,
            reason: label.reason.code().to_owned(),
            wrapped_key: label.wrapped_key.clone().into(),
            schema: migrations::found(self.connection).map_err(BackupError::from_sql)?,
        })
    }

    /// The files of evidence are listed after the database was copied: each one that a row of the
    /// copy names was there before its row.
    fn write_parts(&self, path: &Path, header: &Header, copy: &Path) -> std::io::Result<()> {
        let mut writing = Writing::begin(BufWriter::new(File::create(path)?), header)?;
        add(&mut writing, Content::Database, copy)?;
        for file in evidence::files_in(&evidence_in(&self.places.office()))? {
            // A file with another name was put there by somebody else.
            if let Some(name) = evidence::name_of(&file) {
                add(&mut writing, Content::Evidence(name), &file)?;
            }
        }
        let file = writing
            .finish()?
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()
    }
}

fn add(
    writing: &mut Writing<BufWriter<File>>,
    content: Content,
    path: &Path,
) -> std::io::Result<()> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    writing.section(Section { content, length }, &mut BufReader::new(file))
}

/// A file that is being written; gone unless it was renamed.
struct Partial(PathBuf);

impl Partial {
    fn beside(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push(PARTIAL);
        Self(name.into())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
