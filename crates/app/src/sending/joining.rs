//! Joining a centre: over the line, or by two files on a stick. It rewrites nothing.

use super::live::Signal;
use super::machine::keypair;
use super::standing::{open_own_streams, start};
use super::view::{get_sync, joining_code};
use super::worker::runtime;
use crate::desk::setting;
use crate::{Desk, Operation, Trouble, saved};
use api::error::{ErrorCode, SyncTrouble};
use api::reports::Saved;
use api::sync::{Join, SaveJoinRequest, SyncView};
use ciphers::Signatures;
use line::{Address, Line};
use std::path::Path;
use store::Centre;
use sync::device::DeviceState;
use sync::joining::{CodeError, EnrolmentCode, read_answer, write_request};
use sync::message::{
    DeviceId, EnrolmentAnswer, EnrolmentOutcome, EnrolmentRefusal, EnrolmentRequest, PublicKey,
    Signature,
};

/// Joins over the line.
pub(crate) fn join(desk: &Desk<'_>, request: &Join) -> Result<SyncView, Trouble> {
    require_alone(desk)?;
    let code = parse(&request.code)?;
    let asked = enrolment(desk, &code)?;
    let line = Line::to(Address::parse(&code.server, code.certificate)?)?;
    let outcome = runtime()?
        .block_on(line.enrol(&asked))
        .map_err(|error| {
            tracing::info!(%error, "the centre could not be asked");
            match error {
                line::LineError::OtherCertificate(_) => refused(SyncTrouble::NotTheCentre),
                _ => refused(SyncTrouble::Unreachable),
            }
        })?
        .ok_or_else(|| refused(SyncTrouble::NotTheCentre))?;
    settle(desk, (&code, &asked), outcome)?;
    get_sync(desk)
}

/// The same code for a centre that is reached by another address.
///
/// # Errors
/// The text is no code, or the address is none.
pub fn code_with_server(code: &str, server: &str) -> Result<String, Trouble> {
    let mut code = parse(code)?;
    Address::parse(server, None)?;
    server.clone_into(&mut code.server);
    Ok(code.to_string())
}

impl Desk<'_> {
    /// Writes a request to join into a file that the terminal names.
    ///
    /// # Errors
    /// The text is no code, a centre is joined already, or the disk refused.
    pub fn write_join_request(&self, code: &str, path: &Path) -> Result<(), Trouble> {
        require_alone(self)?;
        let code = parse(code)?;
        let asked = enrolment(self, &code)?;
        super::stick::write_durably(path, &write_request(&asked))?;
        remember(self, &code)
    }
}

fn remember(desk: &Desk<'_>, code: &EnrolmentCode) -> Result<(), Trouble> {
    desk.transact(Operation::Join, |act| {
        Ok(act.setting_put(setting::JOINING_CODE, &code.to_string())?)
    })?;
    desk.mark_stale(&[api::Tag::Sync]);
    Ok(())
}

/// Writes the request into a file, and remembers the code until the answer comes.
pub(crate) fn save_join_request(
    desk: &Desk<'_>,
    request: &SaveJoinRequest,
) -> Result<Saved, Trouble> {
    require_alone(desk)?;
    let code = parse(&request.code)?;
    let asked = enrolment(desk, &code)?;
    let device = crate::backup::hex(&asked.device.0);
    let name = format!("gabung-{}.kinerja", &device[device.len() - 8..]);
    let path = saved::choose(desk, name, "kinerja")?;
    super::stick::write_durably(&path, &write_request(&asked))?;
    remember(desk, &code)?;
    saved::saved(desk, &path, 1)
}

/// Reads the answer to a request that was written to a file; answers the office's name.
pub(crate) fn read_joining_answer(desk: &Desk<'_>, bytes: &[u8]) -> Result<String, Trouble> {
    require_alone(desk)?;
    let code = joining_code(desk)?.ok_or_else(|| refused(SyncTrouble::NoPacket))?;
    let code = parse(&code)?;
    let asked = enrolment(desk, &code)?;
    let outcome = read_answer(bytes).map_err(|_| refused(SyncTrouble::PacketChanged))?;
    settle(desk, (&code, &asked), outcome)
}

