//! Each step of opening refuses what it should.

use crate::samples::{documents, id};
use crate::sealing::{Device, Toy};
use record::encode;
use rstest::rstest;
use sync::batch::{Batch, CompressionError, OpenError, Place, Zstd};

fn device() -> Device {
    let mut device = Device::new();
    for (_, document) in documents() {
        device.seal(document.kind().number(), document.id(), encode(&document));
    }
    device
}

fn bytes() -> Vec<u8> {
    device()
        .build(0, &Zstd)
        .expect("a batch")
        .batch
        .into_bytes()
}

/// The bytes with a change and the hash that fits it: what somebody can send who means harm.
fn forged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = bytes();
    bytes.truncate(bytes.len() - 32);
    change(&mut bytes);
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

#[test]
fn the_upload_is_named_by_the_hash() {
    let bytes = bytes();
    let hash = blake3::hash(&bytes[..bytes.len() - 32]);
    let upload = Batch::parse(bytes).expect("whole").upload();
    assert_eq!(upload.0, hash.as_bytes()[..16]);
}

#[test]
fn a_newer_version_waits() {
    let error = Batch::parse(forged(|bytes| bytes[4] = 2)).expect_err("newer");
    assert!(matches!(error, OpenError::Newer { found: 2 }), "{error}");
    assert!(error.is_newer());
}

#[test]
fn an_unknown_dictionary_waits() {
    // The numbers come first: right behind the envelope, whose last field is the signature.
    let batch = Batch::parse(bytes()).expect("whole");
    let signature = batch.envelope().signature.0;
    let at = batch.bytes().windows(64).position(|it| it == signature);
    let at = at.expect("the signature") + 64;
    let error = device()
        .open(&forged(|bytes| bytes[at] = 70))
        .expect_err("newer");
    assert!(error.is_newer(), "{error}");
    assert!(matches!(
        error,
        OpenError::Packed {
            source: CompressionError::Unknown { .. }
        }
    ));
}

#[rstest]
#[case::magic(0)]
#[case::office(10)]
#[case::stream(30)]
fn who_changes_the_envelope_and_its_hash_is_found(#[case] at: usize) {
    let bytes = forged(|bytes| bytes[at] ^= 1);
    match device().open(&bytes) {
        // The office is not signed: the centre compares it with the device's certificate.
        Ok(opened) => assert_ne!(opened.envelope().office.0, [7; 16]),
        Err(error) => assert!(
            matches!(error, OpenError::NoBatch | OpenError::Forged),
            "{error}"
        ),
    }
}

#[test]
fn another_key_is_another_device() {
    let batch = Batch::parse(bytes()).expect("whole");
    let error = batch.verify(&Toy(6).public(), &Toy(0)).expect_err("forged");
    assert!(matches!(error, OpenError::Forged), "{error}");
}

#[test]
fn whoever_changes_a_record_breaks_the_chain() {
    let device = device();
    let mut refused = 0;
    let length = bytes().len() - 32;
    for at in length - 200..length {
        match device.open(&forged(|bytes| bytes[at] ^= 0x10)) {
            Err(OpenError::Chain | OpenError::Records { .. }) => refused += 1,
            other => assert!(other.is_err(), "byte {at}"),
        }
    }
    assert_eq!(refused, 200);
}

#[test]
fn wrong_places_are_found_by_the_chain() {
    let mut device = device();
    let (_, document) = documents().swap_remove(0);
    device.seal(document.kind().number(), document.id(), encode(&document));
    let last = device.records.len() - 1;
    let batch = device.build(last, &Zstd).expect("a batch").batch;
    let unpacked = batch
        .verify(&Toy(5).public(), &Toy(0))
        .and_then(|it| it.unpack(&Zstd))
        .expect("unpacked");
    let places: Vec<Place> = unpacked
        .references()
        .iter()
        .map(|it| device.place(*it))
        .collect();
    assert!(!places.is_empty());
    assert!(unpacked.records(&places).is_ok());
    let mut wrong = places.clone();
    wrong[0].document = id(77);
    wrong[0].revision.0[0] ^= 1;
    for places in [
        &wrong[..],
        &[],
        &places[1..],
        &[places.clone(), places.clone()].concat(),
    ] {
        let error = unpacked.records(places).expect_err("wrong");
        assert!(
            matches!(error, OpenError::Chain | OpenError::Records { .. }),
            "{error}"
        );
    }
}

#[test]
fn the_recipient_travels() {
    let batch = Batch::parse(bytes()).expect("whole");
    assert_eq!(batch.envelope().recipient, None);
    assert_eq!(batch.envelope().first_seq(), 1);
    let checkpoint = batch.envelope().checkpoint;
    assert_eq!(checkpoint.through_seq, u64::from(batch.envelope().count));
    assert_eq!(checkpoint.journal_seq, 3);
}
