//! Records that wait, and what lets them through.

use crate::on_both;
use crate::support::bed::{Bed, Kind, SECOND};
use crate::support::documents::{assignment, evaluation, id, master_data, october, unit};
use domain::Document;
use record::{Encoded, HeldReason, KindNumber};
use sync::message::{Held, OutcomeCode};

on_both!(
    a_missing_base_delays_its_own_document_only,
    what_comes_after_the_closing_waits_for_a_person,
    what_a_revoked_device_sends_waits_for_a_person,
    a_newer_kind_is_stored_and_waits,
    an_assignment_that_comes_late_counts_its_ratings,
);

fn outcomes(receipt: &sync::message::Receipt) -> Vec<OutcomeCode> {
    receipt.each().map(|(_, code)| code).collect()
}

async fn a_missing_base_delays_its_own_document_only(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut first = bed.enrolled(1, "Dinas Pendidikan").await;
    let mut second = bed.enrolled(2, "Dinas Pendidikan").await;
    let base = first.seal(&evaluation(1, "satu")).chain.revision();
    second.seal_upon(&evaluation(1, "dua"), Some(base));
    second.seal(&unit(2));
    let receipt = bed
        .ingest(second.office, &second.batch_behind(0))
        .await
        .unwrap();
    let waits = OutcomeCode::Held(Held::ByRule(HeldReason::MissingBase));
    assert_eq!(outcomes(&receipt), [waits, OutcomeCode::Applied]);
    assert_eq!(bed.centre.held(second.office).await.unwrap().len(), 1);
    bed.ingest(first.office, &first.batch_behind(0))
        .await
        .unwrap();
    assert_eq!(bed.centre.held(second.office).await.unwrap(), []);
    // The receipt of today says what became of it.
    let claim = second.claim();
    let receipts = bed.centre.receipts(second.office, claim).await.unwrap().0;
    assert_eq!(outcomes(&receipts[0]), [OutcomeCode::Applied; 2]);
    let verified = bed.centre.verify().await.unwrap();
    assert_eq!(verified.faults, []);
}

async fn what_comes_after_the_closing_waits_for_a_person(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    bed.centre.close_period(pc.office, october()).await.unwrap();
    bed.centre.close_period(pc.office, october()).await.unwrap();
    bed.pass(SECOND);
    let place = pc.seal(&evaluation(1, "satu"));
    pc.beacon = Some(bed.now());
    pc.seal(&evaluation(2, "dua"));
    let receipt = bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let late = |reason| OutcomeCode::Held(Held::ByRule(reason));
    assert_eq!(
        outcomes(&receipt),
        [late(HeldReason::PerhapsLate), late(HeldReason::Late)]
    );
    bed.centre.admit(pc.head.stream, place).await.unwrap();
    bed.centre.admit(pc.head.stream, place).await.unwrap();
    let held = bed.centre.held(pc.office).await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].outcome, late(HeldReason::Late));
    assert_eq!(bed.count("SELECT count(*) FROM evaluation").await, 1);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn what_a_revoked_device_sends_waits_for_a_person(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    bed.centre.revoke(pc.device).await.unwrap();
    let place = pc.seal(&unit(2));
    let receipt = bed.ingest(pc.office, &pc.batch_behind(1)).await.unwrap();
    assert_eq!(outcomes(&receipt), [OutcomeCode::Held(Held::Revoked)]);
    let epoch = bed.centre.epoch().await.unwrap();
    let (_, answer) = bed
        .centre
        .hello(pc.hello(&[], (epoch, vec![])))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(answer.standing, sync::message::Standing::Revoked);
    bed.centre.admit(pc.head.stream, place).await.unwrap();
    assert_eq!(bed.centre.held(pc.office).await.unwrap(), []);
    assert_eq!(bed.count("SELECT count(*) FROM unit").await, 2);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn a_newer_kind_is_stored_and_waits(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let body = Encoded {
        schema: 1,
        bytes: vec![0xa0],
    };
    pc.seal_raw(KindNumber(200), (id(50, 1), None), body.clone());
    let newer = Encoded {
        schema: 99,
        ..body.clone()
    };
    pc.seal_raw(domain::Kind::Unit.into(), (id(1, 9), None), newer);
    pc.seal_raw(domain::Kind::Unit.into(), (id(1, 8), None), body);
    pc.seal(&unit(1));
    let receipt = bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let codes = outcomes(&receipt);
    assert_eq!(codes[..2], [OutcomeCode::UnknownKind; 2]);
    assert!(matches!(codes[2], OutcomeCode::Rejected(_)));
    assert_eq!(codes[3], OutcomeCode::Applied);
    assert_eq!(bed.centre.held(pc.office).await.unwrap().len(), 2);
    // This program is not newer: nothing changes.
    bed.centre.understand().await.unwrap();
    assert_eq!(bed.centre.held(pc.office).await.unwrap().len(), 2);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn an_assignment_that_comes_late_counts_its_ratings(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&evaluation(1, "satu"));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    assert_eq!(bed.count("SELECT count(*) FROM tally").await, 0);
    for document in master_data(3) {
        pc.seal(&document);
    }
    bed.ingest(pc.office, &pc.batch_behind(1)).await.unwrap();
    assert_eq!(bed.count("SELECT rated FROM tally").await, 1);
    // Somebody moves to another unit, and the rating with the assignment.
    pc.seal(&Document::Assignment(assignment(1, 2)));
    bed.ingest(pc.office, &pc.batch_behind(8)).await.unwrap();
    let moved = "SELECT rated FROM tally WHERE expected = 1";
    assert_eq!(bed.count(moved).await, 1);
    let left = "SELECT rated FROM tally WHERE expected = 2";
    assert_eq!(bed.count(left).await, 0);
}
