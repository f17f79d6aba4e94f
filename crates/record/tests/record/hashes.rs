//! State hashes and the clock.

use crate::arbitrary;
use domain::{Kind, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use record::{Hlc, encode, sealed_hash, state_hash};
use uuid::Uuid;

fn leaves() -> impl Strategy<Value = Vec<(Kind, Uuid, Vec<u8>)>> {
    let leaf = arbitrary::document()
        .prop_map(|document| (document.kind(), document.id(), encode(&document).bytes));
    vec(leaf, 1..6)
}

proptest! {
    #[test]
    fn the_order_of_documents_does_not_matter(
        (leaves, shuffled) in leaves().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        prop_assert_eq!(state_hash(leaves.clone()), state_hash(shuffled.clone()));
        prop_assert_eq!(sealed_hash(leaves), sealed_hash(shuffled));
    }

    #[test]
    fn any_change_of_any_document_shows(leaves in leaves(), which: Index, at: Index, bit in 0..8_u8) {
        let mut changed = leaves.clone();
        let body = &mut changed[which.index(leaves.len())].2;
        let at = at.index(body.len());
        body[at] ^= 1 << bit;
        prop_assert_ne!(state_hash(leaves), state_hash(changed));
    }

    #[test]
    fn a_document_that_is_missing_shows(leaves in leaves(), which: Index) {
        let mut fewer = leaves.clone();
        fewer.remove(which.index(leaves.len()));
        prop_assert_ne!(state_hash(leaves), state_hash(fewer));
    }

    #[test]
    fn kind_and_id_count(leaves in leaves(), id: [u8; 16]) {
        let mut other = leaves.clone();
        other[0].1 = Uuid::from_bytes(id);
        prop_assert_ne!(state_hash(leaves.clone()), state_hash(other));
        let mut other = leaves.clone();
        other[0].0 = Kind::Alias;
        prop_assert_ne!(state_hash(leaves), state_hash(other));
    }

    #[test]
    fn the_clock_never_runs_backwards(walls in vec(any::<i64>(), 1..20)) {
        let mut clock = Hlc::default();
        for wall in walls {
            let next = Hlc::tick(clock, Timestamp(wall));
            prop_assert!(next > clock || clock.0 == u64::MAX);
            clock = next;
        }
    }

    #[test]
    fn the_clock_follows_the_wall(wall in 0_i64..4_000_000_000_000_000) {
        let clock = Hlc::tick(Hlc::default(), Timestamp(wall));
        prop_assert_eq!(clock.time().0, wall / 1000 * 1000);
    }
}

#[test]
fn the_two_hashes_are_not_mistaken_for_each_other() {
    let nothing = || std::iter::empty::<(Kind, Uuid, Vec<u8>)>();
    assert_ne!(state_hash(nothing()), sealed_hash(nothing()));
}

#[test]
fn a_clock_that_was_set_back_only_counts() {
    let ahead = Hlc::tick(Hlc::default(), Timestamp(2_000_000_000_000_000));
    let behind = Hlc::tick(ahead, Timestamp(1_000_000_000_000_000));
    assert_eq!(behind.0, ahead.0 + 1);
    assert_eq!(behind.time(), ahead.time());
}
