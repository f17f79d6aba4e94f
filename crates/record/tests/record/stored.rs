//! A folded document comes back from the table that keeps it; garbage does not.

use domain::{DocumentId, Kind, Timestamp};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use record::{Branch, Encoded, Folded, Revision, Ruling, Verdict};

fn revisions() -> impl Strategy<Value = Vec<Revision>> {
    vec(any::<[u8; 16]>().prop_map(Revision), 0..5)
}

fn body() -> impl Strategy<Value = Encoded> {
    (any::<u16>(), vec(any::<u8>(), 0..60)).prop_map(|(schema, bytes)| Encoded { schema, bytes })
}

fn branch() -> impl Strategy<Value = Branch> {
    let ids = (any::<[u8; 16]>(), of(any::<[u8; 16]>()));
    (ids, revisions(), of(body())).prop_map(|((id, base), revisions, body)| Branch {
        id: Revision(id),
        base: base.map(Revision),
        revisions,
        body,
    })
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let ruling = select(vec![Ruling::Returned, Ruling::Final]);
    let words = (".{0,40}", ".{0,20}");
    (any::<[u8; 16]>(), ruling, words, any::<i64>()).prop_map(
        |(revision, ruling, (reason, by), at)| Verdict {
            revision: Revision(revision),
            ruling,
            reason,
            by,
            at: Timestamp(at),
        },
    )
}

fn folded() -> impl Strategy<Value = Folded> {
    let kinds = select(Kind::DOCUMENTS.to_vec());
    let lists = (revisions(), vec(branch(), 0..3), revisions());
    let centre = (of(verdict()), 0..9_usize);
    (kinds, any::<[u8; 16]>(), of(body()), lists, centre).prop_map(
        |(kind, id, body, lists, (verdict, same_since))| Folded {
            kind,
            doc_id: DocumentId::from_bytes(id),
            history: lists.0,
            body,
            branches: lists.1,
            redactions: lists.2,
            verdict,
            same_since,
        },
    )
}

proptest! {
    #[test]
    fn it_comes_back(document in folded()) {
        let bytes = document.to_bytes();
        prop_assert_eq!(Folded::from_bytes(&bytes).expect("a document"), document);
        for length in 0..bytes.len() {
            prop_assert!(Folded::from_bytes(&bytes[..length]).is_err());
        }
    }

    #[test]
    fn changed_bytes_never_panic(
        document in folded(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = document.to_bytes();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = Folded::from_bytes(&bytes);
    }
}

/// A document as the program before wrote it: six fields, no verdict.
#[test]
fn what_an_older_program_kept_is_read() {
    let mut bytes = vec![0x86, 0x01, 0x50];
    bytes.extend([7; 16]);
    bytes.extend([0x58, 0x20]);
    bytes.extend([1; 32]);
    bytes.extend([0xf6, 0x80, 0x40]);
    let folded = Folded::from_bytes(&bytes).expect("a document");
    assert_eq!(folded.history, [Revision([1; 16]); 2]);
    assert_eq!((folded.verdict, folded.same_since), (None, 1));
}
