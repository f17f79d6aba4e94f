//! The bytes of messages that were released. A file is never changed.

use crate::arbitrary::{answer, append_answer, hello, item, offer, receipt, rules};
use crate::joining;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fmt::Write as _;
use std::path::PathBuf;
use sync::batch::NoCompressor;
use sync::device::DeviceState;
use sync::message::{
    AppendAnswer, EnrolmentOutcome, EnrolmentRequest, FeedItem, FeedQuery, Health, Hello,
    HelloAnswer, PackOffer, Receipt, Receipts, ReceiptsQuery,
};
use sync::wire::{Message, WireError, open_pack, pack};

/// What a line is read with; it answers the bytes that are written again.
type Reader = fn(&[u8]) -> Result<Vec<u8>, WireError>;

const KINDS: [(&str, Reader); 15] = [
    ("hello", |bytes| {
        Hello::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("answer", |bytes| {
        HelloAnswer::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("receipt", |bytes| {
        Receipt::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("append", |bytes| {
        AppendAnswer::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("offer", |bytes| {
        PackOffer::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("pack", |bytes| {
        let pack_again = open_pack(bytes, &NoCompressor)?;
        let first = pack_again.entries.first().map_or(1, |it| it.seq);
        let items: Vec<_> = pack_again.entries.into_iter().map(|it| it.item).collect();
        pack(first, &items, &NoCompressor).map_err(|source| WireError::Packed { source })
    }),
    ("request", |bytes| {
        EnrolmentRequest::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("outcome", |bytes| {
        EnrolmentOutcome::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("health", |bytes| {
        Health::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("receipts-query", |bytes| {
        ReceiptsQuery::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("receipts", |bytes| {
        Receipts::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("feed-query", |bytes| {
        FeedQuery::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("feed-item", |bytes| {
        FeedItem::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("device-state", |bytes| {
        DeviceState::from_bytes(bytes).map(|it| it.to_bytes())
    }),
    ("feed-rules", |bytes| {
        FeedItem::from_bytes(bytes).map(|it| it.to_bytes())
    }),
];

fn path(kind: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/message-1-{kind}.hex"))
}

#[test]
fn old_messages_are_read_for_ever_and_written_as_they_were() {
    for (kind, read) in KINDS {
        let text = std::fs::read_to_string(path(kind)).expect("a golden file");
        assert!(text.lines().count() >= 8, "{kind}");
        for line in text.lines() {
            let bytes: Vec<u8> = (0..line.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(&line[at..at + 2], 16).expect("hexadecimal"))
                .collect();
            assert_eq!(read(&bytes).expect("an old message"), bytes, "{kind}");
        }
    }
}

fn draw<S: Strategy>(strategy: &S, bytes: impl Fn(S::Value) -> Vec<u8>) -> String {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let mut text = String::new();
    for _ in 0..8 {
        let value = strategy.new_tree(&mut runner).expect("a value").current();
        for byte in bytes(value) {
            write!(text, "{byte:02x}").expect("text");
        }
        text.push('\n');
    }
    text
}

#[test]
#[ignore = "writes new golden files; never over a released one"]
fn write_golden_files() {
    let items = proptest::collection::vec(item(), 1..5);
    let texts = [
        draw(&hello(), |it| it.to_bytes()),
        draw(&answer(), |it| it.to_bytes()),
        draw(&receipt(), |it| it.to_bytes()),
        draw(&append_answer(), |it| it.to_bytes()),
        draw(&offer(), |it| it.to_bytes()),
        draw(&items, |it| pack(9, &it, &NoCompressor).expect("a pack")),
        draw(&joining::request(), |it| it.to_bytes()),
        draw(&joining::outcome(), |it| it.to_bytes()),
        draw(&joining::health(), |it| it.to_bytes()),
        draw(&joining::receipts_query(), |it| it.to_bytes()),
        draw(&joining::receipts(), |it| it.to_bytes()),
        draw(&joining::feed_query(), |it| it.to_bytes()),
        draw(&item(), |it| it.to_bytes()),
        draw(&joining::device_state(), |it| it.to_bytes()),
        draw(&rules(), |it| it.to_bytes()),
    ];
    for ((kind, _), text) in KINDS.into_iter().zip(texts) {
        if !path(kind).exists() {
            std::fs::write(path(kind), text).expect("a file");
        }
    }
}
