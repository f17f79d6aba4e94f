//! Whoever drives the machine: events in, effects done in their order.
//!
//! There is one way back from every failure: the machine is made again from what is stored.

use super::files::{FileLane, Lane};
use super::flight::{Flight, KeptPack, News, outgoing};
use super::keeping;
use super::live::{Obstacle, Signal};
use super::machine::Machine;
use super::names;
use super::shelf::StoreShelf;
use crate::{Desk, Office, Trouble};
use api::error::{ErrorCode, StoreTrouble};
use line::{LineError, Tally};
use std::collections::VecDeque;
use std::time::Duration;
use store::StoreError;
use sync::device::{
    Answer, DeviceState, Effect, Event, Shelf as _, Status, Timer, Trouble as Hitch,
};
use sync::message::{OutcomeCode, Receipt};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, sleep_until};

/// How long after a failure of this PC's own the machine is made again.
const AFTER_A_FALL: Duration = Duration::from_secs(60);
/// How often the place is looked at: a centre may have been joined at the terminal.
const LOOK: Duration = Duration::from_secs(60);
/// How often something unsent is tried without being asked.
const UNASKED: Duration = Duration::from_secs(15 * 60);
/// How often in a row nothing at all may move before somebody at a terminal is told: some twenty
/// seconds.
const FRUITLESS: u32 = 16;

/// How often in a row a session that left something is followed by another one at once.
const ROUNDS: u32 = 3;

/// What a session at a terminal reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Documents that had no receipt at the beginning.
    pub sealed: u64,
    /// Documents that have a receipt now and had none.
    pub sent: u64,
    /// Documents of these that the centre applied.
    pub accepted: u64,
    /// Documents of these that wait there, or were refused.
    pub held: u64,
    /// Bytes of messages that went up.
    pub bytes_up: u64,
    /// Bytes of messages that came down.
    pub bytes_down: u64,
    /// What people call the last receipt of this session.
    pub receipt: Option<String>,
    /// Whether everything has a receipt now.
    pub is_done: bool,
    /// Whether the centre was reached and served this computer; else nothing was fetched.
    pub was_reached: bool,
}

/// Whoever drives the machine.
pub(crate) struct Drive<'a> {
    office: &'a Office,
    machine: Option<Machine>,
    queue: VecDeque<Event>,
    flight: Option<Flight>,
    files: FileLane,
    kept: KeptPack,
    news: (UnboundedSender<News>, UnboundedReceiver<News>),
    idle: Option<Instant>,
    retry: Option<Instant>,
    again: Option<Instant>,
    last_tried: Instant,
    tally: Tally,
    receipts: Vec<Receipt>,
    has_moved: bool,
    /// A receipt spoke of a conflict, and the feed that shows it was not read yet.
    reads_again: bool,
    /// How often in a row a session ended with something left to send.
    rounds: u32,
}

impl<'a> Drive<'a> {
    pub(crate) fn new(office: &'a Office) -> Self {
        Self {
            office,
            machine: None,
            queue: VecDeque::new(),
            flight: None,
            files: FileLane::default(),
            kept: KeptPack::default(),
            news: unbounded_channel(),
            idle: None,
            retry: None,
            again: None,
            last_tried: Instant::now(),
            tally: Tally::default(),
            receipts: Vec::new(),
            has_moved: false,
            reads_again: false,
            rounds: 0,
        }
    }

    /// Drives until the program ends.
    pub(crate) async fn forever(mut self, mut signals: UnboundedReceiver<Signal>) {
        self.take(Event::Started);
        let mut look = Instant::now() + LOOK;
        loop {
            tokio::select! {
                signal = signals.recv() => match signal {
                    Some(Signal::Wanted) => self.wanted(),
                    Some(Signal::Look) => self.look(),
                    Some(Signal::Stop) | None => return,
                },
                () = sleep_until(look) => {
                    look = Instant::now() + LOOK;
                    self.look();
                }
                () = self.turn() => {}
            }
        }
    }

