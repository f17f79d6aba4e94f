//! Every record comes out bit for bit.

use crate::arbitrary::document;
use crate::samples::{bookkeeping, documents, id};
use crate::sealing::Device;
use domain::Document;
use proptest::collection::vec;
use proptest::prelude::*;
use record::{Encoded, encode, encode_bookkeeping};
use rstest::rstest;
use sync::batch::{NoCompressor, Zstd};

fn seal(device: &mut Device, document: &Document) {
    device.seal(document.kind().number(), document.id(), encode(document));
}

fn body(bytes: &[u8]) -> Encoded {
    Encoded {
        schema: 1,
        bytes: bytes.to_vec(),
    }
}

#[test]
fn every_kind_full_and_bare_new_and_corrected() {
    let mut device = Device::new();
    for _ in 0..2 {
        for (_, document) in documents() {
            seal(&mut device, &document);
        }
        for (_, note) in bookkeeping() {
            device.seal(
                note.kind().number(),
                note.doc_id(),
                encode_bookkeeping(&note),
            );
        }
    }
    for from in [0, 1, 7, device.records.len() - 1] {
        device.check(from);
    }
}

#[rstest]
#[case::empty(b"")]
#[case::no_map(b"\x01")]
#[case::no_cbor(b"\xff\xfe\x00")]
#[case::not_canonical(b"\xa1\x00\x18\x01")]
#[case::keys_that_are_text(b"\xa1\x61a\x01")]
#[case::keys_out_of_order(b"\xa2\x02\x01\x01\x01")]
#[case::keys_twice(b"\xa2\x01\x01\x01\x02")]
#[case::floats(b"\xa1\x00\xf9\x3c\x00")]
#[case::tags(b"\xa1\x00\xc0\x01")]
#[case::indefinite(b"\xbf\x00\x01\xff")]
#[case::empty_map(b"\xa0")]
#[case::numbers(b"\xa4\x00\x1b\xff\xff\xff\xff\xff\xff\xff\xff\x01\x3b\xff\xff\xff\xff\xff\xff\xff\xff\x02\x20\x03\x00")]
#[case::simple_values(b"\xa3\x00\xf4\x01\xf5\x02\xf6")]
#[case::arrays(b"\xa4\x00\x80\x01\x82\x01\x02\x02\x82\x01\xf6\x03\x83\xf6\xf6\xf6")]
#[case::no_text(b"\xa1\x00\x61\xff")]
#[case::cut(b"\xa1\x00")]
#[case::more_than_there_is(b"\xa1\x00\x9b\xff\xff\xff\xff\xff\xff\xff\xff")]
fn bodies_of_any_bytes_come_back(#[case] bytes: &[u8]) {
    let mut device = Device::new();
    for seq in 0..3 {
        device.seal(200, id(seq), body(bytes));
    }
    device.check(0);
}

#[test]
fn bodies_nested_too_deeply_travel_whole() {
    for depth in [1, 15, 16, 17, 18, 5000] {
        let mut bytes = vec![0xa1, 0x00];
        bytes.extend(vec![0x81; depth]);
        bytes.push(0x01);
        let mut device = Device::new();
        device.seal(7, id(1), body(&bytes));
        device.check(0);
    }
}

#[test]
fn kinds_and_schemas_of_a_newer_program_and_erased_bodies() {
    let mut device = Device::new();
    for (at, (_, document)) in documents().into_iter().enumerate() {
        let mut body = encode(&document);
        body.schema = [1, 2, u16::MAX][at % 3];
        device.seal([7, 99, 255][at % 3], document.id(), body);
    }
    for at in [0, 3, 4, device.records.len() - 1] {
        device.erase(at);
    }
    device.check(0);
    device.check(2);
}

#[test]
fn a_correction_names_a_revision_before_the_batch_by_its_number() {
    let mut device = Device::new();
    let (_, document) = documents().swap_remove(0);
    seal(&mut device, &document);
    seal(&mut device, &document);
    let with = device.build(1, &Zstd).expect("a batch").batch;
    let without = device
        .build_with(1, &sync::batch::NothingEarlier, &Zstd)
        .expect("a batch")
        .batch;
    assert!(with.bytes().len() + 25 < without.bytes().len());
    device.check(1);
}

#[test]
fn equal_contents_give_equal_bytes() {
    let mut device = Device::new();
    documents().iter().for_each(|(_, it)| seal(&mut device, it));
    let once = device.build(0, &Zstd).expect("a batch");
    assert_eq!(device.build(0, &Zstd).expect("a batch"), once);
    assert_ne!(device.build(0, &NoCompressor).expect("a batch"), once);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_documents_come_back(
        documents in vec(document(), 1..12),
        erased in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
    ) {
        let mut device = Device::new();
        documents.iter().for_each(|it| seal(&mut device, it));
        device.erase(erased.index(documents.len()));
        device.check(from.index(documents.len()));
    }

    #[test]
    fn any_bodies_come_back(bodies in vec((any::<u8>(), vec(any::<u8>(), 0..40)), 1..8)) {
        let mut device = Device::new();
        for (at, (kind, bytes)) in bodies.iter().enumerate() {
            device.seal(*kind, id(at as u8 % 3), body(bytes));
        }
        device.check(0);
    }

    #[test]
    fn texts_come_back_word_by_word(texts in vec("(?s)[A-Za-z ,.!\n]{0,80}|.{0,40}", 8..40)) {
        let mut device = Device::new();
        for text in &texts {
            let mut bytes = vec![0xa1, 0x00, 0x79];
            bytes.extend((text.len() as u16).to_be_bytes());
            bytes.extend(text.as_bytes());
            device.seal(8, id(1), body(&bytes));
        }
        device.check(0);
    }
}
