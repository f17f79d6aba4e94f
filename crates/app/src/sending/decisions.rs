//! What was changed here and at the centre: a person decides, side by side.
//!
//! Both decisions are sealed upon what the centre has, so that every other PC sees them. Nothing is
//! merged.

use super::differences::differences;
use super::{names, showing, view};
use crate::sending::live::Signal;
use crate::{Desk, Operation, Trouble};
use api::error::ErrorCode;
use api::sync::{Choice, Decide, DecisionLine, SyncView, Version};
use domain::{Document, Kind};
use record::{Branch, Folded, Record, Revision, decode, encode};
use store::{StoreError, View};

/// Every document that waits for a decision of this PC.
pub(crate) fn open_decisions(desk: &Desk<'_>) -> Result<Vec<DecisionLine>, Trouble> {
    desk.read(|view| {
        let mut lines = Vec::new();
        for bytes in view.branched_documents()? {
            let folded = Folded::from_bytes(&bytes).map_err(|_| StoreError::Corrupt)?;
            if let Some(line) = line(desk, view, &folded)? {
                lines.push(line);
            }
        }
        Ok::<_, Trouble>(lines)
    })
}

/// Seals a decision upon what the centre has.
pub(crate) fn decide(desk: &Desk<'_>, request: &Decide) -> Result<SyncView, Trouble> {
    let (kind, id) = (request.kind, request.id);
    desk.transact(Operation::Decide, |act| {
        let bytes = act.central_document(kind, id)?.ok_or(ErrorCode::NotFound)?;
        let folded = Folded::from_bytes(&bytes).map_err(|_| StoreError::Corrupt)?;
        let (Some(revision), Some(_)) = (folded.revision(), own_branch(act, &folded)?) else {
            return Err(ErrorCode::Stale.into());
        };
        if hexadecimal(revision) != request.centre {
            return Err(ErrorCode::Stale.into());
        }
        let (record, chain) = act
            .record_of_revision(id, revision)?
            .ok_or(ErrorCode::NotFound)?;
        match request.choice {
            Choice::Mine => {
                let is_sealed = act.sealed_equals_current(kind, id)?;
                act.stand_upon(chain, &record)?;
                // A rating that is being changed is sealed by the next Siap dikirim.
                if is_sealed {
                    act.seal_again(kind, id)?;
                }
            }
            Choice::Centre => {
                act.show_received(chain, &record)?;
                act.seal_again(kind, id)?;
            }
        }
        Ok(())
    })?;
    desk.mark_stale(&[api::Tag::Sync]);
    desk.office
        .live()
        .change(|now| now.version = now.version.wrapping_add(1));
    desk.office.live().signal(Signal::Wanted);
    view::get_sync(desk)
}

/// The branch on which this PC's newest revision stands.
fn own_branch(view: &View<'_>, folded: &Folded) -> Result<Option<Branch>, StoreError> {
    let Some((newest, _)) = view.newest_record(folded.kind, folded.doc_id)? else {
        return Ok(None);
    };
    if !showing::is_on_branch(folded, newest) {
        return Ok(None);
    }
    let branch = folded
        .branches
        .iter()
        .find(|branch| branch.revisions.contains(&newest));
    Ok(branch.cloned())
}

fn line(
    desk: &Desk<'_>,
    view: &View<'_>,
    folded: &Folded,
) -> Result<Option<DecisionLine>, StoreError> {
    let (kind, id) = (folded.kind, folded.doc_id);
    let (Some(branch), Some(revision)) = (own_branch(view, folded)?, folded.revision()) else {
        return Ok(None);
    };
    let (Some(mine), Some(centre)) = (
        view.document(kind, id)?,
        folded
            .body
            .as_ref()
            .and_then(|body| decode(kind, body.schema, &body.bytes).ok()),
    ) else {
        return Ok(None);
    };
    let before = match branch.base {
        Some(base) => view.record_of_revision(id, base)?,
        None => None,
    };
    let before_document = before
        .as_ref()
        .and_then(|(record, _)| document_of(kind, record));
    let newest = view.newest_record(kind, id)?.map(|(revision, _)| revision);
    Ok(Some(DecisionLine {
        kind,
        id,
        title: names::title_of(view, desk.language, &mine)?,
        fields: differences(desk.language, (&mine, &centre), before_document.as_ref()),
        recommended: recommended((&mine, &centre), before_document.as_ref()),
        mine: version(view, id, newest)?.unwrap_or(UNKNOWN),
        centre: version(view, id, Some(revision))?.unwrap_or(UNKNOWN),
        before: version(view, id, branch.base)?,
    }))
}

const UNKNOWN: Version = Version {
    who: None,
    at: None,
    revision: String::new(),
};

/// A rating is the appraiser's, so what was rated here is recommended. Of everything else the
/// centre's is, unless the centre only has what both began with.
fn recommended((mine, centre): (&Document, &Document), before: Option<&Document>) -> Choice {
    let is_rating = matches!(mine, Document::Evaluation(_) | Document::Note(_));
    if is_rating || before.is_some_and(|it| encode(it) == encode(centre)) {
        Choice::Mine
    } else {
        Choice::Centre
    }
}

fn document_of(kind: Kind, record: &Record) -> Option<Document> {
    let body = record.body.as_ref()?;
    decode(kind, record.header.schema, body).ok()
}

fn version(
    view: &View<'_>,
    id: domain::DocumentId,
    revision: Option<Revision>,
) -> Result<Option<Version>, StoreError> {
    let Some(revision) = revision else {
        return Ok(None);
    };
    let found = view.record_of_revision(id, revision)?;
    let header = found.map(|(record, _)| record.header);
    let who = match &header {
        Some(header) => view.user(header.actor)?.map(|user| user.name),
        None => None,
    };
    Ok(Some(Version {
        who,
        at: header.map(|header| header.hlc.time()),
        revision: hexadecimal(revision),
    }))
}

fn hexadecimal(revision: Revision) -> String {
    crate::backup::hex(&revision.0)
}
