//! Taking batches in: the one way in, for line and stick.

use super::load;
use super::rules::KnownRules;
use super::write::{Desk, Original, write};
use crate::database::{Database, Sql};
use crate::tables::device::Device;
use crate::{Centre, Trouble, tables};
use ciphers::Signatures;
use domain::Timestamp;
use std::sync::Arc;
use sync::Unsigned;
use sync::batch::{Batch, OpenError, Place, Zstd};
use sync::centre::{Change, Plan, VerifiedBatch, needs, plan};
use sync::message::{DeviceId, OfficeId, Position, PublicKey, Receipt, Refusal};
use tokio::runtime::Handle;

/// A batch that is ready to be planned.
struct Ready {
    device: Device,
    batch: VerifiedBatch,
    original: Original,
}

/// What the centre says to a batch: a receipt, or why not.
type Verdict<T> = Result<T, Refusal>;

impl Centre {
    /// Takes a batch in. It was opened, checked, written and is durable when the receipt is
    /// signed; a batch that came before gets its receipt again and changes nothing.
    ///
    /// `reader` is the office whose device brought it: nothing of another office comes this way.
    ///
    /// # Errors
    /// When the database fails. Nothing was written then.
    pub async fn ingest(
        &self,
        reader: OfficeId,
        bytes: Vec<u8>,
    ) -> Result<Verdict<Receipt>, Trouble> {
        let permit = self.0.opening.acquire().await;
        let database = self.database().clone();
        let runtime = Handle::current();
        let opened =
            tokio::task::spawn_blocking(move || open(&database, &runtime, (reader, bytes))).await;
        drop(permit);
        let ready = match opened.map_err(|_| Trouble::GaveUp)?? {
            Ok(ready) => ready,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (now, own, rules) = (self.now(), self.key(), self.known_rules());
        let receipt = self
            .database()
            .write(move |sql| Box::pin(take_in(sql, ready, (now, own, rules))))
            .await?;
        Ok(receipt.map(|receipt| receipt.sign(self.keys())))
    }
}

/// Opens a batch on a thread that may take its time.
fn open(
    database: &Database,
    runtime: &Handle,
    (reader, bytes): (OfficeId, Vec<u8>),
) -> Result<Verdict<Ready>, Trouble> {
    let batch = match Batch::parse(bytes) {
        Ok(batch) => batch,
        Err(error) => return Ok(Err(refusal(&error))),
    };
    let envelope = *batch.envelope();
    let id = DeviceId(envelope.before.stream.device_id());
    let found = database.read(move |sql| Box::pin(tables::device::find(sql, id)));
    let Some(device) = runtime
        .block_on(found)?
        .filter(|device: &Device| device.certificate.office == reader)
    else {
        return Ok(Err(Refusal::UnknownDevice));
    };
    let unpacked = batch
        .verify(&device.certificate.key, &Signatures)
        .and_then(|verified| verified.unpack(&Zstd));
    let unpacked = match unpacked {
        Ok(unpacked) => unpacked,
        Err(error) => return Ok(Err(refusal(&error))),
    };
    let numbers = unpacked.references().to_vec();
    let places = if numbers.is_empty() {
        Vec::new()
    } else {
        let (stream, before) = (envelope.before.stream, envelope.before.into());
        let places = database.read(move |sql| {
            Box::pin(async move { referred(sql, (reader, stream), (before, &numbers)).await })
        });
        match runtime.block_on(places)? {
            Ok(places) => places,
            Err(refusal) => return Ok(Err(refusal)),
        }
    };
    Ok(match unpacked.records(&places) {
        Ok(opened) => Ok(Ready {
            device,
            batch: VerifiedBatch::of(opened),
            original: Original {
                envelope,
                bytes: batch.into_bytes(),
            },
        }),
        Err(error) => Err(refusal(&error)),
    })
}

/// What the records brought that a batch refers to, on the line that it goes on. Records are never
/// changed, so this may be read before the transaction that takes the batch in.
async fn referred(
    sql: &mut dyn Sql,
    stream: (OfficeId, record::Stream),
    (before, numbers): (Position, &[u64]),
) -> Result<Verdict<Vec<Place>>, Trouble> {
    let lines = load::place(sql, stream, before).await?;
    let gap = Refusal::Gap {
        head: lines.lines.get(&0).map(|line| line.head),
    };
    let Some(known) = lines.known.get(&before) else {
        return Ok(Err(gap));
    };
    let found = tables::record::places(sql, stream, numbers).await?;
    let mut places = Vec::with_capacity(numbers.len());
    for (seq, candidates) in numbers.iter().zip(found) {
        let on_line = candidates
            .into_iter()
            .find(|(line, _)| lines.is_before((*line, *seq), (known.line, before.seq)));
        match on_line {
            Some((_, place)) => places.push(place),
            None => return Ok(Err(gap)),
        }
    }
    Ok(Ok(places))
}

async fn take_in(
    sql: &mut dyn Sql,
    ready: Ready,
    (now, own, rules): (Timestamp, PublicKey, Arc<KnownRules>),
) -> Result<Verdict<Unsigned<Receipt>>, Trouble> {
    let Ready {
        device,
        batch,
        original,
    } = ready;
    let needs = needs(&batch);
    let reach = (needs.from_seq, needs.through_seq);
    let loaded = load::loaded(sql, (&device, needs.stream, now), (reach, &needs.documents)).await?;
    let desk = Desk {
        office: device.certificate.office,
        feed: (loaded.feed.feed(), loaded.feed.position()),
        now,
        rules,
    };
    let Plan { changes, receipt } = match plan(loaded, &batch) {
        Ok(plan) => plan,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let is_forked = changes.iter().any(|it| matches!(it, Change::Fork(_)));
    if is_forked && device.certificate.key == own {
        // Two members of the staff published at once; the second seals again.
        return Err(Trouble::Overtaken);
    }
    if !changes.is_empty() {
        write(sql, desk, (changes, Some(original))).await?;
    }
    Ok(Ok(receipt))
}

/// What the device is told of a batch that cannot be opened.
fn refusal(error: &OpenError) -> Refusal {
    match error {
        error if error.is_newer() => Refusal::NewerEnvelope,
        OpenError::Forged => Refusal::WrongSignature,
        OpenError::Chain => Refusal::BrokenChain,
        _ => Refusal::Damaged,
    }
}
