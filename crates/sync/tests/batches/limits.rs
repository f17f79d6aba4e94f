//! What does not fit waits for the next batch.

use crate::samples::id;
use crate::sealing::Device;
use record::{Encoded, MAX_BODY_BYTES};
use rstest::rstest;
use sync::batch::{BuildError, NoCompressor, Zstd};
use sync::limits::{MAX_BATCH_BYTES, MAX_LONE_BATCH_BYTES, MAX_RAW_BYTES, MAX_RECORDS};

fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut bytes = vec![0; length];
    let mut hasher = blake3::Hasher::new();
    hasher
        .update(&seed.to_le_bytes())
        .finalize_xof()
        .fill(&mut bytes);
    bytes
}

fn device(bodies: impl IntoIterator<Item = Vec<u8>>) -> Device {
    let mut device = Device::new();
    for bytes in bodies {
        device.seal(9, id(1), Encoded { schema: 1, bytes });
    }
    device
}

#[test]
fn a_batch_takes_the_longest_run_that_fits() {
    let device = device((0..60).map(|seed| noise(10_000, seed)));
    let built = device.build(0, &Zstd).expect("a batch");
    let count = built.batch.envelope().count as usize;
    let length = built.batch.bytes().len();
    assert!(length <= MAX_BATCH_BYTES, "{length}");
    assert!(length + 10_000 > MAX_BATCH_BYTES, "{length}");
    assert_eq!(built.head, device.heads[count - 1]);
    device.check(0);
}

#[test]
fn records_that_pack_well_are_bounded_before_they_are_packed() {
    let device = device((0..10).map(|_| vec![0; 900_000]));
    let built = device.build(0, &Zstd).expect("a batch");
    assert_eq!(
        built.batch.envelope().count,
        4,
        "of 900 kB in {MAX_RAW_BYTES} bytes"
    );
    device.check(0);
}

#[test]
fn so_many_records_and_no_more() {
    let device = device((0..MAX_RECORDS + 5).map(|_| vec![0xa0]));
    let built = device.build(0, &Zstd).expect("a batch");
    let count = built.batch.envelope().count as usize;
    assert!(count <= MAX_RECORDS, "{count}");
    assert!(built.batch.bytes().len() <= MAX_BATCH_BYTES);
    let opened = device.open(built.batch.bytes()).expect("the records");
    assert_eq!(opened.records().len(), count);
}

#[test]
fn a_record_that_cannot_be_packed_travels_alone() {
    let device = device([noise(MAX_BODY_BYTES, 1), vec![0xa0]]);
    let built = device.build(0, &Zstd).expect("a batch");
    assert_eq!(built.batch.envelope().count, 1);
    let length = built.batch.bytes().len();
    assert!(
        (MAX_BATCH_BYTES..=MAX_LONE_BATCH_BYTES).contains(&length),
        "{length}"
    );
    device.check(0);
}

#[test]
fn a_body_that_no_record_may_have_is_named() {
    let device = device([vec![0xa0], noise(MAX_BODY_BYTES + 1, 1)]);
    let built = device.build(0, &NoCompressor).expect("the first");
    assert_eq!(built.batch.envelope().count, 1);
    let error = device.build(1, &NoCompressor).expect_err("the second");
    assert!(matches!(error, BuildError::TooLarge { seq: 2 }), "{error}");
}

#[rstest]
#[case::removed(|device: &mut Device| { device.records.remove(1); }, 2)]
#[case::out_of_order(|device: &mut Device| device.records.swap(0, 1), 1)]
#[case::changed_body(|device: &mut Device| device.records[2].body = Some(vec![1]), 3)]
#[case::another_stream(|device: &mut Device| device.records[1].header.stream.0[0] ^= 1, 2)]
fn what_is_no_stream_is_not_built(#[case] spoil: fn(&mut Device), #[case] expected: u64) {
    let mut device = device((0..3).map(|_| vec![0xa0]));
    spoil(&mut device);
    let error = device.build(0, &Zstd).expect_err("broken");
    assert!(
        matches!(error, BuildError::Broken { seq } if seq == expected),
        "{error}"
    );
}

#[test]
fn nothing_is_no_batch() {
    let error = Device::new().build(0, &Zstd).expect_err("nothing");
    assert!(matches!(error, BuildError::Nothing), "{error}");
}
