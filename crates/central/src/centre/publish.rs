//! What the centre itself writes: master data that flows down.
//!
//! The centre is a device of each office and of the common feed, with a stream of its own for each
//! and for each life of the database, so that a restored centre never writes a number twice. What
//! it seals goes through the same door as everybody's batches.

use super::random;
use crate::database::Sql;
use crate::tables::centre::COMMON;
use crate::{Centre, Trouble, tables};
use domain::{Document, Timestamp, UserId};
use record::journal::JournalChain;
use record::{Head, Header, Hlc, KindNumber, Record, Revision, Stream, chain_zero, encode};
use sync::batch::{BuildError, Contents, NothingEarlier, Tools, Zstd, build};
use sync::message::{AdminEntry, DeviceCertificate, DeviceId, Epoch, OfficeId, PublicKey, Receipt};

/// How often it is tried when somebody else publishes at the same time.
const ATTEMPTS: u32 = 8;

/// Whom something is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Every office.
    Everybody,
    /// One office.
    Office(OfficeId),
}

/// Where the centre's stream for an audience stands, and what each document is built upon.
struct Standing {
    head: Head,
    bases: Vec<Option<Revision>>,
}

impl Centre {
    /// Seals documents in the centre's own stream and adds them to a feed. `actor` is the member
    /// of the centre's staff who decided it.
    ///
    /// # Errors
    /// When the database fails, or there are more documents than one batch holds.
    pub async fn publish(
        &self,
        audience: Audience,
        documents: &[Document],
        actor: UserId,
    ) -> Result<Receipt, Trouble> {
        let office = match audience {
            Audience::Everybody => COMMON,
            Audience::Office(office) => office,
        };
        let documents: Vec<_> = documents.iter().map(|it| (it.clone(), None)).collect();
        self.revise(office, &documents, actor).await
    }

    /// Corrects documents of an office together, each upon the revision that somebody looked at.
    /// When another one has become valid since, the correction stands beside it as a branch. A
    /// document without a revision is new, or is built upon whatever is valid.
    ///
    /// # Errors
    /// When the database fails, or there are more documents than one batch holds.
    pub async fn revise(
        &self,
        office: OfficeId,
        documents: &[(Document, Option<Revision>)],
        actor: UserId,
    ) -> Result<Receipt, Trouble> {
        for _ in 1..ATTEMPTS {
            match self.publish_once(office, documents, actor).await {
                Err(Trouble::Overtaken) => {}
                result => return result,
            }
        }
        self.publish_once(office, documents, actor).await
    }

    async fn publish_once(
        &self,
        office: OfficeId,
        documents: &[(Document, Option<Revision>)],
        actor: UserId,
    ) -> Result<Receipt, Trouble> {
        let keys: Vec<_> = documents
            .iter()
            .map(|(it, _)| (it.kind(), it.id()))
            .collect();
        let (key, seal_to, now) = (self.key(), self.seal_to(), self.now());
        let standing = self
            .database()
            .write(move |sql| {
                Box::pin(async move {
                    let writer = Writer { key, office };
                    writer.stand(sql, (&seal_to, now), &keys).await
                })
            })
            .await?;
        let sealed = documents
            .iter()
            .zip(standing.bases)
            .map(|((document, upon), base)| (document, upon.or(base)))
            .collect();
        let batch = self.pack(office, (standing.head, sealed), (actor, now))?;
        Ok(self.ingest(office, batch).await??)
    }

    /// The batch of these documents, each upon its base.
    fn pack(
        &self,
        office: OfficeId,
        (before, documents): (Head, Vec<(&Document, Option<Revision>)>),
        (actor, now): (UserId, Timestamp),
    ) -> Result<Vec<u8>, Trouble> {
        let mut head = before;
        let mut records = Vec::with_capacity(documents.len());
        for (document, base_rev) in documents {
            let record = seal(document, (head, base_rev), (actor, now, random()?));
            head = head.after(&record);
            records.push(record);
        }
        let contents = Contents {
            office,
            recipient: None,
            before,
            records: &records,
            earlier: &NothingEarlier,
            journal: (0, JournalChain([0; 32])),
        };
        let tools = Tools {
            compressor: &Zstd,
            signer: self.keys(),
        };
        let built = build(&contents, &tools).map_err(|error| Trouble::Packing(error.into()))?;
        if built.head != head {
            return Err(Trouble::Packing(BuildError::Nothing.into()));
        }
        Ok(built.batch.into_bytes())
    }
}

fn seal(
    document: &Document,
    (head, base_rev): (Head, Option<Revision>),
    (actor, now, salt): (UserId, Timestamp, [u8; 16]),
) -> Record {
    let header = Header {
        stream: head.stream,
        seq: head.seq.saturating_add(1),
        kind: KindNumber::from(document.kind()),
        schema: 0,
        doc_id: document.id(),
        base_rev,
        actor,
        hlc: Hlc::tick(Hlc::default(), now),
        beacon: Some(now),
    };
    Record::seal(header, salt, encode(document))
}

/// The centre as a device of one office.
struct Writer {
    key: PublicKey,
    office: OfficeId,
}

impl Writer {
    fn derived(&self, purpose: &'static str, epoch: Epoch) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_derive_key(purpose);
        hasher
            .update(&self.key.0)
            .update(&self.office.0)
            .update(&epoch.0.to_be_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        id
    }

    fn certificate(&self, now: Timestamp) -> DeviceCertificate {
        DeviceCertificate {
            device: DeviceId(self.derived("kinerja pusat device v1", Epoch(0))),
            office: self.office,
            database: self.derived("kinerja pusat database v1", Epoch(0)),
            key: self.key,
            at: now,
        }
    }

    /// Reads where the stream stands. The first time, the centre enrols itself.
    async fn stand(
        &self,
        sql: &mut dyn Sql,
        (seal_to, now): (&str, Timestamp),
        keys: &[sync::ledger::DocumentKey],
    ) -> Result<Standing, Trouble> {
        let certificate = self.certificate(now);
        tables::feed::lock(sql, tables::feed::feed_of(self.office)).await?;
        if tables::device::find(sql, certificate.device)
            .await?
            .is_none()
        {
            tables::device::add(sql, &certificate, (seal_to, "kinerja-pusat")).await?;
            super::enrol::tell(sql, self.office, AdminEntry::Enrolled(certificate)).await?;
        }
        let epoch = tables::centre::epoch(sql).await?;
        let incarnation = self.derived("kinerja pusat incarnation v1", epoch);
        let stream = Stream::new(&certificate.device.0, &incarnation);
        let lines = tables::line::of(sql, (self.office, stream)).await?;
        let head = match lines.get(&0) {
            Some(line) => line.head.in_stream(stream),
            None => {
                let DeviceCertificate {
                    database, device, ..
                } = certificate;
                let start = chain_zero(&database, &device.0, &self.key.0, &incarnation);
                Head::start(stream, start)
            }
        };
        let documents = tables::document::some(sql, self.office, keys.iter()).await?;
        let base = |key: &sync::ledger::DocumentKey| {
            let folded = documents.iter().find(|it| (it.kind, it.doc_id) == *key);
            folded.and_then(record::Folded::revision)
        };
        Ok(Standing {
            head,
            bases: keys.iter().map(base).collect(),
        })
    }
}
