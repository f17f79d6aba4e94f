//! The bytes of a backup file. A released format is never changed; a newer one has another name.

use super::BackupError;
use minicbor::{
    Decode, Encode,
    bytes::{ByteArray, ByteVec},
};
use std::io::{self, Read, Write};

const NAME: &[u8; 11] = b"kinerja-bkp";
const VERSION: u8 = b'1';
/// A header is some hundred bytes; a longer one is no header.
const LONGEST_HEADER: u32 = 64 * 1024;
const HASH: usize = 32;

/// What stands first.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(map)]
pub(super) struct Header {
    #[n(0)]
    pub(super) database_id: ByteArray<16>,
    #[n(1)]
    pub(super) made_at: i64,
    #[n(2)]
    pub(super) reason: String,
    #[n(3)]
    pub(super) wrapped_key: ByteVec,
    #[n(4)]
    pub(super) schema: i32,
}

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) content: Content,
    pub(super) length: u64,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Database,
    /// The file with this name, a keyed hash.
    Evidence([u8; 32]),
}

const END: u8 = 0;
const DATABASE: u8 = 1;
const EVIDENCE: u8 = 2;

/// Writes a backup, hashing as it goes.
pub(super) struct Writing<W> {
    target: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Writing<W> {
    pub(super) fn begin(target: W, header: &Header) -> io::Result<Self> {
        let mut writing = Self {
            target,
            hasher: blake3::Hasher::new(),
        };
        let header = minicbor::to_vec(header).map_err(io::Error::other)?;
        let length = u32::try_from(header.len()).map_err(io::Error::other)?;
        writing.put(NAME)?;
        writing.put(&[VERSION])?;
        writing.put(&length.to_le_bytes())?;
        writing.put(&header)?;
        Ok(writing)
    }

    pub(super) fn section(&mut self, section: Section, source: &mut impl Read) -> io::Result<()> {
        match section.content {
            Content::Database => self.put(&[DATABASE])?,
            Content::Evidence(name) => {
                self.put(&[EVIDENCE])?;
                self.put(&name)?;
            }
        }
        self.put(&section.length.to_le_bytes())?;
        let copied = io::copy(&mut source.take(section.length), self)?;
        // The file was measured before; a shorter one would make everything behind it unreadable.
        if copied == section.length {
            Ok(())
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }

    /// Writes the end; answers the hash of all before, and what was written into.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.put(&[END])?;
        let hash = self.hasher.finalize();
        self.target.write_all(hash.as_bytes())?;
        self.target.flush()?;
        Ok(self.target)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }
}

impl<W: Write> Write for Writing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.target.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.target.flush()
    }
}

/// Reads a backup, hashing as it goes. Until [`finish`](Self::finish) nothing is trusted.
pub(super) struct Reading<R> {
    source: R,
    hasher: blake3::Hasher,
    pub(super) header: Header,
}

impl<R: Read> Reading<R> {
    pub(super) fn begin(mut source: R) -> Result<Self, BackupError> {
        let mut hasher = blake3::Hasher::new();
        let name: [u8; 12] = take(&mut source, &mut hasher).map_err(not_a_backup)?;
        if &name[..11] != NAME {
            return Err(BackupError::NotABackup);
        }
        if name[11] != VERSION {
            let (found, known) = (i32::from(name[11]), i32::from(VERSION));
            return Err(BackupError::NewerProgram {
                found: found - 48,
                known: known - 48,
            });
        }
        let length = u32::from_le_bytes(take(&mut source, &mut hasher)?);
        if length > LONGEST_HEADER {
            return Err(BackupError::Damaged);
        }
        let mut header = Vec::new();
        let read = source
            .by_ref()
            .take(u64::from(length))
            .read_to_end(&mut header);
        if read.map_err(BackupError::from_io)? as u64 != u64::from(length) {
            return Err(BackupError::Damaged);
        }
        hasher.update(&header);
        let header = minicbor::decode(&header).map_err(|_| BackupError::Damaged)?;
        Ok(Self {
            source,
            hasher,
            header,
        })
    }

    /// The next part, to be read by [`copy`](Self::copy); nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Section>, BackupError> {
        let [tag] = take(&mut self.source, &mut self.hasher)?;
        let content = match tag {
            END => return Ok(None),
            DATABASE => Content::Database,
            EVIDENCE => Content::Evidence(take(&mut self.source, &mut self.hasher)?),
            _ => return Err(BackupError::Damaged),
        };
        let length = u64::from_le_bytes(take(&mut self.source, &mut self.hasher)?);
        Ok(Some(Section { content, length }))
    }

    /// Reads a part into a writer.
    pub(super) fn copy(
        &mut self,
        section: &Section,
        target: &mut impl Write,
    ) -> Result<(), BackupError> {
        let mut rest = section.length;
        let mut buffer = vec![0; 64 * 1024];
        while rest > 0 {
            let wanted = usize::try_from(rest)
                .unwrap_or(usize::MAX)
                .min(buffer.len());
            self.source
                .read_exact(&mut buffer[..wanted])
                .map_err(BackupError::from_io)?;
            self.hasher.update(&buffer[..wanted]);
            target
                .write_all(&buffer[..wanted])
                .map_err(BackupError::from_io)?;
            rest -= wanted as u64;
        }
        Ok(())
    }

    /// Compares the hash, and that nothing stands behind it.
    pub(super) fn finish(mut self) -> Result<Header, BackupError> {
        let computed = self.hasher.finalize();
        let mut stored = [0; HASH];
        self.source
            .read_exact(&mut stored)
            .map_err(BackupError::from_io)?;
        let mut behind = [0; 1];
        let more = self
            .source
            .read(&mut behind)
            .map_err(BackupError::from_io)?;
        if computed == stored && more == 0 {
            Ok(self.header)
        } else {
            Err(BackupError::Damaged)
        }
    }
}

fn take<const N: usize>(
    source: &mut impl Read,
    hasher: &mut blake3::Hasher,
) -> Result<[u8; N], BackupError> {
    let mut bytes = [0; N];
    source
        .read_exact(&mut bytes)
        .map_err(BackupError::from_io)?;
    hasher.update(&bytes);
    Ok(bytes)
}

/// A file that is shorter than the name was never a backup.
fn not_a_backup(error: BackupError) -> BackupError {
    match error {
        BackupError::Damaged => BackupError::NotABackup,
        other => other,
    }
}
