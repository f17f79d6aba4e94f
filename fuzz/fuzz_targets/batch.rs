//! Batches: as they come, and with a hash and a signature that fit, so that the columns behind
//! them are reached too.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::batch::{Batch, Zstd};
use sync::message::{PublicKey, Signature};
use sync::{SignatureCheck, Statement};

/// Every signature fits.
struct Anybody;

impl SignatureCheck for Anybody {
    fn fits(&self, _: &PublicKey, _: Statement<'_>, _: &Signature) -> bool {
        true
    }
}

fn open(bytes: Vec<u8>) {
    let Ok(batch) = Batch::parse(bytes) else {
        return;
    };
    let Ok(verified) = batch.verify(&PublicKey([0; 32]), &Anybody) else {
        return;
    };
    if let Ok(unpacked) = verified.unpack(&Zstd) {
        let _ = unpacked.records(&[]);
    }
}

fuzz_target!(|bytes: &[u8]| {
    open(bytes.to_vec());
    let mut named = bytes.to_vec();
    let hash = blake3::hash(&named);
    named.extend_from_slice(hash.as_bytes());
    open(named);
});
