//! Released bytes, changed in ways that nobody would change them: every decoder answers, none
//! panics, and none takes more memory than its bytes may ask for.

use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::path::PathBuf;
use std::process::Command;
use sync::batch::{Batch, Zstd};
use sync::device::DeviceState;
use sync::joining::{EnrolmentCode, read_answer, read_request};
use sync::message::{
    AppendAnswer, EnrolmentOutcome, EnrolmentRequest, FeedItem, FeedQuery, Health, Hello,
    HelloAnswer, PackOffer, Receipt, Receipts, ReceiptsQuery,
};
use sync::packet::Packet;
use sync::wire::{Message as _, SignedHello, open_pack};

/// Changes for each line of a golden file and each decoder.
const CHANGES: usize = 400;
/// What the program may have, in KiB; its threads and its own code are in it.
const MEMORY: u32 = 700_000;

/// Every decoder that takes bytes from outside.
fn decode_all(bytes: &[u8]) {
    let _ = Hello::from_bytes(bytes);
    let _ = SignedHello::from_bytes(bytes);
    let _ = HelloAnswer::from_bytes(bytes);
    let _ = Receipt::from_bytes(bytes);
    let _ = Receipts::from_bytes(bytes);
    let _ = ReceiptsQuery::from_bytes(bytes);
    let _ = AppendAnswer::from_bytes(bytes);
    let _ = PackOffer::from_bytes(bytes);
    let _ = FeedQuery::from_bytes(bytes);
    let _ = FeedItem::from_bytes(bytes);
    let _ = EnrolmentRequest::from_bytes(bytes);
    let _ = EnrolmentOutcome::from_bytes(bytes);
    let _ = Health::from_bytes(bytes);
    let _ = DeviceState::from_bytes(bytes);
    let _ = open_pack(bytes, &Zstd);
    let _ = Packet::parse(bytes);
    let _ = read_request(bytes);
    let _ = read_answer(bytes);
    let _ = Batch::parse(bytes.to_vec());
    if let Ok(text) = str::from_utf8(bytes) {
        let _ = text.parse::<EnrolmentCode>();
    }
}

/// Every golden file, as bytes.
fn corpus() -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut found = Vec::new();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the golden files")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    for path in paths {
        let bytes = std::fs::read(&path).expect("a file");
        if path.extension().is_some_and(|it| it == "hex") {
            let text = String::from_utf8(bytes).expect("text");
            found.extend(text.lines().map(from_hexadecimal));
        } else {
            found.push(bytes);
        }
    }
    found
}

fn from_hexadecimal(line: &str) -> Vec<u8> {
    (0..line.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&line[at..at + 2], 16).expect("hexadecimal"))
        .collect()
}

/// Flips, replaces, repeats, cuts, and declares lengths out of all measure.
fn change(bytes: &mut Vec<u8>, random: &mut TestRng) {
    for _ in 0..=random.next_u32() % 4 {
        let at = random.next_u32() as usize % bytes.len().max(1);
        match random.next_u32() % 6 {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_within(at..),
            2 => bytes
                .splice(at..at, [0x5b, 0xff, 0xff, 0xff, 0xff])
                .for_each(drop),
            3 => bytes.splice(at..at, [0x9b, 0, 0, 0, 0x7f]).for_each(drop),
            4 => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|it| *it ^= 1 << (at % 8)),
            _ => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|it| *it = random.next_u32() as u8),
        }
        bytes.truncate(600_000);
    }
}

#[test]
#[ignore = "run by the next test, with little memory"]
fn changed_bytes_are_answered() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for whole in corpus() {
        decode_all(&whole);
        for _ in 0..CHANGES {
            let mut bytes = whole.clone();
            change(&mut bytes, &mut random);
            decode_all(&bytes);
            // A hash that fits lets the change reach what stands behind it.
            let hash = blake3::hash(&bytes);
            bytes.extend_from_slice(hash.as_bytes());
            decode_all(&bytes);
        }
    }
}

#[test]
fn changed_bytes_are_answered_with_little_memory() {
    let own = std::env::current_exe().expect("this program");
    let name = "hostile::changed_bytes_are_answered";
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        let script = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
        shell.arg("-c").arg(script).arg(own);
        shell
    } else {
        Command::new(own)
    };
    command.args(["--exact", name, "--ignored", "--test-threads=1"]);
    let output = command.output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}
