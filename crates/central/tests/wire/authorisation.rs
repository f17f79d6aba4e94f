//! Every endpoint against everybody who may not.

use crate::served::Served;
use crate::support::bed::DAY;
use crate::support::documents::unit;
use reqwest::Method;
use sync::message::{Feed, FeedPosition, FeedQuery, FeedState, ReceiptsQuery};
use sync::wire::Message as _;

/// The calls that need somebody to have greeted.
async fn statuses(served: &Served, token: Option<&str>, query: &FeedQuery) -> Vec<(String, u16)> {
    let upload = format!("/v1/up/{}", "ab".repeat(16));
    let file = format!("/v1/file/{}", "ab".repeat(32));
    let pack = format!("/v1/pack/{}", "ab".repeat(32));
    let claim = sync::message::StreamClaim {
        stream: query.has.0,
        head: query.has.1,
        acknowledged: query.has.1,
    };
    let calls = [
        (Method::POST, "/v1/up", vec![]),
        (Method::HEAD, &upload, vec![]),
        (Method::PATCH, &upload, vec![1; 10]),
        (
            Method::POST,
            "/v1/receipts",
            ReceiptsQuery(claim).to_bytes(),
        ),
        (Method::POST, "/v1/feed", query.to_bytes()),
        (Method::GET, &pack, vec![]),
        (Method::HEAD, &file, vec![]),
        (Method::PATCH, &file, vec![1; 10]),
    ];
    let mut statuses = Vec::new();
    for (method, path, body) in calls {
        let mut request = served
            .request(method.clone(), path)
            .header("upload-offset", 0)
            .header("upload-length", 10)
            .header("upload-metadata", format!("upload {}", "YWJh".repeat(10)))
            .body(body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let status = request.send().await.unwrap().status().as_u16();
        statuses.push((format!("{method} {path}"), status));
    }
    statuses
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_in_who_may_not() {
    let served = Served::new().await;
    let mut pc = served.bed.enrolled(1, "Dinas Pendidikan").await;
    let other = served.bed.enrolled(2, "Dinas Kesehatan").await;
    pc.seal(&unit(1));
    served
        .bed
        .ingest(pc.office, &pc.batch_behind(0))
        .await
        .unwrap();
    let query = FeedQuery {
        after: FeedState {
            feed: Feed::Office(pc.office),
            position: FeedPosition::default(),
        },
        has: (pc.head.stream, pc.head.into()),
    };
    let token = served.greet(&pc).await;
    let others = served.greet(&other).await;
    let mut forged = token.clone();
    let last = if forged.ends_with('A') { 'B' } else { 'A' };
    forged.pop();
    forged.push(last);
    for wrong in [None, Some(""), Some("nonsense"), Some(forged.as_str())] {
        for (call, status) in statuses(&served, wrong, &query).await {
            assert_eq!(status, 401, "{call} with {wrong:?}");
        }
    }
    // Another office: its own answers, and nothing of this one.
    let seen = statuses(&served, Some(&others), &query).await;
    assert_eq!(seen[4].1, 204, "{seen:?}");
    assert_eq!(seen[5].1, 404, "{seen:?}");
    let receipts = ReceiptsQuery(pc.claim()).to_bytes();
    let answer = served.post("/v1/receipts", &others, receipts).await;
    let answer = sync::message::Receipts::from_bytes(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!(answer.0, []);
    // Its uploads do not touch this one's either.
    let upload = pc.batch_behind(0);
    let brought = served
        .bed
        .centre
        .ingest(other.office, upload.bytes)
        .await
        .unwrap();
    assert_eq!(brought, Err(sync::message::Refusal::UnknownDevice));
    // A revoked device greets, reads and uploads, and brings no files.
    served.bed.centre.revoke(pc.device).await.unwrap();
    let revoked = served.greet(&pc).await;
    let seen = statuses(&served, Some(&revoked), &query).await;
    let allowed: Vec<u16> = seen.iter().map(|(_, status)| *status).collect();
    assert_eq!(allowed[4..], [200, 404, 403, 403], "{seen:?}");
    assert!(allowed[..4].iter().all(|status| *status <= 400), "{seen:?}");
    // An hour later nobody's token is good.
    served.bed.pass(DAY);
    for (call, status) in statuses(&served, Some(&token), &query).await {
        assert_eq!(status, 401, "{call} with an old token");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hello_that_the_device_did_not_sign_gets_nothing() {
    let served = Served::new().await;
    let pc = served.bed.enrolled(1, "Dinas Pendidikan").await;
    let stranger = crate::support::pc::Pc::new(7);
    let mut impostor = crate::support::pc::Pc::new(8);
    impostor.device = pc.device;
    for asked in [&stranger, &impostor] {
        let hello = asked
            .hello(&[], (sync::message::Epoch(1), vec![]))
            .to_bytes();
        let response = served.post("/v1/hello", "", hello).await;
        assert_eq!(response.status(), 401);
        assert!(!response.headers().contains_key("kinerja-token"));
    }
    for body in [vec![], vec![0xff; 100], vec![0; 70_000]] {
        let response = served.post("/v1/hello", "", body).await;
        assert!([400, 413].contains(&response.status().as_u16()));
    }
}
