//! Where it stands, in one sentence.

use super::drive::unsent;
use super::live::{Now, Obstacle};
use super::standing::standing;
use super::{decisions, names, troubles};
use crate::{Desk, Trouble};
use api::sync::{Condition, FailureReason};
use domain::Timestamp;
use store::Centre;
use sync::device::{DeviceState, Status, Trouble as Hitch};

/// A week, after which the screen says that it is over.
const WEEK: i64 = 7;

/// What the status bar and the screen say of sending.
pub(crate) struct Sent {
    pub(crate) condition: Condition,
    /// Sealed and without a receipt; `None` until a centre is joined.
    pub(crate) unsent: Option<u64>,
    pub(crate) last_at: Option<Timestamp>,
    pub(crate) version: u64,
}

impl Sent {
    /// Asks everything that the sentence depends on.
    pub(crate) fn ask(desk: &Desk<'_>) -> Result<Self, Trouble> {
        let now = desk.office.live().now();
        let without = |condition| Self {
            condition,
            unsent: None,
            last_at: None,
            version: now.version,
        };
        if desk.is_practice()? {
            return Ok(without(Condition::Practice));
        }
        let Some(centre) = desk.centre()? else {
            return Ok(without(Condition::NotJoined));
        };
        let state = standing(desk, &centre)?;
        let left = unsent(desk, &state)?;
        let newest = names::newest_receipt(desk)?;
        let last_at = newest.as_ref().map(|(_, at)| *at);
        let condition = match moving(&now, left) {
            Some(condition) => condition,
            None => resting(desk, (&centre, &state), (&now, left, newest))?,
        };
        Ok(Self {
            condition,
            unsent: Some(left),
            last_at,
            version: now.version,
        })
    }
}

/// When the last receipt came, by the centre's time; without a receipt, when the centre was joined.
fn last_sent(centre: &Centre, newest: Option<Timestamp>) -> Timestamp {
    newest.unwrap_or(centre.joined_at)
}

fn moving(now: &Now, left: u64) -> Option<Condition> {
    let total = now.begun_with.max(left);
    let running = Condition::Running {
        sent: total.saturating_sub(left),
        total,
    };
    match now.status? {
        Status::Connecting if now.begun_with > 0 && left < now.begun_with => Some(running),
        Status::Connecting => Some(Condition::Connecting),
        Status::Sending { .. } => Some(running),
        Status::Receiving if left > 0 => Some(running),
        Status::Receiving => Some(Condition::Receiving),
        _ => None,
    }
}

fn resting(
    desk: &Desk<'_>,
    (centre, state): (&Centre, &DeviceState),
    (now, left, newest): (&Now, u64, Option<(String, Timestamp)>),
) -> Result<Condition, Trouble> {
    if let Some(Status::Stopped(hitch)) = now.status
        && let Some(condition) = stopped(hitch)
    {
        return Ok(condition);
    }
    if state.standing == sync::message::Standing::Revoked {
        return Ok(Condition::Revoked);
    }
    if state.paused {
        return Ok(Condition::Paused { unsent: left });
    }
    if let Some(condition) = for_a_person(desk)? {
        return Ok(condition);
    }
    if left > 0 {
        if let Some(condition) = on_a_stick(desk, state)? {
            return Ok(condition);
        }
        if let Some(condition) = hindered(now, left) {
            return Ok(condition);
        }
        let last = last_sent(centre, newest.map(|(_, at)| at));
        let days = (desk.today() - desk.zone.day(last)).num_days();
        return Ok(if days > WEEK {
            Condition::Overdue {
                days,
                over: days - WEEK,
            }
        } else {
            Condition::Unsent { count: left }
        });
    }
    Ok(match newest {
        Some((receipt, at)) => Condition::AllReceived { receipt, at },
        None => Condition::NothingYet {
            office: centre.office_name.clone(),
        },
    })
}

const fn stopped(hitch: Hitch) -> Option<Condition> {
    Some(match hitch {
        Hitch::Revoked => Condition::Revoked,
        Hitch::NotEnrolled => Condition::NotEnrolled,
        Hitch::BrokenStream => Condition::BrokenStream,
        Hitch::CentreTooOld => Condition::CentreTooOld,
        Hitch::NoLine | Hitch::NotTheCentre | Hitch::Misunderstood | Hitch::OlderCentre => {
            return None;
        }
    })
}

fn for_a_person(desk: &Desk<'_>) -> Result<Option<Condition>, Trouble> {
    let decisions = decisions::open_decisions(desk)?;
    if let Some(first) = decisions.first() {
        return Ok(Some(Condition::NeedsDecision {
            count: decisions.len() as u64,
            what: first.title.clone(),
        }));
    }
    let troubles = desk.read(|view| troubles::troubles(desk, view))?;
    let count = troubles.iter().filter(|it| it.why.needs_repair()).count();
    Ok((count > 0).then_some(Condition::NeedsRepair {
        count: count as u64,
    }))
}

/// The newest packet, while its answer has not come and it holds everything that is unsent.
fn on_a_stick(desk: &Desk<'_>, state: &DeviceState) -> Result<Option<Condition>, Trouble> {
    let packets = desk.read(|view| view.packets(1))?;
    let Some(packet) = packets.first() else {
        return Ok(None);
    };
    let head = desk.read(|view| view.stream_head(packet.stream))?;
    let is_answered = state
        .acknowledged(packet.stream)
        .is_none_or(|it| it.seq >= packet.through_seq);
    let holds_all = head.is_none_or(|head| head.seq <= packet.through_seq);
    Ok(
        (!is_answered && holds_all).then(|| Condition::PacketWritten {
            packet: names::packet(packet.number),
            folder: packet.folder.clone(),
            size: packet.size,
        }),
    )
}

fn hindered(now: &Now, left: u64) -> Option<Condition> {
    let own = match now.obstacle {
        Some(Obstacle::DiskFull) => Some(FailureReason::DiskFull),
        Some(Obstacle::Other) => Some(FailureReason::Other),
        Some(Obstacle::Unreachable) | None => None,
    };
    if let Some(reason) = own {
        return Some(Condition::Failed {
            reason,
            retry_minutes: Some(1),
        });
    }
    let Some(Status::Waiting { trouble, retry_in }) = now.status else {
        return None;
    };
    if left < now.begun_with {
        return Some(Condition::Partial {
            received: now.begun_with - left,
            total: now.begun_with,
        });
    }
    let reason = match trouble {
        Hitch::NoLine if now.obstacle == Some(Obstacle::Unreachable) => {
            return Some(Condition::NoInternet);
        }
        Hitch::NoLine => FailureReason::Silent,
        Hitch::NotTheCentre => FailureReason::Foreign,
        Hitch::Misunderstood => FailureReason::Misunderstood,
        Hitch::OlderCentre => FailureReason::OlderCentre,
        _ => FailureReason::Other,
    };
    Some(Condition::Failed {
        reason,
        retry_minutes: Some(retry_in.div_ceil(60_000).max(1)),
    })
}
