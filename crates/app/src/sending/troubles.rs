//! What the centre does not apply as it is.

use super::names;
use crate::sheet::shown_verdict;
use crate::{Desk, Trouble};
use api::sync::{Held, RatingPlace, TroubleLine};
use catalogue::sync as words;
use domain::{Document, DocumentId, Kind};
use store::{StoreError, Unshown, View};

/// Outcomes that wait, by the number that receipts sign; see [`sync::message::OutcomeCode`].
const HELD: std::ops::RangeInclusive<u8> = 2..=5;
/// The first outcome that refuses.
const REFUSED: u8 = 7;

/// Each document once: what was returned first, then oldest first.
pub(crate) fn troubles(desk: &Desk<'_>, view: &View<'_>) -> Result<Vec<TroubleLine>, Trouble> {
    let mut found = Vec::new();
    for (kind, id, verdict) in view.returned()? {
        // Sealed again, sent or not: it is answered.
        if view.sealed_revision(kind, id)? == Some(verdict.revision) {
            found.push((kind, id, Held::Returned, verdict.at));
        }
    }
    for it in view.set_aside(HELD, REFUSED)? {
        if let (Some(kind), Some(why)) = (it.kind.known(), held(it.code)) {
            found.push((kind, it.id, why, it.at));
        }
    }
    for (kind, id, why) in view.unshown()? {
        if why == Unshown::MadeTwice {
            found.push((kind, id, Held::MadeTwice, desk.now));
        }
    }
    let line = |(kind, id, why, since)| {
        Ok(TroubleLine {
            kind,
            id,
            title: title(desk, view, (kind, id))?,
            why,
            since,
            rating: rating(view, (kind, id))?,
            verdict: view.verdict(kind, id)?.map(shown_verdict),
        })
    };
    found.into_iter().map(line).collect()
}

/// Where a rating stands.
fn rating(
    view: &View<'_>,
    (kind, id): (Kind, DocumentId),
) -> Result<Option<RatingPlace>, StoreError> {
    if kind != Kind::Evaluation {
        return Ok(None);
    }
    let Some(Document::Evaluation(it)) = view.document(kind, id)? else {
        return Ok(None);
    };
    let post = view.assignment(it.assignment)?;
    Ok(post.map(|post| RatingPlace {
        assignment: post.id,
        unit: post.unit,
        period: it.period,
    }))
}

fn title(
    desk: &Desk<'_>,
    view: &View<'_>,
    (kind, id): (Kind, DocumentId),
) -> Result<String, StoreError> {
    if Kind::DOCUMENTS.contains(&kind)
        && let Some(title) = names::title(view, desk.language, (kind, id))?
    {
        return Ok(title);
    }
    Ok(words::title_other(desk.language).to_owned())
}

const fn held(code: u8) -> Option<Held> {
    Some(match code {
        2 => Held::MissingBase,
        3 => Held::Late,
        4 => Held::PerhapsLate,
        5 => Held::Revoked,
        7 | 8 => Held::DamagedBody,
        9 => Held::OtherDocument,
        10 => Held::IdentityChanged,
        11 => Held::UnknownKind,
        12 => Held::Final,
        _ => return None,
    })
}
