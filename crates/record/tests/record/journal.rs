//! The journal: comes back, and whatever is done to it is found.

use crate::arbitrary;
use domain::{Document, Timestamp, UserId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::Index;
use record::journal::{
    Change, Entry, JournalBroken, JournalChain, JournalError, JournalFault, decode_changes,
    decode_entry, encode_changes, encode_entry, journal_zero, next_journal_chain, verify_journal,
};
use record::{Hlc, encode};
use uuid::Uuid;

fn change() -> impl Strategy<Value = Change> {
    (arbitrary::document(), any::<bool>(), any::<bool>()).prop_map(|(document, before, after)| {
        let body = |wanted: bool| wanted.then(|| encode(&document));
        Change {
            kind: document.kind(),
            doc_id: document.id(),
            before: body(before),
            after: body(after),
        }
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let when = (any::<i64>(), any::<u64>());
    (
        any::<u64>(),
        "[a-z_]{0,12}",
        any::<[u8; 16]>(),
        when,
        vec(change(), 0..4),
        of(any::<u64>()),
    )
        .prop_map(|(seq, op, actor, (at, hlc), changes, undo_of)| Entry {
            seq,
            op,
            actor: UserId(Uuid::from_bytes(actor)),
            at: Timestamp(at),
            hlc: Hlc(hlc),
            changes,
            undo_of,
        })
}

const ZERO: [u8; 16] = [1; 16];

fn journal() -> impl Strategy<Value = Vec<(Entry, JournalChain)>> {
    vec(entry(), 2..5).prop_map(|entries| {
        let mut chain = journal_zero(&ZERO);
        let numbered = (1_u64..)
            .zip(entries)
            .map(|(seq, entry)| Entry { seq, ..entry });
        numbered
            .map(|entry| {
                chain = next_journal_chain(&chain, &entry);
                (entry, chain)
            })
            .collect()
    })
}

fn end(journal: &[(Entry, JournalChain)]) -> (u64, JournalChain) {
    journal
        .last()
        .map(|(entry, chain)| (entry.seq, *chain))
        .expect("not empty")
}

proptest! {
    #[test]
    fn an_entry_comes_back(entry in entry()) {
        prop_assert_eq!(decode_entry(&encode_entry(&entry)).unwrap(), entry.clone());
        prop_assert_eq!(decode_changes(&encode_changes(&entry.changes)).unwrap(), entry.changes);
    }

    #[test]
    fn an_untouched_journal_is_whole(journal in journal()) {
        let end = end(&journal);
        prop_assert_eq!(verify_journal(journal_zero(&ZERO), Some(end), journal), Ok(end));
    }

    #[test]
    fn any_flipped_bit_is_found(mut journal in journal(), which: Index, at: Index, bit in 0..8_u8) {
        let end = end(&journal);
        let which = which.index(journal.len());
        let mut bytes = encode_entry(&journal[which].0);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(entry) = decode_entry(&bytes) && entry != journal[which].0 {
            journal[which].0 = entry;
            let broken = verify_journal(journal_zero(&ZERO), Some(end), journal).unwrap_err();
            prop_assert_eq!(broken.seq, which as u64 + 1);
        }
    }

    #[test]
    fn a_removed_entry_is_found(mut journal in journal(), which: Index) {
        let end = end(&journal);
        let which = which.index(journal.len());
        journal.remove(which);
        let broken = verify_journal(journal_zero(&ZERO), Some(end), journal).unwrap_err();
        prop_assert_eq!(broken.seq, which as u64 + 1);
    }

    #[test]
    fn two_exchanged_entries_are_found(mut journal in journal()) {
        journal.swap(0, 1);
        let expected = JournalBroken { seq: 1, fault: JournalFault::Sequence { found: 2 } };
        prop_assert_eq!(verify_journal(journal_zero(&ZERO), None, journal), Err(expected));
    }
}

#[test]
fn the_journal_of_another_database_is_another_chain() {
    let entry = Entry {
        seq: 1,
        op: String::new(),
        actor: UserId(Uuid::nil()),
        at: Timestamp(0),
        hlc: Hlc(0),
        changes: Vec::new(),
        undo_of: None,
    };
    let chain = next_journal_chain(&journal_zero(&ZERO), &entry);
    let found = verify_journal(journal_zero(&[2; 16]), None, [(entry, chain)]);
    assert_eq!(
        found,
        Err(JournalBroken {
            seq: 1,
            fault: JournalFault::Chain
        })
    );
}

#[test]
fn a_change_of_a_newer_kind_says_so() {
    let (_, document) = crate::samples::documents().swap_remove(0);
    assert!(matches!(document, Document::Unit(_)));
    let change = Change {
        kind: document.kind(),
        doc_id: document.id(),
        before: None,
        after: None,
    };
    let mut bytes = encode_changes(&[change]);
    // [[kind, …: the kind's number is the third byte.
    assert_eq!(bytes[2], document.kind().number());
    bytes[2] = 13;
    assert!(matches!(
        decode_changes(&bytes),
        Err(JournalError::UnknownKind { kind: 13 })
    ));
}
