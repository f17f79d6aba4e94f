//! The head of a packet, for people and for the first look.

use super::PacketError;
use crate::message::{DeviceId, OfficeId};
use std::fmt::Write as _;
use std::str::FromStr;

/// Which way a packet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Records of an office, for the centre.
    Records,
    /// The centre's answer, for the device.
    Answer,
}

/// What can be read of a packet without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PacketHead {
    /// Which way it goes.
    pub holds: Holds,
    /// The office.
    pub office: OfficeId,
    /// The device that wrote it, or that it answers.
    pub device: DeviceId,
    /// The key that it is sealed to, by the first 16 bytes of its BLAKE3 hash.
    pub recipient: [u8; 16],
    /// The first record of the device's stream that it is about.
    pub first_seq: u64,
    /// The last one.
    pub last_seq: u64,
}

/// The first line, up to the version.
const BEGINNING: &str = "kinerja-luring packet ";
const VERSION: u32 = 1;
/// The most bytes of a head.
const MAX_HEAD_BYTES: usize = 512;
/// Lines of a head, without the empty one.
const LINES: usize = 8;

impl PacketHead {
    pub(super) fn lines(&self, sealed: usize) -> String {
        let holds = match self.holds {
            Holds::Records => "records",
            Holds::Answer => "answer",
        };
        format!(
            "{BEGINNING}{VERSION}\nholds: {holds}\noffice: {}\ndevice: {}\nfor: {}\nfirst: {}\n\
             last: {}\nsealed: {sealed}\n\n",
            hexadecimal(&self.office.0),
            hexadecimal(&self.device.0),
            hexadecimal(&self.recipient),
            self.first_seq,
            self.last_seq,
        )
    }

    /// The head and the sealed bytes behind it.
    pub(super) fn split(content: &[u8]) -> Result<(Self, &[u8]), PacketError> {
        let end = content
            .windows(2)
            .take(MAX_HEAD_BYTES)
            .position(|it| it == b"\n\n")
            .ok_or(PacketError::NoPacket)?;
        let (head, behind) = content.split_at(end);
        let sealed = &behind[2..];
        let text = str::from_utf8(head).map_err(|_| PacketError::NoPacket)?;
        let lines: Vec<&str> = text.split('\n').collect();
        let [_, holds, office, device, recipient, first, last, length] = lines[..] else {
            return Err(PacketError::Head { line: LINES });
        };
        let head = Self {
            holds: match field(holds, "holds: ") {
                Some("records") => Holds::Records,
                Some("answer") => Holds::Answer,
                _ => return Err(PacketError::Head { line: 2 }),
            },
            office: OfficeId(id(office, "office: ").ok_or(PacketError::Head { line: 3 })?),
            device: DeviceId(id(device, "device: ").ok_or(PacketError::Head { line: 4 })?),
            recipient: id(recipient, "for: ").ok_or(PacketError::Head { line: 5 })?,
            first_seq: number(first, "first: ").ok_or(PacketError::Head { line: 6 })?,
            last_seq: number(last, "last: ").ok_or(PacketError::Head { line: 7 })?,
        };
        if number(length, "sealed: ") != Some(sealed.len()) {
            return Err(PacketError::Head { line: LINES });
        }
        Ok((head, sealed))
    }

    /// `OFFICE_DEVICE_first-last_hash.kinerja`, each id by its last eight digits: those of a
    /// UUIDv7 that differ.
    pub(super) fn file_name(&self, hash: &blake3::Hash) -> String {
        let office = hexadecimal(&self.office.0);
        let device = hexadecimal(&self.device.0);
        let hash = hexadecimal(&hash.as_bytes()[..4]);
        let (first, last) = (self.first_seq, self.last_seq);
        format!(
            "{}_{}_{first}-{last}_{hash}.kinerja",
            &office[24..],
            &device[24..]
        )
    }
}

/// Whether the bytes begin as a packet of this version.
pub(super) fn check_version(bytes: &[u8]) -> Result<(), PacketError> {
    let behind = bytes
        .strip_prefix(BEGINNING.as_bytes())
        .ok_or(PacketError::NoPacket)?;
    let digits = behind
        .iter()
        .take(10)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let version = str::from_utf8(&behind[..digits])
        .ok()
        .and_then(|digits| digits.parse().ok());
    match version {
        Some(VERSION) => Ok(()),
        Some(version) => Err(PacketError::Newer { version }),
        None => Err(PacketError::NoPacket),
    }
}

fn field<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.strip_prefix(name)
}

/// A number, written as the writer writes it.
fn number<T: FromStr + ToString>(line: &str, name: &str) -> Option<T> {
    let text = field(line, name)?;
    let number: T = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn id(line: &str, name: &str) -> Option<[u8; 16]> {
    let digits = field(line, name)?;
    let is_id = digits.len() == 32
        && digits
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    let id = u128::from_str_radix(digits, 16).ok()?;
    is_id.then(|| id.to_be_bytes())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
