use std::io::{self, Read, Write};

use aead_stream::EncryptorBE32;
use chacha20poly1305::XChaCha20Poly1305;
use zeroize::Zeroizing;

use super::{CHUNK, NAME_AND_VERSION, NONCE_PREFIX, StreamError, StreamKey, TAG};

/// Seals all of `reader` into `writer`; the answer is the length of the content in bytes.
///
/// `nonce_prefix` is random and used for one file only. The writer is flushed; making it last on
/// the disk is the caller's part.
///
/// # Errors
/// [`StreamError::Read`], [`StreamError::Write`], [`StreamError::TooLong`].
pub fn seal_stream(
    mut reader: impl Read,
    writer: impl Write,
    key: &StreamKey,
    nonce_prefix: &[u8; NONCE_PREFIX],
) -> Result<u64, StreamError> {
    let mut sealing = SealWriter::new(writer, key, nonce_prefix)?;
    let mut length = 0;
    let mut buffer = Zeroizing::new(vec![0; CHUNK]);
    loop {
        let read = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(StreamError::Read(error)),
        };
        sealing.push(&buffer[..read])?;
        length += read as u64;
    }
    sealing.finish()?;
    Ok(length)
}

/// Seals what is written to it.
///
/// [`finish`](Self::finish) writes the last chunk. Without it the file has no end and no reader
/// accepts it, which is what a crash should leave behind.
pub struct SealWriter<W> {
    writer: W,
    /// Nothing after a failure: what came out is unknown, so nothing may follow it.
    encryptor: Option<EncryptorBE32<XChaCha20Poly1305>>,
    associated: [u8; 32],
    chunk: Zeroizing<Vec<u8>>,
}

impl<W: Write> SealWriter<W> {
    /// Begins a file: writes its header.
    ///
    /// # Errors
    /// [`StreamError::Write`].
    pub fn new(
        mut writer: W,
        key: &StreamKey,
        nonce_prefix: &[u8; NONCE_PREFIX],
    ) -> Result<Self, StreamError> {
        writer
            .write_all(NAME_AND_VERSION)
            .and_then(|()| writer.write_all(nonce_prefix))
            .map_err(StreamError::Write)?;
        Ok(Self {
            writer,
            encryptor: Some(key.encryptor(nonce_prefix)),
            associated: key.associated,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
        })
    }

    /// Writes the last chunk and gives the writer back, flushed.
    ///
    /// # Errors
    /// [`StreamError::Write`]; [`StreamError::Broken`] if an earlier write had failed.
    pub fn finish(mut self) -> Result<W, StreamError> {
        let encryptor = self.encryptor.take().ok_or(StreamError::Broken)?;
        encryptor
            .encrypt_last_in_place(&self.associated, &mut *self.chunk)
            .map_err(|_| StreamError::TooLong)?;
        self.writer
            .write_all(&self.chunk)
            .and_then(|()| self.writer.flush())
            .map_err(StreamError::Write)?;
        Ok(self.writer)
    }

    fn push(&mut self, mut content: &[u8]) -> Result<(), StreamError> {
        while !content.is_empty() {
            // A full chunk waits here until more comes: the last one is sealed differently.
            if self.chunk.len() == CHUNK {
                self.seal_full_chunk()?;
            }
            let room = CHUNK - self.chunk.len();
            let (now, later) = content.split_at(room.min(content.len()));
            self.chunk.extend_from_slice(now);
            content = later;
        }
        Ok(())
    }

    fn seal_full_chunk(&mut self) -> Result<(), StreamError> {
        let mut encryptor = self.encryptor.take().ok_or(StreamError::Broken)?;
        encryptor
            .encrypt_next_in_place(&self.associated, &mut *self.chunk)
            .map_err(|_| StreamError::TooLong)?;
        self.writer
            .write_all(&self.chunk)
            .map_err(StreamError::Write)?;
        self.chunk.clear();
        self.encryptor = Some(encryptor);
        Ok(())
    }
}

impl<W: Write> Write for SealWriter<W> {
    fn write(&mut self, content: &[u8]) -> io::Result<usize> {
        self.push(content)?;
        Ok(content.len())
    }

    /// Flushes what is sealed. Content that does not fill a chunk yet waits for
    /// [`finish`](SealWriter::finish).
    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl<W> std::fmt::Debug for SealWriter<W> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SealWriter(..)")
    }
}
