//! A week of work over lines of all kinds.

use crate::served::Served;
use crate::support::documents::master_data;
use crate::support::pc::{Pc, Sent};
use central::http::{Limits, Transport, certificate_fingerprint};
use reqwest::{Method, Response};
use std::fmt::Write as _;
use sync::joining::EnrolmentCode;
use sync::message::{
    AppendAnswer, EnrolmentOutcome, Feed, FeedPosition, FeedQuery, FeedState, Health, Nonce,
    PackOffer, Position, Receipts, ReceiptsQuery,
};
use sync::wire::Message as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

async fn office_of(served: &Served, people: u32) -> (Pc, Sent) {
    let mut pc = served.bed.enrolled(1, "Dinas Pendidikan").await;
    for document in master_data(people) {
        pc.seal(&document);
    }
    let sent = pc.batch_behind(0);
    (pc, sent)
}

fn path(sent: &Sent) -> String {
    format!("/v1/up/{}", hex(&sent.id.0))
}

async fn patch(served: &Served, token: &str, (sent, at): (&Sent, usize)) -> Response {
    served
        .request(Method::PATCH, &path(sent))
        .bearer_auth(token)
        .header("upload-offset", at)
        .header("upload-length", sent.bytes.len())
        .body(sent.bytes[at..].to_vec())
        .send()
        .await
        .unwrap()
}

