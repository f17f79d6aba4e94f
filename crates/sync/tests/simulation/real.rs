//! The compressor, the envelope and the signatures that ship, for the seeds that can afford them.

use crate::centre::StreamRows;
use crate::toy::{Check, Ciphers, SimulatedKey};
use record::journal::JournalChain;
use record::{Chain, Record, Stream};
use std::rc::Rc;
use sync::batch::{Batch, Contents, Earlier, OpenError, Place, Tools, Zstd, build};
use sync::centre::{Lines, VerifiedBatch};
use sync::message::{OfficeId, Position, Refusal, UploadId};
use uuid::Uuid;

/// What a stream brought before a batch, as the PC knows it.
pub struct Before<'a>(pub &'a [(Record, Position)]);

impl Earlier for Before<'_> {
    fn document(&self, id: Uuid) -> Option<u64> {
        let mut records = self.0.iter().rev();
        let (record, _) = records.find(|(record, _)| record.header.doc_id == id)?;
        Some(record.header.seq)
    }

    fn revision(&self, _: Uuid, revision: record::Revision) -> Option<u64> {
        let mut records = self.0.iter().rev();
        let (_, place) = records.find(|(_, place)| place.chain.revision() == revision)?;
        Some(place.seq)
    }
}

/// A batch as bytes, and its name.
pub fn seal_batch(
    before: record::Head,
    records: &[(Record, Chain)],
    (earlier, key): (&Before<'_>, SimulatedKey),
) -> (UploadId, Rc<[u8]>) {
    let records: Vec<Record> = records.iter().map(|(record, _)| record.clone()).collect();
    let contents = Contents {
        office: OfficeId([0; 16]),
        recipient: None,
        before,
        records: &records,
        earlier,
        journal: (0, JournalChain([0; 32])),
    };
    let tools = Tools {
        compressor: &Zstd,
        signer: &key,
    };
    let built = build(&contents, &tools).expect("a batch");
    let upload = built.batch.upload();
    (upload, built.batch.into_bytes().into())
}

/// The stream that a batch says it belongs to.
pub fn stream_of(bytes: &[u8]) -> Result<(Batch, Stream), Refusal> {
    let batch = Batch::parse(bytes.to_vec()).map_err(|error| refusal(&error))?;
    let stream = batch.envelope().before.stream;
    Ok((batch, stream))
}

/// Opens a batch upon what the centre has of its stream.
pub fn open_batch(
    batch: &Batch,
    key: &SimulatedKey,
    (rows, lines): (Option<&StreamRows>, &Lines),
) -> Result<VerifiedBatch, Refusal> {
    let verified = batch
        .verify(&key.public, &Check(Ciphers::Real))
        .map_err(|error| refusal(&error))?;
    let unpacked = verified.unpack(&Zstd).map_err(|error| refusal(&error))?;
    let before: Position = batch.envelope().before.into();
    let places: Option<Vec<Place>> = unpacked
        .references()
        .iter()
        .map(|seq| place(rows?, lines, (*seq, before)))
        .collect();
    // What is referred to is missing as long as what stands before the batch is.
    let places = places.ok_or(Refusal::Gap { head: None })?;
    let opened = unpacked.records(&places).map_err(|error| refusal(&error))?;
    Ok(VerifiedBatch::of(opened))
}

/// The record with this number on the line that the batch goes on.
fn place(rows: &StreamRows, lines: &Lines, (seq, before): (u64, Position)) -> Option<Place> {
    let line = lines.known.get(&before)?.line;
    let first = Position {
        seq,
        chain: Chain([0; 32]),
    };
    let (place, stored) = rows
        .records
        .range(first..)
        .take_while(|(place, _)| place.seq == seq)
        .find(|(_, stored)| lines.is_before((stored.line, seq), (line, before.seq)))?;
    Some(Place {
        document: stored.arrival.record.header.doc_id,
        revision: place.chain.revision(),
    })
}

fn refusal(error: &OpenError) -> Refusal {
    match error {
        OpenError::Forged => Refusal::WrongSignature,
        OpenError::Chain => Refusal::BrokenChain,
        newer if newer.is_newer() => Refusal::NewerEnvelope,
        _ => Refusal::Damaged,
    }
}
