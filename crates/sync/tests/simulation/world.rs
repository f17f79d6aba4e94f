//! The world of one seed: PCs, the centre, the lines between them, sticks and people, on one
//! thread and one clock.

use crate::centre::{Centre, Database, DeviceRow};
use crate::invariants::{self, Violation};
use crate::pc::{Disk, OwnStream, Pc};
use crate::random::Random;
use crate::sticks::Stick;
use crate::toy::{Ciphers, SimulatedKey};
use domain::Timestamp;
use record::{Encoded, Hlc, Stream, chain_zero};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use sync::Mutation;
use sync::centre::Attempt;
use sync::device::{Answer, DeviceState, Request, RequestId, StickAnswer, Timer};
use sync::ledger::{DocumentKey, Ledger};
use sync::message::{DeviceId, OfficeId, Position, UploadId};

/// The centre's time at the beginning: 2026-09-01.
const BEGIN: i64 = 1_788_220_800_000_000;
const TEN_YEARS: u64 = 10 * 365 * 86_400 * 1_000_000;

/// What to run.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub seed: u64,
    pub mutation: Mutation,
    /// Acts of people and disasters before everything heals.
    pub acts: u32,
    /// Which ciphers, envelope and compressor.
    pub ciphers: Ciphers,
    /// Whether the clocks of the PCs are wrong.
    pub clocks: Clocks,
}

/// How the clocks of the PCs go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocks {
    Right,
    /// Up to ten years off, each way.
    Wrong,
}

/// A run that broke an invariant.
#[derive(Debug)]
pub struct Failure {
    pub seed: u64,
    pub violation: Violation,
    /// The last lines of what happened.
    pub story: Vec<String>,
}

/// What a run came to.
#[derive(Debug, PartialEq, Eq)]
pub struct Summary {
    pub trace: [u8; 32],
    pub events: u32,
    pub records: usize,
    pub forks: usize,
    /// The documents at the centre and each record's outcome, without anything that a clock is
    /// hashed into.
    pub result: [u8; 32],
    /// How often each fault struck.
    pub faults: BTreeMap<&'static str, u32>,
}

/// One line between a PC and the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    pub pc: usize,
    pub boot: u64,
    pub request: RequestId,
}

/// What will happen.
pub enum Happening {
    Act,
    Boot(usize),
    Want(usize),
    Rings(usize, u64, Timer, u64),
    Arrives(Connection, Rc<Request>, Fate),
    Chunk(Connection, Transfer),
    Answers(Connection, Box<Answer>),
    Breaks(Connection),
    StickAtCentre(usize, Box<Stick>),
    StickBack(usize, Box<StickAnswer>),
}

/// What the line does to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Arrives,
    /// The answer is lost; nobody knows.
    AnswerLost,
    /// The answer is lost and the line breaks.
    AnswerBroken,
    /// The answer was changed on its way.
    Forged,
    /// After so many bytes the line breaks.
    Cut(u64),
    /// After so many bytes nothing moves any more.
    Stalls(u64),
    /// The bytes stay in the network for minutes and arrive then.
    Late,
    /// The network sends a request once more, which nobody waits for.
    Echo,
}

/// Bytes of an upload on their way.
#[derive(Clone)]
pub struct Transfer {
    pub upload: UploadId,
    pub bytes: Rc<[u8]>,
    pub attempt: Attempt,
    pub at: u64,
    pub fate: Fate,
    pub sent: u64,
}

pub struct World {
    pub run: Run,
    pub random: Random,
    pub milliseconds: u64,
    pub queue: BTreeMap<(u64, u64), Happening>,
    pub scheduled: u64,
    pub pcs: Vec<Pc>,
    pub centre: Centre,
    pub authors: BTreeMap<OfficeId, Disk>,
    pub centre_backup: Option<Database>,
    pub has_faults: bool,
    /// The line breaks behind so many bytes of a connection, for ever.
    pub drop_after: Option<u64>,
    pub chunk_milliseconds: u64,
    /// Every record that was ever sealed, by the place that its chain gives it.
    pub sealed: BTreeSet<(Stream, Position)>,
    /// Every place that the centre ever had.
    pub ever_stored: BTreeSet<(Stream, Position)>,
    pub revoked: BTreeSet<DeviceId>,
    /// What was ruled to be final, with the body that it had then.
    pub finals: BTreeMap<(OfficeId, DocumentKey), Option<Encoded>>,
    /// Connections, bytes and length of what each PC sent, since the centre last lost it.
    pub sent: BTreeMap<(usize, UploadId), (u64, u64, u64)>,
    pub violation: Option<Violation>,
    pub faults: BTreeMap<&'static str, u32>,
    pub trace: blake3::Hasher,
    pub story: Vec<String>,
    pub tells: bool,
    pub events: u32,
    pub acts_left: u32,
}

