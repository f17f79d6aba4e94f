//! Evidence files: beside the database, encrypted, each content once.
//!
//! A file is written and made to last before the row that names it; a crash in between leaves a
//! file that nothing names, never a row without its file.

mod copy;
mod error;
mod kind;

pub use copy::EvidenceCopy;
pub(crate) use copy::remove_stale_copies;
pub use error::EvidenceError;

use crate::{durable, key::OpenKey, places::Places};
use domain::{Evidence, evidence::EvidenceType};
use std::{
    fmt,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};
use vault::{NONCE_PREFIX, Purpose, StreamKey};
use zeroize::Zeroizing;

/// The encrypted files of an open database.
pub struct EvidenceFiles<'s> {
    places: &'s Places,
    key: &'s OpenKey,
    token: &'s str,
}

/// A file that lies safely in its place, and waits for its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddedFile {
    /// BLAKE3 of the content, in the clear.
    pub content_hash: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// What it is, judged by its content.
    pub file_type: EvidenceType,
}

impl<'s> EvidenceFiles<'s> {
    pub(crate) const fn new(places: &'s Places, key: &'s OpenKey, token: &'s str) -> Self {
        Self { places, key, token }
    }

    /// Takes a file in: judges its type by its content, encrypts it, and makes it last. The same
    /// content is kept once. Afterwards an act puts the [`Evidence`] that names it.
    ///
    /// # Errors
    /// [`EvidenceError`]; then nothing was added.
    pub fn add(&self, source: &mut dyn Read) -> Result<AddedFile, EvidenceError> {
        let content = read_limited(source)?;
        let file_type = kind::of(&content).ok_or(EvidenceError::UnknownType)?;
        let content_hash = *blake3::hash(&content).as_bytes();
        let added = AddedFile {
            content_hash,
            size: content.len() as u64,
            file_type,
        };
        // A file that is there but does not open is replaced by a sound one.
        if self.read_to(&content_hash, &mut io::sink()).is_err() {
            self.write(&content_hash, &content)?;
        }
        Ok(added)
    }

    /// Whether a file with this content is there.
    #[must_use]
    pub fn exists(&self, content_hash: &[u8; 32]) -> bool {
        self.path(content_hash).exists()
    }

    /// Decrypts a file into a writer; answers its size. Use what was written only after that: a
    /// file that was cut is recognised at its end.
    ///
    /// # Errors
    /// [`EvidenceError::Missing`], [`EvidenceError::Damaged`], or what the disk refused.
    pub fn read_to(
        &self,
        content_hash: &[u8; 32],
        target: &mut dyn Write,
    ) -> Result<u64, EvidenceError> {
        let file = File::open(self.path(content_hash)).map_err(EvidenceError::from_io)?;
        let mut hashing = Hashing {
            target,
            hasher: blake3::Hasher::new(),
        };
        let key = self.content_key(content_hash);
        let size = vault::open_stream(io::BufReader::new(file), &mut hashing, &key)
            .map_err(EvidenceError::from_stream)?;
        if hashing.hasher.finalize().as_bytes() == content_hash {
            Ok(size)
        } else {
            Err(EvidenceError::Damaged)
        }
    }

    /// Decrypts a file into a temporary copy under its own name, for a viewer to open. The copy is
    /// removed when the answer is dropped; one that a crash leaves, at the next start.
    ///
    /// # Errors
    /// [`EvidenceError::Missing`], [`EvidenceError::Damaged`], or what the disk refused.
    pub fn open_copy(&self, evidence: &Evidence) -> Result<EvidenceCopy, EvidenceError> {
        let (copy, mut file) = EvidenceCopy::begin(self.places, self.token, evidence)
            .map_err(EvidenceError::from_io)?;
        self.read_to(&evidence.content_hash, &mut file)?;
        copy::protect(&file).map_err(EvidenceError::from_io)?;
        Ok(copy)
    }

