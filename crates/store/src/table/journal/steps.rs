//! Which act is taken back or brought back next.

use super::Step;
use crate::error::StoreError;
use domain::UserId;
use rusqlite::{Connection, OptionalExtension, params};

/// How many acts can be taken back in a row.
const STEPS: u64 = 100;

/// How many undos stand that were not redone, since the actor last did something new.
const OUTSTANDING: &str = "
SELECT COUNT(*) FROM journal AS undo
WHERE undo.actor = ?1 AND undo.role = 1
    AND undo.seq > (SELECT COALESCE(MAX(seq), 0) FROM journal WHERE actor = ?1 AND role = 0)
    AND NOT EXISTS (SELECT 1 FROM journal AS redo WHERE redo.undo_of = undo.seq)";
const UNDO: &str = "
SELECT act.seq, act.origin FROM journal AS act
WHERE act.actor = ?1 AND act.role IN (0, 2) AND act.undoable AND act.seq < ?2
    AND NOT EXISTS (SELECT 1 FROM journal AS undo WHERE undo.undo_of = act.seq)
ORDER BY act.seq DESC LIMIT 1";
const REDO: &str = "
SELECT undo.seq, undo.origin FROM journal AS undo
WHERE undo.actor = ?1 AND undo.role = 1
    AND undo.seq > (SELECT COALESCE(MAX(seq), 0) FROM journal WHERE actor = ?1 AND role = 0)
    AND NOT EXISTS (SELECT 1 FROM journal AS redo WHERE redo.undo_of = undo.seq)
ORDER BY undo.seq DESC LIMIT 1";

/// Above every number of the journal.
pub(crate) const NEWEST: u64 = i64::MAX.unsigned_abs();

/// The actor's newest act before another that still stands, at most [`STEPS`] back.
pub(crate) fn next_to_undo(
    connection: &Connection,
    actor: UserId,
    before: u64,
) -> Result<Option<Step>, StoreError> {
    let outstanding: u64 = connection
        .prepare_cached(OUTSTANDING)?
        .query_row([actor.as_bytes()], |row| row.get(0))?;
    if outstanding >= STEPS {
        return Ok(None);
    }
    let step =
        connection
            .prepare_cached(UNDO)?
            .query_row(params![actor.as_bytes(), before], |row| {
                Ok(Step::Undo {
                    of: row.get(0)?,
                    origin: row.get(1)?,
                })
            });
    Ok(step.optional()?)
}

/// The actor's newest undo, unless something new was done since.
pub(crate) fn next_to_redo(
    connection: &Connection,
    actor: UserId,
) -> Result<Option<Step>, StoreError> {
    let step = connection
        .prepare_cached(REDO)?
        .query_row(params![actor.as_bytes()], |row| {
            Ok(Step::Redo {
                of: row.get(0)?,
                origin: row.get(1)?,
            })
        });
    Ok(step.optional()?)
}
