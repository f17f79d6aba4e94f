//! From enrolment to receipt.

use crate::on_both;
use crate::support::bed::{Bed, DAY, Kind};
use crate::support::documents::{evaluation, master_data};
use crate::support::pc::Pc;
use central::{Begun, Completed};
use sync::centre::Kept;
use sync::message::{AppendAnswer, EnrolmentRefusal, OutcomeCode, Refusal};

on_both!(
    a_code_works_once,
    a_batch_gets_its_receipt_and_counts_once,
    bytes_are_kept_and_older_attempts_are_over,
    what_is_not_the_named_batch_begins_again,
    a_gap_is_told_with_the_place,
    a_cloned_disk_makes_a_second_line,
);

async fn a_code_works_once(kind: Kind) {
    let bed = Bed::new(kind).await;
    let code = bed.code("Dinas Pendidikan").await;
    let pc = Pc::new(1);
    let answer = bed.enrol(&pc, &code).await.unwrap();
    assert_eq!(answer.office_name, "Dinas Pendidikan");
    assert!(answer.answers(&pc.request(&code), code.centre, &ciphers::Signatures));
    // A lost answer is asked for again.
    let again = bed.enrol(&pc, &code).await.unwrap();
    assert_eq!(again.certificate, answer.certificate);
    let other = Pc::new(2);
    assert_eq!(
        bed.enrol(&other, &code).await,
        Err(EnrolmentRefusal::UsedCode)
    );
    let second = bed.code("Dinas Pendidikan").await;
    assert_eq!(second.office, code.office);
    let mut guessed = second.clone();
    guessed.secret[0] ^= 1;
    assert_eq!(
        bed.enrol(&other, &guessed).await,
        Err(EnrolmentRefusal::UnknownCode)
    );
    bed.pass(31 * DAY);
    assert_eq!(
        bed.enrol(&other, &second).await,
        Err(EnrolmentRefusal::ExpiredCode)
    );
    let elsewhere = bed.code("Dinas Kesehatan").await;
    assert_eq!(
        bed.enrol(&pc, &elsewhere).await,
        Err(EnrolmentRefusal::OtherDevice)
    );
}

async fn a_batch_gets_its_receipt_and_counts_once(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(20) {
        pc.seal(&document);
    }
    for number in 1..=20 {
        pc.seal(&evaluation(number, "baik"));
    }
    let sent = pc.batch_behind(0);
    let receipt = bed.ingest(pc.office, &sent).await.unwrap();
    assert_eq!(receipt.through, pc.head.into());
    assert!(receipt.each().all(|(_, code)| code == OutcomeCode::Applied));
    let again = bed.ingest(pc.office, &sent).await.unwrap();
    assert_eq!(again.outcomes, receipt.outcomes);
    assert_eq!(bed.count("SELECT count(*) FROM record").await, 61);
    assert_eq!(bed.count("SELECT count(*) FROM batch").await, 1);
    assert_eq!(bed.count("SELECT count(*) FROM doc").await, 61);
    assert_eq!(bed.count("SELECT rated FROM tally").await, 20);
    assert_eq!(bed.count("SELECT expected FROM tally").await, 20);
    // Of another office nothing comes this way.
    let other = bed.enrolled(2, "Dinas Kesehatan").await;
    let refused = bed.ingest(other.office, &sent).await;
    assert_eq!(refused, Err(Refusal::UnknownDevice));
}

async fn bytes_are_kept_and_older_attempts_are_over(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(30) {
        pc.seal(&document);
    }
    let sent = pc.batch_behind(0);
    let length = sent.bytes.len() as u64;
    let (who, upload) = ((pc.office, pc.device), (pc.office, sent.id));
    let begun = bed
        .centre
        .begin_upload(who, sent.id, (length, 0))
        .await
        .unwrap();
    let Begun::Attempt(first) = begun else {
        unreachable!("{begun:?}")
    };
    let kept = bed
        .centre
        .append(upload, first, (0, sent.bytes[..700].to_vec()))
        .await;
    assert_eq!(kept.unwrap(), Kept::Bytes(700));
    // Another process, and a line that begins anew.
    let second_server = bed.another().await;
    let begun = second_server
        .begin_upload(who, sent.id, (length, 0))
        .await
        .unwrap();
    assert_eq!(begun, Begun::Answer(AppendAnswer::Offset(700)));
    let late = bed
        .centre
        .append(upload, first, (700, sent.bytes[700..].to_vec()))
        .await;
    assert_eq!(late.unwrap(), Kept::Fenced);
    let begun = second_server
        .begin_upload(who, sent.id, (length, 700))
        .await
        .unwrap();
    let Begun::Attempt(second) = begun else {
        unreachable!("{begun:?}")
    };
    let rest = (700, sent.bytes[700..].to_vec());
    let kept = second_server.append(upload, second, rest).await.unwrap();
    assert_eq!(kept, Kept::Bytes(length - 700));
    let completed = bed.centre.complete(pc.office, sent.id).await.unwrap();
    assert!(matches!(
        completed,
        Completed::Answer(AppendAnswer::Taken(_))
    ));
    assert_eq!(bed.count("SELECT count(*) FROM upload_chunk").await, 0);
    // What is there is answered before a byte moves.
    let begun = bed
        .centre
        .begin_upload(who, sent.id, (length, 0))
        .await
        .unwrap();
    assert!(matches!(begun, Begun::Answer(AppendAnswer::Taken(_))));
}

async fn what_is_not_the_named_batch_begins_again(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(3) {
        pc.seal(&document);
    }
    let sent = pc.batch_behind(0);
    let mut wrong = sent.bytes.clone();
    wrong[40] ^= 1;
    let length = wrong.len() as u64;
    let who = (pc.office, pc.device);
    let Begun::Attempt(attempt) = bed
        .centre
        .begin_upload(who, sent.id, (length, 0))
        .await
        .unwrap()
    else {
        unreachable!()
    };
    let upload = (pc.office, sent.id);
    bed.centre
        .append(upload, attempt, (0, wrong))
        .await
        .unwrap();
    let completed = bed.centre.complete(pc.office, sent.id).await.unwrap();
    let refused = AppendAnswer::Refused(Refusal::Damaged);
    assert_eq!(completed, Completed::Answer(refused));
    assert_eq!(bed.centre.offset(pc.office, sent.id).await.unwrap(), 0);
}

async fn a_gap_is_told_with_the_place(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(2) {
        pc.seal(&document);
    }
    let sent = pc.batch_behind(2);
    let refused = bed.ingest(pc.office, &sent).await;
    assert_eq!(refused, Err(Refusal::Gap { head: None }));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    bed.ingest(pc.office, &sent).await.unwrap();
}

async fn a_cloned_disk_makes_a_second_line(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(2) {
        pc.seal(&document);
    }
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let mut clone = pc.cloned();
    pc.seal(&evaluation(1, "satu"));
    clone.seal(&evaluation(1, "dua"));
    let first = bed.ingest(pc.office, &pc.batch_behind(5)).await.unwrap();
    assert_eq!(first.forked_at, None);
    let second = bed.ingest(pc.office, &clone.batch_behind(5)).await.unwrap();
    assert_eq!(second.forked_at, Some(6));
    assert!(matches!(
        second.each().next(),
        Some((6, OutcomeCode::Conflict { .. }))
    ));
    let line = &bed.centre.offices().await.unwrap()[0];
    assert_eq!((line.forks, line.records, line.devices), (1, 7, 1));
    assert_eq!(bed.count("SELECT branched FROM tally").await, 1);
}
