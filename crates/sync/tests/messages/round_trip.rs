//! Every message comes back; garbage does not come in.

use crate::arbitrary::{answer, append_answer, hello, item, offer, outcome, receipt};
use proptest::collection::vec;
use proptest::prelude::*;
use std::fmt::Debug;
use sync::batch::{NoCompressor, Zstd};
use sync::message::{
    AppendAnswer, DeviceId, FeedItem, FeedPosition, FeedRules, Hello, HelloAnswer, OutcomeCode,
    PackOffer, PublicKey, Receipt, Signature,
};
use sync::wire::{MAX_MESSAGE_BYTES, Message, SignedHello, WireError, open_pack, pack};
use sync::{SignatureCheck, Signer, Statement};

pub fn check<T: Message + Debug + PartialEq>(message: &T) {
    let bytes = message.to_bytes();
    assert_eq!(&T::from_bytes(&bytes).expect("a message"), message);
    for length in 0..bytes.len() {
        assert!(T::from_bytes(&bytes[..length]).is_err(), "{length} bytes");
    }
    assert!(T::from_bytes(&[bytes, vec![0]].concat()).is_err());
}

pub struct Hash;

fn sign(key: [u8; 32], statement: Statement<'_>) -> Signature {
    let mut signature = [0; 64];
    let mut hasher = blake3::Hasher::new_derive_key(statement.context);
    hasher.update(&key).update(statement.message);
    hasher.finalize_xof().fill(&mut signature);
    Signature(signature)
}

impl Signer for Hash {
    fn sign(&self, statement: Statement<'_>) -> Signature {
        sign([1; 32], statement)
    }
}