async fn offset(served: &Served, token: &str, sent: &Sent) -> usize {
    let request = served.request(Method::HEAD, &path(sent)).bearer_auth(token);
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    response.headers()["upload-offset"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_code_to_the_feed() {
    let served = Served::new().await;
    let code: EnrolmentCode = served.bed.code("Dinas Pendidikan").await;
    assert_eq!(
        (code.server.as_str(), code.certificate),
        (served.url.as_str(), None)
    );
    let nonce = Nonce([3; 16]);
    let request = served.request(Method::GET, &format!("/v1/health?nonce={}", hex(&nonce.0)));
    let health = request.send().await.unwrap().bytes().await.unwrap();
    let health = Health::from_bytes(&health).unwrap();
    assert!(health.answers(nonce, &served.bed.centre.key(), &ciphers::Signatures));
    let mut pc = Pc::new(1);
    let answer = served
        .post("/v1/enrol", "", pc.request(&code).to_bytes())
        .await;
    let outcome = EnrolmentOutcome::from_bytes(&answer.bytes().await.unwrap()).unwrap();
    let EnrolmentOutcome::Enrolled(answer) = outcome else {
        unreachable!("{outcome:?}")
    };
    pc.office = answer.office();
    for document in master_data(5) {
        pc.seal(&document);
    }
    let (token, sent) = (served.greet(&pc).await, pc.batch_behind(0));
    let response = patch(&served, &token, (&sent, 0)).await;
    assert_eq!(response.status(), 200);
    let answer = AppendAnswer::from_bytes(&response.bytes().await.unwrap()).unwrap();
    let AppendAnswer::Taken(receipt) = answer else {
        unreachable!("{answer:?}")
    };
    assert_eq!(receipt.through, pc.head.into());
    let query = ReceiptsQuery(pc.claim()).to_bytes();
    let lost = served.post("/v1/receipts", &token, query).await;
    let lost = Receipts::from_bytes(&lost.bytes().await.unwrap()).unwrap();
    assert_eq!(lost.0[0].outcomes, receipt.outcomes);
    let query = FeedQuery {
        after: FeedState {
            feed: Feed::Office(pc.office),
            position: FeedPosition::default(),
        },
        has: (
            pc.head.stream,
            Position {
                seq: 0,
                ..pc.head.into()
            },
        ),
    };
    let offer = served.post("/v1/feed", &token, query.to_bytes()).await;
    let offer = PackOffer::from_bytes(&offer.bytes().await.unwrap()).unwrap();
    let end = FeedQuery {
        after: FeedState {
            position: offer.through,
            ..query.after
        },
        ..query
    };
    assert_eq!(
        served
            .post("/v1/feed", &token, end.to_bytes())
            .await
            .status(),
        204
    );
    let pack = format!("/v1/pack/{}", hex(&offer.id.0));
    let get = |range: Option<&str>| {
        let request = served.request(Method::GET, &pack).bearer_auth(&token);
        match range {
            Some(range) => request.header("range", range),
            None => request,
        }
    };
    let whole = get(None).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(blake3::hash(&whole), blake3::Hash::from(offer.id.0));
    let rest = get(Some("bytes=100-")).send().await.unwrap();
    assert_eq!(rest.status(), 206);
    let range = format!("bytes 100-{}/{}", whole.len() - 1, whole.len());
    assert_eq!(rest.headers()["content-range"], range.as_str());
    assert_eq!(rest.bytes().await.unwrap(), whole.slice(100..));
    let behind = format!("bytes={}-", whole.len());
    assert_eq!(get(Some(&behind)).send().await.unwrap().status(), 416);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_leaves_every_byte_there() {
    let served = Served::new().await;
    let (pc, sent) = office_of(&served, 200).await;
    assert!(sent.bytes.len() > 6000, "{}", sent.bytes.len());
    let token = served.greet(&pc).await;
    let mut line = TcpStream::connect(served.host()).await.unwrap();
    let head = format!(
        "PATCH {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nupload-offset: 0\r\n\
         upload-length: {len}\r\ncontent-length: {len}\r\n\r\n",
        path(&sent),
        len = sent.bytes.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&sent.bytes[..5001]).await.unwrap();
    line.flush().await.unwrap();
    drop(line);
    // Asking begins another attempt, so nobody asks before the bytes are there.
    let arrived = async {
        while served.bed.centre.arrived(pc.office, sent.id).await.unwrap() < 5001 {
            tokio::task::yield_now().await;
        }
    };
    arrived.await;
    let at = offset(&served, &token, &sent).await;
    assert_eq!(at, 5001);
    assert_eq!(patch(&served, &token, (&sent, 17)).await.status(), 409);
    let response = patch(&served, &token, (&sent, at)).await;
    assert_eq!(response.status(), 200);
    let again = patch(&served, &token, (&sent, 0)).await;
    assert_eq!(again.status(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_attempt_shuts_out_one_that_hangs() {
    let served = Served::new().await;
    let (pc, sent) = office_of(&served, 200).await;
    let token = served.greet(&pc).await;
    let mut hanging = TcpStream::connect(served.host()).await.unwrap();
    let head = format!(
        "PATCH {} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nupload-offset: 0\r\n\
         upload-length: {len}\r\ncontent-length: {len}\r\n\r\n",
        path(&sent),
        len = sent.bytes.len()
    );
    hanging.write_all(head.as_bytes()).await.unwrap();
    hanging.write_all(&sent.bytes[..5000]).await.unwrap();
    while served.bed.centre.arrived(pc.office, sent.id).await.unwrap() < 5000 {
        tokio::task::yield_now().await;
    }
    let at = offset(&served, &token, &sent).await;
    // The hanging line wakes up: its bytes are not wanted any more.
    hanging.write_all(&sent.bytes[5000..]).await.unwrap();
    let mut answer = vec![0; 1024];
    let count = hanging.read(&mut answer).await.unwrap();
    assert!(
        answer[..count].starts_with(b"HTTP/1.1 409"),
        "{:?}",
        &answer[..count]
    );
    assert_eq!(patch(&served, &token, (&sent, at)).await.status(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_client_creates_first() {
    let served = Served::new().await;
    let (pc, sent) = office_of(&served, 3).await;
    let token = served.greet(&pc).await;
    let options = served
        .request(Method::OPTIONS, "/v1/up")
        .send()
        .await
        .unwrap();
    assert_eq!(
        (
            options.status().as_u16(),
            &options.headers()["tus-extension"]
        ),
        (204, &"creation".parse().unwrap())
    );
    let name = data_encoding::BASE64.encode(hex(&sent.id.0).as_bytes());
    let created = served
        .request(Method::POST, "/v1/up")
        .bearer_auth(&token)
        .header("upload-length", sent.bytes.len())
        .header("upload-metadata", format!("filename YQ==,upload {name}"))
        .send()
        .await
        .unwrap();
    assert_eq!(created.status(), 201);
    let place = created.headers()["location"].to_str().unwrap().to_owned();
    let sent_on = served
        .request(Method::PATCH, &place)
        .bearer_auth(&token)
        .header("upload-offset", 0)
        .body(sent.bytes.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(sent_on.status(), 200);
    assert_eq!(
        sent_on.headers()["upload-offset"],
        sent.bytes.len().to_string().as_str()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_certificate_is_the_one_in_the_code() {
    let served = Served::with(Limits::default(), Transport::OwnCertificate).await;
    assert!(served.url.starts_with("https://127.0.0.1:"));
    let code = served.bed.code("Dinas Pendidikan").await;
    let (certificate, _) = served.bed.centre.own_certificate("x").await.unwrap();
    assert_eq!(
        code.certificate,
        Some(certificate_fingerprint(&certificate))
    );
    let health = served.request(Method::GET, &format!("/v1/health?nonce={}", "0".repeat(32)));
    assert_eq!(health.send().await.unwrap().status(), 200);
    served.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_too_much_waits() {
    let limits = Limits {
        at_once: 3,
        per_second: 1,
        ..Limits::default()
    };
    let served = Served::with(limits, Transport::Plain).await;
    let (pc, sent) = office_of(&served, 1).await;
    let token = served.greet(&pc).await;
    let mut last = 200;
    for _ in 0..4 {
        let request = served
            .request(Method::HEAD, &path(&sent))
            .bearer_auth(&token);
        let response = request.send().await.unwrap();
        last = response.status().as_u16();
        if last == 429 {
            assert!(response.headers().contains_key("retry-after"));
        }
    }
    assert_eq!(last, 429);
    let metrics = served
        .request(Method::GET, "/metrics")
        .send()
        .await
        .unwrap();
    let text = metrics.text().await.unwrap();
    assert!(
        text.contains("kinerja_pusat_requests_total{path=\"/v1/up/{upload}\",status=\"429\"}"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_has_its_own_lane_and_a_quota() {
    let limits = Limits {
        office_files: 20_000,
        ..Limits::default()
    };
    let served = Served::with(limits, Transport::Plain).await;
    let (pc, _) = office_of(&served, 1).await;
    let token = served.greet(&pc).await;
    let send = async |file: &[u8], name: &[u8; 32], at: usize, to: usize| {
        served
            .request(Method::PATCH, &format!("/v1/file/{}", hex(name)))
            .bearer_auth(&token)
            .header("upload-offset", at)
            .header("upload-length", file.len())
            .body(file[at..to].to_vec())
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    let file = vec![5; 12_000];
    let name: [u8; 32] = blake3::hash(&file).into();
    assert_eq!(send(&file, &name, 0, 5000).await, 204);
    assert_eq!(send(&file, &name, 0, 12_000).await, 409);
    assert_eq!(send(&file, &name, 5000, 12_000).await, 200);
    assert_eq!(send(&file, &name, 0, 12_000).await, 200);
    assert_eq!(send(&file, &[1; 32], 0, 12_000).await, 507);
    let small = vec![6; 100];
    assert_eq!(send(&small, &[1; 32], 0, 100).await, 409);
    served.bed.centre.revoke(pc.device).await.unwrap();
    assert_eq!(send(&small, &[1; 32], 0, 100).await, 403);
}
