//! The feed's chain, and the documents that it folds to.

use crate::database::Sql;
use crate::{Trouble, tables};
use domain::Kind;
use record::sealed_hash;
use std::collections::BTreeMap;
use sync::ledger::{DocumentKey, Ledger};
use sync::message::{FeedItem, FeedPosition, FeedState, OfficeId};

/// Entries that are read in one step, and bytes.
const STEP: (i64, usize) = (1000, 8 * 1024 * 1024);
/// Documents that are read in one step.
const DOCUMENTS: i64 = 1000;

/// Folds an office's feed again and compares; answers the hash of what is stored.
pub(super) async fn check(
    sql: &mut dyn Sql,
    office: OfficeId,
    faults: &mut Vec<String>,
) -> Result<[u8; 32], Trouble> {
    let ledger = fold_again(sql, office, faults).await?;
    let mut bodies = BTreeMap::new();
    let mut after: Option<DocumentKey> = None;
    let mut differing = 0_u64;
    loop {
        let page = tables::document::page(sql, office, (after, DOCUMENTS)).await?;
        let Some(last) = page.last() else { break };
        after = Some((last.kind, last.doc_id));
        for folded in page {
            let key = (folded.kind, folded.doc_id);
            differing += u64::from(ledger.documents.get(&key) != Some(&folded));
            let bytes = folded.body.map(|body| body.bytes).unwrap_or_default();
            bodies.insert(key, blake3_of(&bytes));
        }
    }
    let missing = ledger
        .documents
        .keys()
        .filter(|key| !bodies.contains_key(key))
        .count();
    if differing > 0 || missing > 0 {
        faults.push(format!(
            "{differing} documents are not what their records say, {missing} are missing"
        ));
    }
    // Only the hashes of the bodies were kept, so this is the hash of the ledger when they agree.
    if differing == 0 && missing == 0 {
        return Ok(ledger.sealed_hash());
    }
    Ok(sealed_hash(bodies.into_iter().map(
        |((kind, id), body): ((Kind, _), [u8; 32])| (kind, id, body),
    )))
}

fn blake3_of(bytes: &[u8]) -> [u8; 32] {
    blake3::hash(bytes).into()
}

async fn fold_again(
    sql: &mut dyn Sql,
    office: OfficeId,
    faults: &mut Vec<String>,
) -> Result<Ledger, Trouble> {
    let feed = tables::feed::feed_of(office);
    let mut ledger = Ledger::default();
    let mut position = FeedPosition::default();
    loop {
        let after = FeedState { feed, position };
        let entries = tables::feed::behind(sql, after, (STEP, |_, _| false)).await?;
        if entries.is_empty() {
            break;
        }
        for entry in &entries {
            position = position.after(&entry.item);
            if entry.seq != position.seq {
                faults.push(format!("a hole in the feed before {}", entry.seq));
                position.seq = entry.seq;
            }
            let record = match &entry.item {
                FeedItem::Record(taken) => taken.record.clone(),
                FeedItem::Outcome { stream, place, .. } => {
                    let stored = tables::record::one(sql, (office, *stream, *place)).await?;
                    stored.map(|stored| stored.arrival.record)
                }
                _ => None,
            };
            ledger.follow(&entry.item, record.as_ref());
        }
    }
    if tables::feed::end(sql, feed).await?.position != position {
        faults.push("the feed does not end where it should".to_owned());
    }
    Ok(ledger)
}
