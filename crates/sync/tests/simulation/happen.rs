//! What happens when its time has come.

use crate::centre::Begun;
use crate::invariants;
use crate::pc::Pc;
use crate::world::{Connection, Fate, Happening, Transfer, World};
use std::collections::VecDeque;
use std::rc::Rc;
use sync::Signed;
use sync::centre::Kept;
use sync::device::{Answer, Device, Effect, Event, Request, Status, Timer, must_open_stream};
use sync::message::{AppendAnswer, Signature};

/// How long one way takes, in milliseconds.
const ONE_WAY: u64 = 300;
/// How many bytes move at once.
const CHUNK: usize = 4096;

/// Simulated batches are small.
const BUILDING_AHEAD: u64 = 3;

impl World {
    pub fn happen(&mut self, happening: Happening) {
        match happening {
            Happening::Act => self.act(),
            Happening::Boot(pc) => self.boot(pc),
            Happening::Want(pc) => self.tell(pc, Event::Wanted),
            Happening::Rings(pc, boot, timer, generation) => {
                let it = &self.pcs[pc];
                if it.boot == boot && it.timers.get(&timer) == Some(&generation) {
                    self.tell(pc, Event::Rang(timer));
                }
            }
            Happening::Arrives(connection, request, fate) => {
                self.arrives(connection, &request, fate);
            }
            Happening::Chunk(connection, transfer) => self.chunk(connection, transfer),
            Happening::Answers(connection, answer) => self.answers(connection, *answer),
            Happening::Breaks(connection) => {
                if self.close(connection) {
                    self.tell(connection.pc, Event::Broken(connection.request));
                }
            }
            Happening::StickAtCentre(pc, stick) => self.stick_at_centre(pc, &stick),
            Happening::StickBack(pc, answer) => self.tell(pc, Event::Brought(answer)),
        }
    }

    pub fn boot(&mut self, pc: usize) {
        if self.pcs[pc].device.is_some() {
            return;
        }
        let result = invariants::i15_atomic(&self.pcs[pc].disk);
        self.check(result);
        let (token, now, mutation) = (self.random.bytes(), self.now(), self.run.mutation);
        let it = &mut self.pcs[pc];
        if must_open_stream(it.disk.incarnation, it.token, mutation) {
            let wall = it.wall(now);
            it.token = token;
            let (stream, start) = it.disk.open_incarnation(token, wall);
            it.disk.state.open_stream(stream, start);
        }
        it.boot += 1;
        let device = Device::new(it.disk.state.clone(), self.centre.key.public, mutation);
        it.device = Some(device.building_ahead(BUILDING_AHEAD));
        self.register(pc);
        self.note(|| format!("pc {pc} starts"));
        self.tell(pc, Event::Started);
    }

    /// Notes what a PC has sealed.
    pub fn register(&mut self, pc: usize) {
        let disk = &self.pcs[pc].disk;
        let stream = disk.stream();
        for (_, place) in disk.streams[&stream].records.iter().rev() {
            if !self.sealed.insert((stream, *place)) {
                break;
            }
        }
    }

