//! Ruling about ratings: Kembalikan, Nyatakan final.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{about, body, office_of, one};
use crate::Trouble;
use crate::database::{Sql, Value};
use crate::files::from_hexadecimal;
use crate::{Decision, Ruled};
use api::ErrorCode;
use api::central::audit::Act;
use api::central::ruling::{FinaliseRatings, Finalised, RuleRating, Ruling, VerdictLine};
use domain::{DocumentId, Kind};
use record::{Folded, Revision};
use std::collections::BTreeMap;
use sync::ledger::DocumentKey;
use sync::message::OfficeId;

/// Ratings that are ruled about in one transaction: an office that sends meanwhile waits for it.
const AT_ONCE: usize = 500;

/// Characters that a reason may have.
const LONGEST_REASON: usize = 2_000;

/// Rules about one rating.
pub(super) async fn rule(desk: &Desk, request: RuleRating) -> Result<(), PageTrouble> {
    let reason = request.reason.trim().to_owned();
    let lacks_reason = reason.is_empty() && request.ruling == Ruling::Returned;
    if lacks_reason || reason.chars().count() > LONGEST_REASON {
        return Err(ErrorCode::Field("reason".to_owned()).into());
    }
    let revision = from_hexadecimal(&request.revision).ok_or(ErrorCode::NotFound)?;
    let office = office_of(request.office);
    let key = (Kind::Evaluation, request.evaluation.0);
    let name = desk
        .database()
        .read(move |sql| Box::pin(name_of(sql, office, key)))
        .await?;
    let act = match request.ruling {
        Ruling::Returned => Act::Returned,
        Ruling::Final => Act::MadeFinal,
    };
    let noted = [name.as_str(), reason.as_str()];
    let noted: Vec<&str> = noted.into_iter().filter(|part| !part.is_empty()).collect();
    desk.note(act, noted.join(" · ")).await?;
    let ruled = decide(
        desk,
        (office, BTreeMap::from([(key, Revision(revision))])),
        (request.ruling, reason),
    )
    .await?;
    if ruled.stale > 0 {
        return Err(ErrorCode::Stale.into());
    }
    Ok(())
}

/// Who and which period, for the trail.
async fn name_of(sql: &mut dyn Sql, office: OfficeId, key: DocumentKey) -> Result<String, Trouble> {
    let found = one(sql, office, key).await?;
    let Some(document) = found.as_ref().and_then(body) else {
        return Err(Trouble::NotFound("evaluation"));
    };
    let (who, period) = about(sql, office, &document).await?;
    Ok(match period {
        Some(period) => format!("{who} · {period}"),
        None => who,
    })
}

async fn decide(
    desk: &Desk,
    (office, documents): (OfficeId, BTreeMap<DocumentKey, Revision>),
    (ruling, reason): (Ruling, String),
) -> Result<Ruled, PageTrouble> {
    let decision = Decision {
        ruling: match ruling {
            Ruling::Returned => record::Ruling::Returned,
            Ruling::Final => record::Ruling::Final,
        },
        reason,
        by: desk.actor().name,
    };
    Ok(desk.centre().rule(office, documents, decision).await?)
}

/// Makes every rating of a period final that is whole, undisputed and not returned.
pub(super) async fn finalise(
    desk: &Desk,
    request: FinaliseRatings,
) -> Result<Finalised, PageTrouble> {
    let office = office_of(request.office);
    let (name, open, left) = desk
        .database()
        .read({
            let request = request.clone();
            move |sql| {
                Box::pin(async move {
                    let name = crate::tables::office::name(sql, office).await?;
                    let open = evaluations(sql, (office, &request), IS_OPEN).await?;
                    let left = evaluations(sql, (office, &request), IS_LEFT).await?;
                    Ok::<_, Trouble>((name, open, left.len()))
                })
            }
        })
        .await?;
    let mut done = Finalised {
        finalised: 0,
        left: u32::try_from(left).unwrap_or(u32::MAX),
    };
    if open.is_empty() {
        return Ok(done);
    }
    let noted = format!("{name} · {} · {}", request.period, open.len());
    desk.note(Act::MadeFinal, noted).await?;
    for keys in open.chunks(AT_ONCE) {
        let keys = keys.to_vec();
        let revisions = desk
            .database()
            .read(move |sql| Box::pin(revisions(sql, office, keys)))
            .await?;
        let ruled = decide(desk, (office, revisions), (Ruling::Final, String::new())).await?;
        done.finalised += ruled.ruled;
        done.left += ruled.stale;
    }
    Ok(done)
}

/// Whole, undisputed, and nothing was ruled yet.
const IS_OPEN: &str = "predikat IS NOT NULL AND branches = 0 AND ruling IS NULL";
/// Neither open nor final.
const IS_LEFT: &str =
    "(predikat IS NULL OR branches > 0 OR ruling = 1) AND coalesce(ruling, 0) <> 2";

async fn evaluations(
    sql: &mut dyn Sql,
    (office, request): (OfficeId, &FinaliseRatings),
    condition: &str,
) -> Result<Vec<DocumentKey>, Trouble> {
    let mut values: Vec<Value> = vec![office.0.into(), request.period.to_string().into()];
    let mut statement = format!(
        "SELECT evaluation_id FROM evaluation WHERE office_id = $1 AND period = $2 AND {condition}"
    );
    if let Some(unit) = request.unit {
        values.push(unit.as_bytes().into());
        statement.push_str(" AND unit_id = $3");
    }
    let rows = sql.query(&statement, &values).await?;
    rows.iter()
        .map(|row| Ok((Kind::Evaluation, DocumentId::from_bytes(row.array(0)?))))
        .collect()
}

/// The revisions that are valid now, of documents of which nobody made another one beside.
async fn revisions(
    sql: &mut dyn Sql,
    office: OfficeId,
    keys: Vec<DocumentKey>,
) -> Result<BTreeMap<DocumentKey, Revision>, Trouble> {
    let found = crate::tables::document::some(sql, office, keys.iter()).await?;
    let revision = |folded: Folded| Some(((folded.kind, folded.doc_id), folded.revision()?));
    Ok(found.into_iter().filter_map(revision).collect())
}

/// What was ruled about a document last.
pub(super) fn verdict(folded: &Folded) -> Option<VerdictLine> {
    let newest = folded.verdict.as_ref()?;
    Some(VerdictLine {
        ruling: ruling(newest.ruling),
        reason: newest.reason.clone(),
        by: newest.by.clone(),
        at: newest.at,
        is_answered: folded.verdict().is_none(),
    })
}

const fn ruling(ruling: record::Ruling) -> Ruling {
    match ruling {
        record::Ruling::Returned => Ruling::Returned,
        record::Ruling::Final => Ruling::Final,
    }
}

/// As the table keeps it.
pub(super) fn from_number(stored: i64) -> Option<Ruling> {
    let stored = u8::try_from(stored).ok()?;
    record::Ruling::from_number(stored).map(ruling)
}
