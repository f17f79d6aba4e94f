//! Answering a hello.

use super::line::{Line, Lines};
use super::plan::push_run;
use crate::message::{
    Beacon, Epoch, FeedState, Hello, HelloAnswer, KnownUpload, Position, Receipt, Standing,
    StreamAnswer, StreamClaim, WireVersion,
};
use crate::signature::{NOT_SIGNED, Signer, Unsigned};
use domain::Timestamp;

/// What the host reads for an answer.
#[derive(Clone, Debug)]
pub struct Grounds {
    /// The life of the database.
    pub epoch: Epoch,
    /// The centre's time.
    pub now: Timestamp,
    /// Whether the device may write.
    pub standing: Standing,
    /// The newest version of the wire that the centre speaks.
    pub wire_version: WireVersion,
    /// For each claimed stream, in order: its lines, the records behind the acknowledged place,
    /// as many as one receipt may say, and those at the two claimed places.
    pub streams: Vec<Lines>,
    /// For each announced upload, in order: bytes that are there. A new attempt has begun.
    pub offsets: Vec<u64>,
    /// For each feed that is open to the device: where it ends.
    pub feeds: Vec<FeedState>,
    /// For each restore of the database that the device has not seen: where each feed ended then.
    pub restored_at: Vec<FeedState>,
}

/// An answer that waits for its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeted {
    answer: HelloAnswer,
    receipts: Vec<Unsigned<Receipt>>,
    beacon: Unsigned<Beacon>,
}

impl Greeted {
    /// The answer, signed.
    #[must_use]
    pub fn sign(self, signer: &impl Signer) -> HelloAnswer {
        let receipts = self.receipts.into_iter().map(|it| it.sign(signer));
        Unsigned::new(HelloAnswer {
            receipts: receipts.collect(),
            beacon: self.beacon.sign(signer),
            ..self.answer
        })
        .sign(signer)
    }
}

/// The answer to a hello.
#[must_use]
pub fn greet(hello: &Hello, grounds: &Grounds) -> Greeted {
    let claims = || hello.streams.iter().zip(&grounds.streams);
    let beacon = Beacon {
        time: grounds.now,
        signature: NOT_SIGNED,
    };
    let answer = HelloAnswer {
        nonce: hello.nonce,
        wire_version: hello.wire_version.min(grounds.wire_version),
        epoch: grounds.epoch,
        standing: grounds.standing,
        beacon,
        streams: claims()
            .map(|(claim, it)| stream_answer(claim, it))
            .collect(),
        uploads: hello
            .uploads
            .iter()
            .zip(&grounds.offsets)
            .map(|(upload, offset)| KnownUpload {
                id: upload.id,
                offset: *offset,
            })
            .collect(),
        feeds: grounds.feeds.clone(),
        feeds_valid_through: hello
            .feeds
            .iter()
            .map(|read| valid_through(read, grounds))
            .collect(),
        receipts: Vec::new(),
        signature: NOT_SIGNED,
    };
    let receipts = claims()
        .filter_map(|(claim, it)| receipt_of(claim, it, (grounds.epoch, grounds.now)))
        .collect();
    Greeted {
        answer,
        receipts,
        beacon: Unsigned::new(beacon),
    }
}

/// Up to where the reading of a feed is still true.
fn valid_through(read: &FeedState, grounds: &Grounds) -> u64 {
    grounds
        .restored_at
        .iter()
        .chain(&grounds.feeds)
        .filter(|it| it.feed == read.feed)
        .map(|it| it.position.seq)
        .fold(read.position.seq, u64::min)
}

fn stream_answer(claim: &StreamClaim, lines: &Lines) -> StreamAnswer {
    let shared = [claim.head, claim.acknowledged]
        .into_iter()
        .find(|position| lines.known.contains_key(position));
    let line = match shared {
        Some(position) => lines.line_of(position),
        // Before its first record every line is the device's, the first one most likely.
        None => lines.lines.get(&0),
    };
    StreamAnswer {
        stream: claim.stream,
        shared_seq: shared.map_or(0, |position| position.seq),
        line_head: line.map(|line| line.head),
        forked_at: line.and_then(Line::forked_at),
    }
}

/// The receipt for what the centre has of a stream behind the acknowledged place; `None` when it
/// has nothing there.
#[must_use]
pub fn receipt_of(
    claim: &StreamClaim,
    lines: &Lines,
    (epoch, now): (Epoch, Timestamp),
) -> Option<Unsigned<Receipt>> {
    let line = match lines.line_of(claim.head) {
        Some(line) => line,
        None if claim.acknowledged.seq == 0 => lines.lines.get(&0)?,
        None => lines.line_of(claim.acknowledged)?,
    };
    let end = line.head.seq.min(claim.head.seq);
    let mut through: Option<Position> = None;
    let mut outcomes = Vec::new();
    for (position, known) in &lines.known {
        let before = through.map_or(claim.acknowledged.seq, |it| it.seq);
        let is_next = before.checked_add(1) == Some(position.seq);
        if is_next && lines.is_before((known.line, position.seq), (line.number, end)) {
            push_run(&mut outcomes, position.seq, known.outcome);
            through = Some(*position);
        }
    }
    Some(Unsigned::new(Receipt {
        stream: claim.stream,
        through: through?,
        epoch,
        server_time: now,
        outcomes,
        forked_at: line.forked_at(),
        signature: NOT_SIGNED,
    }))
}
