//! People whose post becomes another one, and what is counted of their ratings.

use crate::on_both;
use crate::support::bed::{Bed, DAY, Kind};
use crate::support::documents::{assignment, evaluation, id, master_data, unit};
use crate::support::pc::Pc;
use chrono::NaiveDate;
use domain::{Assignment, AssignmentId, Document, UnitId, UserId};
use record::Revision;
use uuid::Uuid;

on_both!(
    a_rating_is_counted_where_its_person_was_in_the_period,
    a_corrected_unit_takes_its_ratings_along,
    a_rating_that_goes_to_another_post_is_counted_there_alone,
);

/// What is kept of a unit: people who are expected in October and those that are rated, results of
/// October, ratings of the period that runs, and of this week.
const NUMBERS: [&str; 5] = [
    "SELECT CAST(coalesce(sum(expected), 0) AS bigint) FROM tally \
     WHERE unit_id = $1 AND period = '2026-10'",
    "SELECT CAST(coalesce(sum(rated), 0) AS bigint) FROM tally \
     WHERE unit_id = $1 AND period = '2026-10'",
    "SELECT CAST(coalesce(sum(predikat_1 + predikat_2 + predikat_3 + predikat_4 + predikat_5), 0) \
     AS bigint) FROM unit_result WHERE unit_id = $1 AND period = '2026-10'",
    "SELECT CAST(coalesce(sum(rated), 0) AS bigint) FROM unit_now WHERE unit_id = $1",
    "SELECT CAST(coalesce(sum(rated), 0) AS bigint) FROM unit_week WHERE unit_id = $1",
];

async fn numbers(bed: &Bed, unit: u32) -> [i64; 5] {
    let unit = id(1, unit);
    let read = bed.centre.database().read(move |sql| {
        Box::pin(async move {
            let mut numbers = [0; 5];
            for (number, statement) in numbers.iter_mut().zip(NUMBERS) {
                let rows = sql.query(statement, &[unit.as_bytes().into()]).await?;
                *number = rows[0].int(0)?;
            }
            Ok::<_, central::Trouble>(numbers)
        })
    });
    read.await.unwrap()
}

/// In October: somebody in unit 1 who is rated, and a unit 2; with the rating's revision.
async fn rated_in_october(kind: Kind) -> (Bed, Pc, Revision) {
    let bed = Bed::new(kind).await;
    bed.pass(-10 * DAY);
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(1) {
        pc.seal(&document);
    }
    pc.seal(&unit(2));
    let rating = pc.seal(&evaluation(1, "satu")).chain.revision();
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    assert_eq!(numbers(&bed, 1).await, [1; 5]);
    assert_eq!(numbers(&bed, 2).await, [0; 5]);
    (bed, pc, rating)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// The same person in unit 2, from a day on.
fn next_post(from: NaiveDate) -> Assignment {
    Assignment {
        id: AssignmentId(id(3, 50)),
        unit: UnitId(id(1, 2)),
        from,
        ..assignment(1, 1)
    }
}

async fn publish(bed: &Bed, pc: &Pc, posts: Vec<Assignment>) {
    let changes: Vec<_> = posts
        .into_iter()
        .map(|post| (Document::Assignment(post), None))
        .collect();
    let staff = UserId(Uuid::from_bytes([5; 16]));
    let revised = bed.centre.revise(pc.office, &changes, staff);
    revised.await.unwrap();
}

async fn a_rating_is_counted_where_its_person_was_in_the_period(kind: Kind) {
    let (bed, pc, _) = rated_in_october(kind).await;
    let ended = |last| Assignment {
        to: Some(last),
        ..assignment(1, 1)
    };
    // October is still the old post's.
    let next = next_post(day(11, 1));
    publish(&bed, &pc, vec![ended(day(10, 31)), next]).await;
    assert_eq!(numbers(&bed, 1).await, [1; 5]);
    // The transfer was a month earlier, as somebody learns now.
    let next = next_post(day(10, 1));
    publish(&bed, &pc, vec![ended(day(9, 30)), next]).await;
    assert_eq!(numbers(&bed, 1).await, [0; 5]);
    assert_eq!(numbers(&bed, 2).await, [1; 5]);
    // It was not: everything is as it was.
    let next = next_post(day(11, 1));
    publish(&bed, &pc, vec![ended(day(10, 31)), next]).await;
    assert_eq!(numbers(&bed, 1).await, [1; 5]);
    assert_eq!(numbers(&bed, 2).await, [0; 5]);
}

async fn a_corrected_unit_takes_its_ratings_along(kind: Kind) {
    let (bed, pc, _) = rated_in_october(kind).await;
    publish(&bed, &pc, vec![assignment(1, 2)]).await;
    assert_eq!(numbers(&bed, 1).await, [0; 5]);
    assert_eq!(numbers(&bed, 2).await, [1; 5]);
}

async fn a_rating_that_goes_to_another_post_is_counted_there_alone(kind: Kind) {
    let (bed, mut pc, rating) = rated_in_october(kind).await;
    let sent = pc.head.seq;
    pc.seal(&Document::Assignment(next_post(day(10, 15))));
    let Document::Evaluation(mut moved) = evaluation(1, "satu") else {
        unreachable!()
    };
    moved.assignment = AssignmentId(id(3, 50));
    pc.seal_upon(&Document::Evaluation(moved), Some(rating));
    bed.ingest(pc.office, &pc.batch_behind(sent)).await.unwrap();
    // Both posts touch October, and the rating is of the second.
    assert_eq!(numbers(&bed, 1).await, [1, 0, 0, 0, 0]);
    assert_eq!(numbers(&bed, 2).await, [1; 5]);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}
