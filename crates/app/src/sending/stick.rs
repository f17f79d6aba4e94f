//! Where there is no line: a packet out, an answer in. The same batches go over the line, so neither
//! way disturbs the other.

use super::joining::{read_joining_answer, refused};
use super::live::Signal;
use super::machine::{self, Machine};
use super::shelf::StoreShelf;
use super::view::{packet_line, require_joined};
use super::{drive, keeping};
use crate::uploads::Upload;
use crate::{Desk, Operation, Trouble, saved};
use api::error::SyncTrouble;
use api::sync::{ReadStick, StickRead, StickWritten, WriteStick};
use ciphers::SealedTo;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use store::{PacketRow, StoreError};
use sync::batch::Zstd;
use sync::device::{Effect, Event, Shelf as _, StickAnswer, StickPart, stick_parts};
use sync::message::{
    DeviceId, FeedState, Hello, Nonce, OfficeId, PackOffer, Receipt, StreamClaim, WireVersion,
};
use sync::packet::{self, Holds, Packet, PacketError, PacketFile, PacketHead, Part, PartKind};
use sync::wire::{Message as _, SignedHello, open_pack};

/// Writes everything without a receipt into a packet that the person chooses a place for.
pub(crate) fn write_stick(desk: &Desk<'_>, _: &WriteStick) -> Result<StickWritten, Trouble> {
    let made = Made::of(desk)?;
    let path = saved::choose(desk, made.file.name.clone(), "kinerja")?;
    let packet = made.write(desk, &path)?;
    let rows = u32::try_from(packet.documents).unwrap_or(u32::MAX);
    Ok(StickWritten {
        saved: saved::saved(desk, &path, rows)?,
        packet: packet_line(&packet),
    })
}

/// Reads a file from the centre.
pub(crate) fn read_stick(desk: &Desk<'_>, request: &ReadStick) -> Result<StickRead, Trouble> {
    let upload = desk.office.uploads().get::<Upload>(&request.upload)?;
    read(desk, &upload.bytes)
}

impl Desk<'_> {
    /// Writes a packet into a file that the terminal names; answers its name, its size in bytes
    /// and how many documents it holds.
    ///
    /// # Errors
    /// No centre is joined, or the disk refused. A file that is there is never replaced.
    pub fn write_packet(&self, path: &Path) -> Result<api::sync::PacketLine, Trouble> {
        Ok(packet_line(&Made::of(self)?.write(self, path)?))
    }

    /// Reads a file from the centre that the terminal names.
    ///
    /// # Errors
    /// It is none, was changed, or is for another PC. Nothing is changed then.
    pub fn read_packet(&self, path: &Path) -> Result<StickRead, Trouble> {
        let size = fs::metadata(path)?.len();
        if size > sync::limits::MAX_PACKET_BYTES as u64 {
            return Err(refused(SyncTrouble::NoPacket));
        }
        read(self, &fs::read(path)?)
    }
}

/// A packet that was made and is not written yet.
struct Made {
    file: PacketFile,
    documents: u64,
    through: (record::Stream, u64),
}

impl Made {
    fn of(desk: &Desk<'_>) -> Result<Self, Trouble> {
        let centre = require_joined(desk)?;
        let machine = Machine::of(desk)?.ok_or_else(drive::not_joined)?;
        keeping::note_users(desk)?;
        let batches = batches(desk, &machine)?;
        let mut parts = Vec::with_capacity(batches.len() + 1);
        let (mut documents, mut first_seq, mut last_seq) = (0, 0, 0);
        for batch in &batches {
            let bytes = desk.read(|view| view.batch_bytes(&batch.upload.0))?;
            parts.push(Part {
                kind: PartKind::Batch,
                bytes: bytes.ok_or(StoreError::Corrupt)?,
            });
            documents += batch.last_seq - batch.first_seq + 1;
            first_seq = if first_seq == 0 {
                batch.first_seq
            } else {
                first_seq
            };
            last_seq = batch.last_seq;
        }
        parts.push(Part {
            kind: PartKind::Hello,
            bytes: hello(desk, &machine)?.to_bytes(),
        });
        let seal = SealedTo::parse(&centre.seal_to).map_err(|_| StoreError::Corrupt)?;
        let head = PacketHead {
            holds: Holds::Records,
            office: OfficeId(centre.office),
            device: DeviceId(desk.place.store.identity().device_id),
            recipient: seal.name(),
            first_seq,
            last_seq,
        };
        let file = packet::write(&head, &parts, &seal).map_err(Trouble::Packet)?;
        Ok(Self {
            file,
            documents,
            through: (machine.state().current, last_seq),
        })
    }