    /// Tells a machine an event and performs what it asks for.
    pub fn tell(&mut self, pc: usize, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let effects = self.pcs[pc].step(event, &mut self.random);
            for effect in effects {
                self.mark(1, &[pc as u64, code(&effect)]);
                if self.strikes("killed at an effect", 4) {
                    return self.cut_power(pc);
                }
                if !self.perform(pc, effect, &mut events) || self.violation.is_some() {
                    return;
                }
            }
        }
        let result = invariants::i08_drafts_stay(&self.pcs[pc]);
        self.check(result);
    }

    pub fn cut_power(&mut self, pc: usize) {
        self.note(|| format!("pc {pc} loses power"));
        self.pcs[pc].kill();
        let pause = self.random.between(1_000, 3_600_000);
        self.after(pause, Happening::Boot(pc));
    }

    /// Performs one effect; false when it failed and the program begins again.
    fn perform(&mut self, pc: usize, effect: Effect, events: &mut VecDeque<Event>) -> bool {
        let boot = self.pcs[pc].boot;
        self.note(|| format!("pc {pc}: {}", short(&effect)));
        match effect {
            Effect::Send { id, request } => self.send(pc, id, request),
            Effect::Abandon(id) => self.pcs[pc].open.retain(|it| *it != id),
            Effect::SetTimer {
                timer,
                milliseconds,
            } => {
                let generation = self.scheduled;
                self.pcs[pc].timers.insert(timer, generation);
                self.after(milliseconds, Happening::Rings(pc, boot, timer, generation));
            }
            Effect::Build {
                stream,
                first_seq,
                last_seq,
            } => {
                if self.strikes("disk full", 10) {
                    self.cut_power(pc);
                    return false;
                }
                let built = self.pcs[pc].disk.build(stream, (first_seq, last_seq));
                events.push_back(Event::Built(built));
            }
            Effect::OpenStream(_) => return self.open_stream(pc, events),
            Effect::Tell(Status::Finished(report)) => {
                self.pcs[pc].timers.remove(&Timer::Idle);
                let result = invariants::honest_report(self, pc, report)
                    .and_then(|()| invariants::i14_empty_sync(&self.pcs[pc]));
                self.check(result);
            }
            Effect::Tell(_) => {}
            Effect::RebuildForTest(upload) => self.pcs[pc].disk.rebuild(upload),
            effect => {
                if self.strikes("disk full", 10) {
                    self.cut_power(pc);
                    return false;
                }
                self.pcs[pc].disk.write(&effect, self.run.mutation);
                let result = invariants::cursor_is_true(self, pc);
                self.check(result);
            }
        }
        true
    }

    fn open_stream(&mut self, pc: usize, events: &mut VecDeque<Event>) -> bool {
        let (token, now) = (self.random.bytes(), self.now());
        self.pcs[pc].token = token;
        if self.strikes("killed between key store and database", 100) {
            self.cut_power(pc);
            return false;
        }
        let it = &mut self.pcs[pc];
        let wall = it.wall(now);
        let (stream, start) = it.disk.open_incarnation(token, wall);
        it.disk.state.open_stream(stream, start);
        it.quiet_session = false;
        self.register(pc);
        events.push_back(Event::StreamOpened(stream, start));
        true
    }

    fn send(&mut self, pc: usize, request: sync::device::RequestId, content: Request) {
        let it = &mut self.pcs[pc];
        it.open.push(request);
        it.requests_of_session += 1;
        if matches!(content, Request::Hello(_)) {
            it.requests_of_session = 1;
            it.quiet_session = false;
        }
        let connection = Connection {
            pc,
            boot: it.boot,
            request,
        };
        let content = Rc::new(content);
        if self.strikes("request lost", 40) {
            let after = self.random.between(1_000, 20_000);
            return self.after(after, Happening::Breaks(connection));
        }
        if self.strikes("stalled", 20) {
            return;
        }
        if self.strikes("captive portal", 20) {
            let answer = Box::new(Answer::Foreign);
            return self.after(2 * ONE_WAY, Happening::Answers(connection, answer));
        }
        if self.strikes("duplicated", 25) {
            let again = Happening::Arrives(connection, content.clone(), Fate::Echo);
            let later = self.random.between(ONE_WAY, 100_000);
            self.after(later, again);
        }
        let fate = self.fate();
        let way = match fate {
            Fate::Late => self.random.between(30_000, 200_000),
            _ => ONE_WAY,
        };
        self.after(way, Happening::Arrives(connection, content, fate));
    }

    fn fate(&mut self) -> Fate {
        if self.strikes("answer lost", 25) {
            Fate::AnswerLost
        } else if self.strikes("answer lost and line broken", 30) {
            Fate::AnswerBroken
        } else if self.strikes("answer forged", 20) {
            Fate::Forged
        } else if self.strikes("cut", 60) {
            Fate::Cut(self.random.below(9_000))
        } else if self.strikes("stalled in the middle", 30) {
            Fate::Stalls(self.random.below(9_000))
        } else if self.strikes("reordered", 25) {
            Fate::Late
        } else {
            Fate::Arrives
        }
    }

    /// Whether the PC still waits on this line.
    fn is_open(&self, connection: Connection) -> bool {
        let pc = &self.pcs[connection.pc];
        pc.boot == connection.boot && pc.open.contains(&connection.request)
    }

    fn close(&mut self, connection: Connection) -> bool {
        let was_open = self.is_open(connection);
        if was_open {
            let open = &mut self.pcs[connection.pc].open;
            open.retain(|it| *it != connection.request);
        }
        was_open
    }

    fn arrives(&mut self, connection: Connection, request: &Request, fate: Fate) {
        let now = self.now();
        let device = self.pcs[connection.pc].disk.state.device;
        let answer = match request {
            Request::Hello(hello) => self.centre.hello(hello, now),
            Request::Receipts(claim) => Answer::Receipts(self.centre.receipts(claim, now)),
            Request::NextPack { after, has } => {
                let offer = self.centre.next_pack(device, after, *has);
                Answer::Offer(offer.map(Box::new))
            }
            Request::Pack { id } => match self.centre.packs.get(id) {
                Some(pack) => Answer::Pack(Box::new(pack.clone())),
                None => Answer::Foreign,
            },
            Request::Append { upload, offset } => {
                return self.upload_begins(connection, (*upload, *offset), fate);
            }
        };
        self.answer(connection, answer, fate);
    }

    fn upload_begins(
        &mut self,
        connection: Connection,
        (upload, at): (sync::message::UploadId, u64),
        fate: Fate,
    ) {
        let Some((batch, bytes)) = self.pcs[connection.pc].disk.bytes_of(upload) else {
            return;
        };
        let result = invariants::sent_as_built(self, upload, &bytes);
        self.check(result);
        let now = self.now();
        match self.centre.begin_upload(upload, (batch.length, at), now) {
            Begun::Answer(answer) => {
                self.committed();
                self.answer(connection, Answer::Append(answer), fate);
            }
            Begun::Attempt(attempt) => {
                if fate != Fate::Echo {
                    let sent = self.sent.entry((connection.pc, upload)).or_default();
                    sent.0 += 1;
                    sent.2 = batch.length;
                }
                let transfer = Transfer {
                    upload,
                    bytes,
                    attempt,
                    at,
                    fate,
                    sent: 0,
                };
                self.after(
                    self.chunk_milliseconds,
                    Happening::Chunk(connection, transfer),
                );
            }
        }
    }

    fn chunk(&mut self, connection: Connection, mut transfer: Transfer) {
        // What a dead program had given to the network may still arrive, or not.
        let is_loose = matches!(transfer.fate, Fate::Late | Fate::Echo);
        if !self.is_open(connection) && !is_loose {
            return;
        }
        let rest = transfer.bytes.get(transfer.at as usize..).unwrap_or(&[]);
        let limit = match transfer.fate {
            Fate::Cut(bytes) | Fate::Stalls(bytes) => bytes,
            _ => u64::MAX,
        };
        let limit = limit.min(self.drop_after.unwrap_or(u64::MAX)) - transfer.sent;
        let count = rest.len().min(CHUNK).min(limit as usize);
        let mut part = rest[..count].to_vec();
        if self.strikes("bit flipped", 10)
            && let Some(byte) = part.first_mut()
        {
            *byte ^= 0x10;
        }
        let kept = self
            .centre
            .keep(transfer.upload, transfer.attempt, (transfer.at, &part));
        self.mark(2, &[connection.pc as u64, transfer.at, count as u64]);
        if let Kept::Fenced = kept {
            self.after(ONE_WAY, Happening::Breaks(connection));
            return;
        }
        let result = invariants::i12_offset_moves(kept, count as u64);
        self.check(result);
        transfer.at += count as u64;
        transfer.sent += count as u64;
        if transfer.fate != Fate::Echo {
            let key = (connection.pc, transfer.upload);
            let sent = self.sent.entry(key).or_default();
            sent.1 += count as u64;
            let result = invariants::i13_bytes(*sent);
            self.check(result);
        }
        if self.is_open(connection) {
            self.tell(connection.pc, Event::Moved(connection.request));
        }
        if self.strikes("centre's disk full", 5) {
            return self.after(ONE_WAY, Happening::Breaks(connection));
        }
        let now = self.now();
        if let Some(answer) = self.centre.complete(transfer.upload, now) {
            self.note(|| format!("centre: {answer:?}"));
            self.committed();
            if let AppendAnswer::Refused(_) = answer {
                // The centre has forgotten the bytes: they may go once more.
                self.sent
                    .retain(|(_, upload), _| *upload != transfer.upload);
            }
            return self.answer(connection, Answer::Append(answer), transfer.fate);
        }
        if limit <= count as u64 {
            if !matches!(transfer.fate, Fate::Stalls(_)) {
                self.after(ONE_WAY, Happening::Breaks(connection));
            }
            return;
        }
        self.after(
            self.chunk_milliseconds,
            Happening::Chunk(connection, transfer),
        );
    }

    /// Looks at what the centre has just written.
    pub fn committed(&mut self) {
        let written = std::mem::take(&mut self.centre.written);
        self.ever_stored.extend(written.iter().copied());
        let result = invariants::after_commit(self, &written);
        self.check(result);
    }

    fn answer(&mut self, connection: Connection, answer: Answer, fate: Fate) {
        match fate {
            Fate::AnswerLost | Fate::Echo => {}
            Fate::AnswerBroken => self.after(2_000, Happening::Breaks(connection)),
            Fate::Forged => {
                let answer = Box::new(forged(answer));
                self.after(ONE_WAY, Happening::Answers(connection, answer));
            }
            _ => self.after(ONE_WAY, Happening::Answers(connection, Box::new(answer))),
        }
    }

    fn answers(&mut self, connection: Connection, answer: Answer) {
        if !self.close(connection) {
            return;
        }
        let pc = connection.pc;
        if let Answer::Hello(hello) = &answer {
            self.pcs[pc].quiet_session = invariants::has_nothing_to_do(&self.pcs[pc], hello);
        }
        if let Answer::Pack(pack) = &answer {
            let result = invariants::i17_scope(self, pc, pack);
            self.check(result);
        }
        self.mark(3, &[pc as u64, connection.request.0]);
        self.tell(pc, Event::Answered(connection.request, answer));
    }
}

