//! Bodies: what was written is read, newer bodies wait, hostile bytes do no harm.

use crate::arbitrary;
use crate::samples::{bookkeeping, documents, draft, id};
use domain::{Document, Kind, NoteId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use record::{
    BodyError, Header, MAX_LIST, decode, decode_bookkeeping, decode_record, encode,
    encode_bookkeeping, encode_record, journal,
};
use rstest::rstest;
use std::error::Error;

const KINDS: [Kind; 10] = Kind::DOCUMENTS;
const BOOKKEEPING: [Kind; 3] = [Kind::Alias, Kind::DeviceNote, Kind::Redaction];

/// Reads the bytes in every way; answers how many ways found something.
fn read_in_every_way(bytes: &[u8]) -> usize {
    let documents = KINDS
        .iter()
        .filter_map(|kind| decode(*kind, 1, bytes).ok())
        .inspect(|found| {
            let again = encode(found);
            assert_eq!(
                &decode(found.kind(), again.schema, &again.bytes).expect("own bytes"),
                found
            );
        });
    let bookkeeping = BOOKKEEPING
        .iter()
        .filter(|it| decode_bookkeeping(**it, 1, bytes).is_ok());
    let others = [
        Header::from_bytes(bytes).is_ok_and(|found| found.bytes() == bytes),
        decode_record(bytes).is_ok_and(|found| encode_record(&found) == bytes),
        journal::decode_entry(bytes).is_ok(),
        journal::decode_changes(bytes).is_ok(),
    ];
    documents.count() + bookkeeping.count() + others.into_iter().filter(|it| *it).count()
}

proptest! {
    #[test]
    fn a_document_comes_back(document in arbitrary::document()) {
        let body = encode(&document);
        prop_assert_eq!(decode(document.kind(), body.schema, &body.bytes).unwrap(), document);
    }

    #[test]
    fn equal_documents_have_equal_bytes(document in arbitrary::document()) {
        prop_assert_eq!(encode(&document), encode(&document.clone()));
    }

    #[test]
    fn a_body_that_was_cut_is_damaged(document in arbitrary::document(), at: Index) {
        let body = encode(&document);
        let cut = &body.bytes[..at.index(body.bytes.len())];
        let error = decode(document.kind(), body.schema, cut).unwrap_err();
        prop_assert!(!error.is_newer());
    }

    #[test]
    fn bytes_behind_a_body_are_damage(document in arbitrary::document(), more: u8) {
        let mut body = encode(&document);
        body.bytes.push(more);
        prop_assert!(decode(document.kind(), body.schema, &body.bytes).is_err());
    }

    #[test]
    fn any_bytes_are_survived(bytes in vec(any::<u8>(), 0..400)) {
        read_in_every_way(&bytes);
    }

    #[test]
    fn spoiled_bodies_are_survived(
        document in arbitrary::document(),
        spoils in vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = encode(&document).bytes;
        for (at, byte) in spoils {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_in_every_way(&bytes);
    }
}

#[test]
fn good_bytes_are_found_by_the_hostile_reader() {
    for (name, document) in documents() {
        assert!(read_in_every_way(&encode(&document).bytes) >= 1, "{name}");
    }
    for (name, body) in bookkeeping() {
        assert!(
            read_in_every_way(&encode_bookkeeping(&body).bytes) >= 1,
            "{name}"
        );
    }
}

/// Adds one entry to a body's map.
fn with_entry(mut bytes: Vec<u8>, entry: &[u8]) -> Vec<u8> {
    assert!((0xa0..0xb7).contains(&bytes[0]), "a short map");
    bytes[0] += 1;
    bytes.extend_from_slice(entry);
    bytes
}

#[test]
fn a_newer_optional_field_is_passed_over() {
    // Key 99 with {"a": [1, [_ h'00', null], 2.5]}.
    let entry = [
        0x18, 0x63, 0xa1, 0x61, 0x61, 0x83, 0x01, 0x9f, 0x41, 0x00, 0xf6, 0xff, 0xfb, 0x40, 0x04,
        0, 0, 0, 0, 0, 0,
    ];
    for (name, document) in documents() {
        let bytes = with_entry(encode(&document).bytes, &entry);
        assert_eq!(
            decode(document.kind(), 1, &bytes).expect(name),
            document,
            "{name}"
        );
    }
    for (name, body) in bookkeeping() {
        let bytes = with_entry(encode_bookkeeping(&body).bytes, &entry);
        assert_eq!(
            decode_bookkeeping(body.kind(), 1, &bytes).expect(name),
            body,
            "{name}"
        );
    }
}

#[test]
fn deep_nesting_in_an_unknown_field_is_survived() {
    for open in [0x81_u8, 0x9f, 0xbf, 0xc1] {
        let mut entry = vec![0x18, 0x63];
        entry.extend(vec![open; 300_000]);
        let bytes = with_entry(encode(&documents()[0].1).bytes, &entry);
        assert!(decode(Kind::Unit, 1, &bytes).is_err(), "{open:02x}");
    }
}

#[rstest]
#[case::array(&[0x05, 0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]
#[case::text(&[0x08, 0x7b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]
#[case::bytes(&[0x18, 0x63, 0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]
#[case::map(&[0x18, 0x63, 0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]
fn a_declared_length_is_not_believed(#[case] entry: &[u8]) {
    let document = Document::Evaluation(Box::new(draft()));
    let bytes = with_entry(encode(&document).bytes, entry);
    assert!(matches!(
        decode(Kind::Evaluation, 1, &bytes),
        Err(BodyError::Damaged { .. })
    ));
}

#[test]
fn the_longest_list_is_read_and_a_longer_one_is_not() {
    let with = |count: usize| {
        let mut evaluation = draft();
        evaluation.notes = vec![NoteId(id(1)); count];
        let body = encode(&Document::Evaluation(Box::new(evaluation)));
        decode(Kind::Evaluation, body.schema, &body.bytes)
    };
    assert!(with(MAX_LIST).is_ok());
    assert!(matches!(with(MAX_LIST + 1), Err(BodyError::Damaged { .. })));
}

#[test]
fn a_newer_form_waits() {
    for (_, document) in documents() {
        let body = encode(&document);
        let error = decode(document.kind(), 2, &body.bytes).expect_err("newer");
        assert!(matches!(error, BodyError::UnknownSchema { schema: 2, .. }));
        assert!(error.is_newer());
    }
}

#[test]
fn bookkeeping_is_no_document_and_a_document_no_bookkeeping() {
    for kind in BOOKKEEPING {
        let error = decode(kind, 1, &[0xa0]).expect_err("no document");
        assert!(
            matches!(error, BodyError::UnknownKind { kind: number } if number == kind.number())
        );
    }
    for kind in KINDS {
        let error = decode_bookkeeping(kind, 1, &[0xa0]).expect_err("no bookkeeping");
        assert!(matches!(error, BodyError::UnknownKind { .. }));
    }
}

#[test]
fn an_error_says_what_is_wrong_in_its_sources_only() {
    let error = decode(Kind::Employee, 1, &[0xa0]).expect_err("an empty map");
    assert_eq!(error.to_string(), "the body of this Employee is damaged");
    let damage = error.source().expect("the damage");
    assert_eq!(
        damage.to_string(),
        "the bytes do not have the expected form"
    );
    assert!(
        damage
            .source()
            .expect("the codec's reason")
            .to_string()
            .contains("missing")
    );
    assert!(!error.is_newer());
}
