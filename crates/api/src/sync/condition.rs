//! The one sentence of the screen, the bar and the terminal.

use catalogue::{Language, sync as words};
use domain::Timestamp;
use serde::{Deserialize, Serialize};

/// Where sending stands. It tells the truth at all times: *diterima* stands on a verified receipt
/// and on nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// Without a tag: reading one weighs three times as much in what the window loads at its start.
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// No centre is known.
    NotJoined,
    /// Practice data.
    Practice,
    /// Everything that was sealed has a receipt.
    AllReceived {
        /// What people call the last receipt.
        receipt: String,
        /// The centre's time in it.
        at: Timestamp,
    },
    /// Joined, and nothing was sealed yet.
    NothingYet {
        /// What the centre calls this office.
        office: String,
    },
    /// Some of it has no receipt.
    Unsent {
        /// How many documents.
        count: u64,
    },
    /// The centre is being greeted.
    Connecting,
    /// On its way.
    Running {
        /// Documents of this session with a receipt.
        sent: u64,
        /// Documents of this session.
        total: u64,
    },
    /// Something comes down.
    Receiving,
    /// A session broke off in its middle.
    Partial {
        /// Documents of that session with a receipt.
        received: u64,
        /// Documents of that session.
        total: u64,
    },
    /// The line is down.
    NoInternet,
    /// The centre does not apply some of it as it is.
    NeedsRepair {
        /// How many documents.
        count: u64,
    },
    /// Some of it was changed at the centre as well.
    NeedsDecision {
        /// How many documents.
        count: u64,
        /// What people call the first of them.
        what: String,
    },
    /// Nothing was sent for more than a week.
    Overdue {
        /// Days since the last receipt.
        days: i64,
        /// Days beyond the week.
        over: i64,
    },
    /// It did not work.
    Failed {
        /// Why.
        reason: FailureReason,
        /// In how many minutes it is tried again; `None` when it is not, by itself.
        retry_minutes: Option<u64>,
    },
    /// A packet is on a stick, and its answer has not come.
    PacketWritten {
        /// What people call it.
        packet: String,
        /// Where it is.
        folder: String,
        /// Bytes.
        size: u64,
    },
    /// The user paused it.
    Paused {
        /// How many documents wait.
        unsent: u64,
    },
    /// The centre revoked this PC.
    Revoked,
    /// The centre does not know this PC.
    NotEnrolled,
    /// The centre found the own stream broken.
    BrokenStream,
    /// The centre's program is older than this one.
    CentreTooOld,
}

/// Why sending failed for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureReason {
    /// There was a line, and no answer.
    Silent,
    /// Something else than the centre answered.
    Foreign,
    /// The centre did not take a batch.
    Misunderstood,
    /// The centre is older than it was before.
    OlderCentre,
    /// The disk of this PC is full.
    DiskFull,
    /// Something on this PC; the log has it.
    Other,
}

/// Why the centre does not apply a document as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Its base has not arrived.
    MissingBase,
    /// Certainly made after the period was closed.
    Late,
    /// Perhaps made after the period was closed.
    PerhapsLate,
    /// The PC was revoked.
    Revoked,
    /// The body cannot be read.
    DamagedBody,
    /// It is another document than it says.
    OtherDocument,
    /// It would become one about somebody or something else.
    IdentityChanged,
    /// Only a newer program at the centre understands it.
    UnknownKind,
    /// The centre had ruled that it is final; the change is kept as a proposal.
    Final,
    /// Dikembalikan: the centre asks to look at it again.
    Returned,
    /// Another PC of the office made the same thing; what was made here is shown.
    MadeTwice,
}

impl Condition {
    /// The sentence. `date` and `size` write a time and a number of bytes as the language does.
    #[must_use]
    pub fn sentence(
        &self,
        language: Language,
        date: impl Fn(Timestamp) -> String,
        size: impl Fn(u64) -> String,
    ) -> String {
        match self {
            Self::NotJoined => words::not_joined(language).into(),
            Self::Practice => words::practice(language).into(),
            Self::AllReceived { receipt, at } => words::all_received(language, receipt, date(*at)),
            Self::NothingYet { office } => words::nothing_yet(language, office),
            Self::Unsent { count } => words::unsent(language, count),
            Self::Connecting => words::connecting(language).into(),
            Self::Running { sent, total } => words::running(language, sent, total),
            Self::Receiving => words::receiving(language).into(),
            Self::Partial { received, total } => words::partial(language, received, total),
            Self::NoInternet => words::no_internet(language).into(),
            Self::NeedsRepair { count } => words::needs_repair(language, count),
            Self::NeedsDecision { count, what } => words::needs_decision(language, count, what),
            Self::Overdue { days, over } => words::overdue(language, days, over),
            Self::Failed {
                reason,
                retry_minutes: Some(minutes),
            } => words::failed(language, reason.words(language), minutes),
            Self::Failed {
                reason,
                retry_minutes: None,
            } => words::failed_for_now(language, reason.words(language)),
            Self::PacketWritten {
                packet,
                folder,
                size: bytes,
            } => words::packet_written(language, packet, folder, size(*bytes)),
            Self::Paused { unsent } => words::paused(language, unsent),
            Self::Revoked => words::revoked(language).into(),
            Self::NotEnrolled => words::not_enrolled(language).into(),
            Self::BrokenStream => words::broken_stream(language).into(),
            Self::CentreTooOld => words::centre_too_old(language).into(),
        }
    }

    /// Whether something is moving now.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(
            self,
            Self::Connecting | Self::Running { .. } | Self::Receiving
        )
    }
}

impl FailureReason {
    /// What stands in the brackets of the sentence.
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        match self {
            Self::Silent => words::reason_silent(language),
            Self::Foreign => words::reason_foreign(language),
            Self::Misunderstood => words::reason_misunderstood(language),
            Self::OlderCentre => words::reason_older(language),
            Self::DiskFull => words::reason_disk(language),
            Self::Other => words::reason_other(language),
        }
    }
}

impl Held {
    /// What it waits for, or what to do.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::MissingBase => words::held_base(language),
            Self::Late => words::held_late(language),
            Self::PerhapsLate => words::held_perhaps_late(language),
            Self::Revoked => words::held_revoked(language),
            Self::DamagedBody => words::rejected_damaged(language),
            Self::OtherDocument => words::rejected_other(language),
            Self::IdentityChanged => words::rejected_identity(language),
            Self::UnknownKind => words::unknown_kind(language),
            Self::MadeTwice => words::made_twice(language),
            Self::Returned => words::returned(language),
            Self::Final => words::rejected_final(language),
        }
    }

    /// Whether the person here has to do something about it.
    #[must_use]
    pub const fn needs_repair(self) -> bool {
        matches!(
            self,
            Self::DamagedBody | Self::OtherDocument | Self::IdentityChanged | Self::Returned
        )
    }
}
