//! Receipts: what the cursor stands on.

use super::effect::{Effect, NewStreamReason, Request};
use super::event::StickAnswer;
use super::session::Phase;
use super::status::Trouble;
use super::step::Turn;
use crate::message::{Position, Receipt, Standing};
use crate::mutant::Mutant;
use crate::signature::is_genuine;
use record::Stream;

impl Turn<'_> {
    /// A receipt came, by whatever way. It moves the cursor when the centre signed it in this
    /// life of its database and it speaks of the very records that this device has.
    pub(super) fn receive(&mut self, receipt: Receipt) {
        let is_true = self.is_mutant(Mutant::UnsignedBelieved)
            || is_genuine(&receipt, &self.device.centre, self.inputs.signatures);
        let own = self.inputs.shelf.place(receipt.stream, receipt.through.seq);
        let is_old = receipt.epoch < self.state().epoch;
        if !is_true || is_old || own != Some(receipt.through) {
            return;
        }
        let Some(acknowledged) = self.state().acknowledged(receipt.stream) else {
            return;
        };
        if receipt.through.seq <= acknowledged.seq {
            return;
        }
        self.acknowledge(receipt.stream, receipt.through);
        self.session().backoff.reset();
        let state = self.state().clone();
        self.effects.push(Effect::KeepReceipt {
            receipt: Box::new(receipt),
            state,
        });
    }

    pub(super) fn acknowledge(&mut self, stream: Stream, through: Position) {
        if let Some(state) = self.device.state.streams.get_mut(&stream) {
            state.acknowledged = through;
        }
    }

    /// Asks for receipts of what the centre has already; answers whether there was something to
    /// ask. Asked in vain, the records are sent again: that too brings a receipt.
    pub(super) fn fetch_receipts(&mut self) -> bool {
        let wanted = self.session().held_through.clone();
        for (stream, held) in wanted {
            let Some(claim) = self.claim(stream) else {
                continue;
            };
            let from = claim.acknowledged.seq;
            if held <= from || self.session().asked_receipts.get(&stream) == Some(&from) {
                continue;
            }
            self.session().asked_receipts.insert(stream, from);
            let request = self.send(Request::Receipts(claim));
            self.session().phase = Phase::Fetching { request };
            return true;
        }
        false
    }

    /// The centre has two records for one place of the stream: a clone of this PC writes it too.
    pub(super) fn is_forked(&self, receipt: &Receipt) -> bool {
        receipt.forked_at.is_some()
            && receipt.stream == self.state().current
            && self.state().acknowledged(receipt.stream) == Some(receipt.through)
            && !self.is_mutant(Mutant::IncarnationKept)
    }

    pub(super) fn leave_forked_stream(&mut self) {
        self.session().phase = Phase::Opening;
        self.effects
            .push(Effect::OpenStream(NewStreamReason::Forked));
    }

    /// A stick brought an answer. It may be old, doubled, or partly there: each part counts by
    /// its own signature.
    pub(super) fn brought(&mut self, brought: StickAnswer) {
        let mut is_forked = false;
        for receipt in brought.receipts {
            self.receive(receipt.clone());
            is_forked |= self.is_forked(&receipt);
        }
        for (offer, pack) in brought.packs {
            if self.fits(&offer, offer.feed) {
                self.take_pack(offer, pack);
            }
        }
        // A running session has its own hello, which tells the same.
        if self.state().standing == Standing::Revoked {
            self.abandon();
            self.stop(Trouble::Revoked);
        } else if is_forked && !self.session().phase.is_running() {
            self.leave_forked_stream();
        }
    }
}
