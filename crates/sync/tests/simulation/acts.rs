//! Acts of people, and disasters.

use crate::invariants;
use crate::pc::{Draft, Pc};
use crate::people;
use crate::world::{Happening, World};
use domain::Kind;
use record::{Custody, Ruling, Stream, Verdict};
use sync::device::Event;
use sync::message::Position;
use uuid::Uuid;

impl World {
    pub fn act(&mut self) {
        if self.acts_left == 0 {
            return;
        }
        self.acts_left -= 1;
        let pause = self.random.between(1_000, 1_800_000);
        self.after(pause, Happening::Act);
        let pc = self.random.below(self.pcs.len() as u64) as usize;
        match self.random.below(100) {
            0..=41 => self.somebody_works(pc),
            42..=51 => self.somebody_types(pc),
            52..=57 => self.somebody_seals_a_draft(pc),
            58..=65 => self.tell(pc, Event::Wanted),
            66 => self.tell(pc, Event::Paused),
            67..=69 => self.tell(pc, Event::Resumed),
            70..=72 => self.kill(pc),
            73..=74 => self.pcs[pc].backup = Some(self.pcs[pc].disk.clone()),
            75 => self.restore_pc(pc),
            76 => self.clone_pc(pc),
            77 => self.centre_backup = Some(self.centre.database.clone()),
            78 => self.restore_centre(),
            79..=85 => self.the_centre_works(pc),
            86 => self.close_period(pc),
            92..=95 => self.somebody_rules(pc),
            96 => self.publish_rules(),
            87 => self.revoke(pc),
            88..=90 => self.admit(),
            91 => self.crash_centre(),
            _ => self.write_stick(pc),
        }
    }

    fn somebody_works(&mut self, pc: usize) {
        for _ in 0..self.random.between(1, 4) {
            let sealing = people::work(&self.pcs[pc].disk, &mut self.random);
            self.seal(pc, sealing);
        }
        if self.random.chance(600) {
            self.tell(pc, Event::Wanted);
        }
    }

    pub fn seal(&mut self, pc: usize, sealing: crate::pc::Sealing) {
        if !self.pcs[pc].is_on() {
            return;
        }
        let (salt, now) = (self.random.bytes(), self.now());
        let it = &mut self.pcs[pc];
        let wall = it.wall(now);
        let place = it.disk.seal(sealing, (wall, salt));
        it.quiet_session = false;
        self.note(|| format!("pc {pc} seals {place:?}"));
        self.register(pc);
    }

    fn somebody_types(&mut self, pc: usize) {
        if !self.pcs[pc].is_on() {
            return;
        }
        let keys: Vec<_> = self.pcs[pc].disk.ledger.documents.keys().copied().collect();
        let new = (Kind::Note, Uuid::from_bytes(self.random.bytes()));
        let key = match self.random.pick(&keys) {
            Some(key) if matches!(key.0, Kind::Note | Kind::Evaluation) => key,
            _ => new,
        };
        let text = people::text(&mut self.random);
        let it = &mut self.pcs[pc];
        let upon = it.disk.base_of(key);
        let draft = match it.disk.drafts.get(&key) {
            Some(draft) => Draft {
                text,
                ..draft.clone()
            },
            None => Draft { text, upon },
        };
        it.disk.drafts.insert(key, draft.clone());
        it.typed.insert(key, draft);
    }

    fn somebody_seals_a_draft(&mut self, pc: usize) {
        if !self.pcs[pc].is_on() {
            return;
        }
        let keys: Vec<_> = self.pcs[pc].disk.drafts.keys().copied().collect();
        let Some(key) = self.random.pick(&keys) else {
            return;
        };
        let it = &mut self.pcs[pc];
        it.typed.remove(&key);
        if let Some(draft) = it.disk.drafts.remove(&key) {
            let sealing = people::seal_draft(key, &draft, &mut self.random);
            self.seal(pc, sealing);
        }
    }

    fn kill(&mut self, pc: usize) {
        if self.pcs[pc].is_on() {
            self.count("killed");
            self.cut_power(pc);
        }
    }

    fn count(&mut self, name: &'static str) {
        *self.faults.entry(name).or_default() += 1;
        self.note(|| name.to_owned());
    }

    /// The disk dies; its backup comes into the PC, whose key store may have survived.
    fn restore_pc(&mut self, pc: usize) {
        let Some(backup) = self.pcs[pc].backup.clone() else {
            return;
        };
        self.count("backup restored");
        let it = &mut self.pcs[pc];
        it.kill();
        it.typed = backup.drafts.clone();
        it.disk = backup;
        self.after(60_000, Happening::Boot(pc));
    }

    /// The whole PC is imaged; now there are two of it. Sometimes the key store is not copied.
    fn clone_pc(&mut self, pc: usize) {
        if self.pcs.len() > 4 {
            return;
        }
        self.count("disk cloned");
        let other_token = self.random.bytes();
        let has_key_store = self.random.chance(700);
        let original = &self.pcs[pc];
        let mut clone = Pc::new(original.disk.clone(), original.skew);
        clone.typed = clone.disk.drafts.clone();
        clone.token = if has_key_store {
            original.token
        } else {
            other_token
        };
        let number = self.pcs.len();
        self.pcs.push(clone);
        self.after(60_000, Happening::Boot(number));
    }

