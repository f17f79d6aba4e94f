//! Feeds and packs, and lives of the database.

use crate::on_both;
use crate::support::bed::{Bed, DAY, Kind};
use crate::support::documents::{evaluation, master_data, unit};
use crate::support::pc::Pc;
use central::database::Place;
use central::{Audience, Centre, Files, Opening};
use domain::UserId;
use std::path::Path;
use sync::batch::Zstd;
use sync::ledger::Ledger;
use sync::message::{
    Epoch, Feed, FeedItem, FeedPosition, FeedQuery, FeedState, Pack, PackOffer, Position,
};
use sync::wire::open_pack;
use uuid::Uuid;

on_both!(
    a_feed_comes_down_in_packs_and_folds_to_the_same,
    a_reader_gets_no_bodies_that_it_has,
    nothing_of_another_office_goes_down,
    what_the_centre_publishes_goes_down,
    an_empty_hello_is_small,
);

/// Nothing of a feed was read.
pub fn from_the_beginning(feed: Feed) -> FeedState {
    FeedState {
        feed,
        position: FeedPosition::default(),
    }
}

async fn fetch(centre: &Centre, pc: &Pc, query: FeedQuery) -> Option<(PackOffer, Pack)> {
    let next = centre.next_pack(pc.office, query, 0).await.unwrap()?;
    let offer = *next.offer();
    let length = centre
        .pack_length(pc.office, offer.id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(length, offer.length);
    let bytes = centre.pack_part(offer.id, 0..length).await.unwrap();
    assert_eq!(blake3::hash(&bytes), blake3::Hash::from(offer.id.0));
    Some((offer, open_pack(&bytes, &Zstd).unwrap()))
}

/// A reader that has nothing.
pub fn nothing() -> (record::Stream, Position) {
    let place = Position {
        seq: 0,
        chain: record::Chain([0; 32]),
    };
    (record::Stream([0xaa; 32]), place)
}

/// Everything of a feed, in order, with how many packs that took and where it ends.
pub async fn read(centre: &Centre, pc: &Pc, feed: Feed) -> (Vec<FeedItem>, u64, FeedPosition) {
    let (mut items, mut packs) = (Vec::new(), 0);
    let mut after = from_the_beginning(feed);
    let query = |after| FeedQuery {
        after,
        has: nothing(),
    };
    while let Some((offer, pack)) = fetch(centre, pc, query(after)).await {
        packs += 1;
        for entry in pack.entries {
            after.position = after.position.after(&entry.item);
            assert_eq!(after.position.seq, entry.seq);
            items.push(entry.item);
        }
        assert_eq!(after.position, offer.through);
    }
    (items, packs, after.position)
}

/// What stands in a feed, but for the centre's own enrolment.
pub async fn entries(centre: &Centre, pc: &Pc, feed: Feed) -> Vec<FeedItem> {
    let (mut items, ..) = read(centre, pc, feed).await;
    items.retain(|item| !matches!(item, FeedItem::Admin(_)));
    items
}

/// Everything of a feed, folded.
async fn fold(centre: &Centre, pc: &Pc, feed: Feed) -> (Ledger, u64, FeedPosition) {
    let (items, packs, end) = read(centre, pc, feed).await;
    let mut ledger = Ledger::default();
    for item in &items {
        let record = match item {
            FeedItem::Record(taken) => taken.record.as_ref(),
            _ => None,
        };
        ledger.follow(item, record);
    }
    (ledger, packs, end)
}

async fn a_feed_comes_down_in_packs_and_folds_to_the_same(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(450) {
        pc.seal(&document);
    }
    for number in 1..=450 {
        // Long, so that they are more than one pack holds.
        pc.seal(&evaluation(number, &"baik ".repeat(400)));
    }
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let (ledger, packs, end) = fold(&bed.centre, &pc, Feed::Office(pc.office)).await;
    assert!(packs > 1, "{packs}");
    assert_eq!(end.seq, 1 + 1351);
    let verified = bed.centre.verify().await.unwrap();
    assert_eq!(verified.faults, []);
    let office = verified.offices.iter().find(|it| it.office == pc.office);
    assert_eq!(office.unwrap().sealed_hash, ledger.sealed_hash());

    // Whoever wrote it all gets it back in one piece.
    let query = FeedQuery {
        after: from_the_beginning(Feed::Office(pc.office)),
        has: (pc.head.stream, pc.head.into()),
    };
    let (offer, pack) = fetch(&bed.centre, &pc, query).await.unwrap();
    assert_eq!(offer.through, end);
    assert!(offer.length < 16 * 1024, "{}", offer.length);
    assert_eq!(pack.entries.len(), 1 + 1351);
}

async fn a_reader_gets_no_bodies_that_it_has(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    pc.seal(&unit(2));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let query = FeedQuery {
        after: from_the_beginning(Feed::Office(pc.office)),
        has: (pc.head.stream, pc.head.into()),
    };
    let (_, pack) = fetch(&bed.centre, &pc, query).await.unwrap();
    let bodies = pack
        .entries
        .iter()
        .filter(|entry| matches!(&entry.item, FeedItem::Record(taken) if taken.record.is_some()));
    assert_eq!((pack.entries.len(), bodies.count()), (3, 0));
}

async fn nothing_of_another_office_goes_down(kind: Kind) {
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let other = bed.enrolled(2, "Dinas Kesehatan").await;
    pc.seal(&unit(1));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let query = FeedQuery {
        after: from_the_beginning(Feed::Office(pc.office)),
        has: nothing(),
    };
    assert!(
        bed.centre
            .next_pack(other.office, query, u64::MAX)
            .await
            .unwrap()
            .is_none()
    );
    let (offer, _) = fetch(&bed.centre, &pc, query).await.unwrap();
    assert_eq!(
        bed.centre
            .pack_length(other.office, offer.id)
            .await
            .unwrap(),
        None
    );
}

async fn what_the_centre_publishes_goes_down(kind: Kind) {
    let bed = Bed::new(kind).await;
    let pc = bed.enrolled(1, "Dinas Pendidikan").await;
    let actor = UserId(Uuid::from_bytes([5; 16]));
    // Two members of the staff at once, on two servers.
    let second_server = bed.another().await;
    let (one, other) = ([unit(1)], [unit(2)]);
    let (first, second) = tokio::join!(
        bed.centre.publish(Audience::Everybody, &one, actor),
        second_server.publish(Audience::Everybody, &other, actor),
    );
    assert_ne!(first.unwrap().through, second.unwrap().through);
    bed.centre
        .publish(Audience::Everybody, &one, actor)
        .await
        .unwrap();
    bed.centre
        .publish(Audience::Office(pc.office), &one, actor)
        .await
        .unwrap();
    let (common, _, _) = fold(&bed.centre, &pc, Feed::Common).await;
    assert_eq!(common.documents.len(), 2);
    assert!(common.documents.values().all(|it| it.branches.is_empty()));
    let (own, _, _) = fold(&bed.centre, &pc, Feed::Office(pc.office)).await;
    assert_eq!(own.documents.len(), 1);
    assert_eq!(bed.centre.offices().await.unwrap()[0].devices, 1);
    // After a restore the centre writes another stream, upon the old revisions.
    bed.pass(DAY);
    bed.centre.begin_new_life(Epoch(0)).await.unwrap();
    bed.centre
        .publish(Audience::Everybody, &one, actor)
        .await
        .unwrap();
    assert_eq!(bed.count("SELECT count(*) FROM fork").await, 0);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn an_empty_hello_is_small(kind: Kind) {
    use sync::wire::Message as _;
    let bed = Bed::new(kind).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    let receipt = bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    pc.acknowledged = receipt.through;
    let epoch = bed.centre.epoch().await.unwrap();
    let hello = pc.hello(&[], (epoch, vec![]));
    let (_, answer) = bed.centre.hello(hello).await.unwrap().unwrap();
    assert_eq!(answer.receipts, []);
    assert_eq!(answer.streams[0].line_head, Some(receipt.through));
    assert!(answer.to_bytes().len() < 600, "{}", answer.to_bytes().len());
}

/// The server breaks, and yesterday's backup takes its place.
#[tokio::test(flavor = "multi_thread")]
async fn a_restored_centre_tells_what_it_lost() {
    let bed = Bed::new(Kind::Sqlite).await;
    let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
    pc.seal(&unit(1));
    bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
    let backup = bed.folder.path().join("kemarin.sqlite");
    bed.centre.backup(&backup).await.unwrap();
    assert!(bed.centre.backup(&backup).await.is_err());
    pc.seal(&unit(2));
    let lost = bed.ingest(pc.office, &pc.batch_behind(1)).await.unwrap();
    pc.acknowledged = lost.through;
    let (_, _, read) = fold(&bed.centre, &pc, Feed::Office(pc.office)).await;
    let epoch = bed.centre.epoch().await.unwrap();
    bed.pass(DAY);
    let restored = reopen(&bed, &backup).await;
    let newer = restored.begin_new_life(epoch).await.unwrap();
    assert!(newer > epoch);
    let reading = FeedState {
        feed: Feed::Office(pc.office),
        position: read,
    };
    let hello = pc.hello(&[], (epoch, vec![reading]));
    let (_, answer) = restored.hello(hello).await.unwrap().unwrap();
    assert_eq!(answer.epoch, newer);
    assert_eq!(answer.streams[0].shared_seq, 0);
    assert_eq!(answer.feeds_valid_through, [2]);
    // The device believes it and sends again.
    let again = restored
        .ingest(pc.office, pc.batch_behind(1).bytes)
        .await
        .unwrap();
    assert_eq!(again.unwrap().through, lost.through);
    assert_eq!(restored.verify().await.unwrap().faults, []);
}

async fn reopen(bed: &Bed, file: &Path) -> Centre {
    let time = bed.now();
    Centre::open(Opening {
        place: Place::File(file.to_owned()),
        files: Files::folder(&bed.folder.path().join("files")).unwrap(),
        clock: std::sync::Arc::new(move || time),
    })
    .await
    .unwrap()
}