impl World {
    pub fn new(run: Run, tells: bool) -> Self {
        let mut random = Random::new(run.seed);
        let key = SimulatedKey::new(random.bytes(), run.ciphers);
        let mut world = Self {
            run,
            centre: Centre::new(key, run.mutation),
            milliseconds: 0,
            queue: BTreeMap::new(),
            scheduled: 0,
            pcs: Vec::new(),
            authors: BTreeMap::new(),
            centre_backup: None,
            has_faults: true,
            drop_after: random.chance(400).then(|| random.between(4_096, 20_000)),
            chunk_milliseconds: random.between(300, 6_000),
            sealed: BTreeSet::new(),
            ever_stored: BTreeSet::new(),
            revoked: BTreeSet::new(),
            finals: BTreeMap::new(),
            sent: BTreeMap::new(),
            violation: None,
            faults: BTreeMap::new(),
            trace: blake3::Hasher::new(),
            story: Vec::new(),
            tells,
            events: 0,
            acts_left: run.acts,
            random,
        };
        world.enrol();
        world
    }

    fn enrol(&mut self) {
        let offices: Vec<OfficeId> = (0..self.random.between(1, 2))
            .map(|_| OfficeId(self.random.bytes()))
            .collect();
        for office in &offices {
            let author = self.device_of(*office);
            self.authors.insert(*office, author);
        }
        for _ in 0..self.random.between(1, 3) {
            let place = self.random.below(offices.len() as u64) as usize;
            let disk = self.device_of(offices[place]);
            let years = self.random.below(2 * TEN_YEARS) as i64 - TEN_YEARS as i64;
            let skew = match self.run.clocks {
                Clocks::Right => 0,
                Clocks::Wrong => years,
            };
            let pc = self.pcs.len();
            self.pcs.push(Pc::new(disk, skew));
            self.after(1_000, Happening::Boot(pc));
        }
        self.after(60_000, Happening::Act);
    }

    fn device_of(&mut self, office: OfficeId) -> Disk {
        let device = DeviceId(self.random.bytes());
        let database = self.random.bytes();
        let key = SimulatedKey::new(self.random.bytes(), self.run.ciphers);
        let incarnation = self.random.bytes();
        let stream = Stream::new(&device.0, &incarnation);
        let start = Position {
            seq: 0,
            chain: chain_zero(&database, &device.0, &key.public.0, &incarnation),
        };
        self.centre.database.devices.insert(
            device,
            DeviceRow {
                office,
                database,
                key,
                revocation: None,
            },
        );
        let own = OwnStream {
            start,
            records: Vec::new(),
            urgent_through: 0,
        };
        Disk {
            database,
            key,
            incarnation,
            state: DeviceState::enrolled(device, stream, start),
            streams: BTreeMap::from([(stream, own)]),
            batches: BTreeMap::new(),
            receipts: Vec::new(),
            feeds: BTreeMap::new(),
            fetched: BTreeMap::new(),
            ledger: Ledger::default().with_mutation(self.run.mutation),
            drafts: BTreeMap::new(),
            own_tips: BTreeMap::new(),
            hlc: Hlc::default(),
        }
    }

    /// The centre's time.
    pub const fn now(&self) -> Timestamp {
        Timestamp(BEGIN + self.milliseconds as i64 * 1_000)
    }

    pub fn after(&mut self, milliseconds: u64, happening: Happening) {
        self.scheduled += 1;
        let key = (self.milliseconds + milliseconds, self.scheduled);
        self.queue.insert(key, happening);
    }

    /// A fault strikes, in so many of a thousand chances.
    pub fn strikes(&mut self, name: &'static str, permille: u64) -> bool {
        let strikes = self.has_faults && self.random.chance(permille);
        if strikes {
            *self.faults.entry(name).or_default() += 1;
        }
        strikes
    }

    pub fn note(&mut self, line: impl FnOnce() -> String) {
        if self.tells {
            self.story
                .push(format!("{:>10} {}", self.milliseconds, line()));
        }
    }

    pub fn mark(&mut self, code: u8, numbers: &[u64]) {
        self.trace.update(&[code]);
        self.trace.update(&self.milliseconds.to_le_bytes());
        for number in numbers {
            self.trace.update(&number.to_le_bytes());
        }
    }

    pub fn check(&mut self, result: Result<(), Violation>) {
        if let Err(violation) = result
            && self.violation.is_none()
        {
            self.note(|| format!("VIOLATION {violation:?}"));
            self.violation = Some(violation);
        }
    }

    /// Lets everything happen that is due, until nothing is left or an invariant breaks.
    pub fn let_happen(&mut self) {
        let mut budget = 20_000_u32;
        while self.violation.is_none()
            && let Some(((at, _), happening)) = self.queue.pop_first()
        {
            self.milliseconds = at;
            self.events += 1;
            self.happen(happening);
            budget -= 1;
            if budget == 0 {
                let broken = Err(Violation::new("I12", "a livelock".to_owned()));
                self.check(broken);
            }
        }
    }

    /// The whole story of a seed.
    pub fn live(mut self) -> Result<Summary, Failure> {
        self.let_happen();
        if self.violation.is_none() {
            self.heal();
        }
        if self.violation.is_none() {
            let result = invariants::at_the_end(&self);
            self.check(result);
        }
        if let Some(violation) = self.violation {
            return Err(Failure {
                seed: self.run.seed,
                violation,
                story: self.story,
            });
        }
        Ok(Summary {
            trace: self.trace.finalize().into(),
            events: self.events,
            records: self.sealed.len(),
            forks: self.centre.database.forks.len(),
            result: invariants::result_of(&self.centre.database),
            faults: self.faults,
        })
    }
}
