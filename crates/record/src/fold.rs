//! The pure fold: records into documents. The same code runs on the PC and at the centre, so
//! both see the same documents and the same outcomes.

mod content;
mod custody;
mod folded;
mod outcome;
mod replay;
mod rules;
mod stored;

pub use custody::{Custody, Ruling, Verdict};
pub use folded::{Branch, Folded};
pub use outcome::{HeldReason, Outcome, Violation};
pub use replay::{Replayed, replay};
pub use rules::Rules;

use crate::{Chain, Encoded, Record, Redaction, Revision};
use content::Content;
use domain::{DocumentId, Kind};

/// A record with the chain's value at its place, which names the revision that it makes.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The record.
    pub record: &'a Record,
    /// The chain's value after it.
    pub chain: Chain,
}

impl Placed<'_> {
    /// The revision that this record makes.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.chain.revision()
    }

    /// The document that it is about, to look up before [`apply`]; for a redaction the one
    /// whose body goes. `None` when only a newer program can tell, or the body is damaged.
    #[must_use]
    pub fn document(&self) -> Option<(Kind, DocumentId)> {
        let header = &self.record.header;
        match header.kind.known()? {
            Kind::Redaction => match Content::of(self.record).ok()? {
                Content::Redaction(redaction) => Some((redaction.kind, redaction.document)),
                _ => None,
            },
            kind => Some((kind, header.doc_id)),
        }
    }
}

/// Folds one record into its document: the document after it, and what became of the record.
///
/// Nothing but the arguments decides. A concurrent edit is never merged: it becomes a branch
/// that a person resolves, for ratings always and for everything else as well. When the
/// outcome is not [`Outcome::Applied`] or [`Outcome::Conflict`], the document is as before.
#[must_use]
pub fn apply(
    document: Option<&Folded>,
    placed: &Placed<'_>,
    rules: &Rules,
) -> (Option<Folded>, Outcome) {
    match decide(document, placed, rules) {
        Ok((folded, outcome)) => (Some(folded), outcome),
        Err(outcome) => (document.cloned(), outcome),
    }
}

fn decide(
    document: Option<&Folded>,
    placed: &Placed<'_>,
    rules: &Rules,
) -> Result<(Folded, Outcome), Outcome> {
    let record = placed.record;
    let kind = record.header.kind.known().ok_or(Outcome::UnknownKind)?;
    if kind == Kind::User {
        return Err(Outcome::Rejected(Violation::LocalKind));
    }
    if document.is_some_and(|document| document.knows(placed.revision())) {
        return Err(Outcome::Duplicate);
    }
    let content = Content::of(record)?;
    if let Content::Redaction(redaction) = &content {
        return erase(document, placed, redaction);
    }
    if document.is_some_and(|it| (it.kind, it.doc_id) != (kind, record.header.doc_id)) {
        return Err(Outcome::Rejected(Violation::OtherDocument));
    }
    if let Some(reason) = content
        .period()
        .and_then(|it| rules.lateness(it, record.header.beacon))
    {
        return Err(Outcome::Held(reason));
    }
    match document {
        None => begin(kind, placed),
        Some(document) => match Custody::of(document) {
            Custody::Office => advance(document, placed, &content),
            Custody::Nobody if document.says(placed.record) => Err(Outcome::Duplicate),
            Custody::Nobody => Err(Outcome::Rejected(Violation::Final)),
        },
    }
}

/// The first record of a document.
fn begin(kind: Kind, placed: &Placed<'_>) -> Result<(Folded, Outcome), Outcome> {
    let header = &placed.record.header;
    if header.base_rev.is_some() {
        return Err(Outcome::Held(HeldReason::MissingBase));
    }
    let folded = Folded {
        kind,
        doc_id: header.doc_id,
        history: vec![placed.revision()],
        body: body(placed.record),
        branches: Vec::new(),
        redactions: Vec::new(),
        verdict: None,
        same_since: 0,
    };
    Ok((folded, Outcome::Applied))
}

/// A further record, by one who may advance the document.
fn advance(
    document: &Folded,
    placed: &Placed<'_>,
    content: &Content,
) -> Result<(Folded, Outcome), Outcome> {
    if content.changes_identity_of(document) {
        return Err(Outcome::Rejected(Violation::IdentityChanged));
    }
    let base = placed.record.header.base_rev;
    let mut folded = document.clone();
    if base.is_some_and(|base| document.is_valid_base(base)) {
        if !document.says(placed.record) {
            folded.same_since = folded.history.len();
        }
        folded.history.push(placed.revision());
        folded.body = body(placed.record);
        return Ok((folded, Outcome::Applied));
    }
    if let Some(branch) = folded
        .branches
        .iter_mut()
        .find(|it| base.is_some() && it.tip() == base)
    {
        branch.revisions.push(placed.revision());
        branch.body = body(placed.record);
        let outcome = Outcome::Conflict { branch: branch.id };
        return Ok((folded, outcome));
    }
    if base.is_some_and(|base| !document.contains(base)) {
        return Err(Outcome::Held(HeldReason::MissingBase));
    }
    if document.says(placed.record) {
        // Two people made the same change: there is nothing to decide between them.
        folded.history.push(placed.revision());
        return Ok((folded, Outcome::Applied));
    }
    folded.branches.push(Branch {
        id: placed.revision(),
        base,
        revisions: vec![placed.revision()],
        body: body(placed.record),
    });
    Ok((
        folded,
        Outcome::Conflict {
            branch: placed.revision(),
        },
    ))
}

/// Takes a body out. Every state of a document admits it, and no other revision changes.
fn erase(
    document: Option<&Folded>,
    placed: &Placed<'_>,
    redaction: &Redaction,
) -> Result<(Folded, Outcome), Outcome> {
    let document = document.ok_or(Outcome::Held(HeldReason::MissingBase))?;
    if (document.kind, document.doc_id) != (redaction.kind, redaction.document) {
        return Err(Outcome::Rejected(Violation::OtherDocument));
    }
    if !document.contains(redaction.revision) {
        return Err(Outcome::Held(HeldReason::MissingBase));
    }
    let mut folded = document.clone();
    folded.redactions.push(placed.revision());
    if folded.revision() == Some(redaction.revision) {
        folded.body = None;
    }
    for branch in &mut folded.branches {
        if branch.tip() == Some(redaction.revision) {
            branch.body = None;
        }
    }
    Ok((folded, Outcome::Applied))
}

fn body(record: &Record) -> Option<Encoded> {
    let bytes = record.body.clone()?;
    Some(Encoded {
        schema: record.header.schema,
        bytes,
    })
}