    /// Drives one session until it has reached what it can.
    ///
    /// # Errors
    /// No centre is joined, or the store refused.
    pub(crate) async fn once(mut self) -> Result<Report, Trouble> {
        let sealed = self.office.with_desk(|desk| {
            let machine = Machine::of(desk)?.ok_or_else(not_joined)?;
            unsent(desk, machine.state())
        })?;
        self.take(Event::Started);
        let mut fruitless = 0;
        loop {
            match self.office.live().now().status {
                Some(Status::Finished(_)) if !self.files.is_busy() => break,
                Some(Status::Stopped(_) | Status::Paused) => break,
                Some(Status::Waiting { trouble, .. }) => {
                    // Bytes that move say something of a line only: a page that wants to be signed
                    // in to has bytes too.
                    let has_moved = std::mem::take(&mut self.has_moved);
                    fruitless = match trouble {
                        Hitch::NoLine if has_moved => 0,
                        _ => fruitless + 1,
                    };
                    if fruitless >= FRUITLESS {
                        break;
                    }
                    self.until_tried_again().await;
                }
                _ if self.office.live().now().obstacle == Some(Obstacle::DiskFull) => {
                    return Err(ErrorCode::Store(StoreTrouble::DiskFull).into());
                }
                _ if self.office.live().now().obstacle == Some(Obstacle::Other) => {
                    return Err(ErrorCode::Internal.into());
                }
                _ => self.turn().await,
            }
        }
        self.report(sealed)
    }

    async fn until_tried_again(&mut self) {
        while matches!(
            self.office.live().now().status,
            Some(Status::Waiting { .. })
        ) {
            self.turn().await;
        }
    }

    fn report(&self, sealed: u64) -> Result<Report, Trouble> {
        self.office.with_desk(|desk| {
            let machine = Machine::of(desk)?.ok_or_else(not_joined)?;
            let left = unsent(desk, machine.state())?;
            let outcomes = || self.receipts.iter().flat_map(Receipt::each);
            let applied = outcomes().filter(|(_, it)| it.is_folded()).count() as u64;
            let receipt = match self.receipts.last() {
                Some(_) => names::newest_receipt(desk)?.map(|(name, _)| name),
                None => None,
            };
            Ok(Report {
                sealed,
                sent: outcomes().count() as u64,
                accepted: applied,
                held: outcomes().count() as u64 - applied,
                bytes_up: self.tally.up(),
                bytes_down: self.tally.down(),
                receipt,
                is_done: left == 0,
                was_reached: !matches!(
                    self.office.live().now().status,
                    Some(Status::Waiting { .. } | Status::Stopped(_))
                ),
            })
        })
    }

    /// Waits for whatever happens next, and takes it.
    async fn turn(&mut self) {
        let far = Instant::now() + LOOK;
        let (idle, retry, again) = (self.idle, self.retry, self.again);
        tokio::select! {
            news = self.news.1.recv() => {
                if let Some(news) = news {
                    self.hear(news);
                }
            }
            () = sleep_until(idle.unwrap_or(far)), if idle.is_some() => {
                self.idle = None;
                self.take(Event::Rang(Timer::Idle));
            }
            () = sleep_until(retry.unwrap_or(far)), if retry.is_some() => {
                self.retry = None;
                self.take(Event::Rang(Timer::Retry));
            }
            () = sleep_until(again.unwrap_or(far)), if again.is_some() => {
                self.again = None;
                self.take(Event::Started);
            }
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Moved(id) => {
                self.has_moved = true;
                self.take(Event::Moved(id));
            }
            News::Ended(id, ended) => {
                if matches!(ended, Err(LineError::NotNow)) {
                    // What moved of a request that the centre has no time for moved in vain.
                    self.has_moved = false;
                }
                let is_flying = self.flight.as_ref().is_some_and(|it| it.id == id);
                if is_flying {
                    self.flight = None;
                    self.idle = None;
                }
                self.take(self.came_back(id, ended));
            }
            News::FileEnded(hash, reply) => self.file_ended(hash, reply),
        }
    }

    fn came_back(&self, id: sync::device::RequestId, ended: Result<Answer, LineError>) -> Event {
        let live = self.office.live();
        match ended {
            Ok(answer) => {
                live.change(|now| now.obstacle = None);
                if let Answer::Hello(hello) = &answer {
                    live.see_clocks(hello.beacon.time, self.office.host().now());
                }
                Event::Answered(id, answer)
            }
            Err(LineError::OtherCertificate(error)) => {
                tracing::info!(%error, "somebody else answered");
                Event::Answered(id, Answer::Foreign)
            }
            Err(error) => {
                tracing::info!(%error, "no answer");
                let obstacle =
                    matches!(error, LineError::Unreachable(_)).then_some(Obstacle::Unreachable);
                live.change(|now| now.obstacle = obstacle);
                Event::Broken(id)
            }
        }
    }

