//! Evidence files, sealed by the PC: their own lane, resumable, with a quota.

use crate::database::Sql;
use crate::files::Shelf;
use crate::tables::upload::Key;
use crate::{Centre, Trouble, tables};
use sync::Mutation;
use sync::centre::{Attempt, Kept, Upload};
use sync::message::{DeviceId, OfficeId};

/// The longest file, in bytes.
const LONGEST: u64 = 32 * 1024 * 1024;

/// What a request to append begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceBegun {
    /// Bytes may come, in this attempt.
    Attempt(Attempt),
    /// They belong elsewhere.
    Offset(u64),
    /// The file is here.
    Whole,
    /// Longer than a file may be.
    TooLarge,
    /// The office's quota is used up.
    NoRoom,
}

/// How a file stands after bytes came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceCompleted {
    /// So many bytes are there.
    Offset(u64),
    /// All are, and they are the right ones.
    Whole,
    /// The bytes were not those of the name: they begin again.
    Damaged,
}

impl Centre {
    /// How many bytes of a file are there, and how many it has when that is known. A new attempt
    /// begins; older ones are over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn evidence_offset(
        &self,
        office: OfficeId,
        hash: [u8; 32],
    ) -> Result<(u64, Option<u64>), Trouble> {
        let key = key(office, hash);
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    if let Some(length) = tables::file::length(sql, (office, &hash)).await? {
                        return Ok((length, Some(length)));
                    }
                    let Some(mut upload) = tables::upload::lock(sql, &key).await? else {
                        return Ok((0, None));
                    };
                    upload.begin_attempt();
                    tables::upload::set(sql, &key, &upload).await?;
                    Ok((upload.offset(), Some(upload.length())))
                })
            })
            .await
    }

    /// The same, and nobody's attempt ends.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn evidence_arrived(
        &self,
        office: OfficeId,
        hash: [u8; 32],
    ) -> Result<(u64, Option<u64>), Trouble> {
        let key = key(office, hash);
        self.database()
            .read(move |sql| {
                Box::pin(async move {
                    if let Some(length) = tables::file::length(sql, (office, &hash)).await? {
                        return Ok((length, Some(length)));
                    }
                    let found = tables::upload::find(sql, &key).await?;
                    Ok(found.map_or((0, None), |it| (it.offset(), Some(it.length()))))
                })
            })
            .await
    }

    /// A file begins or goes on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_evidence(
        &self,
        (office, device): (OfficeId, DeviceId),
        hash: [u8; 32],
        (length, at, quota): (u64, u64, u64),
    ) -> Result<EvidenceBegun, Trouble> {
        if length > LONGEST {
            return Ok(EvidenceBegun::TooLarge);
        }
        let (key, now) = (key(office, hash), self.now());
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    if tables::file::length(sql, (office, &hash)).await?.is_some() {
                        return Ok(EvidenceBegun::Whole);
                    }
                    if tables::file::used(sql, office)
                        .await?
                        .saturating_add(length)
                        > quota
                    {
                        return Ok(EvidenceBegun::NoRoom);
                    }
                    tables::upload::begin(sql, &key, (device, length, now)).await?;
                    let found = tables::upload::lock(sql, &key).await?;
                    let mut upload = found.unwrap_or(Upload::new(length, Mutation::default()));
                    let attempt = upload.begin_attempt();
                    if upload.measure(length) {
                        tables::upload::remove_chunks(sql, &key).await?;
                    }
                    tables::upload::set(sql, &key, &upload).await?;
                    Ok(if upload.offset() == at {
                        EvidenceBegun::Attempt(attempt)
                    } else {
                        EvidenceBegun::Offset(upload.offset())
                    })
                })
            })
            .await
    }

    /// Keeps bytes of a file, to stand from `at` on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn append_evidence(
        &self,
        (office, hash): (OfficeId, [u8; 32]),
        attempt: Attempt,
        (at, bytes): (u64, Vec<u8>),
    ) -> Result<Kept, Trouble> {
        let key = key(office, hash);
        self.database()
            .write(move |sql| Box::pin(super::upload::keep(sql, key, (attempt, at, bytes))))
            .await
    }

    /// Puts a file away when all its bytes are there.
    ///
    /// # Errors
    /// When the database or the store of files fails.
    pub async fn complete_evidence(
        &self,
        (office, device): (OfficeId, DeviceId),
        hash: [u8; 32],
    ) -> Result<EvidenceCompleted, Trouble> {
        let whole = key(office, hash);
        let read = self
            .database()
            .read(move |sql| Box::pin(arrived(sql, whole)))
            .await?;
        let bytes = match read {
            Ok(bytes) => bytes,
            Err(offset) => return Ok(EvidenceCompleted::Offset(offset)),
        };
        let is_right = blake3::hash(&bytes) == blake3::Hash::from(hash);
        let length = bytes.len() as u64;
        if is_right {
            self.watched(self.files().put((Shelf::Evidence, &hash), bytes).await)?;
        }
        let (key, now) = (key(office, hash), self.now());
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    tables::upload::remove(sql, &key).await?;
                    if !is_right {
                        return Ok(EvidenceCompleted::Damaged);
                    }
                    tables::file::add(sql, (office, device, &hash), (length, now)).await?;
                    Ok(EvidenceCompleted::Whole)
                })
            })
            .await
    }
}

/// All bytes of a file, or how many there are.
async fn arrived(sql: &mut dyn Sql, key: Key) -> Result<Result<Vec<u8>, u64>, Trouble> {
    Ok(match tables::upload::find(sql, &key).await? {
        Some(upload) if upload.is_complete() => Ok(tables::upload::bytes(sql, &key).await?),
        Some(upload) => Err(upload.offset()),
        None => Err(0),
    })
}

fn key(office: OfficeId, hash: [u8; 32]) -> Key {
    Key {
        office,
        id: hash.to_vec(),
    }
}
