//! Batches on their way up.

use super::effect::{Effect, Request, RequestId};
use super::session::Phase;
use super::shelf::StoredBatch;
use super::status::{Status, Trouble};
use super::step::Turn;
use crate::message::{AppendAnswer, Refusal};
use crate::mutant::Mutant;
use record::Stream;

impl Turn<'_> {
    /// Begins to send what somebody waits for; answers whether there was such a thing.
    pub(super) fn send_urgent(&mut self) -> bool {
        self.send_through(|turn, stream| turn.inputs.shelf.urgent_through(stream))
    }

    /// Begins to send whatever is left; answers whether something was.
    pub(super) fn send_rest(&mut self) -> bool {
        self.send_through(Self::last_sealed)
    }

    /// Builds a large batch while the centre is being asked: packing it takes seconds, and the line
    /// would lie idle for them behind the answer. Small ones wait for the answer: whoever works
    /// without a line for weeks would collect a batch for each attempt.
    pub(super) fn build_ahead(&mut self) {
        let urgent = self.unsent_run(|turn, stream| turn.inputs.shelf.urgent_through(stream));
        let next = urgent.or_else(|| self.unsent_run(Self::last_sealed));
        let Some((stream, first_seq, last_seq)) = next else {
            return;
        };
        let is_large = last_seq - first_seq >= self.device.build_ahead;
        if is_large && self.inputs.shelf.batch_with(stream, first_seq).is_none() {
            self.effects.push(Effect::Build {
                stream,
                first_seq,
                last_seq,
            });
        }
    }

    fn last_sealed(&self, stream: Stream) -> u64 {
        self.inputs.shelf.head(stream).map_or(0, |head| head.seq)
    }

    /// What is not acknowledged of the first stream that has such a thing: first and last.
    fn unsent_run(&self, last: impl Fn(&Self, Stream) -> u64) -> Option<(Stream, u64, u64)> {
        let streams = &self.device.state.streams;
        streams.iter().find_map(|(stream, state)| {
            let last_seq = last(self, *stream);
            let first_seq = state.acknowledged.seq.checked_add(1)?;
            (first_seq <= last_seq).then_some((*stream, first_seq, last_seq))
        })
    }

    fn send_through(&mut self, last: impl Fn(&Self, Stream) -> u64) -> bool {
        let next = self.unsent_run(last);
        let Some((stream, first_seq, last_seq)) = next.or_else(|| self.sent_before()) else {
            return false;
        };
        match self.inputs.shelf.batch_with(stream, first_seq) {
            Some(batch) => self.append(stream, batch),
            None => {
                self.session().phase = Phase::Building { stream };
                self.effects.push(Effect::Build {
                    stream,
                    first_seq,
                    last_seq,
                });
            }
        }
        true
    }

    /// What one mutant sends again in each session.
    fn sent_before(&mut self) -> Option<(Stream, u64, u64)> {
        if !self.is_mutant(Mutant::AcknowledgedSentAgain) || self.session().has_sent_again {
            return None;
        }
        self.session().has_sent_again = true;
        let stream = self.state().current;
        let acknowledged = self.state().acknowledged(stream)?;
        (acknowledged.seq > 0).then_some((stream, 1, acknowledged.seq))
    }

    /// The batch that was asked for is stored.
    pub(super) fn built(&mut self, batch: Option<StoredBatch>) {
        let Phase::Building { stream } = self.session().phase else {
            return;
        };
        match batch {
            Some(batch) => self.append(stream, batch),
            None => self.fail(Trouble::Misunderstood),
        }
    }

    fn append(&mut self, stream: Stream, batch: StoredBatch) {
        let offset = self.session().offsets.get(&batch.upload).copied();
        let mut offset = offset.unwrap_or(0).min(batch.length);
        #[cfg(feature = "mutants")]
        if self.is_mutant(Mutant::RebuiltAfterDrop) && offset > 0 {
            self.effects.push(Effect::RebuildForTest(batch.upload));
        }
        if self.is_mutant(Mutant::TotalDeadline) {
            offset = 0;
        }
        self.effects.push(Effect::Tell(Status::Sending {
            confirmed: offset,
            total: batch.length,
        }));
        let request = self.send(Request::Append {
            upload: batch.upload,
            offset,
        });
        self.session().phase = Phase::Sending {
            request,
            stream,
            batch,
        };
    }

    /// The centre answered to bytes of an upload.
    pub(super) fn append_answered(&mut self, request: RequestId, answer: AppendAnswer) {
        let is_current = self.is_current(request);
        match answer {
            AppendAnswer::Taken(receipt) => {
                self.receive((*receipt).clone());
                if !is_current {
                    return;
                }
                if self.is_forked(&receipt) {
                    self.leave_forked_stream();
                } else if self.is_still_missing() {
                    // The receipt was not the centre's.
                    self.fail(Trouble::NotTheCentre);
                } else {
                    self.next_task();
                }
            }
            _ if !is_current => {}
            AppendAnswer::Offset(offset) => self.go_on_at(offset),
            AppendAnswer::Refused(refusal) => self.refused(refusal),
        }
    }

    fn is_still_missing(&mut self) -> bool {
        let Phase::Sending { stream, batch, .. } = self.session().phase else {
            return false;
        };
        self.state()
            .acknowledged(stream)
            .is_some_and(|it| it.seq < batch.last_seq)
    }

    /// The centre has another number of bytes than was thought.
    fn go_on_at(&mut self, offset: u64) {
        let Phase::Sending { stream, batch, .. } = self.session().phase else {
            return;
        };
        let before = self.session().offsets.insert(batch.upload, offset);
        if before == Some(offset) {
            // Nothing was gained by the last attempt: not at once again.
            self.fail(Trouble::Misunderstood);
        } else {
            self.append(stream, batch);
        }
    }

    fn refused(&mut self, refusal: Refusal) {
        if let Phase::Sending { batch, .. } = self.session().phase {
            self.session().offsets.remove(&batch.upload);
        }
        match refusal {
            // The next hello tells what the centre has.
            Refusal::Damaged | Refusal::Gap { .. } => self.fail(Trouble::Misunderstood),
            Refusal::UnknownDevice | Refusal::WrongSignature => self.stop(Trouble::NotEnrolled),
            Refusal::BrokenChain => self.stop(Trouble::BrokenStream),
            Refusal::NewerEnvelope => self.stop(Trouble::CentreTooOld),
        }
    }
}