    fn file_ended(&mut self, hash: [u8; 32], reply: Result<Option<line::FileReply>, LineError>) {
        let (office, files) = (self.office, &mut self.files);
        match office.with_desk(|desk| files.ended(desk, hash, reply)) {
            Ok(Lane::GoesOn) => self.next_file(),
            Ok(Lane::Rests) => {}
            Ok(Lane::IsFull) => office.live().change(|now| now.quota_reached = true),
            Err(trouble) => self.fall(&trouble),
        }
        office
            .live()
            .change(|now| now.version = now.version.wrapping_add(1));
    }

    fn next_file(&mut self) {
        let Some(machine) = &self.machine else {
            return;
        };
        let (office, files, news) = (self.office, &mut self.files, &self.news.0);
        if let Err(trouble) = office.with_desk(|desk| files.next(desk, (machine, news))) {
            self.fall(&trouble);
        }
    }

    fn wanted(&mut self) {
        self.files.restart();
        self.office.live().change(|now| now.quota_reached = false);
        self.take(Event::Wanted);
    }

    /// Looks whether the place is another one, and whether something has waited too long.
    fn look(&mut self) {
        let machine = self.machine.as_ref();
        let found = self.office.with_desk(|desk| {
            let is_current = match machine {
                Some(machine) => machine.is_of(desk)?,
                None => Machine::of(desk)?.is_none(),
            };
            let waits = match machine {
                Some(machine) => unsent(desk, machine.state())? > 0,
                None => false,
            };
            Ok((is_current, waits))
        });
        match found {
            Ok((false, _)) => self.take(Event::Started),
            Ok((true, true)) if self.is_at_rest() && self.last_tried.elapsed() > UNASKED => {
                self.take(Event::Wanted);
            }
            _ => {}
        }
    }

    fn is_at_rest(&self) -> bool {
        matches!(
            self.office.live().now().status,
            Some(Status::Finished(_)) | None
        )
    }

    /// Tells the machine something, and does what it answers.
    fn take(&mut self, event: Event) {
        self.queue.push_back(event);
        while let Some(event) = self.queue.pop_front() {
            if let Err(trouble) = self.take_one(event) {
                return self.fall(&trouble);
            }
        }
    }

    fn take_one(&mut self, event: Event) -> Result<(), Trouble> {
        let office = self.office;
        office.with_desk(|desk| {
            let is_current = match &self.machine {
                // The machine asked for that stream and does not write it yet.
                Some(_) if matches!(event, Event::StreamOpened(..)) => true,
                Some(machine) => machine.is_of(desk)?,
                None => false,
            };
            let event = if is_current {
                event
            } else {
                self.forget();
                let Some(machine) = Machine::of(desk)? else {
                    office.live().change(|now| now.status = None);
                    return Ok(());
                };
                keeping::note_users(desk)?;
                self.machine = Some(machine);
                Event::Started
            };
            let Some(machine) = &mut self.machine else {
                return Ok(());
            };
            for effect in machine.step(desk, event)? {
                self.perform(desk, effect)?;
            }
            Ok(())
        })
    }

