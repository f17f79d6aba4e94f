//! What comes down.

use super::effect::{Effect, Request};
use super::session::Phase;
use super::status::{Status, Trouble};
use super::step::Turn;
use crate::message::{AdminEntry, Feed, FeedEntry, FeedItem, Pack, PackOffer, Standing};
use crate::mutant::{Mutant, Mutation};
use crate::signature::is_genuine;
use record::Revision;

/// Work on a document that has not reached the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalWork {
    /// None.
    Nothing,
    /// A sealed record of this PC that the feed does not show yet.
    Pending,
    /// A draft.
    Draft {
        /// The revision that it was begun upon; `None` for a new document.
        upon: Option<Revision>,
    },
}

/// What a screen shows of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What the centre has.
    Centre,
    /// The device's own sealed record, until the centre's order shows it.
    Pending,
    /// The draft, as it was left.
    Draft {
        /// Whether the centre has another revision than the one it was begun upon: a person
        /// compares them.
        is_behind: bool,
    },
}

/// What a screen shows of a document after something came down: a draft stays as it was left,
/// whatever came, and a sealed record stays until the centre's order shows it.
#[must_use]
pub fn shown(centre: Option<Revision>, local: LocalWork, mutation: Mutation) -> Shown {
    match local {
        LocalWork::Nothing => Shown::Centre,
        LocalWork::Pending => Shown::Pending,
        LocalWork::Draft { upon } if mutation.is(Mutant::PullOverwritesDraft) => {
            if upon == centre {
                Shown::Draft { is_behind: false }
            } else {
                Shown::Centre
            }
        }
        LocalWork::Draft { upon } => Shown::Draft {
            is_behind: upon != centre,
        },
    }
}

impl Turn<'_> {
    /// Asks for the next part of a feed; answers whether there is one.
    pub(super) fn read(&mut self, feed: Feed) -> bool {
        let read = self.feed_state(feed);
        let end = self.session().feed_ends.get(&feed).copied();
        if end.is_none_or(|end| end.seq <= read.position.seq) {
            return false;
        }
        let current = self.state().current;
        let Some(claim) = self.claim(current) else {
            return false;
        };
        self.effects.push(Effect::Tell(Status::Receiving));
        let request = self.send(Request::NextPack {
            after: read,
            has: (current, claim.head),
        });
        self.session().phase = Phase::AskingPack { request, feed };
        true
    }

    /// An offer came; `None` when the feed ends where it was read to.
    pub(super) fn offered(&mut self, offer: Option<PackOffer>) {
        let Phase::AskingPack { feed, .. } = self.session().phase else {
            return;
        };
        match offer {
            None => {
                self.session().feed_ends.remove(&feed);
                self.next_task();
            }
            Some(offer) if self.fits(&offer, feed) => {
                let request = self.send(Request::Pack { id: offer.id });
                self.session().phase = Phase::FetchingPack {
                    request,
                    offer: Box::new(offer),
                };
            }
            Some(_) => self.fail(Trouble::NotTheCentre),
        }
    }

    /// Whether the centre offers the part that follows what was read.
    pub(super) fn fits(&self, offer: &PackOffer, feed: Feed) -> bool {
        offer.feed == feed
            && offer.epoch == self.state().epoch
            && offer.after == self.state().read_through(feed)
            && is_genuine(offer, &self.device.centre, self.inputs.signatures)
    }

    /// A pack came.
    pub(super) fn pack_came(&mut self, pack: Pack) {
        let Phase::FetchingPack { offer, .. } = &self.session().phase else {
            return;
        };
        let offer = **offer;
        let has_moved = offer.after != self.state().read_through(offer.feed);
        if !has_moved && !self.take_pack(offer, pack) {
            return self.fail(Trouble::NotTheCentre);
        }
        if self.state().standing == Standing::Revoked {
            self.stop(Trouble::Revoked);
        } else {
            self.next_task();
        }
    }

    /// Takes a pack whose offer fits; answers whether it is what was offered. Entries and cursor
    /// are one transaction.
    pub(super) fn take_pack(&mut self, offer: PackOffer, mut pack: Pack) -> bool {
        self.fill_in(&mut pack);
        let is_whole = pack.id == offer.id
            && !pack.entries.is_empty()
            && is_unbroken(&offer, &pack.entries)
            && pack.entries.iter().all(|entry| self.has_body_of(entry));
        if !is_whole && !self.is_mutant(Mutant::LastOfPageLost) {
            return false;
        }
        self.device.state.feeds.insert(offer.feed, offer.through);
        if pack.entries.iter().any(|entry| self.revokes_me(entry)) {
            self.device.state.standing = Standing::Revoked;
        }
        self.session().backoff.reset();
        let state = self.state().clone();
        self.effects.push(Effect::TakePack {
            offer: Box::new(offer),
            pack: Box::new(pack),
            state,
        });
        true
    }

    /// Fills in what the centre left out because this PC has it.
    fn fill_in(&self, pack: &mut Pack) {
        for entry in &mut pack.entries {
            if let FeedItem::Record(line) = &mut entry.item
                && line.lacks_chain()
                && let Some(place) = self.inputs.shelf.place(line.stream, line.place.seq)
            {
                line.place = place;
            }
        }
    }

    /// Whether the record of an entry is there. One that was left out because this PC wrote it may
    /// be gone: the pack came on a stick, and a backup was restored meanwhile.
    fn has_body_of(&self, entry: &FeedEntry) -> bool {
        match &entry.item {
            FeedItem::Record(line) if line.record.is_none() => {
                self.inputs.shelf.place(line.stream, line.place.seq) == Some(line.place)
            }
            _ => true,
        }
    }

    fn revokes_me(&self, entry: &FeedEntry) -> bool {
        matches!(
            &entry.item,
            FeedItem::Admin(AdminEntry::Revoked(revocation))
                if revocation.device == self.state().device
        )
    }
}

/// Whether the entries follow each other without a hole from one end of the offer to the other.
fn is_unbroken(offer: &PackOffer, entries: &[FeedEntry]) -> bool {
    let mut position = offer.after;
    for entry in entries {
        position = position.after(&entry.item);
        if entry.seq != position.seq {
            return false;
        }
    }
    position == offer.through
}
