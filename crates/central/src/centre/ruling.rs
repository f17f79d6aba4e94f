//! Ruling about documents: an office is to look again, or nothing changes any more.
//!
//! A verdict is a line of the office's feed, so it reaches every PC in the order in which the
//! centre took everything in, and it holds for the revision that somebody looked at.

use crate::tables::{self, feed::feed_of};
use crate::{Centre, Trouble};
use record::{Revision, Ruling, Verdict};
use std::collections::BTreeMap;
use sync::ledger::DocumentKey;
use sync::message::{FeedEntry, FeedItem, FeedVerdict, OfficeId};

/// What somebody decided, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is ruled.
    pub ruling: Ruling,
    /// Why; the office reads it.
    pub reason: String,
    /// Who decided, by name; the office reads it.
    pub by: String,
}

/// What became of a decision about several documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ruled {
    /// Documents that it holds for now.
    pub ruled: u32,
    /// Documents that it held for already.
    pub unchanged: u32,
    /// Documents of which another revision is valid since somebody looked, or none: nothing was
    /// ruled about them.
    pub stale: u32,
}

impl Centre {
    /// Rules about documents of an office, each as it was when somebody looked at it.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] when there is no such office.
    pub async fn rule(
        &self,
        office: OfficeId,
        documents: BTreeMap<DocumentKey, Revision>,
        decision: Decision,
    ) -> Result<Ruled, Trouble> {
        let at = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let feed = feed_of(office);
                    // Locked before the documents are read: an office may be sending.
                    let before = tables::feed::lock(sql, feed).await?;
                    let found = tables::document::some(sql, office, documents.keys()).await?;
                    let mut ruled = Ruled {
                        stale: small(documents.len().saturating_sub(found.len())),
                        ..Ruled::default()
                    };
                    let (mut judged, mut entries) = (Vec::new(), Vec::new());
                    for folded in found {
                        let (kind, doc_id) = (folded.kind, folded.doc_id);
                        let Some(revision) = documents.get(&(kind, doc_id)).copied() else {
                            continue;
                        };
                        let verdict = Verdict {
                            revision,
                            ruling: decision.ruling,
                            reason: decision.reason.clone(),
                            by: decision.by.clone(),
                            at,
                        };
                        match folded.judged(&verdict) {
                            Some(document) => judged.push(document),
                            None if folded.revision() == Some(revision) => {
                                ruled.unchanged += 1;
                                continue;
                            }
                            None => {
                                ruled.stale += 1;
                                continue;
                            }
                        }
                        ruled.ruled += 1;
                        entries.push(FeedEntry {
                            seq: before.seq + u64::from(ruled.ruled),
                            item: FeedItem::Verdict(Box::new(FeedVerdict {
                                kind,
                                doc_id,
                                verdict,
                            })),
                        });
                    }
                    tables::document::set(sql, office, (&judged, at)).await?;
                    tables::projection::rule(sql, office, &judged).await?;
                    tables::feed::add(sql, (feed, before), entries).await?;
                    Ok(ruled)
                })
            })
            .await
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
