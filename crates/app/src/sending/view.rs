//! The screen Sinkron.

use super::condition::Sent;
use super::live::Signal;
use super::standing::standing;
use super::{decisions, drive, names, troubles};
use crate::desk::setting;
use crate::{Desk, Operation, Trouble};
use api::error::{ErrorCode, SyncTrouble};
use api::sync::{CentreLine, FilesLine, KindCount, PacketLine, ReceiptLine, SyncView};
use domain::{Kind, Timestamp};
use std::collections::BTreeMap;
use store::{PacketRow, ReceiptRow, StoreError, View};
use sync::device::DeviceState;
use sync::message::{Position, Receipt};
use sync::wire::Message as _;

/// So many receipts and packets are shown.
const LINES: u32 = 50;
/// Clocks that differ by less are called equal.
const SKEW: i64 = 300;

pub(crate) fn get_sync(desk: &Desk<'_>) -> Result<SyncView, Trouble> {
    let sent = Sent::ask(desk)?;
    let now = desk.office.live().now();
    let is_practice = desk.is_practice()?;
    let mut screen = SyncView {
        centre: None,
        condition: sent.condition,
        zone: desk.zone,
        unsent: Vec::new(),
        receipts: Vec::new(),
        troubles: Vec::new(),
        decisions: Vec::new(),
        packets: Vec::new(),
        files: FilesLine::default(),
        paused: false,
        joining: !is_practice && joining_code(desk)?.is_some(),
        skew_seconds: now
            .ahead
            .map(|ahead| -ahead / 1_000_000)
            .filter(|seconds| seconds.abs() > SKEW),
    };
    let joined = desk.centre()?.filter(|_| !is_practice);
    let Some(centre) = joined else {
        return Ok(screen);
    };
    let state = standing(desk, &centre)?;
    screen.paused = state.paused;
    screen.centre = Some(CentreLine {
        office_name: centre.office_name,
        server: centre.server,
        joined_at: centre.joined_at,
    });
    screen.decisions = decisions::open_decisions(desk)?;
    desk.read(|view| {
        screen.unsent = unsent_by_kind(view, &state)?;
        screen.receipts = receipts(desk, view)?;
        screen.packets = packets(view, &state)?;
        screen.files = files(view, now.quota_reached)?;
        screen.troubles = troubles::troubles(desk, view)?;
        Ok::<_, Trouble>(())
    })?;
    Ok(screen)
}

/// Tells whoever drives to begin now.
pub(crate) fn sync_now(desk: &Desk<'_>) -> Result<SyncView, Trouble> {
    require_joined(desk)?;
    desk.office.live().signal(Signal::Wanted);
    get_sync(desk)
}

pub(crate) fn pause_sync(desk: &Desk<'_>) -> Result<SyncView, Trouble> {
    set_paused(desk, true)
}

pub(crate) fn resume_sync(desk: &Desk<'_>) -> Result<SyncView, Trouble> {
    set_paused(desk, false)
}

/// The pause stands in what is stored, so that it outlasts the program; whoever drives looks.
fn set_paused(desk: &Desk<'_>, paused: bool) -> Result<SyncView, Trouble> {
    require_joined(desk)?;
    desk.transact(Operation::Send, |act| {
        let centre = act.centre()?.ok_or_else(drive::not_joined)?;
        let mut state = DeviceState::from_bytes(&centre.state).map_err(Trouble::Wire)?;
        state.paused = paused;
        let beacon = state.beacon.map(|beacon| beacon.time);
        Ok(act.save_centre_state(&state.to_bytes(), beacon)?)
    })?;
    desk.mark_stale(&[api::Tag::Sync]);
    desk.office.live().signal(Signal::Look);
    get_sync(desk)
}

/// Refuses practice data, and an office without a centre.
pub(crate) fn require_joined(desk: &Desk<'_>) -> Result<store::Centre, Trouble> {
    if desk.is_practice()? {
        return Err(ErrorCode::Sync(SyncTrouble::Practice).into());
    }
    let centre = desk.centre()?;
    centre.ok_or_else(drive::not_joined)
}

/// The code of a request to join that was written to a file.
pub(crate) fn joining_code(desk: &Desk<'_>) -> Result<Option<String>, Trouble> {
    let code = desk.read(|view| view.setting(setting::JOINING_CODE))?;
    Ok(code.filter(|code| !code.is_empty()))
}

fn unsent_by_kind(view: &View<'_>, state: &DeviceState) -> Result<Vec<KindCount>, StoreError> {
    let mut counts: BTreeMap<Kind, u64> = BTreeMap::new();
    for (stream, it) in &state.streams {
        for (kind, count) in view.kinds_after(*stream, it.acknowledged.seq)? {
            if let Some(kind) = kind.known() {
                *counts.entry(kind).or_default() += count;
            }
        }
    }
    Ok(counts
        .into_iter()
        .map(|(kind, count)| KindCount { kind, count })
        .collect())
}

fn receipts(desk: &Desk<'_>, view: &View<'_>) -> Result<Vec<ReceiptLine>, Trouble> {
    let rows = view.receipts(LINES)?;
    rows.iter().map(|row| receipt_line(desk, row)).collect()
}

fn receipt_line(desk: &Desk<'_>, row: &ReceiptRow) -> Result<ReceiptLine, Trouble> {
    let receipt = Receipt::from_bytes(&row.bytes).map_err(Trouble::Wire)?;
    let applied = receipt.each().filter(|(_, it)| it.is_folded()).count() as u64;
    let documents = receipt.each().count() as u64;
    let at: Timestamp = row.server_time;
    Ok(ReceiptLine {
        name: names::receipt(desk.zone, (row.number, at)),
        at,
        documents,
        applied,
        set_aside: documents - applied,
        chain: crate::backup::hex(&receipt.through.chain.0),
    })
}

fn packets(view: &View<'_>, state: &DeviceState) -> Result<Vec<PacketLine>, StoreError> {
    let rows = view.packets(LINES)?;
    Ok(rows
        .iter()
        .filter(|row| {
            state
                .acknowledged(row.stream)
                .is_some_and(|it: Position| it.seq < row.through_seq)
        })
        .map(packet_line)
        .collect())
}

pub(crate) fn packet_line(row: &PacketRow) -> PacketLine {
    PacketLine {
        name: names::packet(row.number),
        at: row.at,
        file_name: row.file_name.clone(),
        folder: row.folder.clone(),
        size: row.size,
        documents: row.documents,
    }
}

fn files(view: &View<'_>, quota_reached: bool) -> Result<FilesLine, StoreError> {
    let (mut waiting, mut bytes) = (0, 0);
    let hashes = view.unsent_files()?;
    view.for_each_evidence(|evidence| {
        if hashes.binary_search(&evidence.content_hash).is_ok() {
            waiting += 1;
            bytes += evidence.size;
        }
        Ok(())
    })?;
    Ok(FilesLine {
        waiting,
        bytes,
        quota_reached,
    })
}
