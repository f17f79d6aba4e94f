//! Which documents that came down take the place of what is here.
//!
//! A draft stays as it was left, whatever came; a sealed document stays until the centre's order
//! shows it; one that was changed on both sides waits for a person. What names something that is
//! not here waits too, and delays only itself. A draft whose post ended before its period goes on in
//! the post that holds then, as it was left.

use crate::employees::carry_drafts;
use crate::{Desk, Trouble};
use domain::{Document, DocumentId, Kind, PersonReference};
use record::{Alias, AliasMatch, Chain, Folded, Record, decode, encode};
use std::collections::{BTreeMap, BTreeSet};
use store::{Act, StoreError, Unshown, View};
use sync::Mutation;
use sync::device::{LocalWork, Shown, shown};
use uuid::Uuid;

/// Outcomes by the number that receipts sign; see [`sync::message::OutcomeCode`].
const DUPLICATE: u8 = 1;
const FINAL: u8 = 12;

type Key = (Kind, DocumentId);

/// A document that would be shown.
struct Candidate {
    document: Document,
    record: Record,
    chain: Chain,
}

/// Shows what can be shown of these, and of what waited.
pub(crate) fn show(
    act: &mut Act<'_>,
    touched: Vec<Folded>,
    desk: &Desk<'_>,
) -> Result<(), Trouble> {
    let mut folded: BTreeMap<Key, Folded> = touched
        .into_iter()
        .map(|it| ((it.kind, it.doc_id), it))
        .collect();
    for (kind, id, why) in act.unshown()? {
        if why == Unshown::Incomplete
            && let Some(bytes) = act.central_document(kind, id)?
        {
            let waited = Folded::from_bytes(&bytes).map_err(|_| StoreError::Corrupt)?;
            folded.entry((kind, id)).or_insert(waited);
        }
    }
    let mut candidates = BTreeMap::new();
    for (key, document) in &folded {
        if let Some(candidate) = candidate(act, document)? {
            match other_identity(act, &candidate.document)? {
                Some(other) => set_aside(act, (*key, other), desk)?,
                None => {
                    candidates.insert(*key, candidate);
                }
            }
        }
    }
    for key in incomplete(act, &candidates)? {
        candidates.remove(&key);
        act.note_unshown(key, Some(Unshown::Incomplete))?;
    }
    let mut with_posts = BTreeSet::new();
    for (key, candidate) in candidates {
        if let Document::Assignment(post) = &candidate.document {
            with_posts.insert(post.employee);
        }
        act.show_received(candidate.chain, &candidate.record)?;
        act.note_unshown(key, None)?;
    }
    // Once all of them are here: of two posts, the second may have come first.
    for employee in with_posts {
        carry_drafts(act, employee)?;
    }
    Ok(())
}

/// The document's valid revision, if it is to be shown here.
fn candidate(view: &View<'_>, folded: &Folded) -> Result<Option<Candidate>, Trouble> {
    let (kind, id) = (folded.kind, folded.doc_id);
    let is_shown_kind = Kind::DOCUMENTS.contains(&kind) && kind != Kind::User;
    let (Some(revision), Some(body)) = (folded.revision(), &folded.body) else {
        return Ok(None);
    };
    if !is_shown_kind || local_work(view, folded)?.is_none_or(|it| !is_open_to(it, folded)) {
        return Ok(None);
    }
    let Ok(document) = decode(kind, body.schema, &body.bytes) else {
        // Only a newer program reads it; it is shown after an update.
        return Ok(None);
    };
    if let Document::Evidence(evidence) = &document
        && view.evidence(evidence.id)?.is_none()
    {
        // Its file stays on the PC that added it.
        return Ok(None);
    }
    let found = view.record_of_revision(id, revision)?;
    Ok(found.map(|(record, chain)| Candidate {
        document,
        record,
        chain,
    }))
}

/// Work of this PC on the document; `None` when the newest revision stands here already, or a
/// person has to decide.
fn local_work(view: &View<'_>, folded: &Folded) -> Result<Option<LocalWork>, StoreError> {
    let (kind, id) = (folded.kind, folded.doc_id);
    let current = view.document(kind, id)?.map(|document| encode(&document));
    let Some((newest, sealed)) = view.newest_record(kind, id)? else {
        return Ok(Some(match current {
            Some(_) => LocalWork::Draft { upon: None },
            None => LocalWork::Nothing,
        }));
    };
    if folded.revision() == Some(newest) || is_on_branch(folded, newest) {
        return Ok(None);
    }
    Ok(Some(if current != sealed {
        LocalWork::Draft { upon: Some(newest) }
    } else if folded.knows(newest) || is_settled(view, newest)? {
        LocalWork::Nothing
    } else {
        LocalWork::Pending
    }))
}

/// Whether the centre has seen a revision and it did not become part of the document: it was refused
/// for good, or said nothing new.
fn is_settled(view: &View<'_>, revision: record::Revision) -> Result<bool, StoreError> {
    let outcome = view.outcome_of(revision)?;
    Ok(outcome.is_some_and(|code| code == DUPLICATE || code == FINAL))
}

