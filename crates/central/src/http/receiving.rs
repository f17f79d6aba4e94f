//! Bytes that come over a line which may break: each is kept as it comes.

use super::answer::Rejection;
use super::body::{Piece, Pieces};
use axum::body::Body;
use std::future::Future;
use sync::centre::Kept;

/// As soon as so many bytes are there they are kept: on a slow line half a second's.
const WORTH_KEEPING: usize = 4 * 1024;
/// So many bytes are kept in one step at most, when a line brings them quicker than the disk.
const AT_ONCE: usize = 64 * 1024;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Received {
    /// The line has no more, or nothing more is wanted.
    Through,
    /// Somebody else took over, or the bytes belong elsewhere.
    Elsewhere,
}

/// Receives a body that is to stand from `at` on, until `length` bytes are there. `keep` is given
/// each piece with its place and makes it durable.
pub(super) async fn receive<F, K>(
    (length, mut at): (u64, u64),
    body: Body,
    keep: K,
) -> Result<Received, Rejection>
where
    F: Future<Output = Result<Kept, Rejection>>,
    K: Fn(u64, Vec<u8>) -> F,
{
    let mut pieces = Pieces::of(body);
    let mut arrived: Vec<u8> = Vec::new();
    let mut is_open = true;
    while is_open && at < length {
        is_open = take(&mut pieces, &mut arrived).await;
        let there = at.saturating_add(arrived.len() as u64);
        let is_due = arrived.len() >= WORTH_KEEPING || !is_open || there >= length;
        if !is_due || arrived.is_empty() {
            continue;
        }
        match keep(at, std::mem::take(&mut arrived)).await? {
            Kept::Bytes(count) => at = at.saturating_add(count),
            Kept::Fenced | Kept::Elsewhere => return Ok(Received::Elsewhere),
        }
    }
    Ok(Received::Through)
}

/// Takes what is there, after waiting for the first of it; answers whether more may come.
async fn take(pieces: &mut Pieces, arrived: &mut Vec<u8>) -> bool {
    let mut piece = Some(pieces.next().await);
    while let Some(it) = piece {
        match it {
            Piece::Bytes(bytes) => arrived.extend_from_slice(&bytes),
            Piece::End | Piece::Broken | Piece::Idle => return false,
        }
        piece = if arrived.len() < AT_ONCE {
            pieces.ready()
        } else {
            None
        };
    }
    true
}