    fn restore_centre(&mut self) {
        let Some(backup) = self.centre_backup.clone() else {
            return;
        };
        self.count("centre restored");
        let now = self.now();
        self.centre.restore(backup, now);
        // What was ruled since then is lost with everything else that the centre alone wrote.
        let ledgers = &self.centre.database.ledgers;
        self.finals.retain(|(office, key), body| {
            let document = ledgers.get(office).and_then(|it| it.documents.get(key));
            let Some(document) = document.filter(|it| Custody::of(it) == Custody::Nobody) else {
                return false;
            };
            body.clone_from(&document.body);
            true
        });
        self.sent.clear();
        self.break_all_lines();
        // Its own stream must not go on where it was: what it lost may be known elsewhere.
        let offices: Vec<_> = self.authors.keys().copied().collect();
        for office in offices {
            let token = self.random.bytes();
            if let Some(author) = self.authors.get_mut(&office) {
                let (stream, start) = author.open_incarnation(token, now);
                author.state.open_stream(stream, start);
                let own = &author.streams[&stream];
                self.sealed.insert((stream, own.position()));
            }
        }
        // The operator has the list of revoked devices in his drawer.
        for device in self.revoked.clone() {
            self.centre.revoke(device, now);
        }
    }

    fn break_all_lines(&mut self) {
        let boots: Vec<_> = self
            .pcs
            .iter()
            .enumerate()
            .flat_map(|(pc, it)| {
                it.open.iter().map(move |request| crate::world::Connection {
                    pc,
                    boot: it.boot,
                    request: *request,
                })
            })
            .collect();
        self.queue.retain(|_, happening| {
            !matches!(
                happening,
                Happening::Arrives(..) | Happening::Chunk(..) | Happening::Answers(..)
            )
        });
        for connection in boots {
            self.after(1_000, Happening::Breaks(connection));
        }
    }

    fn crash_centre(&mut self) {
        self.count("centre killed");
        self.break_all_lines();
    }

    /// The centre corrects or returns a document.
    fn the_centre_works(&mut self, pc: usize) {
        let Some(office) = self.centre.office_of(self.pcs[pc].disk.state.device) else {
            return;
        };
        let Some(ledger) = self.centre.database.ledgers.get(&office) else {
            return;
        };
        let keys: Vec<_> = ledger.documents.keys().copied().collect();
        let Some(key) = self.random.pick(&keys) else {
            return;
        };
        let base_rev = ledger
            .documents
            .get(&key)
            .and_then(record::Folded::revision);
        let now = self.now();
        let salt = self.random.bytes();
        let Some(author) = self.authors.get_mut(&office) else {
            return;
        };
        let mut sealing = people::edit(author, key, &mut self.random);
        sealing.base_rev = if sealing.doc_id == key.1 {
            base_rev
        } else {
            None
        };
        let stream = author.stream();
        let place = author.seal(sealing, (now, salt));
        self.sealed.insert((stream, place));
        self.take_in_from_author(office, stream);
    }

    fn take_in_from_author(&mut self, office: sync::message::OfficeId, stream: Stream) {
        let now = self.now();
        let Some(author) = self.authors.get_mut(&office) else {
            return;
        };
        let first = author
            .batches
            .range((stream, 0)..=(stream, u64::MAX))
            .next_back()
            .map_or(1, |(_, (batch, _))| batch.last_seq + 1);
        let Some(batch) = author.build(stream, (first, u64::MAX)) else {
            return;
        };
        if let Some((_, bytes)) = author.bytes_of(batch.upload) {
            let taken = self.centre.ingest(batch.upload, &bytes, now);
            self.note(|| format!("centre works: {taken:?}"));
        }
        self.committed();
    }

    fn close_period(&mut self, pc: usize) {
        let period = people::period(self.random.below(people::PERIODS));
        let now = self.now();
        if let Some(office) = self.centre.office_of(self.pcs[pc].disk.state.device) {
            self.centre.close_period(office, period, now);
        }
    }

    /// The centre publishes a package of rules for every office.
    fn publish_rules(&mut self) {
        let package = self.random.bytes::<16>().to_vec();
        self.centre.publish_rules(package);
        self.count("rules published");
    }

    /// The centre returns a document, or says that it is final; now and then the other of the two
    /// about one that it has ruled about.
    fn somebody_rules(&mut self, pc: usize) {
        let Some(office) = self.centre.office_of(self.pcs[pc].disk.state.device) else {
            return;
        };
        let Some(ledger) = self.centre.database.ledgers.get(&office) else {
            return;
        };
        let keys: Vec<_> = ledger.documents.keys().copied().collect();
        let Some(key) = self.random.pick(&keys) else {
            return;
        };
        let Some(revision) = ledger.documents[&key].revision() else {
            return;
        };
        let body = ledger.documents[&key].body.clone();
        let ruling = if self.random.chance(600) {
            Ruling::Final
        } else {
            Ruling::Returned
        };
        let verdict = Verdict {
            revision,
            ruling,
            reason: "look again".to_owned(),
            by: "somebody".to_owned(),
            at: self.now(),
        };
        if !self.centre.rule(office, key, verdict) {
            return;
        }
        match ruling {
            Ruling::Final => {
                self.count("final");
                self.finals.insert((office, key), body);
            }
            Ruling::Returned => {
                self.count("returned");
                self.finals.remove(&(office, key));
            }
        }
    }

    fn revoke(&mut self, pc: usize) {
        if self.random.chance(500) {
            return;
        }
        let device = self.pcs[pc].disk.state.device;
        let now = self.now();
        self.count("revoked");
        self.centre.revoke(device, now);
        self.revoked.insert(device);
    }

    fn admit(&mut self) {
        let waiting: Vec<(Stream, Position)> = self.centre.waiting_for_people();
        let Some((stream, place)) = self.random.pick(&waiting) else {
            return;
        };
        let now = self.now();
        self.centre.admit(stream, place, now);
        let result = invariants::after_commit(self, &[]);
        self.check(result);
    }
}
