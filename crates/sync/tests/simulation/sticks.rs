//! Sticks that people carry.

use crate::world::{Happening, World};
use record::Stream;
use std::rc::Rc;
use sync::device::{StickAnswer, StickPart, stick_parts};
use sync::message::{FeedState, Position, UploadId};

/// What a stick holds.
pub struct Stick {
    batches: Vec<(UploadId, Rc<[u8]>)>,
    feeds: Vec<FeedState>,
    has: (Stream, Position),
}

impl World {
    pub fn write_stick(&mut self, pc: usize) {
        if !self.pcs[pc].is_on() {
            return;
        }
        let disk = &mut self.pcs[pc].disk;
        let mut parts = stick_parts(&disk.state, disk);
        while let Some(StickPart::Unbuilt {
            stream,
            first_seq,
            last_seq,
        }) = parts
            .iter()
            .find(|part| matches!(part, StickPart::Unbuilt { .. }))
        {
            disk.build(*stream, (*first_seq, *last_seq));
            parts = stick_parts(&disk.state, disk);
        }
        let batches = parts
            .into_iter()
            .filter_map(|part| match part {
                StickPart::Stored(batch) => Some((batch.upload, disk.bytes_of(batch.upload)?.1)),
                StickPart::Unbuilt { .. } => None,
            })
            .collect();
        let office = self.centre.office_of(disk.state.device);
        let feeds = office
            .map(|office| {
                let feed = sync::message::Feed::Office(office);
                FeedState {
                    feed,
                    position: disk.state.read_through(feed),
                }
            })
            .into_iter()
            .collect();
        let stream = disk.stream();
        let has = (stream, disk.streams[&stream].position());
        let mut stick = Stick {
            batches,
            feeds,
            has,
        };
        self.damage(&mut stick);
        let hours = self.random.between(1, 40) * 3_600_000;
        if self.strikes("stick copied twice", 200) {
            let copy = Stick {
                batches: stick.batches.clone(),
                feeds: stick.feeds.clone(),
                has: stick.has,
            };
            let later = hours + self.random.between(1, 40) * 3_600_000;
            self.after(later, Happening::StickAtCentre(pc, Box::new(copy)));
        }
        self.note(|| format!("pc {pc} writes a stick of {}", stick.batches.len()));
        self.after(hours, Happening::StickAtCentre(pc, Box::new(stick)));
    }

    fn damage(&mut self, stick: &mut Stick) {
        if !stick.batches.is_empty() && self.strikes("stick copied partly", 150) {
            let place = self.random.below(stick.batches.len() as u64) as usize;
            stick.batches.remove(place);
        }
        if self.strikes("stick read in another order", 150) {
            stick.batches.reverse();
        }
        if self.strikes("stick damaged", 150)
            && let Some((_, bytes)) = stick.batches.first_mut()
        {
            let mut copy = bytes.to_vec();
            let place = self.random.below(copy.len() as u64) as usize;
            copy[place] ^= 1 << self.random.below(8);
            if self.random.chance(300) {
                copy.truncate(place);
            }
            *bytes = copy.into();
        }
    }

    pub fn stick_at_centre(&mut self, pc: usize, stick: &Stick) {
        let now = self.now();
        let device = self.pcs[pc].disk.state.device;
        let mut answer = StickAnswer::default();
        for (upload, bytes) in &stick.batches {
            let taken = self.centre.ingest(*upload, bytes, now);
            self.note(|| format!("centre reads a stick: {taken:?}"));
            answer.receipts.extend(taken.ok());
            self.committed();
        }
        for read in &stick.feeds {
            if let Some(offer) = self.centre.next_pack(device, read, stick.has)
                && let Some(pack) = self.centre.packs.get(&offer.id)
            {
                answer.packs.push((offer, pack.clone()));
            }
        }
        let hours = self.random.between(1, 40) * 3_600_000;
        if self.strikes("answer stick twice", 100) {
            let later = hours + self.random.between(1, 90) * 3_600_000;
            self.after(later, Happening::StickBack(pc, Box::new(answer.clone())));
        }
        if !self.strikes("answer stick lost", 200) {
            self.after(hours, Happening::StickBack(pc, Box::new(answer)));
        }
    }
}
