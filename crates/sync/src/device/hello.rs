//! The beginning of a session: asking where both sides stand.

use super::effect::{Effect, NewStreamReason, Request};
use super::session::Phase;
use super::status::{Status, Trouble};
use super::step::Turn;
use crate::message::{
    AnnouncedUpload, FeedPosition, FeedState, Hello, HelloAnswer, Position, Standing, StreamAnswer,
    StreamClaim, WireVersion,
};
use crate::mutant::Mutant;
use crate::signature::is_genuine;
use record::Stream;

/// The newest version of the wire that this program speaks.
const WIRE_VERSION: WireVersion = WireVersion(1);

impl Turn<'_> {
    /// Greets the centre.
    pub(super) fn begin(&mut self) {
        let nonce = self.nonce();
        let hello = self.hello();
        self.effects.push(Effect::Tell(Status::Connecting));
        let request = self.send(Request::Hello(hello));
        self.session().phase = Phase::Greeting { request, nonce };
        self.build_ahead();
    }

    fn hello(&mut self) -> Hello {
        let claims_all = self.session().claims_all;
        let streams: Vec<StreamClaim> = self
            .state()
            .streams
            .keys()
            .filter_map(|stream| self.claim(*stream))
            .filter(|claim| {
                claims_all
                    || claim.stream == self.state().current
                    || claim.head != claim.acknowledged
            })
            .collect();
        let uploads = streams
            .iter()
            .filter_map(|claim| {
                let next = claim.acknowledged.seq.checked_add(1)?;
                self.inputs.shelf.batch_with(claim.stream, next)
            })
            .map(|batch| AnnouncedUpload {
                id: batch.upload,
                length: batch.length,
            })
            .collect();
        Hello {
            device: self.state().device,
            nonce: self.nonce(),
            wire_version: WIRE_VERSION,
            epoch: self.state().epoch,
            streams,
            uploads,
            feeds: self
                .state()
                .feeds
                .iter()
                .map(|(feed, position)| FeedState {
                    feed: *feed,
                    position: *position,
                })
                .collect(),
        }
    }

    /// Where the device stands with a stream.
    pub(super) fn claim(&self, stream: Stream) -> Option<StreamClaim> {
        let acknowledged = self.state().acknowledged(stream)?;
        Some(StreamClaim {
            stream,
            head: self.inputs.shelf.head(stream).unwrap_or(acknowledged),
            acknowledged,
        })
    }

    /// The answer to the hello came.
    pub(super) fn greeted(&mut self, answer: HelloAnswer) {
        if !self.is_trusted(&answer) {
            return self.fail(Trouble::NotTheCentre);
        }
        if answer.epoch < self.state().epoch {
            return self.fail(Trouble::OlderCentre);
        }
        if answer.wire_version == WireVersion(0) {
            return self.stop(Trouble::CentreTooOld);
        }
        if answer.epoch > self.state().epoch && !self.session().claims_all {
            // The centre was restored: it may have lost what was wholly acknowledged long ago.
            self.session().claims_all = true;
            return self.begin();
        }
        self.session().claims_all = false;
        let before = self.state().clone();
        self.device.state.epoch = answer.epoch;
        self.device.state.standing = answer.standing;
        self.see_beacon(&answer);
        let new_stream = self.compare_streams(&answer.streams);
        self.note_offsets(&answer);
        if *self.state() != before {
            self.save();
        }
        self.compare_feeds(&answer);
        for receipt in answer.receipts {
            self.receive(receipt);
        }
        if self.state().standing == Standing::Revoked {
            return self.stop(Trouble::Revoked);
        }
        match new_stream {
            Some(reason) => {
                self.session().phase = Phase::Opening;
                self.effects.push(Effect::OpenStream(reason));
            }
            None => self.next_task(),
        }
    }

    /// Whether this is the centre's answer to this very question.
    fn is_trusted(&mut self, answer: &HelloAnswer) -> bool {
        if self.is_mutant(Mutant::UnsignedBelieved) {
            return true;
        }
        let asked = match &self.session().phase {
            Phase::Greeting { nonce, .. } => *nonce,
            _ => return false,
        };
        let (centre, signatures) = (&self.device.centre, self.inputs.signatures);
        answer.nonce == asked
            && is_genuine(answer, centre, signatures)
            && is_genuine(&answer.beacon, centre, signatures)
    }

    fn see_beacon(&mut self, answer: &HelloAnswer) {
        let seen = &mut self.device.state.beacon;
        if seen.is_none_or(|seen| seen.time < answer.beacon.time) {
            *seen = Some(answer.beacon);
        }
    }

    /// The centre alone says what it has. Less than it acknowledged: it was restored, and the
    /// rest is sent again. Answers whether a new stream is needed.
    fn compare_streams(&mut self, answers: &[StreamAnswer]) -> Option<NewStreamReason> {
        let mut reason = None;
        self.session().held_through.clear();
        self.session().asked_receipts.clear();
        for answer in answers {
            let Some(claim) = self.claim(answer.stream) else {
                continue;
            };
            let shared = self.shared(answer, &claim);
            self.session()
                .held_through
                .insert(answer.stream, shared.seq);
            if shared.seq < claim.acknowledged.seq
                && !self.is_mutant(Mutant::AbsenceIsDeletion)
                && let Some(state) = self.device.state.streams.get_mut(&answer.stream)
            {
                state.acknowledged = shared;
            }
            if answer.stream == self.state().current {
                reason = self.strange(answer, &claim);
            }
        }
        reason.filter(|_| !self.is_mutant(Mutant::IncarnationKept))
    }

    /// The furthest place at which both sides provably have the same records.
    fn shared(&self, answer: &StreamAnswer, claim: &StreamClaim) -> Position {
        let shelf = self.inputs.shelf;
        if let Some(head) = answer.line_head
            && shelf.place(claim.stream, head.seq) == Some(head)
        {
            return head;
        }
        // Without a common place everything is sent once more: records that the centre has are
        // compared and change nothing.
        [answer.shared_seq, 0]
            .into_iter()
            .find_map(|seq| shelf.place(claim.stream, seq))
            .unwrap_or(claim.acknowledged)
    }

    /// Whether the centre has records of this device's own stream that this PC does not.
    fn strange(&self, answer: &StreamAnswer, claim: &StreamClaim) -> Option<NewStreamReason> {
        let head = answer.line_head?;
        if head.seq > claim.head.seq {
            return Some(NewStreamReason::BehindCentre);
        }
        let own = self.inputs.shelf.place(claim.stream, head.seq);
        (own != Some(head) || answer.forked_at.is_some()).then_some(NewStreamReason::Forked)
    }

    fn note_offsets(&mut self, answer: &HelloAnswer) {
        for upload in &answer.uploads {
            let before = self.session().offsets.insert(upload.id, upload.offset);
            if before.unwrap_or(0) < upload.offset {
                self.session().backoff.reset();
            }
        }
    }

    /// What was read of a feed may not be true any more: the centre was restored.
    fn compare_feeds(&mut self, answer: &HelloAnswer) {
        self.session().feed_ends = answer
            .feeds
            .iter()
            .map(|it| (it.feed, it.position))
            .collect();
        let read: Vec<FeedState> = self
            .state()
            .feeds
            .keys()
            .map(|feed| self.feed_state(*feed))
            .collect();
        for (read, valid) in read.into_iter().zip(&answer.feeds_valid_through) {
            if *valid >= read.position.seq {
                continue;
            }
            let position = self
                .inputs
                .shelf
                .feed_position(read.feed, *valid)
                .unwrap_or_else(FeedPosition::default);
            self.device.state.feeds.insert(read.feed, position);
            let state = self.state().clone();
            self.effects.push(Effect::RewindFeed {
                feed: read.feed,
                through: position.seq,
                state,
            });
        }
    }
}
