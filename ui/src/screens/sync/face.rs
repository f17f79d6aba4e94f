//! How each condition looks: its tone, its sign, its buttons, and the quiet line below.

use super::act::Act;
use crate::components::IconName;
use api::sync::Condition;
use catalogue::{Language, page_sync as words};

/// How a condition looks. Two that look the same need no new buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its tone.
    pub tone: Tone,
    /// Its sign.
    pub icon: IconName,
    /// Its buttons; the first is the next step.
    pub acts: &'static [Act],
    /// What to know about it.
    pub about: Option<About>,
}

/// The tone, never without the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Something moves, or may wait.
    Calm,
    /// A person is needed.
    Attention,
}

impl Tone {
    /// The class of the sign.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Good => "sync-sign good",
            Self::Calm => "sync-sign",
            Self::Attention => "sync-sign attention",
        }
    }
}

/// A quiet line; each names the conditions that it stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Running,
    Received,
    Unsent,
    Stick,
    Repair,
    Decide,
    Paused,
}

impl About {
    /// The line.
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        match self {
            Self::Running => words::about_running(language),
            Self::Received => words::about_received(language),
            Self::Unsent => words::about_unsent(language),
            Self::Stick => words::about_stick(language),
            Self::Repair => words::about_repair(language),
            Self::Decide => words::about_decide(language),
            Self::Paused => words::about_paused(language),
        }
    }
}

impl Face {
    /// The look of a condition. While something is to be sent there is always the second way, by
    /// stick.
    #[must_use]
    pub const fn of(condition: &Condition) -> Self {
        use Condition as C;
        use IconName as I;
        use Tone::{Attention, Calm, Good};
        match condition {
            C::NotJoined => look(Calm, I::Building, &[], None),
            C::Practice => look(Calm, I::Practice, &[], None),
            C::AllReceived { .. } => look(
                Good,
                I::Check,
                &[Act::SeeReceipts, Act::FetchNews],
                Some(About::Received),
            ),
            C::NothingYet { .. } => look(Good, I::Check, &[Act::FetchNews], None),
            C::Unsent { .. } => look(
                Calm,
                I::Clock,
                &[Act::Sync, Act::ToStick],
                Some(About::Unsent),
            ),
            C::Connecting | C::Running { .. } | C::Receiving => look(
                Calm,
                I::Refresh,
                &[Act::Pause, Act::ToStick],
                Some(About::Running),
            ),
            C::Partial { .. } => look(
                Calm,
                I::Clock,
                &[Act::GoOn, Act::Pause, Act::ToStick],
                Some(About::Running),
            ),
            C::NoInternet => look(
                Calm,
                I::Stick,
                &[Act::ToStick, Act::TryNow],
                Some(About::Stick),
            ),
            C::NeedsRepair { .. } => look(
                Attention,
                I::Pencil,
                &[Act::OpenTroubles, Act::Sync],
                Some(About::Repair),
            ),
            C::NeedsDecision { .. } => look(
                Attention,
                I::Columns,
                &[Act::Decide, Act::Sync],
                Some(About::Decide),
            ),
            C::Overdue { .. } => look(
                Attention,
                I::Calendar,
                &[Act::Sync, Act::ToStick],
                Some(About::Stick),
            ),
            C::Failed { .. } => look(
                Attention,
                I::Warning,
                &[Act::TryNow, Act::ToStick],
                Some(About::Stick),
            ),
            C::PacketWritten { .. } => look(
                Calm,
                I::Stick,
                &[Act::FetchReceipt, Act::Sync],
                Some(About::Stick),
            ),
            C::Paused { .. } => look(
                Calm,
                I::Pause,
                &[Act::Resume, Act::ToStick],
                Some(About::Paused),
            ),
            C::Revoked => look(Attention, I::Lock, &[Act::TryNow], None),
            // The form for a new code follows.
            C::NotEnrolled => look(Attention, I::Lock, &[], None),
            C::BrokenStream => look(
                Attention,
                I::Warning,
                &[Act::OpenBackups, Act::TryNow],
                None,
            ),
            C::CentreTooOld => look(Attention, I::Warning, &[Act::TryNow, Act::ToStick], None),
        }
    }
}

const fn look(tone: Tone, icon: IconName, acts: &'static [Act], about: Option<About>) -> Face {
    Face {
        tone,
        icon,
        acts,
        about,
    }
}

/// How much of a session has a receipt: `(done, total)`; `None` when nothing is known to measure.
#[must_use]
pub const fn measure(condition: &Condition) -> Option<(u64, u64)> {
    match condition {
        Condition::Running { sent, total } => Some((*sent, *total)),
        Condition::Partial { received, total } => Some((*received, *total)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::sync::FailureReason;
    use domain::Timestamp;
    use rstest::rstest;

    fn failed() -> Condition {
        Condition::Failed {
            reason: FailureReason::Silent,
            retry_minutes: Some(15),
        }
    }

    fn written() -> Condition {
        Condition::PacketWritten {
            packet: "PKT-0043".into(),
            folder: r"E:\".into(),
            size: 8_400_000,
        }
    }

    fn received() -> Condition {
        Condition::AllReceived {
            receipt: "2026-W43-0117".into(),
            at: Timestamp(0),
        }
    }

    /// The table of the design.
    #[rstest]
    #[case(received(), "Lihat tanda terima")]
    #[case(Condition::Unsent { count: 12 }, "Sinkronkan")]
    #[case(Condition::Running { sent: 31, total: 72 }, "Jeda")]
    #[case(Condition::Partial { received: 41, total: 72 }, "Lanjutkan")]
    #[case(Condition::NoInternet, "Simpan ke USB")]
    #[case(Condition::NeedsRepair { count: 2 }, "Buka")]
    #[case(Condition::NeedsDecision { count: 1, what: "jabatan Rina".into() }, "Putuskan")]
    #[case(Condition::Overdue { days: 9, over: 2 }, "Sinkronkan")]
    #[case(failed(), "Coba sekarang")]
    #[case(written(), "Ambil tanda terima")]
    #[case(Condition::Paused { unsent: 3 }, "Lanjutkan")]
    fn the_first_button_is_the_next_step(#[case] condition: Condition, #[case] label: &str) {
        let first = Face::of(&condition).acts[0];
        assert_eq!(first.label(Language::Indonesian), label);
    }

    #[rstest]
    #[case(Condition::Unsent { count: 12 })]
    #[case(Condition::Running { sent: 31, total: 72 })]
    #[case(Condition::Partial { received: 41, total: 72 })]
    #[case(Condition::NoInternet)]
    #[case(Condition::Overdue { days: 9, over: 2 })]
    #[case(failed())]
    #[case(Condition::Paused { unsent: 3 })]
    #[case(Condition::CentreTooOld)]
    fn a_stick_is_always_the_second_way(#[case] condition: Condition) {
        assert!(Face::of(&condition).acts.contains(&Act::ToStick));
    }

    #[test]
    fn while_it_runs_nothing_is_drawn_anew() {
        let before = Face::of(&Condition::Connecting);
        for sent in [0, 31, 72] {
            assert_eq!(Face::of(&Condition::Running { sent, total: 72 }), before);
        }
    }
}