    fn write(&self, content_hash: &[u8; 32], content: &[u8]) -> Result<(), EvidenceError> {
        let path = self.path(content_hash);
        let folder = path.parent().unwrap_or(&path);
        let write = || -> Result<(), EvidenceError> {
            durable::make_folder(folder).map_err(EvidenceError::from_io)?;
            durable::sync_folder(&self.places.evidence()).map_err(EvidenceError::from_io)?;
            let mut file = tempfile::Builder::new()
                .prefix(PARTIAL)
                .tempfile_in(folder)
                .map_err(EvidenceError::from_io)?;
            let key = self.content_key(content_hash);
            vault::seal_stream(content, &mut file, &key, &self.nonce(content_hash))
                .map_err(EvidenceError::from_stream)?;
            file.as_file().sync_all().map_err(EvidenceError::from_io)?;
            file.persist(&path)
                .map_err(|error| EvidenceError::from_io(error.error))?;
            durable::sync_folder(folder).map_err(EvidenceError::from_io)
        };
        match write() {
            // Not the file that was asked for is missing, but the folder to write it into.
            Err(EvidenceError::Missing) => {
                Err(EvidenceError::Io(io::Error::from(io::ErrorKind::NotFound)))
            }
            done => done,
        }
    }

    /// The name says nothing of the content to who has not the key.
    fn path(&self, content_hash: &[u8; 32]) -> PathBuf {
        let key = vault::derive(self.key.bytes(), Purpose::EvidenceName);
        path_of(
            &self.places.evidence(),
            blake3::keyed_hash(&key, content_hash).as_bytes(),
        )
    }

    fn content_key(&self, content_hash: &[u8; 32]) -> StreamKey {
        let key = vault::derive(self.key.bytes(), Purpose::EvidenceContent);
        StreamKey::new(&key, content_hash)
    }

    /// One for each content, and each content is sealed under it only: the same content gives the
    /// same file, another one another prefix, so no prefix ever serves two contents.
    fn nonce(&self, content_hash: &[u8; 32]) -> [u8; NONCE_PREFIX] {
        let key = vault::derive(self.key.bytes(), Purpose::EvidenceName);
        let mut hasher = blake3::Hasher::new_keyed(&key);
        hasher.update(b"nonce").update(content_hash);
        let mut nonce = [0; NONCE_PREFIX];
        hasher.finalize_xof().fill(&mut nonce);
        nonce
    }
}

impl fmt::Debug for EvidenceFiles<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EvidenceFiles")
            .field("places", self.places)
            .finish_non_exhaustive()
    }
}

/// Names of files that are being written begin so.
const PARTIAL: &str = ".partial-";

/// Every finished file under a folder of evidence, in a fixed order.
pub(crate) fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let groups = match fs::read_dir(folder) {
        Ok(groups) => groups,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(files),
        Err(error) => return Err(error),
    };
    for group in groups {
        let group = group?;
        if !group.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(group.path())? {
            let file = file?;
            if !file.file_name().to_string_lossy().starts_with(PARTIAL) {
                files.push(file.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Where the file with this name stands: 256 folders, because some systems are slow with many
/// files in one.
pub(crate) fn path_of(folder: &Path, name: &[u8; 32]) -> PathBuf {
    let name = blake3::Hash::from_bytes(*name).to_hex();
    let (group, rest) = name.split_at(2);
    folder.join(group).join(rest)
}

/// The name of a file in its place, unless it has another form.
pub(crate) fn name_of(path: &Path) -> Option<[u8; 32]> {
    let rest = path.file_name()?.to_str()?;
    let group = path.parent()?.file_name()?.to_str()?;
    blake3::Hash::from_hex(format!("{group}{rest}"))
        .ok()
        .map(Into::into)
}

fn read_limited(source: &mut dyn Read) -> Result<Zeroizing<Vec<u8>>, EvidenceError> {
    let mut content = Zeroizing::new(Vec::new());
    source
        .take(Evidence::MAX_BYTES + 1)
        .read_to_end(&mut content)
        .map_err(EvidenceError::Read)?;
    match content.len() as u64 {
        0 => Err(EvidenceError::Empty),
        size if size > Evidence::MAX_BYTES => Err(EvidenceError::TooLarge),
        _ => Ok(content),
    }
}

/// Hashes what passes.
struct Hashing<'w> {
    target: &'w mut dyn Write,
    hasher: blake3::Hasher,
}

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.target.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }
}
