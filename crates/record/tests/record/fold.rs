//! The fold: each record has one outcome, and ratings are never merged.

use crate::arbitrary;
use crate::samples::{draft, id, user};
use crate::writer::Writer;
use domain::evaluation::Cell;
use domain::{AssignmentId, Document, EmployeeId, Evaluation, Kind, Period, Rating, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use record::{
    Bookkeeping, Custody, Encoded, Folded, HeldReason, KindNumber, Outcome, Placed, Redaction,
    Revision, Rules, Ruling, Verdict, Violation, apply, encode, replay,
};
use rstest::rstest;
use std::collections::BTreeMap;

fn rated(rating: Rating) -> Evaluation {
    Evaluation {
        hasil_kerja: Cell {
            rating: Some(rating),
            bulk: false,
        },
        ..draft()
    }
}

fn evaluation(rating: Rating) -> Document {
    Document::Evaluation(Box::new(rated(rating)))
}

fn fold(document: Option<&Folded>, writer: &Writer) -> (Option<Folded>, Outcome) {
    apply(document, &writer.last(), &Rules::default())
}

/// A device with one sealed rating, and that rating folded.
fn begun() -> (Writer, Revision, Folded) {
    let mut writer = Writer::new(1);
    let revision = writer.seal(&evaluation(Rating::Sesuai), None);
    let (folded, outcome) = fold(None, &writer);
    assert_eq!(outcome, Outcome::Applied);
    (writer, revision, folded.expect("a document"))
}

#[test]
fn the_first_record_begins_its_document() {
    let (_, revision, folded) = begun();
    assert_eq!(folded.revision(), Some(revision));
    assert_eq!(folded.body, Some(encode(&evaluation(Rating::Sesuai))));
    assert!(folded.branches.is_empty());
}

#[test]
fn an_edit_of_the_valid_revision_advances() {
    let (mut writer, first, folded) = begun();
    let second = writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let (folded, outcome) = fold(Some(&folded), &writer);
    let folded = folded.expect("a document");
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!(folded.history, [first, second]);
    assert_eq!(folded.body, Some(encode(&evaluation(Rating::DiAtas))));
}

#[test]
fn the_same_record_again_changes_nothing() {
    let (writer, _, folded) = begun();
    assert_eq!(
        fold(Some(&folded), &writer),
        (Some(folded), Outcome::Duplicate)
    );
}

#[test]
fn two_devices_upon_one_base_make_a_branch_and_nothing_is_merged() {
    let (mut writer, first, folded) = begun();
    let valid = writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let folded = fold(Some(&folded), &writer).0.expect("a document");

    let mut other = Writer::new(2);
    let beside = other.seal(&evaluation(Rating::DiBawah), Some(first));
    let (folded, outcome) = fold(Some(&folded), &other);
    let folded = folded.expect("a document");
    assert_eq!(outcome, Outcome::Conflict { branch: beside });
    assert_eq!(folded.revision(), Some(valid));
    assert_eq!(folded.body, Some(encode(&evaluation(Rating::DiAtas))));
    assert_eq!(folded.branches[0].base, Some(first));
    assert_eq!(
        folded.branches[0].body,
        Some(encode(&evaluation(Rating::DiBawah)))
    );

    let again = other.seal(&evaluation(Rating::Sesuai), Some(beside));
    let (folded, outcome) = fold(Some(&folded), &other);
    let folded = folded.expect("a document");
    assert_eq!(outcome, Outcome::Conflict { branch: beside });
    assert_eq!(folded.branches.len(), 1);
    assert_eq!(folded.branches[0].revisions, [beside, again]);
    assert_eq!(fold(Some(&folded), &other).1, Outcome::Duplicate);
}

#[test]
fn a_document_that_was_made_twice_is_a_branch() {
    let (_, _, folded) = begun();
    let mut other = Writer::new(2);
    let branch = other.seal(&evaluation(Rating::DiAtas), None);
    assert_eq!(fold(Some(&folded), &other).1, Outcome::Conflict { branch });
}

#[rstest]
#[case::of_no_document(false)]
#[case::of_this_document(true)]
fn a_missing_base_is_waited_for(#[case] known: bool) {
    let (_, _, folded) = begun();
    let mut other = Writer::new(2);
    other.seal(&evaluation(Rating::DiAtas), Some(Revision([8; 16])));
    let document = known.then_some(folded);
    let found = fold(document.as_ref(), &other);
    assert_eq!(found, (document, Outcome::Held(HeldReason::MissingBase)));
}

#[rstest]
#[case::unknown_kind(200, 1, encode(&evaluation(Rating::Sesuai)).bytes, Outcome::UnknownKind)]
#[case::newer_form(7, 2, vec![0xa0], Outcome::UnknownKind)]
#[case::damaged(7, 1, vec![0xa0], Outcome::Rejected(Violation::DamagedBody))]
#[case::damaged_bookkeeping(12, 1, vec![0xff], Outcome::Rejected(Violation::DamagedBody))]
#[case::local(64, 1, encode(&Document::User(user())).bytes, Outcome::Rejected(Violation::LocalKind))]
fn what_cannot_be_read_harms_nothing(
    #[case] kind: u8,
    #[case] schema: u16,
    #[case] bytes: Vec<u8>,
    #[case] expected: Outcome,
) {
    let mut writer = Writer::new(1);
    writer.seal_body(
        KindNumber(kind),
        draft().id.0,
        (Encoded { schema, bytes }, None),
    );
    assert_eq!(fold(None, &writer), (None, expected));
}

#[test]
fn a_body_under_another_id_is_refused() {
    let mut writer = Writer::new(1);
    let body = encode(&evaluation(Rating::Sesuai));
    writer.seal_body(Kind::Evaluation.into(), id(61), (body, None));
    assert_eq!(
        fold(None, &writer).1,
        Outcome::Rejected(Violation::OtherDocument)
    );
}

#[test]
fn a_rating_never_becomes_one_of_another_person() {
    let (mut writer, first, folded) = begun();
    let other = Evaluation {
        employee: EmployeeId(id(12)),
        ..rated(Rating::Sesuai)
    };
    writer.seal(&Document::Evaluation(Box::new(other)), Some(first));
    let found = fold(Some(&folded), &writer);
    assert_eq!(
        found,
        (Some(folded), Outcome::Rejected(Violation::IdentityChanged))
    );
}

#[test]
fn a_rating_follows_into_the_post_of_its_period() {
    let (mut writer, first, folded) = begun();
    let promoted = Evaluation {
        assignment: AssignmentId(id(13)),
        ..rated(Rating::Sesuai)
    };
    writer.seal(&Document::Evaluation(Box::new(promoted)), Some(first));
    assert_eq!(fold(Some(&folded), &writer).1, Outcome::Applied);
}

fn redaction(revision: Revision) -> Bookkeeping {
    Bookkeeping::Redaction(Redaction {
        document: draft().id.0,
        kind: Kind::Evaluation,
        revision,
        reason: "2026/17".into(),
    })
}

#[test]
fn a_redaction_takes_the_body_and_keeps_the_history() {
    let (mut writer, first, folded) = begun();
    writer.note(&redaction(first));
    assert_eq!(
        writer.last().document(),
        Some((Kind::Evaluation, draft().id.0))
    );
    let (folded, outcome) = fold(Some(&folded), &writer);
    let folded = folded.expect("a document");
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!((folded.revision(), &folded.body), (Some(first), &None));
    assert_eq!(
        fold(Some(&folded), &writer),
        (Some(folded), Outcome::Duplicate)
    );
}

#[test]
fn a_redaction_of_an_older_revision_leaves_the_valid_body() {
    let (mut writer, first, folded) = begun();
    writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let folded = fold(Some(&folded), &writer).0.expect("a document");
    writer.note(&redaction(first));
    let (after, outcome) = fold(Some(&folded), &writer);
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!(after.expect("a document").body, folded.body);
}

#[test]
fn a_redaction_waits_for_what_it_erases() {
    let (mut writer, _, folded) = begun();
    writer.note(&redaction(Revision([8; 16])));
    let held = Outcome::Held(HeldReason::MissingBase);
    assert_eq!(fold(None, &writer), (None, held));
    assert_eq!(fold(Some(&folded), &writer), (Some(folded), held));
}

#[test]
fn a_record_that_arrives_without_its_body_still_holds_its_place() {
    let (mut writer, first, _) = begun();
    writer.links[0].record = writer.links[0].record.clone().redacted();
    let folded = fold(None, &writer).0.expect("a document");
    assert_eq!((folded.revision(), &folded.body), (Some(first), &None));
    writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let (folded, outcome) = fold(Some(&folded), &writer);
    assert_eq!(outcome, Outcome::Applied);
    assert!(folded.expect("a document").body.is_some());
}

fn ruled(ruling: Ruling, revision: Revision) -> Verdict {
    Verdict {
        revision,
        ruling,
        reason: "Umpan balik belum diisi".to_owned(),
        by: "Verifikator".to_owned(),
        at: Timestamp(5),
    }
}

#[test]
fn the_same_change_made_twice_is_one() {
    let (mut writer, first, folded) = begun();
    let here = writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let folded = fold(Some(&folded), &writer).0.expect("a document");
    let mut other = Writer::new(2);
    let there = other.seal(&evaluation(Rating::DiAtas), Some(first));
    let (folded, outcome) = fold(Some(&folded), &other);
    let folded = folded.expect("a document");
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!(folded.history, [first, here, there]);
    assert!(folded.branches.is_empty());
    // Whoever goes on from either edits what is valid.
    for base in [here, there] {
        let mut next = Writer::new(3);
        next.seal(&evaluation(Rating::DiBawah), Some(base));
        assert_eq!(fold(Some(&folded), &next).1, Outcome::Applied);
    }
    let mut late = Writer::new(4);
    late.seal(&evaluation(Rating::DiBawah), Some(first));
    let outcome = fold(Some(&folded), &late).1;
    assert!(matches!(outcome, Outcome::Conflict { .. }), "{outcome:?}");
}

#[test]
fn what_is_final_is_not_edited_and_the_edit_is_a_proposal() {
    let (mut writer, first, folded) = begun();
    let folded = folded
        .judged(&ruled(Ruling::Final, first))
        .expect("it changes something");
    assert_eq!(Custody::of(&folded), Custody::Nobody);
    assert_eq!(folded.judged(&ruled(Ruling::Final, first)), None);
    writer.seal(&evaluation(Rating::DiAtas), Some(first));
    assert_eq!(
        fold(Some(&folded), &writer),
        (Some(folded.clone()), Outcome::Rejected(Violation::Final))
    );
    // An amendment by decision opens it again.
    let folded = folded
        .judged(&ruled(Ruling::Returned, first))
        .expect("it changes something");
    assert_eq!(Custody::of(&folded), Custody::Office);
    assert_eq!(fold(Some(&folded), &writer).1, Outcome::Applied);
}

#[test]
fn a_verdict_holds_until_the_document_is_sent_again() {
    let (mut writer, first, folded) = begun();
    let returned = ruled(Ruling::Returned, first);
    let folded = folded.judged(&returned).expect("it changes something");
    assert_eq!(folded.verdict(), Some(&returned));
    let second = writer.seal(&evaluation(Rating::DiAtas), Some(first));
    let folded = fold(Some(&folded), &writer).0.expect("a document");
    assert_eq!((folded.verdict(), folded.revision()), (None, Some(second)));
    // Somebody who still looks at the first one rules about nothing.
    assert_eq!(folded.judged(&ruled(Ruling::Final, first)), None);
}

/// The period was closed at 100.
#[rstest]
#[case::no_closing(None, Some(150), Some(200), Outcome::Applied)]
#[case::not_received(Some(100), None, None, Outcome::Applied)]
#[case::received_in_time(Some(100), Some(50), Some(100), Outcome::Applied)]
#[case::perhaps(Some(100), Some(50), Some(101), Outcome::Held(HeldReason::PerhapsLate))]
#[case::no_beacon(Some(100), None, Some(101), Outcome::Held(HeldReason::PerhapsLate))]
#[case::certainly(Some(100), Some(101), Some(200), Outcome::Held(HeldReason::Late))]
#[case::certainly_before_arrival(Some(100), Some(101), None, Outcome::Held(HeldReason::Late))]
fn a_late_rating_waits_for_a_person(
    #[case] closed: Option<i64>,
    #[case] beacon: Option<i64>,
    #[case] received: Option<i64>,
    #[case] expected: Outcome,
) {
    let period = Period::Month {
        year: 2026,
        month: 10,
    };
    let rules = Rules {
        closings: closed
            .map(|at| (period, Timestamp(at)))
            .into_iter()
            .collect(),
        received_at: received.map(Timestamp),
    };
    let mut writer = Writer::new(1);
    writer.beacon = beacon.map(Timestamp);
    writer.seal(&evaluation(Rating::Sesuai), None);
    assert_eq!(apply(None, &writer.last(), &rules).1, expected);
}

#[test]
fn one_bad_record_delays_only_its_own_document() {
    let mut writer = Writer::new(1);
    writer.seal(&evaluation(Rating::Sesuai), Some(Revision([8; 16])));
    writer.seal_body(
        Kind::Note.into(),
        id(70),
        (
            Encoded {
                schema: 1,
                bytes: vec![0],
            },
            None,
        ),
    );
    let (_, unit) = crate::samples::documents().swap_remove(0);
    writer.seal(&unit, None);
    let replayed = replay(writer.placed(), &Rules::default());
    assert_eq!(
        replayed.outcomes,
        [
            Outcome::Held(HeldReason::MissingBase),
            Outcome::Rejected(Violation::DamagedBody),
            Outcome::Applied
        ]
    );
    assert_eq!(
        replayed.documents.keys().collect::<Vec<_>>(),
        [&(Kind::Unit, unit.id())]
    );
}

proptest! {
    /// Chains of edits of several documents, each upon the one before.
    #[test]
    fn any_order_of_arrival_ends_alike(
        documents in vec((arbitrary::document(), 1..4_usize), 1..4),
        seed in any::<prop::sample::Index>(),
    ) {
        let mut writer = Writer::new(1);
        let mut heads = BTreeMap::new();
        for (document, edits) in documents.iter().filter(|it| it.0.kind() != Kind::User) {
            for _ in 0..*edits {
                let key = (document.kind(), document.id());
                let base = heads.get(&key).copied();
                heads.insert(key, writer.seal(document, base));
            }
        }
        let mut placed: Vec<Placed<'_>> = writer.placed().collect();
        let forwards = replay(placed.clone(), &Rules::default());
        prop_assert!(forwards.outcomes.iter().all(|outcome| *outcome == Outcome::Applied));
        if !placed.is_empty() {
            let turn = seed.index(placed.len());
            placed.rotate_left(turn);
        }
        placed.reverse();
        let backwards = replay(placed, &Rules::default());
        prop_assert_eq!(backwards.sealed_hash(), forwards.sealed_hash());
        prop_assert_eq!(backwards.documents, forwards.documents);
    }

    /// What arrives twice has no second effect.
    #[test]
    fn duplicates_have_no_effect(documents in vec(arbitrary::document(), 1..5)) {
        let mut writer = Writer::new(1);
        for document in &documents {
            writer.seal(document, None);
        }
        let once = replay(writer.placed(), &Rules::default());
        let twice = replay(writer.placed().chain(writer.placed()), &Rules::default());
        prop_assert_eq!(&once.documents, &twice.documents);
        let again = &twice.outcomes[documents.len()..];
        for (first, second) in once.outcomes.iter().zip(again) {
            let expected = match first {
                Outcome::Applied | Outcome::Conflict { .. } => Outcome::Duplicate,
                other => *other,
            };
            prop_assert_eq!(*second, expected);
        }
    }
}