fn is_open_to(work: LocalWork, folded: &Folded) -> bool {
    shown(folded.revision(), work, Mutation::default()) == Shown::Centre
}

/// Whether this PC's newest revision became a branch: a person decides.
pub(crate) fn is_on_branch(folded: &Folded, newest: record::Revision) -> bool {
    folded
        .branches
        .iter()
        .any(|branch| branch.revisions.contains(&newest))
}

/// What this PC has under another id instead.
enum Other {
    /// The same person or unit.
    Same(DocumentId, AliasMatch),
    /// The same rating or result, made here too.
    MadeTwice,
}

fn other_identity(view: &View<'_>, document: &Document) -> Result<Option<Other>, StoreError> {
    let id = document.id();
    Ok(match document {
        Document::Employee(employee) => view
            .employee_by_nip(&employee.nip)?
            .filter(|found| found.id.0 != id)
            .map(|found| Other::Same(found.id.0, AliasMatch::Nip)),
        Document::Unit(unit) => match &unit.siasn_unor_id {
            Some(unor) => view
                .units()?
                .into_iter()
                .find(|found| found.id.0 != id && found.siasn_unor_id.as_ref() == Some(unor))
                .map(|found| Other::Same(found.id.0, AliasMatch::SiasnUnorId)),
            None => None,
        },
        Document::Evaluation(evaluation) => view
            .evaluation_of(evaluation.assignment, evaluation.period)?
            .filter(|found| found.id.0 != id)
            .map(|_| Other::MadeTwice),
        Document::OrganisationResult(result) => view
            .organisation_result(result.unit, result.period)?
            .filter(|found| found.id.0 != id)
            .map(|_| Other::MadeTwice),
        _ => None,
    })
}

fn set_aside(
    act: &mut Act<'_>,
    ((kind, central), other): (Key, Other),
    desk: &Desk<'_>,
) -> Result<(), Trouble> {
    match other {
        Other::MadeTwice => act.note_unshown((kind, central), Some(Unshown::MadeTwice))?,
        Other::Same(local, matched_by) => {
            let before = act
                .unshown()?
                .contains(&(kind, central, Unshown::KnownByAnotherId));
            if !before {
                act.seal_alias(&Alias {
                    id: desk.new_id()?,
                    kind,
                    local,
                    central,
                    matched_by,
                })?;
                act.note_unshown((kind, central), Some(Unshown::KnownByAnotherId))?;
            }
        }
    }
    Ok(())
}

/// The candidates that name something which is neither here nor a candidate that can be shown.
fn incomplete(
    view: &View<'_>,
    candidates: &BTreeMap<Key, Candidate>,
) -> Result<BTreeSet<Key>, StoreError> {
    let mut left_out = BTreeSet::new();
    loop {
        let before = left_out.len();
        for (key, candidate) in candidates {
            for name in named(&candidate.document) {
                let comes = candidates.contains_key(&name) && !left_out.contains(&name);
                if !comes && view.revision(name.0, name.1)?.is_none() {
                    left_out.insert(*key);
                }
            }
        }
        if left_out.len() == before {
            return Ok(left_out);
        }
    }
}

/// The documents that one cannot be without.
fn named(document: &Document) -> Vec<Key> {
    let mut named = Vec::new();
    let mut add = |kind: Kind, id: Uuid| named.push((kind, id));
    let person = |person: &Option<PersonReference>| match person {
        Some(PersonReference::Employee(id)) => Some(id.0),
        _ => None,
    };
    match document {
        Document::Unit(unit) => {
            unit.parent.iter().for_each(|it| add(Kind::Unit, it.0));
            person(&unit.head)
                .into_iter()
                .for_each(|it| add(Kind::Employee, it));
        }
        Document::Assignment(it) => {
            add(Kind::Employee, it.employee.0);
            add(Kind::Unit, it.unit.0);
            person(&it.appraiser)
                .into_iter()
                .chain(person(&it.appraiser_superior))
                .for_each(|it| add(Kind::Employee, it));
        }
        Document::Exception(it) => add(Kind::Employee, it.employee.0),
        Document::Signatory(it) => {
            add(Kind::Unit, it.unit.0);
            if let PersonReference::Employee(id) = &it.person {
                add(Kind::Employee, id.0);
            }
        }
        Document::OrganisationResult(it) => {
            add(Kind::Unit, it.unit.0);
            person(&it.set_by)
                .into_iter()
                .for_each(|it| add(Kind::Employee, it));
        }
        Document::Evaluation(it) => {
            add(Kind::Employee, it.employee.0);
            add(Kind::Assignment, it.assignment.0);
        }
        Document::Note(it) => add(Kind::Employee, it.employee.0),
        Document::Evidence(it) => add(Kind::Employee, it.employee.0),
        Document::Employee(_) | Document::User(_) => {}
    }
    named
}
