//! Following the two chains from their beginnings.

use super::Problem;
use crate::{
    error::StoreError,
    table::{
        identity::Identity,
        journal::{self, StoredEntry},
        record::{self as records, StoredRecord},
    },
};
use ::record::{
    Head, Stream,
    journal::{journal_zero, next_journal_chain},
};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Follows the journal and passes each row on; answers how many there are.
pub(crate) fn follow_journal(
    connection: &Connection,
    identity: &Identity,
    problems: &mut Vec<Problem>,
    mut take: impl FnMut(&StoredEntry) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
    let mut chain = journal_zero(&identity.database_id);
    let mut count = 0;
    journal::each(connection, |stored| {
        count += 1;
        let next = next_journal_chain(&chain, &stored.entry);
        if stored.entry.seq != count || stored.chain != next {
            problems.push(Problem::Journal {
                seq: stored.entry.seq,
            });
        }
        // Goes on from what is stored, so that one broken row is one problem.
        chain = stored.chain;
        take(&stored)
    })?;
    Ok(count)
}

/// Follows every stream of this PC and passes each record on; answers how many there are. Of what
/// came down only the bodies can be checked: its chains are the centre's to hold.
pub(crate) fn follow_records(
    connection: &Connection,
    identity: &Identity,
    problems: &mut Vec<Problem>,
    mut take: impl FnMut(&StoredRecord) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
    let mut heads: BTreeMap<Stream, Head> = BTreeMap::new();
    let mut count = 0;
    records::each(connection, |stored| {
        let record = &stored.record;
        if !stored.own {
            if !record.body_is_genuine() {
                problems.push(Problem::Record {
                    seq: record.header.seq,
                });
            }
            return take(&stored);
        }
        count += 1;
        let stream = record.header.stream;
        let head = heads.entry(stream).or_insert_with(|| {
            let of_stream = Identity {
                device_id: stream.device_id(),
                incarnation: stream.incarnation(),
                ..*identity
            };
            Head::start(stream, of_stream.chain_zero())
        });
        let next = head.after(record);
        let whole = record.header.seq == head.seq + 1
            && record.body_is_genuine()
            && next.chain == stored.chain;
        if !whole {
            problems.push(Problem::Record {
                seq: record.header.seq,
            });
        }
        *head = Head {
            stream,
            seq: record.header.seq,
            chain: stored.chain,
        };
        take(&stored)
    })?;
    Ok(count)
}