    fn write(self, desk: &Desk<'_>, path: &Path) -> Result<PacketRow, Trouble> {
        write_durably(path, &self.file.bytes)?;
        let text = |part: Option<&std::ffi::OsStr>| {
            part.map(|it| it.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        let (stream, through_seq) = self.through;
        let mut row = PacketRow {
            number: 0,
            at: desk.now,
            file_name: text(path.file_name()),
            folder: text(path.parent().map(Path::as_os_str)),
            size: self.file.bytes.len() as u64,
            documents: self.documents,
            stream,
            through_seq,
        };
        row.number = desk.transact(Operation::Send, |act| Ok(act.note_packet(&row)?))?;
        desk.mark_stale(&[api::Tag::Sync]);
        Ok(row)
    }
}

/// Every batch with a record that has no receipt; those that are not built yet are built.
fn batches(desk: &Desk<'_>, machine: &Machine) -> Result<Vec<sync::device::StoredBatch>, Trouble> {
    loop {
        let parts =
            desk.read(|view| Ok::<_, StoreError>(stick_parts(machine.state(), &StoreShelf(view))))?;
        let mut stored = Vec::with_capacity(parts.len());
        let mut unbuilt = None;
        for part in parts {
            match part {
                StickPart::Stored(batch) => stored.push(batch),
                StickPart::Unbuilt {
                    stream,
                    first_seq,
                    last_seq,
                } => unbuilt = Some((stream, first_seq, last_seq)),
            }
        }
        match unbuilt {
            Some(range) if keeping::build_batch(desk, machine, range)?.is_some() => {}
            _ => return Ok(stored),
        }
    }
}

/// How far this PC has read, so that the answer brings what follows.
fn hello(desk: &Desk<'_>, machine: &Machine) -> Result<SignedHello, Trouble> {
    let state = machine.state();
    let streams = desk.read(|view| {
        let shelf = StoreShelf(view);
        let claim = |(stream, it): (&record::Stream, &sync::device::StreamState)| StreamClaim {
            stream: *stream,
            head: shelf.head(*stream).unwrap_or(it.acknowledged),
            acknowledged: it.acknowledged,
        };
        Ok::<_, StoreError>(state.streams.iter().map(claim).collect::<Vec<_>>())
    })?;
    let office = sync::message::Feed::Office(OfficeId(machine.centre().office));
    let feeds = [office, sync::message::Feed::Common];
    let hello = Hello {
        device: state.device,
        nonce: Nonce(machine::random(desk.host())?),
        wire_version: WireVersion(1),
        epoch: state.epoch,
        streams,
        uploads: Vec::new(),
        feeds: feeds
            .into_iter()
            .map(|feed| FeedState {
                feed,
                position: state.read_through(feed),
            })
            .collect(),
    };
    Ok(SignedHello::sign(hello, &*machine.keys))
}

fn read(desk: &Desk<'_>, bytes: &[u8]) -> Result<StickRead, Trouble> {
    if bytes.starts_with(b"kinerja-luring joined ") {
        return Ok(StickRead::Joined(read_joining_answer(desk, bytes)?));
    }
    require_joined(desk)?;
    let mut machine = Machine::of(desk)?.ok_or_else(drive::not_joined)?;
    let packet = Packet::parse(bytes).map_err(|error| refused(trouble_of(&error)))?;
    let identity = desk.place.store.identity();
    let is_mine = packet.head().device == DeviceId(identity.device_id);
    if packet.head().holds != Holds::Answer || !is_mine {
        return Err(refused(SyncTrouble::PacketElsewhere));
    }
    let parts = packet
        .open(&*machine.keys)
        .map_err(|error| refused(trouble_of(&error)))?;
    let left = drive::unsent(desk, machine.state())?;
    let effects = machine.step(desk, Event::Brought(Box::new(answer(&parts))))?;
    let mut news = 0;
    for effect in effects {
        match effect {
            Effect::Save(state) => keeping::save(desk, &mut machine, &state)?,
            Effect::KeepReceipt { receipt, state } => {
                keeping::keep_receipt(desk, &mut machine, (&receipt, &state))?;
            }
            Effect::TakePack { offer, pack, state } => {
                news += pack.entries.len() as u64;
                keeping::take_pack(desk, &mut machine, (&offer, &pack, &state))?;
            }
            // A stick only brings; what else the machine wants waits for a line.
            _ => {}
        }
    }
    desk.mark_stale(&[api::Tag::Sync]);
    desk.office.live().signal(Signal::Look);
    Ok(StickRead::Answer {
        received: left.saturating_sub(drive::unsent(desk, machine.state())?),
        news,
    })
}

/// What the parts say; one that is damaged or newer is passed over, because each is signed for
/// itself.
fn answer(parts: &[Part]) -> StickAnswer {
    let mut answer = StickAnswer::default();
    let mut offered: Option<PackOffer> = None;
    for part in parts {
        match part.kind {
            PartKind::Receipt => answer.receipts.extend(Receipt::from_bytes(&part.bytes)),
            PartKind::Offer => offered = PackOffer::from_bytes(&part.bytes).ok(),
            PartKind::Pack => {
                if let (Some(offer), Ok(pack)) = (offered.take(), open_pack(&part.bytes, &Zstd)) {
                    answer.packs.push((offer, pack));
                }
            }
            PartKind::Batch | PartKind::Answer | PartKind::Hello | PartKind::Newer(_) => {}
        }
    }
    answer
}

const fn trouble_of(error: &PacketError) -> SyncTrouble {
    match error {
        PacketError::TooLarge | PacketError::NoPacket => SyncTrouble::NoPacket,
        PacketError::Newer { .. } => SyncTrouble::PacketNewer,
        PacketError::Changed | PacketError::Head { .. } | PacketError::Parts => {
            SyncTrouble::PacketChanged
        }
        PacketError::Sealed { .. } => SyncTrouble::PacketElsewhere,
    }
}

/// Writes under a temporary name, reads it back, and renames: the file is whole or not there. One
/// that is there already is never replaced.
pub(super) fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".kinerja-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if fs::read(file.path())? != bytes {
        return Err(io::Error::other("the stick gave back other bytes"));
    }
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("paket.kinerja");
        write_durably(&path, b"first").expect("written");
        assert!(write_durably(&path, b"second").is_err());
        assert_eq!(fs::read(&path).expect("the file"), b"first");
    }
}