/// An answer that somebody on the way made up or changed.
fn forged(answer: Answer) -> Answer {
    let nobody = Signature([9; 64]);
    match answer {
        Answer::Hello(mut hello) => {
            for answer in &mut hello.streams {
                answer.line_head = None;
                answer.forked_at = Some(1);
                answer.shared_seq = 0;
            }
            hello.epoch.0 += 1;
            Answer::Hello(Box::new(hello.with_signature(nobody)))
        }
        Answer::Append(AppendAnswer::Taken(mut receipt)) => {
            receipt.epoch.0 += 1;
            Answer::Append(AppendAnswer::Taken(Box::new(
                receipt.with_signature(nobody),
            )))
        }
        Answer::Offer(Some(mut offer)) => {
            offer.through.seq += 1;
            Answer::Offer(Some(Box::new(offer.with_signature(nobody))))
        }
        Answer::Pack(mut pack) => {
            pack.entries.pop();
            Answer::Pack(pack)
        }
        _ => Answer::Foreign,
    }
}

fn code(effect: &Effect) -> u64 {
    match effect {
        Effect::Save(_) => 1,
        Effect::KeepReceipt { receipt, .. } => 1_000 + receipt.through.seq,
        Effect::TakePack { offer, .. } => 2_000_000 + offer.through.seq,
        Effect::RewindFeed { through, .. } => 3_000_000 + through,
        Effect::Build { first_seq, .. } => 4_000_000 + first_seq,
        Effect::OpenStream(_) => 5,
        Effect::Send { id, .. } => 6_000_000 + id.0,
        Effect::Abandon(_) => 7,
        Effect::SetTimer { .. } => 8,
        Effect::Tell(_) => 9,
        Effect::RebuildForTest(_) => 10,
    }
}

fn short(effect: &Effect) -> String {
    let mut text = format!("{effect:?}");
    let end = text
        .char_indices()
        .nth(1_500)
        .map_or(text.len(), |(place, _)| place);
    text.truncate(end);
    text
}

impl Pc {
    /// Whether the machine may hear of it.
    pub const fn is_on(&self) -> bool {
        self.device.is_some()
    }
}
