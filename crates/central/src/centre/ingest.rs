//! Taking batches in: the one way in, for line and stick.

use super::draft::{Draft, draft};
use super::load;
use super::rules::KnownRules;
use super::write::{Original, write};
use crate::database::Sql;
use crate::tables::device::Device;
use crate::{Centre, Trouble, tables};
use ciphers::Signatures;
use domain::Timestamp;
use std::sync::Arc;
use sync::Unsigned;
use sync::batch::{Batch, OpenError, Place, Zstd};
use sync::centre::VerifiedBatch;
use sync::message::{DeviceId, OfficeId, Position, PublicKey, Receipt, Refusal};
use tokio::runtime::Handle;

/// A batch that was planned, against what stood when it was opened.
struct Ready {
    device: Device,
    batch: VerifiedBatch,
    original: Original,
    draft: Draft,
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
        let (database, runtime, now) = (self.database().clone(), Handle::current(), self.now());
        // On a thread that may take its time. All of it reads one state of the database.
        let opened = tokio::task::spawn_blocking(move || {
            let batch = match Batch::parse(bytes) {
                Ok(batch) => batch,
                Err(error) => return Ok(Err(refusal(&error))),
            };
            let opening = database.read(move |sql| Box::pin(open(sql, batch, (reader, now))));
            runtime.block_on(opening)
        })
        .await;
        drop(permit);
        let ready = match opened.map_err(|_| Trouble::GaveUp)?? {
            Ok(ready) => ready,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (own, rules) = (self.key(), self.known_rules());
        let receipt = self
            .database()
            .write(move |sql| Box::pin(take_in(sql, ready, (own, rules))))
            .await?;
        Ok(receipt.map(|receipt| receipt.sign(self.keys())))
    }
}

/// Opens a batch and plans it.
async fn open(
    sql: &mut dyn Sql,
    batch: Batch,
    (reader, now): (OfficeId, Timestamp),
) -> Result<Verdict<Ready>, Trouble> {
    let envelope = *batch.envelope();
    let id = DeviceId(envelope.before.stream.device_id());
    let found = tables::device::find(sql, id).await?;
    let Some(device) = found.filter(|device| device.certificate.office == reader) else {
        return Ok(Err(Refusal::UnknownDevice));
    };
    let unpacked = batch
        .verify(&device.certificate.key, &Signatures)
        .and_then(|verified| verified.unpack(&Zstd));
    let unpacked = match unpacked {
        Ok(unpacked) => unpacked,
        Err(error) => return Ok(Err(refusal(&error))),
    };
    let numbers = unpacked.references();
    let places = if numbers.is_empty() {
        Vec::new()
    } else {
        let (stream, before) = (envelope.before.stream, envelope.before.into());
        match referred(sql, (reader, stream), (before, numbers)).await? {
            Ok(places) => places,
            Err(refusal) => return Ok(Err(refusal)),
        }
    };
    let opened = match unpacked.records(&places) {
        Ok(opened) => VerifiedBatch::of(opened),
        Err(error) => return Ok(Err(refusal(&error))),
    };
    let draft = draft(sql, (&device, &opened), now).await?;
    Ok(Ok(Ready {
        device,
        batch: opened,
        original: Original {
            envelope,
            bytes: batch.into_bytes(),
        },
        draft,
    }))
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

/// Writes what was planned. When something else was written about the office since, the batch is
/// planned again first.
async fn take_in(
    sql: &mut dyn Sql,
    ready: Ready,
    (own, rules): (PublicKey, Arc<KnownRules>),
) -> Result<Verdict<Unsigned<Receipt>>, Trouble> {
    let Ready {
        device,
        batch,
        original,
        draft: mut planned,
    } = ready;
    let standing = load::standing(sql, device.certificate.office).await?;
    if planned.standing != standing {
        let now = planned.desk.now;
        planned = draft(sql, (&device, &batch), now).await?;
    }
    let planned_rows = match planned.planned {
        Ok(planned) => planned,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if planned_rows.is_forked && device.certificate.key == own {
        // Two members of the staff published at once; the second seals again.
        return Err(Trouble::Overtaken);
    }
    if let Some(rows) = planned_rows.rows {
        write(sql, &planned.desk, (rows, Some(original), &rules)).await?;
    }
    Ok(Ok(planned_rows.receipt))
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
