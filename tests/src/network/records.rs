//! Where in a connection the handshake of TLS ends: only the headers of its records are read, which
//! travel in the clear.

use super::counts::Way;

/// A record's header: type, version, length.
const HEADER: usize = 5;
const HANDSHAKE: u8 = 22;
/// What is encrypted. The first such record of a client ends the handshake of TLS 1.3.
const ENCRYPTED: u8 = 23;

/// What a connection has shown so far.
#[derive(Debug, Default)]
pub(super) struct Records {
    header: Vec<u8>,
    left: usize,
    is_last: bool,
    phase: Phase,
    last: Option<Way>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Unknown,
    Handshake,
    Settled,
}

/// What of some bytes came after the handshake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) bytes: u64,
    /// Whether the client began to speak: a question, which an answer follows.
    pub(super) is_turn: bool,
}

impl Records {
    /// Reads on; plain connections have no handshake.
    pub(super) fn count(&mut self, way: Way, bytes: &[u8]) -> Counted {
        if self.phase == Phase::Unknown
            && let Some(first) = bytes.first()
        {
            self.phase = match *first {
                HANDSHAKE => Phase::Handshake,
                _ => Phase::Settled,
            };
        }
        let behind = match (self.phase, way) {
            (Phase::Settled, _) => bytes.len(),
            (_, Way::Up) => self.read(bytes),
            (_, Way::Down) => 0,
        };
        if behind == 0 {
            return Counted::default();
        }
        let is_turn = way == Way::Up && self.last != Some(Way::Up);
        self.last = Some(way);
        Counted {
            bytes: behind as u64,
            is_turn,
        }
    }

    /// Follows the client's records; answers how many bytes stand behind the handshake.
    fn read(&mut self, mut bytes: &[u8]) -> usize {
        while !bytes.is_empty() {
            if self.left == 0 {
                let take = (HEADER - self.header.len()).min(bytes.len());
                self.header.extend_from_slice(&bytes[..take]);
                bytes = &bytes[take..];
                if self.header.len() == HEADER {
                    self.left = usize::from(u16::from_be_bytes([self.header[3], self.header[4]]));
                    self.is_last = self.header[0] == ENCRYPTED;
                    self.header.clear();
                }
                continue;
            }
            let take = self.left.min(bytes.len());
            self.left -= take;
            bytes = &bytes[take..];
            if self.left == 0 && self.is_last {
                self.phase = Phase::Settled;
                return bytes.len();
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u8, length: u8) -> Vec<u8> {
        let mut bytes = vec![kind, 3, 3, 0, length];
        bytes.extend(vec![0; length.into()]);
        bytes
    }

    #[test]
    fn what_follows_the_first_encrypted_record_is_counted() {
        let mut records = Records::default();
        let hello = record(HANDSHAKE, 200);
        for part in hello.chunks(7) {
            assert_eq!(records.count(Way::Up, part).bytes, 0);
        }
        assert_eq!(records.count(Way::Down, &record(ENCRYPTED, 90)).bytes, 0);
        let both = [record(20, 1), record(ENCRYPTED, 53), vec![ENCRYPTED; 9]].concat();
        let counted = records.count(Way::Up, &both);
        assert_eq!((counted.bytes, counted.is_turn), (9, true));
        assert!(!records.count(Way::Up, &[0; 4]).is_turn);
        assert_eq!(records.count(Way::Down, &[0; 5]).bytes, 5);
        assert!(records.count(Way::Up, &[0; 4]).is_turn);
    }

    #[test]
    fn a_plain_connection_counts_from_its_first_byte() {
        let mut records = Records::default();
        assert_eq!(records.count(Way::Up, b"POST /").bytes, 6);
    }
}