    fn perform(&mut self, desk: &Desk<'_>, effect: Effect) -> Result<(), Trouble> {
        let Some(machine) = &mut self.machine else {
            return Ok(());
        };
        match effect {
            Effect::Save(state) => keeping::save(desk, machine, &state),
            Effect::KeepReceipt { receipt, state } => {
                keeping::keep_receipt(desk, machine, (&receipt, &state))?;
                // What it conflicts with stands in the feed.
                self.reads_again |= receipt
                    .each()
                    .any(|(_, it)| matches!(it, OutcomeCode::Conflict { .. }));
                self.receipts.push(*receipt);
                self.has_moved = true;
                Ok(())
            }
            Effect::TakePack { offer, pack, state } => {
                self.has_moved = true;
                keeping::take_pack(desk, machine, (&offer, &pack, &state))
            }
            Effect::RewindFeed {
                feed,
                through,
                state,
            } => keeping::rewind(desk, machine, ((feed, through), &state)),
            Effect::Build {
                stream,
                first_seq,
                last_seq,
            } => {
                let built = keeping::build_batch(desk, machine, (stream, first_seq, last_seq))?;
                self.queue.push_back(Event::Built(built));
                Ok(())
            }
            Effect::OpenStream(reason) => {
                tracing::info!(?reason, "a new stream is opened");
                self.queue.push_back(keeping::open_stream(desk)?);
                Ok(())
            }
            Effect::Send { id, request } => {
                self.files.stop();
                let outgoing = outgoing(desk, machine, (request, &self.kept))?;
                let news = self.news.0.clone();
                let flight =
                    Flight::begin((id, outgoing), machine, (&self.kept, &self.tally), news);
                self.flight = Some(flight);
                Ok(())
            }
            Effect::Abandon(id) => {
                if self.flight.as_ref().is_some_and(|it| it.id == id) {
                    self.flight = None;
                }
                Ok(())
            }
            Effect::SetTimer {
                timer,
                milliseconds,
            } => {
                let at = Instant::now() + Duration::from_millis(milliseconds);
                match timer {
                    Timer::Idle => self.idle = Some(at),
                    Timer::Retry => self.retry = Some(at),
                    Timer::Deadline => {}
                }
                Ok(())
            }
            Effect::Tell(status) => self.tell(desk, status),
            Effect::RebuildForTest(_) => Ok(()),
        }
    }

    fn tell(&mut self, desk: &Desk<'_>, status: Status) -> Result<(), Trouble> {
        let Some(machine) = &self.machine else {
            return Ok(());
        };
        if status == Status::Connecting {
            self.last_tried = Instant::now();
            let left = unsent(desk, machine.state())?;
            let before = self.office.live().now();
            // A session that goes on after a drop counts from where it began.
            let goes_on = matches!(before.status, Some(Status::Waiting { .. }));
            self.office.live().change(|now| {
                if !goes_on || left > now.begun_with {
                    now.begun_with = left;
                }
            });
        }
        if !matches!(status, Status::Waiting { .. }) {
            self.retry = None;
        }
        self.office.live().change(|now| now.status = Some(status));
        if let Status::Finished(_) = status {
            self.office.live().change(|now| now.obstacle = None);
            // What came down may have made this PC seal something: an alias, a note.
            let left = unsent(desk, machine.state())?;
            let goes_on = std::mem::take(&mut self.reads_again) || left > 0;
            if goes_on && self.rounds < ROUNDS {
                self.rounds += 1;
                self.queue.push_back(Event::Wanted);
                return Ok(());
            }
            self.rounds = 0;
            let news = &self.news.0;
            self.files.next(desk, (machine, news))?;
        }
        Ok(())
    }

    /// Something on this PC failed: the machine is made again from what is stored, after a while.
    fn fall(&mut self, trouble: &Trouble) {
        self.forget();
        let code = trouble.refusal().code;
        if matches!(code, ErrorCode::NeedsFirstRun) {
            return self.office.live().change(|now| now.status = None);
        }
        let obstacle = match code {
            ErrorCode::Store(StoreTrouble::DiskFull) => Obstacle::DiskFull,
            _ => Obstacle::Other,
        };
        self.office.live().change(|now| {
            now.obstacle = Some(obstacle);
            now.status = None;
        });
        self.again = Some(Instant::now() + AFTER_A_FALL);
    }

    fn forget(&mut self) {
        self.machine = None;
        self.flight = None;
        self.files.stop();
        self.queue.clear();
        (self.idle, self.retry) = (None, None);
    }
}

/// Sealed records of this PC without a verified receipt.
pub(crate) fn unsent(desk: &Desk<'_>, state: &DeviceState) -> Result<u64, Trouble> {
    desk.read(|view| {
        let shelf = StoreShelf(view);
        let count = |stream: &record::Stream, acknowledged: u64| {
            let head = shelf.head(*stream).map_or(0, |head| head.seq);
            head.saturating_sub(acknowledged)
        };
        Ok::<_, StoreError>(
            state
                .streams
                .iter()
                .map(|(stream, it)| count(stream, it.acknowledged.seq))
                .sum(),
        )
    })
}

pub(crate) fn not_joined() -> Trouble {
    ErrorCode::Sync(api::error::SyncTrouble::NotJoined).into()
}
