//! What the centre does not apply as it is.

use super::names;
use crate::{Desk, Trouble};
use api::sync::{Held, TroubleLine};
use catalogue::sync as words;
use domain::Kind;
use store::{StoreError, Unshown, View};

/// Outcomes that wait, by the number that receipts sign; see [`sync::message::OutcomeCode`].
const HELD: std::ops::RangeInclusive<u8> = 2..=5;
/// The first outcome that refuses.
const REFUSED: u8 = 7;

/// Each document once, oldest first.
pub(crate) fn troubles(desk: &Desk<'_>, view: &View<'_>) -> Result<Vec<TroubleLine>, Trouble> {
    let mut lines = Vec::new();
    for it in view.set_aside(HELD, REFUSED)? {
        let (Some(kind), Some(why)) = (it.kind.known(), held(it.code)) else {
            continue;
        };
        lines.push(TroubleLine {
            kind,
            id: it.id,
            title: title(desk, view, (kind, it.id))?,
            why,
            since: it.at,
        });
    }
    for (kind, id, why) in view.unshown()? {
        if why == Unshown::MadeTwice {
            lines.push(TroubleLine {
                kind,
                id,
                title: title(desk, view, (kind, id))?,
                why: Held::MadeTwice,
                since: desk.now,
            });
        }
    }
    Ok(lines)
}

fn title(
    desk: &Desk<'_>,
    view: &View<'_>,
    (kind, id): (Kind, domain::DocumentId),
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
        _ => return None,
    })
}
