//! The store of files fails while a device reads.

use crate::served::Served;
use crate::support::documents::master_data;
use reqwest::Method;
use sync::batch::Zstd;
use sync::message::{Feed, FeedPosition, FeedQuery, FeedState, PackOffer};
use sync::wire::{Message as _, open_pack};

#[tokio::test(flavor = "multi_thread")]
async fn the_feed_answers_and_the_numbers_tell() {
    let served = Served::new().await;
    let mut pc = served.bed.enrolled(1, "Dinas Pendidikan").await;
    let start = pc.head.into();
    for document in master_data(300) {
        pc.seal(&document);
    }
    let sent = pc.batch_behind(0);
    served.bed.ingest(pc.office, &sent).await.unwrap();
    let token = served.greet(&pc).await;
    std::fs::write(served.bed.folder.path().join("files/packs"), b"").unwrap();
    let mut after = FeedState {
        feed: Feed::Office(pc.office),
        position: FeedPosition::default(),
    };
    let mut entries = 0;
    loop {
        let query = FeedQuery {
            after,
            has: (pc.head.stream, start),
        };
        let response = served
            .request(Method::POST, "/v1/feed")
            .bearer_auth(&token)
            .header("kinerja-takes-pack", 16 * 1024)
            .body(query.to_bytes())
            .send()
            .await
            .unwrap();
        if response.status() == 204 {
            break;
        }
        assert_eq!(response.status(), 200);
        let begins = response.headers()["kinerja-pack-begins"].to_str().unwrap();
        let begins: usize = begins.parse().unwrap();
        let body = response.bytes().await.unwrap();
        let offer = PackOffer::from_bytes(&body[..begins]).unwrap();
        entries += open_pack(&body[begins..], &Zstd).unwrap().entries.len();
        after.position = offer.through;
    }
    // The enrolment, a unit, people and their posts.
    assert_eq!(entries, 602);
    let metrics = served.request(Method::GET, "/metrics").send().await;
    let text = metrics.unwrap().text().await.unwrap();
    assert!(text.contains("kinerja_pusat_store_down 1\n"), "{text}");
    assert!(
        text.contains("kinerja_pusat_store_failures_total 1\n"),
        "{text}"
    );
}
