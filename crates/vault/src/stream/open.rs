use std::io::{self, Read, Write};

use aead_stream::DecryptorBE32;
use chacha20poly1305::XChaCha20Poly1305;
use zeroize::Zeroizing;

use super::{CHUNK, NAME_AND_VERSION, NONCE_PREFIX, StreamError, StreamKey, TAG};

/// Opens all of `reader` into `writer`; the answer is the length of the content in bytes.
///
/// Every byte that is written was authentic, but that nothing is missing at the end is known only
/// when this returns without an error. So write to a temporary file, and use it after that.
///
/// # Errors
/// [`StreamError::NotSealed`], [`StreamError::NewerFormat`], [`StreamError::Damaged`],
/// [`StreamError::Read`], [`StreamError::Write`].
pub fn open_stream(
    reader: impl Read,
    mut writer: impl Write,
    key: &StreamKey,
) -> Result<u64, StreamError> {
    let mut opening = OpenReader::new(reader, key)?;
    let mut length = 0;
    while let Some(chunk) = opening.next_chunk()? {
        writer.write_all(chunk).map_err(StreamError::Write)?;
        length += chunk.len() as u64;
    }
    writer.flush().map_err(StreamError::Write)?;
    Ok(length)
}

/// Reads the content of a sealed file. As long as it has not answered its end, more could be
/// missing: a cut file gives an error where its end should be.
pub struct OpenReader<R> {
    reader: R,
    state: State,
    associated: [u8; 32],
    /// The content of the current chunk; while it is read, the sealed bytes and one more.
    chunk: Zeroizing<Vec<u8>>,
    /// How much of the current chunk was handed out through [`Read`].
    given: usize,
    number: u64,
    /// The first byte of the next chunk, read to learn that there is one.
    ahead: Option<u8>,
}

enum State {
    Reading(DecryptorBE32<XChaCha20Poly1305>),
    Finished,
    Broken,
}

impl<R: Read> OpenReader<R> {
    /// Begins to read: checks the header.
    ///
    /// # Errors
    /// [`StreamError::NotSealed`], [`StreamError::NewerFormat`], [`StreamError::Read`].
    pub fn new(mut reader: R, key: &StreamKey) -> Result<Self, StreamError> {
        let mut name = [0; 8];
        read_header(&mut reader, &mut name)?;
        if name != *NAME_AND_VERSION {
            return Err(refuse_name(&name));
        }
        let mut nonce_prefix = [0; NONCE_PREFIX];
        read_header(&mut reader, &mut nonce_prefix)?;
        Ok(Self {
            reader,
            state: State::Reading(key.decryptor(&nonce_prefix)),
            associated: key.associated,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + TAG + 1)),
            given: 0,
            number: 0,
            ahead: None,
        })
    }

    /// The content of the next chunk; nothing after the last one.
    pub(super) fn next_chunk(&mut self) -> Result<Option<&[u8]>, StreamError> {
        self.given = 0;
        let decryptor = match std::mem::replace(&mut self.state, State::Broken) {
            State::Reading(decryptor) => decryptor,
            State::Finished => {
                self.state = State::Finished;
                self.chunk.clear();
                return Ok(None);
            }
            State::Broken => return Err(StreamError::Broken),
        };
        match self.fill().and_then(|()| self.decrypt(decryptor)) {
            Ok(state) => self.state = state,
            Err(error) => {
                // What is in here now is not authentic, and nobody may get it.
                self.chunk.clear();
                return Err(error);
            }
        }
        self.number += 1;
        Ok(Some(&self.chunk))
    }

    /// Reads one sealed chunk, and one byte more if there is one.
    fn fill(&mut self) -> Result<(), StreamError> {
        self.chunk.clear();
        self.chunk.extend(self.ahead.take());
        let wanted = CHUNK + TAG + 1 - self.chunk.len();
        self.reader
            .by_ref()
            .take(wanted as u64)
            .read_to_end(&mut self.chunk)
            .map_err(StreamError::Read)?;
        if self.chunk.len() > CHUNK + TAG {
            self.ahead = self.chunk.pop();
        }
        Ok(())
    }

    fn decrypt(
        &mut self,
        mut decryptor: DecryptorBE32<XChaCha20Poly1305>,
    ) -> Result<State, StreamError> {
        let more = self.ahead.is_some();
        let opened = if more {
            decryptor
                .decrypt_next_in_place(&self.associated, &mut *self.chunk)
                .map(|()| State::Reading(decryptor))
        } else {
            decryptor
                .decrypt_last_in_place(&self.associated, &mut *self.chunk)
                .map(|()| State::Finished)
        };
        opened.map_err(|_| StreamError::Damaged { chunk: self.number })
    }
}

impl<R: Read> Read for OpenReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // A chunk may be empty, the only one of an empty file; the end is when there is none.
        while self.given == self.chunk.len() {
            if self.next_chunk()?.is_none() {
                return Ok(0);
            }
        }
        let rest = &self.chunk[self.given..];
        let now = rest.len().min(buffer.len());
        buffer[..now].copy_from_slice(&rest[..now]);
        self.given += now;
        Ok(now)
    }
}

impl<R> std::fmt::Debug for OpenReader<R> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OpenReader(..)")
    }
}

fn read_header(reader: &mut impl Read, bytes: &mut [u8]) -> Result<(), StreamError> {
    reader.read_exact(bytes).map_err(|error| {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            StreamError::NotSealed
        } else {
            StreamError::Read(error)
        }
    })
}

fn refuse_name(name: &[u8; 8]) -> StreamError {
    if name[..7] == NAME_AND_VERSION[..7] && (b'2'..=b'9').contains(&name[7]) {
        return StreamError::NewerFormat;
    }
    StreamError::NotSealed
}
