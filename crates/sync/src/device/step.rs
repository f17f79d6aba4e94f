//! One step: an event in, effects out.

use super::effect::{Effect, Request, RequestId, Timer};
use super::event::{Answer, Event};
use super::session::{Phase, Session};
use super::shelf::Inputs;
use super::status::{Report, Status, Trouble};
use super::{Device, DeviceState};
use crate::message::{Feed, FeedState, Nonce, Position, Standing};
use crate::mutant::Mutant;
use record::Stream;

/// A line on which no byte moves for so long is dead, in milliseconds. There is no other limit.
const IDLE_LIMIT: u64 = 60_000;
/// The limit on the whole that one mutant has.
const DEADLINE: u64 = 60_000;

impl Device {
    /// Tells the machine that something happened; answers what to do, in order.
    pub fn step(&mut self, event: Event, inputs: &Inputs<'_>) -> Vec<Effect> {
        let mut turn = Turn {
            device: self,
            inputs,
            effects: Vec::new(),
        };
        turn.event(event);
        turn.effects
    }
}

/// A step that is being made.
pub(super) struct Turn<'a> {
    pub(super) device: &'a mut Device,
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) effects: Vec<Effect>,
}

impl Turn<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Started => self.started(),
            Event::Wanted => self.wanted(),
            Event::Paused => self.pause(),
            Event::Resumed => self.resume(),
            Event::Rang(timer) => self.rang(timer),
            Event::Moved(request) => {
                if self.is_current(request) {
                    self.moved();
                }
            }
            Event::Broken(request) => {
                if self.is_current(request) {
                    self.broken();
                }
            }
            Event::Answered(request, answer) => self.answered(request, answer),
            Event::Built(batch) => self.built(batch),
            Event::StreamOpened(stream, start) => self.stream_opened(stream, start),
            Event::Brought(brought) => self.brought(*brought),
        }
    }

    fn started(&mut self) {
        if self.state().paused {
            self.rest(Phase::Paused, Status::Paused);
        } else if self.state().standing == Standing::Revoked {
            self.stop(Trouble::Revoked);
        } else {
            self.begin();
        }
    }

    fn wanted(&mut self) {
        match self.session().phase {
            Phase::Paused => {}
            Phase::Idle | Phase::Waiting | Phase::Stopped => self.begin(),
            _ => self.session().wanted_again = true,
        }
    }

    fn pause(&mut self) {
        self.abandon();
        self.device.state.paused = true;
        self.save();
        self.rest(Phase::Paused, Status::Paused);
    }

    fn resume(&mut self) {
        if self.state().paused {
            self.device.state.paused = false;
            self.save();
            self.begin();
        }
    }

    fn rang(&mut self, timer: Timer) {
        match timer {
            Timer::Idle if self.session().phase.request().is_some() => {
                self.abandon();
                self.broken();
            }
            Timer::Retry if matches!(self.session().phase, Phase::Waiting) => self.begin(),
            Timer::Deadline if self.session().phase.request().is_some() => {
                self.abandon();
                self.fail(Trouble::NoLine);
            }
            Timer::Idle | Timer::Retry | Timer::Deadline => {}
        }
    }

    /// Bytes move. Those of a pack are kept, so a line that breaks again and again gets on: the
    /// next wait is a short one. What was kept of an upload, the centre's hello tells.
    fn moved(&mut self) {
        if matches!(self.session().phase, Phase::FetchingPack { .. }) {
            self.session().backoff.reset();
        }
        self.set_idle_timer();
    }

    /// The line of the running request is gone. Nothing is concluded from that.
    fn broken(&mut self) {
        if let Phase::Sending { stream, batch, .. } = self.session().phase
            && self.is_mutant(Mutant::CursorWithoutReceipt)
            && let Some(place) = self.inputs.shelf.place(stream, batch.last_seq)
        {
            self.acknowledge(stream, place);
            self.save();
        }
        self.fail(Trouble::NoLine);
    }

    fn answered(&mut self, request: RequestId, answer: Answer) {
        let is_current = self.is_current(request);
        let answer = match answer {
            // A receipt counts whenever and however it comes.
            Answer::Append(answer) => return self.append_answered(request, answer),
            Answer::Receipts(receipts) => {
                for receipt in receipts {
                    self.receive(receipt);
                }
                if is_current {
                    self.next_task();
                }
                return;
            }
            _ if !is_current => return,
            answer => answer,
        };
        match answer {
            Answer::Hello(answer) => self.greeted(*answer),
            Answer::Offer(offer) => self.offered(offer.map(|offer| *offer)),
            Answer::Pack(pack) => self.pack_came(*pack),
            _ => self.fail(Trouble::NotTheCentre),
        }
    }

    fn stream_opened(&mut self, stream: Stream, start: Position) {
        self.device.state.open_stream(stream, start);
        self.save();
        if self.state().paused {
            self.rest(Phase::Paused, Status::Paused);
        } else {
            self.begin();
        }
    }

    /// Whatever is to be done next, in the order of its worth: what somebody waits for goes up,
    /// then what came back comes down, then the rest goes up, then reference data comes down.
    pub(super) fn next_task(&mut self) {
        let has_begun = self.fetch_receipts()
            || self.send_urgent()
            || self.read_office_feeds()
            || self.send_rest()
            || self.read(Feed::Common);
        if !has_begun {
            self.finish();
        }
    }

    fn read_office_feeds(&mut self) -> bool {
        let offices: Vec<Feed> = self
            .session()
            .feed_ends
            .keys()
            .copied()
            .filter(|feed| *feed != Feed::Common)
            .collect();
        offices.into_iter().any(|feed| self.read(feed))
    }

    /// Everything was done: begun again at once when something came up meanwhile.
    fn finish(&mut self) {
        let wanted_again = std::mem::take(&mut self.session().wanted_again);
        self.session().backoff.reset();
        let report = Report {
            unsent: self.unsent(),
            server_time: self.state().beacon.map(|beacon| beacon.time),
        };
        self.rest(Phase::Idle, Status::Finished(report));
        if wanted_again {
            self.begin();
        }
    }

    /// Sealed records without a verified receipt.
    fn unsent(&self) -> u64 {
        self.device
            .state
            .streams
            .iter()
            .filter_map(|(stream, it)| {
                let head = self.inputs.shelf.head(*stream)?;
                Some(head.seq.saturating_sub(it.acknowledged.seq))
            })
            .sum()
    }

    /// It did not work: tried again after a while.
    pub(super) fn fail(&mut self, trouble: Trouble) {
        if self.is_mutant(Mutant::CompleteWithoutReceipt) {
            let report = Report {
                unsent: 0,
                server_time: None,
            };
            return self.rest(Phase::Idle, Status::Finished(report));
        }
        let random = u16::from_be_bytes([self.inputs.random[0], self.inputs.random[1]]);
        let milliseconds = self.session().backoff.next(random);
        self.effects.push(Effect::SetTimer {
            timer: Timer::Retry,
            milliseconds,
        });
        self.rest(
            Phase::Waiting,
            Status::Waiting {
                trouble,
                retry_in: milliseconds,
            },
        );
    }

    /// It does not work until a person does something.
    pub(super) fn stop(&mut self, trouble: Trouble) {
        self.rest(Phase::Stopped, Status::Stopped(trouble));
    }

    fn rest(&mut self, phase: Phase, status: Status) {
        self.session().phase = phase;
        self.effects.push(Effect::Tell(status));
    }

    pub(super) fn abandon(&mut self) {
        if let Some(request) = self.session().phase.request() {
            self.effects.push(Effect::Abandon(request));
        }
    }

    pub(super) fn send(&mut self, request: Request) -> RequestId {
        let next = RequestId(self.session().last_request.0.saturating_add(1));
        self.session().last_request = next;
        self.set_idle_timer();
        if self.is_mutant(Mutant::TotalDeadline) && matches!(request, Request::Append { .. }) {
            self.effects.push(Effect::SetTimer {
                timer: Timer::Deadline,
                milliseconds: DEADLINE,
            });
        }
        self.effects.push(Effect::Send { id: next, request });
        next
    }

    fn set_idle_timer(&mut self) {
        self.effects.push(Effect::SetTimer {
            timer: Timer::Idle,
            milliseconds: IDLE_LIMIT,
        });
    }

    pub(super) fn is_current(&mut self, request: RequestId) -> bool {
        self.session().phase.request() == Some(request)
    }

    pub(super) fn save(&mut self) {
        let state = self.state().clone();
        self.effects.push(Effect::Save(state));
    }

    pub(super) const fn state(&self) -> &DeviceState {
        &self.device.state
    }

    pub(super) const fn session(&mut self) -> &mut Session {
        &mut self.device.session
    }

    pub(super) fn is_mutant(&self, mutant: Mutant) -> bool {
        self.device.mutation.is(mutant)
    }

    pub(super) const fn nonce(&self) -> Nonce {
        Nonce(self.inputs.random)
    }

    pub(super) fn feed_state(&self, feed: Feed) -> FeedState {
        FeedState {
            feed,
            position: self.state().read_through(feed),
        }
    }
}
