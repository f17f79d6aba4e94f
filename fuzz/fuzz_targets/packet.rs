//! Packets on sticks: as they come, and with a hash that fits and a seal that anybody opens.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::packet::{Opener, Packet, SealError};

/// Opens everything: what was sealed is what is there.
struct Open;

impl Opener for Open {
    fn open(&self, sealed: &[u8], most: usize) -> Result<Vec<u8>, SealError> {
        Ok(sealed[..sealed.len().min(most)].to_vec())
    }
}

fn read(bytes: &[u8]) {
    if let Ok(packet) = Packet::parse(bytes) {
        let _ = packet.open(&Open);
    }
}

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    let hash = blake3::hash(bytes);
    read(&[bytes, hash.as_bytes()].concat());
});
