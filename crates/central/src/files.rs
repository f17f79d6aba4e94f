//! Packs and evidence: a folder, or an S3-compatible store.

use crate::Trouble;
use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{Error, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig};
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// Where files lie; a clone is the same place. Everything is named by the hash of its bytes, so
/// that nothing is ever changed, and putting a file twice is harmless.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    Packs,
    Evidence,
    Trials,
}

impl Files {
    /// A folder, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made or used.
    pub fn folder(folder: &std::path::Path) -> Result<Self, Trouble> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)))
    }

    /// The store at an address: `s3://bucket`, with the keys and the endpoint in the environment
    /// (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_ENDPOINT`, `AWS_REGION`).
    ///
    /// # Errors
    /// When the address or the environment cannot be understood.
    pub fn at(address: &str) -> Result<Self, Trouble> {
        if let Some(folder) = address.strip_prefix("file://") {
            return Self::folder(std::path::Path::new(folder));
        }
        // The store's client takes the process's ciphers; whoever chose others before keeps them.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let store = AmazonS3Builder::from_env()
            .with_allow_http(true)
            .with_url(address)
            .with_retry(brief())
            .build()?;
        Ok(Self(Arc::new(store)))
    }

    /// A place that is gone with the process, for commands that keep no files.
    #[must_use]
    pub fn none() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    pub(crate) async fn put(
        &self,
        (shelf, hash): (Shelf, &[u8; 32]),
        bytes: impl Into<PutPayload>,
    ) -> Result<(), Trouble> {
        self.0.put(&place(shelf, hash), bytes.into()).await?;
        Ok(())
    }

    /// The file; `None` when it is not there.
    pub(crate) async fn get(
        &self,
        (shelf, hash): (Shelf, &[u8; 32]),
    ) -> Result<Option<Bytes>, Trouble> {
        match self.0.get(&place(shelf, hash)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) async fn remove(&self, (shelf, hash): (Shelf, &[u8; 32])) -> Result<(), Trouble> {
        Ok(self.0.delete(&place(shelf, hash)).await?)
    }

    /// How long a file is; `None` when it is not there.
    pub(crate) async fn length(
        &self,
        (shelf, hash): (Shelf, &[u8; 32]),
    ) -> Result<Option<u64>, Trouble> {
        match self.0.head(&place(shelf, hash)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// A part of a file that is there.
    pub(crate) async fn part(
        &self,
        (shelf, hash): (Shelf, &[u8; 32]),
        range: Range<u64>,
    ) -> Result<Bytes, Trouble> {
        Ok(self.0.get_range(&place(shelf, hash), range).await?)
    }
}

/// A store that is down is not asked for minutes: whoever waits for it comes again by themselves.
fn brief() -> RetryConfig {
    RetryConfig {
        max_retries: 2,
        retry_timeout: Duration::from_secs(5),
        ..RetryConfig::default()
    }
}

fn place(shelf: Shelf, hash: &[u8; 32]) -> Path {
    let shelf = match shelf {
        Shelf::Packs => "packs",
        Shelf::Evidence => "evidence",
        Shelf::Trials => "trials",
    };
    let name = hexadecimal(hash);
    // Not all files in one folder.
    Path::from(format!("{shelf}/{}/{name}", &name[..2]))
}

/// Lower-case hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of lower-case hexadecimal; `None` when it is not exactly that.
pub(crate) fn from_hexadecimal<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}
