//! What packets promise.
#![expect(
    clippy::expect_used,
    reason = "a builder of a test stops where it stands"
)]

mod age_seal;

use age_seal::AgeKey;
use proptest::collection::vec;
use proptest::prelude::*;
use rstest::rstest;
use std::sync::OnceLock;
use sync::message::{DeviceId, OfficeId};
use sync::packet::{Holds, Packet, PacketError, PacketFile, PacketHead, Part, PartKind, write};

fn key() -> &'static AgeKey {
    static KEY: OnceLock<AgeKey> = OnceLock::new();
    KEY.get_or_init(AgeKey::generate)
}

fn head() -> PacketHead {
    PacketHead {
        holds: Holds::Records,
        office: OfficeId([0xab; 16]),
        device: DeviceId(*b"0123456789abcdef"),
        recipient: [7; 16],
        first_seq: 70_001,
        last_seq: 70_060,
    }
}

fn parts() -> Vec<Part> {
    let kinds = [PartKind::Batch, PartKind::Receipt, PartKind::Newer(200)];
    kinds
        .into_iter()
        .zip([b"one".to_vec(), Vec::new(), vec![3; 300]])
        .map(|(kind, bytes)| Part { kind, bytes })
        .collect()
}

fn file() -> &'static PacketFile {
    static FILE: OnceLock<PacketFile> = OnceLock::new();
    FILE.get_or_init(|| write(&head(), &parts(), key()).expect("a packet"))
}

/// The file with a change and the hash that fits it.
fn forged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = file().bytes.clone();
    bytes.truncate(bytes.len() - 32);
    change(&mut bytes);
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

fn replaced(from: &str, to: &str) -> Vec<u8> {
    forged(|bytes| {
        let at = bytes
            .windows(from.len())
            .position(|it| it == from.as_bytes());
        let at = at.expect("the text");
        bytes.splice(at..at + from.len(), to.bytes());
    })
}

#[test]
fn what_was_sealed_comes_out() {
    let packet = Packet::parse(&file().bytes).expect("a packet");
    assert_eq!(packet.head(), &head());
    assert_eq!(packet.open(key()).expect("parts"), parts());
}

#[test]
fn a_person_can_read_the_head_and_fat32_takes_the_name() {
    let text = String::from_utf8_lossy(&file().bytes);
    let head: Vec<&str> = text.lines().take(8).collect();
    assert_eq!(head[0], "kinerja-luring packet 1");
    assert_eq!(head[1], "holds: records");
    assert_eq!(head[2], format!("office: {}", "ab".repeat(16)));
    assert_eq!(head[5..7], ["first: 70001", "last: 70060"]);
    let name = &file().name;
    assert!(name.starts_with("abababab_63646566_70001-70060_"), "{name}");
    assert!(name.ends_with(".kinerja") && name.len() <= 64, "{name}");
    assert!(
        name.bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"_-.".contains(&it))
    );
}

#[test]
fn nothing_that_was_sealed_stands_outside() {
    let secret = b"Siti Rahma";
    let part = Part {
        kind: PartKind::Batch,
        bytes: secret.to_vec(),
    };
    let file = write(&head(), &[part], key()).expect("a packet");
    assert!(!file.bytes.windows(secret.len()).any(|it| it == secret));
}

#[test]
fn every_flipped_byte_is_found() {
    for at in 0..file().bytes.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut bytes = file().bytes.clone();
            bytes[at] ^= change;
            assert!(
                Packet::parse(&bytes).is_err(),
                "byte {at} changed by {change:#x}"
            );
        }
    }
}

#[test]
fn every_cut_and_every_byte_more_is_found() {
    let bytes = &file().bytes;
    for length in 0..bytes.len() {
        assert!(Packet::parse(&bytes[..length]).is_err(), "{length} bytes");
    }
    assert!(Packet::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
}

#[test]
fn every_sealed_byte_is_authentic_although_the_hash_was_made_to_fit() {
    let bytes = &file().bytes;
    let sealed = bytes
        .windows(2)
        .position(|it| it == b"\n\n")
        .expect("a head")
        + 2;
    for at in sealed..bytes.len() - 32 {
        let changed = forged(|bytes| bytes[at] ^= 1);
        let packet = Packet::parse(&changed).expect("whole");
        assert!(packet.open(key()).is_err(), "byte {at}");
    }
}

#[rstest]
#[case::holds("holds: records", "holds: nothing", 2)]
#[case::office("office: ab", "office: AB", 3)]
#[case::device("device: 30", "device: 3", 4)]
#[case::recipient("for: 07", "to: 07", 5)]
#[case::first("first: 70001", "first: +70001", 6)]
#[case::last("last: 70060", "last: 99999999999999999999", 7)]
#[case::sealed("sealed: ", "sealed: 9", 8)]
#[case::one_line_more("last: 70060\n", "last: 70060\nmore: 1\n", 8)]
fn a_head_is_read_as_it_is_written(#[case] from: &str, #[case] to: &str, #[case] expected: usize) {
    let bytes = replaced(from, to);
    let error = Packet::parse(&bytes).expect_err("damaged");
    assert!(
        matches!(error, PacketError::Head { line } if line == expected),
        "{error}"
    );
}

#[test]
fn a_newer_packet_waits_and_a_text_is_none() {
    let bytes = replaced("packet 1", "packet 12");
    let error = Packet::parse(&bytes).expect_err("newer");
    assert!(
        matches!(error, PacketError::Newer { version: 12 }),
        "{error}"
    );
    for bytes in [
        b"".as_slice(),
        b"kinerja",
        b"kinerja-luring packet \n\n",
        b"PK\x03\x04",
    ] {
        let error = Packet::parse(bytes).expect_err("none");
        assert!(matches!(error, PacketError::NoPacket), "{error}");
    }
}

#[test]
fn another_key_does_not_open_it() {
    let packet = Packet::parse(&file().bytes).expect("a packet");
    let error = packet.open(&AgeKey::generate()).expect_err("another key");
    assert!(matches!(error, PacketError::Sealed { .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn garbage_is_no_packet(garbage in vec(any::<u8>(), 0..400)) {
        prop_assert!(Packet::parse(&garbage).is_err());
        let behind = [b"kinerja-luring packet 1\n".as_slice(), &garbage].concat();
        prop_assert!(Packet::parse(&behind).is_err());
        let hash = blake3::hash(&behind);
        prop_assert!(Packet::parse(&[&behind, hash.as_bytes().as_slice()].concat()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_parts_come_out(parts in vec((any::<u8>(), vec(any::<u8>(), 0..200)), 0..6)) {
        let kinds = [PartKind::Batch, PartKind::Answer, PartKind::Offer, PartKind::Pack];
        let parts: Vec<Part> = parts
            .into_iter()
            .map(|(kind, bytes)| Part {
                kind: kinds.get(usize::from(kind)).copied().unwrap_or(PartKind::Newer(kind.max(6))),
                bytes,
            })
            .collect();
        let file = write(&head(), &parts, key()).expect("a packet");
        let packet = Packet::parse(&file.bytes).expect("a packet");
        prop_assert_eq!(packet.open(key()).expect("parts"), parts);
    }
}