fn settle(
    desk: &Desk<'_>,
    (code, asked): (&EnrolmentCode, &EnrolmentRequest),
    outcome: EnrolmentOutcome,
) -> Result<String, Trouble> {
    let answer = match outcome {
        EnrolmentOutcome::Enrolled(answer) => answer,
        EnrolmentOutcome::Refused(refusal) => return Err(refused(trouble_of(refusal))),
    };
    if !answer.answers(asked, code.centre, &Signatures) || answer.office() != code.office {
        return Err(refused(SyncTrouble::NotTheCentre));
    }
    let state = first_state(desk, &answer)?;
    let centre = Centre {
        office: answer.office().0,
        office_name: answer.office_name.clone(),
        server: code.server.clone(),
        certificate: code.certificate,
        key: answer.centre.0,
        seal_to: answer.seal_to.clone(),
        joined_at: answer.beacon.time,
        state: state.to_bytes(),
    };
    desk.transact(Operation::Join, |act| {
        act.join_centre(&centre)?;
        act.save_centre_state(&centre.state, Some(answer.beacon.time))?;
        act.setting_put(setting::JOINING_CODE, "")?;
        Ok(act.note_users()?)
    })?;
    desk.mark_stale(&[api::Tag::Sync]);
    desk.office.live().signal(Signal::Look);
    Ok(answer.office_name)
}

/// Every stream that this PC wrote before it knew a centre is to be sent.
fn first_state(desk: &Desk<'_>, answer: &EnrolmentAnswer) -> Result<DeviceState, Trouble> {
    let identity = desk.place.store.identity();
    let current = identity.stream();
    desk.read(|view| {
        let device = DeviceId(identity.device_id);
        let mut state = DeviceState::enrolled(device, current, start(view, current)?);
        open_own_streams(desk, view, &mut state)?;
        state.epoch = answer.epoch;
        state.beacon = Some(answer.beacon);
        Ok::<_, store::StoreError>(state)
    })
}

/// The request of this PC; the same each time.
fn enrolment(desk: &Desk<'_>, code: &EnrolmentCode) -> Result<EnrolmentRequest, Trouble> {
    let identity = desk.place.store.identity();
    let keys = keypair(desk.place)?;
    let request = EnrolmentRequest {
        code: [0; 8],
        device: DeviceId(identity.device_id),
        database: identity.database_id,
        key: PublicKey(identity.device_public),
        seal_to: keys.seal_to(),
        name: pc_name(),
        proof: [0; 32],
        signature: Signature([0; 64]),
    };
    Ok(request.prove(&code.secret, &keys))
}

/// What the PC is called, for the centre's list.
fn pc_name() -> String {
    ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_default()
        .chars()
        .take(64)
        .collect()
}

fn parse(text: &str) -> Result<EnrolmentCode, Trouble> {
    text.parse().map_err(|error| {
        refused(match error {
            CodeError::NoCode => SyncTrouble::NoCode,
            CodeError::Newer => SyncTrouble::NewerCode,
            CodeError::Mistyped => SyncTrouble::MistypedCode,
        })
    })
}

/// Refuses practice data, and a PC that has a centre.
fn require_alone(desk: &Desk<'_>) -> Result<(), Trouble> {
    if desk.is_practice()? {
        return Err(refused(SyncTrouble::Practice));
    }
    match desk.centre()? {
        Some(_) => Err(refused(SyncTrouble::JoinedAlready)),
        None => Ok(()),
    }
}

const fn trouble_of(refusal: EnrolmentRefusal) -> SyncTrouble {
    match refusal {
        EnrolmentRefusal::UnknownCode => SyncTrouble::UnknownCode,
        EnrolmentRefusal::UsedCode => SyncTrouble::UsedCode,
        EnrolmentRefusal::ExpiredCode => SyncTrouble::ExpiredCode,
        EnrolmentRefusal::WrongProof => SyncTrouble::WrongProof,
        EnrolmentRefusal::OtherDevice => SyncTrouble::OtherDevice,
    }
}

pub(super) fn refused(trouble: SyncTrouble) -> Trouble {
    ErrorCode::Sync(trouble).into()
}