impl SignatureCheck for Hash {
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, signature: &Signature) -> bool {
        sign(key.0, statement) == *signature
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn hellos(message in hello()) {
        check(&message);
        let signed = SignedHello::sign(message.clone(), &Hash);
        check(&signed);
        prop_assert_eq!(signed.claimed_device(), message.device);
        prop_assert_eq!(signed.verify(&PublicKey([1; 32]), &Hash), Some(&message));
        prop_assert_eq!(signed.verify(&PublicKey([2; 32]), &Hash), None);
    }

    #[test]
    fn a_changed_hello_is_not_signed(message in hello(), at in any::<prop::sample::Index>()) {
        let signed = SignedHello::sign(message, &Hash);
        let mut bytes = signed.to_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1;
        if let Ok(changed) = SignedHello::from_bytes(&bytes) {
            prop_assert_eq!(changed.verify(&PublicKey([1; 32]), &Hash), None);
        }
    }

    #[test]
    fn answers(message in answer()) {
        check(&message);
    }

    #[test]
    fn receipts(message in receipt()) {
        check(&message);
    }

    #[test]
    fn answers_to_uploads(message in append_answer()) {
        check(&message);
    }

    #[test]
    fn offers(message in offer()) {
        check(&message);
    }

    #[test]
    fn packs(items in vec(item(), 0..12), first_seq in 1..u64::MAX / 2) {
        for bytes in [
            pack(first_seq, &items, &Zstd).expect("a pack"),
            pack(first_seq, &items, &NoCompressor).expect("a pack"),
        ] {
            let opened = open_pack(&bytes, &Zstd).expect("a pack");
            prop_assert_eq!(opened.id.0, *blake3::hash(&bytes).as_bytes());
            let came: Vec<_> = opened.entries.iter().map(|it| it.item.clone()).collect();
            prop_assert_eq!(&came, &items);
            for (entry, seq) in opened.entries.iter().zip(first_seq..) {
                prop_assert_eq!(entry.seq, seq);
            }
            for length in 0..bytes.len() {
                prop_assert!(open_pack(&bytes[..length], &Zstd).is_err());
            }
        }
    }

    #[test]
    fn lines_of_a_feed_by_themselves(line in item()) {
        let bytes = line.to_bytes();
        prop_assert_eq!(FeedItem::from_bytes(&bytes).expect("a line"), line);
        for length in 0..bytes.len() {
            prop_assert!(FeedItem::from_bytes(&bytes[..length]).is_err());
        }
    }

    #[test]
    fn outcomes_keep_the_number_that_is_signed(code in outcome()) {
        let (number, _) = code.signed_form();
        prop_assert_eq!(number == 6, matches!(code, OutcomeCode::Conflict { .. }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn garbage_is_no_message(garbage in vec(any::<u8>(), 0..300)) {
        // Some garbage is a message; none may make anything panic.
        let _ = Hello::from_bytes(&garbage);
        let _ = SignedHello::from_bytes(&garbage);
        let _ = HelloAnswer::from_bytes(&garbage);
        let _ = Receipt::from_bytes(&garbage);
        let _ = AppendAnswer::from_bytes(&garbage);
        let _ = PackOffer::from_bytes(&garbage);
        prop_assert!(open_pack(&garbage, &Zstd).is_err());
        let behind_the_magic = [b"KNJP\x01\x00".as_slice(), &[garbage.len() as u8], &garbage];
        let _ = open_pack(&behind_the_magic.concat(), &Zstd);
    }

    #[test]
    fn changed_messages_never_panic(
        message in answer(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = message.to_bytes();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = HelloAnswer::from_bytes(&bytes);
    }
}

#[test]
fn a_field_of_a_newer_program_is_passed_over() {
    // {0: device, 1: nonce, 2: 1, 3: 0, 4: [], 5: [], 6: [], 99: "later"}
    let mut bytes = vec![0xa8, 0x00, 0x50];
    bytes.extend([1; 16]);
    bytes.extend([0x01, 0x50]);
    bytes.extend([2; 16]);
    bytes.extend([0x02, 0x01, 0x03, 0x00, 0x04, 0x80, 0x05, 0x80, 0x06, 0x80]);
    bytes.extend([0x18, 99, 0x65]);
    bytes.extend(b"later");
    let hello = Hello::from_bytes(&bytes).expect("a hello");
    assert_eq!(hello.device, DeviceId([1; 16]));
}

#[test]
fn too_many_bytes_are_not_looked_at() {
    let error = Receipt::from_bytes(&vec![0; MAX_MESSAGE_BYTES + 1]).expect_err("too many");
    assert!(matches!(error, WireError::TooLarge { .. }), "{error}");
}

#[test]
fn rules_stand_in_the_chain_by_version_and_content() {
    let item = |version, package: &[u8]| {
        let package = package.to_vec();
        FeedItem::Rules(Box::new(FeedRules { version, package }))
    };
    let after = |item: &FeedItem| FeedPosition::default().after(item).chain;
    let chains = [(2, "a"), (3, "a"), (2, "b"), (2, "")]
        .map(|(version, text)| after(&item(version, text.as_bytes())));
    let different: std::collections::BTreeSet<_> = chains.iter().collect();
    assert_eq!(different.len(), chains.len());
}

#[test]
fn the_longest_package_of_rules_fits_a_pack() {
    // As no compressor makes it smaller.
    let package: Vec<u8> = (0..domain::rules::MAX_PACKAGE_BYTES as u64)
        .map(|at| blake3::hash(&at.to_be_bytes()).as_bytes()[0])
        .collect();
    let item = FeedItem::Rules(Box::new(FeedRules {
        version: 2,
        package,
    }));
    let bytes = pack(1, std::slice::from_ref(&item), &Zstd).expect("a pack");
    let opened = open_pack(&bytes, &Zstd).expect("the pack");
    assert_eq!(opened.entries[0].item, item);
}

#[test]
fn a_pack_that_ends_behind_the_last_number_contradicts_itself() {
    let item = FeedItem::Closing {
        period: domain::Period::Year { year: 2026 },
        at: domain::Timestamp(1),
    };
    let bytes = pack(u64::MAX, &[item], &NoCompressor).expect("a pack");
    assert!(open_pack(&bytes, &Zstd).is_err());
}
