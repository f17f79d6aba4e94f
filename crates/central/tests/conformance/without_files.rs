//! The store of files fails.

use crate::going_down::{entries, from_the_beginning, nothing, read};
use crate::on_both;
use crate::support::bed::{Bed, Kind, SECOND};
use crate::support::documents::{evaluation, master_data, unit};
use crate::support::pc::Pc;
use crate::support::rules::{days_to_send, package};
use central::{Audience, Decision, NextPack, Publication, Publisher};
use data_encoding::BASE64;
use domain::UserId;
use record::Ruling;
use std::collections::BTreeMap;
use sync::batch::Zstd;
use sync::message::{Feed, FeedItem, FeedQuery, FeedState};
use sync::wire::open_pack;
use uuid::Uuid;

on_both!(
    feeds_go_on_while_the_store_is_down,
    what_needs_the_store_waits_in_its_place,
);

/// What a device takes along with an offer.
const ALONG: u64 = 16 * 1024;

/// Where packs should lie is a file: nothing can be put there.
fn break_store(bed: &Bed) {
    std::fs::write(bed.folder.path().join("files/packs"), b"").unwrap();
}

fn repair_store(bed: &Bed) {
    std::fs::remove_file(bed.folder.path().join("files/packs")).unwrap();
}

/// Reads on as a device does, which takes small packs along; answers what came.
async fn read_along(bed: &Bed, pc: &Pc, reading: &mut FeedState) -> Vec<FeedItem> {
    let mut items = Vec::new();
    loop {
        let query = FeedQuery {
            after: *reading,
            has: nothing(),
        };
        let next = bed.centre.next_pack(pc.office, query, ALONG).await.unwrap();
        let Some(next) = next else {
            return items;
        };
        let NextPack::Along(offer, bytes) = next else {
            unreachable!("{next:?}")
        };
        assert!(bytes.len() as u64 <= ALONG, "{}", bytes.len());
        let pack = open_pack(&bytes, &Zstd).unwrap();
        assert_eq!(
            (pack.id, offer.after, offer.length),
            (offer.id, reading.position, bytes.len() as u64)
        );
        items.extend(pack.entries.into_iter().map(|entry| entry.item));
        reading.position = offer.through;
    }
}

async fn feeds_go_on_while_the_store_is_down(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(300) {
        pc.seal(&document);
    }
    let rating = evaluation(1, "satu");
    let revision = pc.seal(&rating).chain.revision();
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let decision = Decision {
        ruling: Ruling::Returned,
        reason: "Umpan balik belum diisi".to_owned(),
        by: "Verifikator".to_owned(),
    };
    let key = (rating.kind(), rating.id());
    let about = BTreeMap::from([(key, revision)]);
    bed.centre.rule(pc.office, about, decision).await.unwrap();
    let staff = UserId(Uuid::from_bytes([5; 16]));
    let publisher = Publisher {
        id: None,
        name: "Sari".to_owned(),
    };
    let rules = package(2, "2027-01-01", &[days_to_send(10)]).into_bytes();
    let published = bed.centre.publish_rules(rules, publisher).await.unwrap();
    assert!(matches!(published, Publication::Done(_)), "{published:?}");
    let units = [unit(1000)];
    bed.centre
        .publish(Audience::Everybody, &units, staff)
        .await
        .unwrap();

    break_store(&bed);
    let mut came = Vec::new();
    for feed in [Feed::Office(pc.office), Feed::Common] {
        let mut reading = from_the_beginning(feed);
        came.push((feed, read_along(&bed, &pc, &mut reading).await, reading));
    }
    assert_eq!(bed.count("SELECT count(*) FROM pack").await, 0);

    repair_store(&bed);
    bed.pass(60 * SECOND);
    for (feed, items, reading) in came {
        let (whole, _, end) = read(&bed.centre, &pc, feed).await;
        assert_eq!((items, reading.position), (whole, end));
    }
    assert!(bed.count("SELECT count(*) FROM pack").await > 0);
}

async fn what_needs_the_store_waits_in_its_place(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    // Nothing makes it small enough to come along.
    let mut noise = vec![0; 64 * 1024];
    blake3::Hasher::new().finalize_xof().fill(&mut noise);
    pc.seal(&evaluation(1, &BASE64.encode(&noise)));
    pc.seal(&evaluation(2, "dua"));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let feed = Feed::Office(pc.office);

    break_store(&bed);
    let mut reading = from_the_beginning(feed);
    let before = read_along(&bed, &pc, &mut reading).await;
    // The enrolment and the unit.
    assert_eq!((before.len(), reading.position.seq), (2, 2));

    // Another process has not seen the failure; it comes to the same end.
    let query = FeedQuery {
        after: reading,
        has: nothing(),
    };
    let second_server = bed.another().await;
    let there = second_server.next_pack(pc.office, query, ALONG).await;
    assert_eq!(there.unwrap(), None);

    repair_store(&bed);
    // Nobody tries it at once.
    assert_eq!(read_along(&bed, &pc, &mut reading).await, []);
    bed.pass(60 * SECOND);
    let next = bed.centre.next_pack(pc.office, query, ALONG).await.unwrap();
    let Some(NextPack::Fetched(offer)) = next else {
        unreachable!("{next:?}")
    };
    assert_eq!((offer.after, offer.through.seq), (reading.position, 4));
    assert_eq!(entries(&bed.centre, &pc, feed).await.len(), 3);
}
