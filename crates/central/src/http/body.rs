//! Reading bodies, from lines that may stand still.

use super::answer::Rejection;
use axum::body::{Body, BodyDataStream};
use bytes::Bytes;
use futures_util::{FutureExt as _, StreamExt as _};
use std::time::Duration;
use sync::wire::{MAX_MESSAGE_BYTES, Message};

/// A line on which no byte came for so long is given up. Nothing limits the whole.
const IDLE: Duration = Duration::from_secs(60);

/// The message in a body.
pub(super) async fn message<M: Message>(body: Body) -> Result<M, Rejection> {
    let mut pieces = Pieces::of(body);
    let mut bytes = Vec::new();
    loop {
        match pieces.next().await {
            Piece::Bytes(piece) => bytes.extend_from_slice(&piece),
            Piece::End => break,
            Piece::Broken => return Err(Rejection::Misunderstood),
            Piece::Idle => return Err(Rejection::Idle),
        }
        if bytes.len() > MAX_MESSAGE_BYTES {
            return Err(Rejection::TooLarge);
        }
    }
    Ok(M::from_bytes(&bytes)?)
}

/// A body, piece by piece.
pub(super) struct Pieces(BodyDataStream);

/// What came of a body.
#[derive(Debug)]
pub(super) enum Piece {
    Bytes(Bytes),
    End,
    Broken,
    Idle,
}

impl Pieces {
    pub(super) fn of(body: Body) -> Self {
        Self(body.into_data_stream())
    }

    /// Waits for the next piece, but not for ever.
    pub(super) async fn next(&mut self) -> Piece {
        match tokio::time::timeout(IDLE, self.0.next()).await {
            Ok(Some(Ok(bytes))) => Piece::Bytes(bytes),
            Ok(Some(Err(_))) => Piece::Broken,
            Ok(None) => Piece::End,
            Err(_) => Piece::Idle,
        }
    }

    /// The next piece if it is there already.
    pub(super) fn ready(&mut self) -> Option<Piece> {
        Some(match self.0.next().now_or_never()? {
            Some(Ok(bytes)) => Piece::Bytes(bytes),
            Some(Err(_)) => Piece::Broken,
            None => Piece::End,
        })
    }
}
