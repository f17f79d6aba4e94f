//! What the centre rules about documents.

use crate::on_both;
use crate::support::bed::{Bed, Kind, SECOND};
use crate::support::documents::{evaluation, master_data};
use central::{Decision, Ruled};
use record::{Revision, Ruling, Violation};
use std::collections::BTreeMap;
use sync::ledger::DocumentKey;
use sync::message::OutcomeCode;

on_both!(
    what_is_final_is_kept_and_an_edit_is_a_proposal,
    what_was_returned_is_sent_again,
    who_looked_at_an_older_revision_rules_about_nothing,
);

fn decision(ruling: Ruling) -> Decision {
    Decision {
        ruling,
        reason: "Umpan balik belum diisi".to_owned(),
        by: "Verifikator".to_owned(),
    }
}

fn one(revision: Revision) -> BTreeMap<DocumentKey, Revision> {
    let document = evaluation(1, "satu");
    BTreeMap::from([((document.kind(), document.id()), revision)])
}

fn outcomes(receipt: &sync::message::Receipt) -> Vec<OutcomeCode> {
    receipt.each().map(|(_, code)| code).collect()
}

async fn what_is_final_is_kept_and_an_edit_is_a_proposal(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let first = pc.seal(&evaluation(1, "satu")).chain.revision();
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let rule = |ruling| bed.centre.rule(pc.office, one(first), decision(ruling));
    let ruled = rule(Ruling::Final).await.unwrap();
    assert_eq!((ruled.ruled, ruled.stale), (1, 0));
    assert_eq!(rule(Ruling::Final).await.unwrap().unchanged, 1);
    let final_rows = "SELECT count(*) FROM evaluation WHERE ruling = 2";
    assert_eq!(bed.count(final_rows).await, 1);

    bed.pass(SECOND);
    let edit = pc.seal_upon(&evaluation(1, "dua"), Some(first));
    let receipt = bed.ingest(pc.office, &pc.batch_behind(1)).await.unwrap();
    let refused = OutcomeCode::Rejected(Violation::Final);
    assert_eq!(outcomes(&receipt), [refused]);
    assert_eq!(bed.count(final_rows).await, 1);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);

    // An amendment by decision opens it; the next edit stands upon what was final.
    let rule = |ruling| bed.centre.rule(pc.office, one(first), decision(ruling));
    assert_eq!(rule(Ruling::Returned).await.unwrap().ruled, 1);
    pc.seal_upon(&evaluation(1, "tiga"), Some(first));
    let receipt = bed
        .ingest(pc.office, &pc.batch_behind(edit.seq))
        .await
        .unwrap();
    assert_eq!(outcomes(&receipt), [OutcomeCode::Applied]);
    assert_eq!(bed.count(final_rows).await, 0);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn what_was_returned_is_sent_again(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(1) {
        pc.seal(&document);
    }
    let place = pc.seal(&evaluation(1, "satu"));
    let first = place.chain.revision();
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let ruled = bed
        .centre
        .rule(pc.office, one(first), decision(Ruling::Returned))
        .await
        .unwrap();
    assert_eq!(ruled.ruled, 1);
    let returned = "SELECT count(*) FROM evaluation WHERE ruling = 1";
    assert_eq!(bed.count(returned).await, 1);
    // The office stands by it: the same once more is an answer.
    pc.seal_upon(&evaluation(1, "satu"), Some(first));
    let receipt = bed
        .ingest(pc.office, &pc.batch_behind(place.seq))
        .await
        .unwrap();
    assert_eq!(outcomes(&receipt), [OutcomeCode::Applied]);
    assert_eq!(bed.count(returned).await, 0);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn who_looked_at_an_older_revision_rules_about_nothing(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let first = pc.seal(&evaluation(1, "satu")).chain.revision();
    pc.seal_upon(&evaluation(1, "dua"), Some(first));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let ruled = bed
        .centre
        .rule(pc.office, one(first), decision(Ruling::Final))
        .await
        .unwrap();
    let stale = Ruled {
        stale: 1,
        ..Ruled::default()
    };
    assert_eq!(ruled, stale);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}
