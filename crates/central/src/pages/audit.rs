//! The trail of what the staff did. Entries are only added, and each one's chain value covers the
//! one before, so that one that was changed or taken out shows.
//!
//! An entry is written before the act, behind every check: what fails in between stands in the
//! trail without having happened, and nothing happens that does not stand there.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::search::part_of;
use crate::Trouble;
use crate::database::{Sql, Value, number, plain};
use api::central::PAGE;
use api::central::audit::{Act, AuditChecked, AuditLine, AuditPage, ListAudit};
use domain::{Timestamp, UserId};

/// Entries that are checked at a time.
const STRETCH: i64 = 1000;

/// Who acts: somebody of the staff, or who tried to be.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub(crate) id: Option<UserId>,
    pub(crate) name: String,
}

/// Adds an entry.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    (actor, now): (&Actor, Timestamp),
    (act, about): (Act, &str),
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO audit_head (id, seq, chain) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING",
        &[[0; 32].into()],
    )
    .await?;
    let rows = sql
        .lock("SELECT seq, chain FROM audit_head WHERE id = 1", &[])
        .await?;
    let head = rows.first().ok_or(Trouble::odd("the trail"))?;
    let (seq, before): (u64, [u8; 32]) = (head.count(0)? + 1, head.array(1)?);
    let entry = Entry {
        seq,
        at: now.0,
        staff: actor.id.map(|id| *id.as_bytes()),
        who: actor.name.replace('\0', "\u{fffd}"),
        act: name(act),
        about: about.replace('\0', "\u{fffd}"),
    };
    let chain = entry.chain(&before);
    let values: [Value; 7] = [
        number(seq),
        now.0.into(),
        entry.staff.into(),
        plain(&entry.who),
        entry.act.into(),
        plain(&entry.about),
        chain.into(),
    ];
    sql.execute(
        "INSERT INTO audit (seq, at, staff_id, who, act, about, chain) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values,
    )
    .await?;
    sql.execute(
        "UPDATE audit_head SET seq = $1, chain = $2 WHERE id = 1",
        &[number(seq), chain.into()],
    )
    .await?;
    Ok(())
}

/// An entry, as the chain covers it.
struct Entry {
    seq: u64,
    at: i64,
    staff: Option<[u8; 16]>,
    who: String,
    act: String,
    about: String,
}

impl Entry {
    fn chain(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key("kinerja pusat trail v1");
        hasher
            .update(before)
            .update(&self.seq.to_be_bytes())
            .update(&self.at.to_be_bytes())
            .update(&[u8::from(self.staff.is_some())])
            .update(&self.staff.unwrap_or_default());
        for text in [&self.who, &self.act, &self.about] {
            // With its length, or two texts could pass for two others.
            hasher.update(&(text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.finalize().into()
    }
}

impl Desk {
    /// Notes what the person who is signed in is about to do.
    pub(super) async fn note(&self, act: Act, about: String) -> Result<(), PageTrouble> {
        let (actor, now) = (self.actor(), self.now());
        self.database()
            .write(move |sql| Box::pin(async move { add(sql, (&actor, now), (act, &about)).await }))
            .await
            .map_err(PageTrouble::from)
    }
}

/// A page of the trail, newest first.
pub(super) async fn list(desk: &Desk, request: ListAudit) -> Result<AuditPage, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let pattern = part_of(&request.search);
                let counted = sql
                    .query(
                        &format!("SELECT count(*) FROM audit {MATCHES}"),
                        &[pattern.clone().into()],
                    )
                    .await?;
                let rows = sql
                    .query(
                        &format!(
                            "SELECT seq, at, who, act, about FROM audit {MATCHES} \
                             ORDER BY seq DESC LIMIT $2 OFFSET $3"
                        ),
                        &[pattern.into(), PAGE.into(), request.skip.into()],
                    )
                    .await?;
                let rows = rows.iter().map(|row| {
                    Ok(AuditLine {
                        seq: row.count(0)?,
                        at: Timestamp(row.int(1)?),
                        who: row.text(2)?.to_owned(),
                        act: named(row.text(3)?)?,
                        about: row.text(4)?.to_owned(),
                    })
                });
                Ok(AuditPage {
                    rows: rows.collect::<Result<_, Trouble>>()?,
                    total: counted.first().ok_or(Trouble::odd("a count"))?.small(0)?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

const MATCHES: &str = "WHERE lower(who) LIKE $1 ESCAPE '\\' OR lower(about) LIKE $1 ESCAPE '\\'";

/// Computes the chain of the whole trail again.
pub(super) async fn check(desk: &Desk) -> Result<AuditChecked, PageTrouble> {
    desk.database()
        .read(|sql| Box::pin(check_all(sql)))
        .await
        .map_err(|error: Trouble| error.into())
}

async fn check_all(sql: &mut dyn Sql) -> Result<AuditChecked, Trouble> {
    let (mut before, mut entries) = ([0; 32], 0);
    loop {
        let rows = sql
            .query(
                "SELECT seq, at, staff_id, who, act, about, chain FROM audit WHERE seq > $1 \
                 ORDER BY seq LIMIT $2",
                &[number(entries), STRETCH.into()],
            )
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let entry = Entry {
                seq: row.count(0)?,
                at: row.int(1)?,
                staff: row.optional(2, crate::database::Row::array)?,
                who: row.text(3)?.to_owned(),
                act: row.text(4)?.to_owned(),
                about: row.text(5)?.to_owned(),
            };
            let chain = entry.chain(&before);
            if entry.seq != entries + 1 || chain != row.array(6)? {
                let broken_at = Some(entries + 1);
                return Ok(AuditChecked { entries, broken_at });
            }
            (before, entries) = (chain, entry.seq);
        }
    }
    let head = sql
        .query("SELECT seq, chain FROM audit_head WHERE id = 1", &[])
        .await?;
    let is_whole = match head.first() {
        Some(head) => head.count(0)? == entries && head.array::<32>(1)? == before,
        None => entries == 0,
    };
    Ok(AuditChecked {
        entries,
        broken_at: (!is_whole).then_some(entries + 1),
    })
}

/// As the table keeps it.
fn name(act: Act) -> String {
    let name = serde_json::to_value(act).ok();
    let name = name.as_ref().and_then(serde_json::Value::as_str);
    name.unwrap_or_default().to_owned()
}

fn named(name: &str) -> Result<Act, Trouble> {
    serde_json::from_value(name.into())
        .map_err(|error| Trouble::stored("an entry of the trail")(error.into()))
}
