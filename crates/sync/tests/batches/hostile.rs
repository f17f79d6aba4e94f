//! Bytes that nobody wrote: refused, never a panic, never more memory than a batch may have.

use crate::samples::documents;
use crate::sealing::Device;
use proptest::collection::vec;
use proptest::prelude::*;
use record::encode;
use std::sync::OnceLock;
use sync::batch::{NoCompressor, Zstd};

fn device() -> &'static Device {
    static DEVICE: OnceLock<Device> = OnceLock::new();
    DEVICE.get_or_init(|| {
        let mut device = Device::new();
        for _ in 0..3 {
            for (_, document) in documents() {
                device.seal(document.kind().number(), document.id(), encode(&document));
            }
        }
        device
    })
}

fn bytes() -> &'static Vec<u8> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let built = device().build(4, &Zstd).expect("a batch");
        built.batch.into_bytes()
    })
}

/// Stored, so that changes reach the columns and not only the compressor.
fn stored() -> &'static Vec<u8> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let built = device().build(4, &NoCompressor).expect("a batch");
        built.batch.into_bytes()
    })
}

fn with_hash(mut bytes: Vec<u8>) -> Vec<u8> {
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

/// Where the payload begins: behind the signature.
fn payload() -> usize {
    let batch = sync::batch::Batch::parse(stored().clone()).expect("whole");
    let signature = batch.envelope().signature.0;
    let at = stored().windows(64).position(|it| it == signature);
    at.expect("the signature") + 64
}

#[test]
fn every_flipped_bit_is_found() {
    for at in 0..bytes().len() {
        for bit in 0..8 {
            let mut changed = bytes().clone();
            changed[at] ^= 1 << bit;
            assert!(device().open(&changed).is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn every_cut_and_every_byte_more_is_found() {
    for length in 0..bytes().len() {
        assert!(device().open(&bytes()[..length]).is_err(), "{length} bytes");
    }
    for more in [0, 0xff] {
        assert!(
            device()
                .open(&[bytes().as_slice(), &[more]].concat())
                .is_err()
        );
    }
}

#[test]
fn every_changed_byte_of_the_records_is_found_although_the_hash_was_made_to_fit() {
    let content = &stored()[..stored().len() - 32];
    for at in payload()..content.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut changed = content.to_vec();
            changed[at] ^= change;
            let opened = device().open(&with_hash(changed));
            assert!(opened.is_err(), "byte {at} changed by {change:#x}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn garbage_is_refused(garbage in vec(any::<u8>(), 0..600)) {
        prop_assert!(device().open(&garbage).is_err());
    }

    #[test]
    fn garbage_behind_a_signed_envelope_is_refused(garbage in vec(any::<u8>(), 0..600)) {
        let envelope = &stored()[..payload()];
        prop_assert!(device().open(&with_hash([envelope, &garbage].concat())).is_err());
    }

    /// The same records may be written in more than one way, and the chain that was signed lets nothing
    /// else through.
    #[test]
    fn spliced_records_are_refused_or_the_same(
        from in any::<prop::sample::Index>(),
        garbage in vec(any::<u8>(), 1..20),
    ) {
        let content = &stored()[..stored().len() - 32];
        let at = payload() + from.index(content.len() - payload());
        let mut changed = content.to_vec();
        let end = (at + garbage.len()).min(changed.len());
        changed.splice(at..end, garbage);
        if let Ok(opened) = device().open(&with_hash(changed)) {
            let original = device().open(stored()).expect("the records");
            prop_assert_eq!(opened.records(), original.records());
        }
    }
}
