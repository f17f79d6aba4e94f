//! Documents as they are now.

use crate::Trouble;
use crate::database::{Kind, Row, Sql, Table, Value};
use domain::Timestamp;
use record::Folded;
use sync::ledger::DocumentKey;
use sync::message::OfficeId;

/// The columns that are written.
pub(crate) const TABLE: Table = Table {
    name: "doc",
    columns: &[
        ("office_id", Kind::Bytes),
        ("kind", Kind::Int),
        ("doc_id", Kind::Bytes),
        ("branches", Kind::Int),
        ("changed_at", Kind::Int),
        ("folded", Kind::Bytes),
    ],
    key: 3,
};

/// The documents of these keys that are there.
pub(crate) async fn some(
    sql: &mut dyn Sql,
    office: OfficeId,
    keys: impl Iterator<Item = &DocumentKey>,
) -> Result<Vec<Folded>, Trouble> {
    let keys: Vec<Vec<Value>> = keys.map(|key| key_of(office, *key).to_vec()).collect();
    let found = sql.find(&TABLE, &["folded"], &keys).await?;
    found.iter().flatten().map(folded).collect()
}

/// A page of an office's documents, in the order of their keys, behind a key.
pub(crate) async fn page(
    sql: &mut dyn Sql,
    office: OfficeId,
    (after, most): (Option<DocumentKey>, i64),
) -> Result<Vec<Folded>, Trouble> {
    let rows = match after {
        None => {
            sql.query(
                "SELECT folded FROM doc WHERE office_id = $1 ORDER BY kind, doc_id LIMIT $2",
                &[office.0.into(), most.into()],
            )
            .await?
        }
        Some(key) => {
            let [office, kind, id] = key_of(office, key);
            sql.query(
                "SELECT folded FROM doc WHERE office_id = $1 AND (kind, doc_id) > ($2, $3) \
                 ORDER BY kind, doc_id LIMIT $4",
                &[office, kind, id, most.into()],
            )
            .await?
        }
    };
    rows.iter().map(folded).collect()
}

/// Every document of an office of one kind.
pub(crate) async fn of_kind(
    sql: &mut dyn Sql,
    office: OfficeId,
    kind: domain::Kind,
) -> Result<Vec<Folded>, Trouble> {
    let rows = sql
        .query(
            "SELECT folded FROM doc WHERE office_id = $1 AND kind = $2 ORDER BY doc_id",
            &[office.0.into(), i64::from(kind.number()).into()],
        )
        .await?;
    rows.iter().map(folded).collect()
}

/// The evaluations of an office in a period, each with the time when it was sealed.
pub(crate) async fn evaluations_in(
    sql: &mut dyn Sql,
    office: OfficeId,
    period: &str,
) -> Result<Vec<(Folded, Timestamp)>, Trouble> {
    let rows = sql
        .query(
            "SELECT d.folded, e.sealed_at FROM evaluation e JOIN doc d \
             ON d.office_id = e.office_id AND d.kind = $3 AND d.doc_id = e.evaluation_id \
             WHERE e.office_id = $1 AND e.period = $2",
            &[
                office.0.into(),
                period.into(),
                i64::from(domain::Kind::Evaluation.number()).into(),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((folded(row)?, Timestamp(row.int(1)?))))
        .collect()
}

fn key_of(office: OfficeId, (kind, id): DocumentKey) -> [Value; 3] {
    [
        office.0.into(),
        i64::from(kind.number()).into(),
        id.into_bytes().into(),
    ]
}

fn folded(row: &Row) -> Result<Folded, Trouble> {
    Folded::from_bytes(row.bytes(0)?).map_err(|error| Trouble::stored("a document")(error.into()))
}

/// A document's row.
pub(crate) fn row(office: OfficeId, folded: &Folded, now: Timestamp) -> Vec<Value> {
    let [office, kind, id] = key_of(office, (folded.kind, folded.doc_id));
    let branches = i64::try_from(folded.branches.len()).unwrap_or(i64::MAX);
    vec![
        office,
        kind,
        id,
        branches.into(),
        now.0.into(),
        folded.to_bytes().into(),
    ]
}

/// Writes documents as they are now, over those that were there.
pub(crate) async fn set(
    sql: &mut dyn Sql,
    office: OfficeId,
    (documents, now): (&[Folded], Timestamp),
) -> Result<(), Trouble> {
    let rows = documents.iter().map(|folded| row(office, folded, now));
    sql.upsert(&TABLE, &rows.collect::<Vec<_>>()).await?;
    Ok(())
}
