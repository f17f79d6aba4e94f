//! The chains of streams, and the signatures over them.

use crate::database::Sql;
use crate::files::hexadecimal;
use crate::{Trouble, tables};
use ciphers::Signatures;
use record::{Chain, Stream, next_chain};
use std::collections::BTreeSet;
use sync::batch::Batch;
use sync::centre::StoredRecord;
use sync::message::{DeviceId, OfficeId, Position};

/// Records that are read in one step.
const STEP: i64 = 1000;
/// Batches that are read in one step.
const BATCHES: i64 = 50;

/// Checks every stream of an office; answers how many records there are.
pub(super) async fn check(
    sql: &mut dyn Sql,
    office: OfficeId,
    faults: &mut Vec<String>,
) -> Result<u64, Trouble> {
    let mut records = 0;
    for stream in tables::line::streams(sql, office).await? {
        let id = DeviceId(stream.device_id());
        let Some(device) = tables::device::find(sql, id).await? else {
            faults.push(format!("a stream of no device: {stream:?}"));
            continue;
        };
        let mut walk = Walk {
            stream,
            before: BTreeSet::from([device.start_of(stream)]),
            here: BTreeSet::new(),
            at: Position {
                seq: 0,
                chain: Chain([0; 32]),
            },
        };
        let mut last = walk.at;
        loop {
            let page = tables::record::page(sql, (office, stream), (last, STEP)).await?;
            let Some(newest) = page.last() else { break };
            last = newest.arrival.place;
            records += page.len() as u64;
            for stored in &page {
                if let Some(fault) = walk.step(stored) {
                    faults.push(fault);
                }
            }
        }
        for line in tables::line::of(sql, (office, stream)).await?.values() {
            let head = tables::record::one(sql, (office, stream, line.head)).await?;
            if head.is_none_or(|head| head.line != line.number) {
                faults.push(format!("the head of {stream:?} is no record of it"));
            }
        }
        check_batches(sql, (office, stream), (&device.certificate.key, faults)).await?;
    }
    Ok(records)
}

/// Follows all lines of a stream at once: every record must follow one of those before it.
struct Walk {
    stream: Stream,
    before: BTreeSet<Chain>,
    here: BTreeSet<Chain>,
    at: Position,
}

impl Walk {
    fn step(&mut self, stored: &StoredRecord) -> Option<String> {
        let (record, place) = (&stored.arrival.record, stored.arrival.place);
        if place.seq != self.at.seq {
            if self.at.seq > 0 {
                self.before = std::mem::take(&mut self.here);
            }
            if place.seq != self.at.seq + 1 {
                self.at = place;
                self.here.insert(place.chain);
                return Some(format!("a hole before {}/{}", name(self.stream), place.seq));
            }
            self.at = place;
        }
        self.here.insert(place.chain);
        let header = &record.header;
        let follows = self
            .before
            .iter()
            .any(|chain| next_chain(chain, header, &record.body_hash) == place.chain);
        let is_whole = header.stream == self.stream
            && header.seq == place.seq
            && record.body_is_genuine()
            && follows;
        (!is_whole).then(|| format!("record {}/{} was changed", name(self.stream), place.seq))
    }
}

async fn check_batches(
    sql: &mut dyn Sql,
    (office, stream): (OfficeId, Stream),
    (key, faults): (&sync::message::PublicKey, &mut Vec<String>),
) -> Result<(), Trouble> {
    let mut after = None;
    loop {
        let page = tables::batch::page(sql, (office, stream), (after.as_ref(), BATCHES)).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some((last.first_seq, last.upload));
        for stored in page {
            let checked = Batch::parse(stored.bytes)
                .ok()
                .filter(|batch| batch.upload() == stored.upload)
                .filter(|batch| batch.verify(key, &Signatures).is_ok());
            let Some(batch) = checked else {
                let upload = hexadecimal(&stored.upload.0);
                faults.push(format!("batch {upload} was changed"));
                continue;
            };
            let checkpoint = batch.envelope().checkpoint;
            let end = Position {
                seq: checkpoint.through_seq,
                chain: checkpoint.chain,
            };
            let there = tables::record::one(sql, (office, stream, end)).await?;
            if there.is_none() {
                let upload = hexadecimal(&stored.upload.0);
                faults.push(format!("records of batch {upload} are missing"));
            }
        }
    }
}

fn name(stream: Stream) -> String {
    hexadecimal(&stream.0)
}
