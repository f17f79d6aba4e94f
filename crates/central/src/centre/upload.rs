//! Bytes of a batch as they come, in whatever pieces.

use crate::tables::upload::Key;
use crate::{Centre, Trouble, tables};
use sync::Mutation;
use sync::centre::{Attempt, Kept, Upload};
use sync::limits::MAX_LONE_BATCH_BYTES;
use sync::message::{AppendAnswer, DeviceId, OfficeId, UploadId};

/// What a request to append begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Bytes may come, in this attempt. All older ones are over.
    Attempt(Attempt),
    /// No byte is wanted.
    Answer(AppendAnswer),
    /// More bytes than a batch may have.
    TooLarge,
}

/// How an upload stands after bytes came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completed {
    /// So many bytes are there, and more are to come.
    Offset(u64),
    /// All were there: what became of the batch.
    Answer(AppendAnswer),
}

impl Centre {
    /// How many bytes of an upload are there. A new attempt begins; older ones are over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn offset(&self, office: OfficeId, id: UploadId) -> Result<u64, Trouble> {
        let key = key(office, id);
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let Some(mut upload) = tables::upload::lock(sql, &key).await? else {
                        return Ok(0);
                    };
                    upload.begin_attempt();
                    tables::upload::set(sql, &key, &upload).await?;
                    Ok(upload.offset())
                })
            })
            .await
    }

    /// How many bytes of an upload are there. Nobody's attempt ends.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn arrived(&self, office: OfficeId, id: UploadId) -> Result<u64, Trouble> {
        let key = key(office, id);
        let found = self
            .database()
            .read(move |sql| Box::pin(async move { tables::upload::find(sql, &key).await }))
            .await?;
        Ok(found.map_or(0, |upload| upload.offset()))
    }

    /// How many bytes an upload has in all; `None` for one that is not known, or taken in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn upload_length(
        &self,
        office: OfficeId,
        id: UploadId,
    ) -> Result<Option<u64>, Trouble> {
        let key = key(office, id);
        let found = self
            .database()
            .read(move |sql| Box::pin(async move { tables::upload::find(sql, &key).await }))
            .await?;
        Ok(found.map(|upload| upload.length()))
    }

    /// An upload begins or goes on: `length` bytes in all, from `at` on. A batch that came before,
    /// whichever way, is answered before a byte of it moves.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_upload(
        &self,
        (office, device): (OfficeId, DeviceId),
        id: UploadId,
        (length, at): (u64, u64),
    ) -> Result<Begun, Trouble> {
        if length > MAX_LONE_BATCH_BYTES as u64 {
            return Ok(Begun::TooLarge);
        }
        let came = self
            .database()
            .read(move |sql| Box::pin(tables::batch::bytes(sql, (office, id))))
            .await?;
        if let Some(bytes) = came {
            return Ok(Begun::Answer(self.answer(office, bytes).await?));
        }
        let key = key(office, id);
        let now = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let mut found = tables::upload::lock(sql, &key).await?;
                    if found.is_none() {
                        tables::upload::begin(sql, &key, (device, length, now)).await?;
                        found = tables::upload::lock(sql, &key).await?;
                    }
                    let mut upload = found.unwrap_or(Upload::new(length, Mutation::default()));
                    let attempt = upload.begin_attempt();
                    if upload.measure(length) {
                        tables::upload::remove_chunks(sql, &key).await?;
                    }
                    tables::upload::set(sql, &key, &upload).await?;
                    Ok(if upload.offset() == at {
                        Begun::Attempt(attempt)
                    } else {
                        Begun::Answer(AppendAnswer::Offset(upload.offset()))
                    })
                })
            })
            .await
    }

    /// Keeps bytes of an attempt, to stand from `at` on. They are durable when this answers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn append(
        &self,
        (office, id): (OfficeId, UploadId),
        attempt: Attempt,
        (at, bytes): (u64, Vec<u8>),
    ) -> Result<Kept, Trouble> {
        let key = key(office, id);
        self.database()
            .write(move |sql| Box::pin(keep(sql, key, (attempt, at, bytes))))
            .await
    }

    /// Takes an upload in when all its bytes are there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn complete(&self, office: OfficeId, id: UploadId) -> Result<Completed, Trouble> {
        let whole = key(office, id);
        let (found, bytes) = self
            .database()
            .read(move |sql| {
                Box::pin(async move {
                    let found = tables::upload::find(sql, &whole).await?;
                    let bytes = match found {
                        Some(upload) if upload.is_complete() => {
                            tables::upload::bytes(sql, &whole).await?
                        }
                        _ => Vec::new(),
                    };
                    Ok::<_, Trouble>((found, bytes))
                })
            })
            .await?;
        match found {
            Some(upload) if upload.is_complete() => {
                let answer = self.take_upload_in((office, id), bytes).await?;
                Ok(Completed::Answer(answer))
            }
            Some(upload) => Ok(Completed::Offset(upload.offset())),
            None => Ok(Completed::Offset(0)),
        }
    }

    async fn take_upload_in(
        &self,
        (office, id): (OfficeId, UploadId),
        bytes: Vec<u8>,
    ) -> Result<AppendAnswer, Trouble> {
        let is_named = bytes.len() >= 32 && bytes[bytes.len() - 32..].starts_with(&id.0);
        let answer = if is_named {
            self.answer(office, bytes).await?
        } else {
            // The bytes are not those that their name promises.
            AppendAnswer::Refused(sync::message::Refusal::Damaged)
        };
        let is_taken = matches!(answer, AppendAnswer::Taken(_));
        let key = key(office, id);
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    if is_taken {
                        return tables::upload::remove(sql, &key).await;
                    }
                    let Some(mut upload) = tables::upload::lock(sql, &key).await? else {
                        return Ok(());
                    };
                    upload.forget();
                    tables::upload::remove_chunks(sql, &key).await?;
                    tables::upload::set(sql, &key, &upload).await
                })
            })
            .await?;
        Ok(answer)
    }

    async fn answer(&self, office: OfficeId, bytes: Vec<u8>) -> Result<AppendAnswer, Trouble> {
        Ok(match self.ingest(office, bytes).await? {
            Ok(receipt) => AppendAnswer::Taken(Box::new(receipt)),
            Err(refusal) => AppendAnswer::Refused(refusal),
        })
    }
}

pub(super) async fn keep(
    sql: &mut dyn crate::database::Sql,
    key: Key,
    (attempt, at, mut bytes): (Attempt, u64, Vec<u8>),
) -> Result<Kept, Trouble> {
    let Some(mut upload) = tables::upload::lock(sql, &key).await? else {
        return Ok(Kept::Fenced);
    };
    let kept = upload.keep(attempt, at, bytes.len() as u64);
    if let Kept::Bytes(count @ 1..) = kept {
        bytes.truncate(usize::try_from(count).unwrap_or(usize::MAX));
        tables::upload::add_chunk(sql, &key, (at, bytes)).await?;
        tables::upload::set(sql, &key, &upload).await?;
    }
    Ok(kept)
}

fn key(office: OfficeId, id: UploadId) -> Key {
    Key {
        office,
        id: id.0.to_vec(),
    }
}
