//! A client that is not ours: `tus-js-client` uploads a batch by its own logic of going on after a
//! break, and the receipt is there.

use journeys::binaries;
use journeys::network::centre::Centre;
use journeys::network::hand::{CBOR, Hand, hexadecimal};
use journeys::network::people::employee;
use journeys::network::random::Random;
use journeys::network::{Manner, http};
use std::process::Command;
use std::time::Duration;
use sync::message::{OutcomeCode, Position, Receipts, ReceiptsQuery, StreamClaim};
use sync::wire::Message as _;

const PEOPLE: u16 = 400;

/// Seals people with names that no compressor makes smaller.
fn seal_people(hand: &mut Hand, count: u16) -> anyhow::Result<()> {
    let mut random = Random::of(4);
    for number in 1..=count {
        let mut noise = [0; 60];
        for byte in &mut noise {
            *byte = u8::try_from(random.below(256))?;
        }
        hand.seal(&employee(number, &hexadecimal(&noise))?, None);
    }
    Ok(())
}

#[test]
fn a_batch_arrives_by_another_client_although_the_line_breaks() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let mut hand = Hand::join(&centre, 1)?;
    let start = Position::from(hand.head);
    seal_people(&mut hand, PEOPLE)?;
    let batch = hand.batch_behind(0)?;
    let file = centre.file("kiriman");
    std::fs::write(&file, batch.bytes())?;
    let length = batch.bytes().len() as u64;
    assert!(length > 20_000, "{length} bytes");

    let line = centre.line(Manner {
        bits_per_second: Some(400_000),
        round_trip: Duration::from_millis(20),
        drops: None,
    })?;
    line.break_after_up(length / 2);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/network/tus.cjs");
    let output = Command::new("node")
        .arg(script)
        .env("KINERJA_TUS", binaries::tus()?)
        .env("TUS_ENDPOINT", format!("{}/v1/up", line.url("http")))
        .env("TUS_TOKEN", &hand.token)
        .env("TUS_UPLOAD", hexadecimal(&batch.upload().0))
        .env("TUS_FILE", &file)
        .output()?;
    assert!(output.status.success(), "{output:?}");
    let said: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(said["sent"], length, "{said}");
    let methods = said["methods"]
        .as_array()
        .map_or(0, |it| it.iter().filter(|method| *method == "HEAD").count());
    assert!(methods >= 1, "it asked where to go on: {said}");
    let carried = line.carried();
    assert!(
        carried.up < length + length / 4,
        "not all of it twice: {carried:?}"
    );

    let query = ReceiptsQuery(StreamClaim {
        stream: hand.head.stream,
        head: hand.head.into(),
        acknowledged: start,
    });
    let token = format!("Bearer {}", hand.token);
    let headers = [CBOR[0], ("authorization", token.as_str())];
    let answer = http::ask(
        hand.server,
        ("POST", "/v1/receipts"),
        &headers,
        &query.to_bytes(),
    )?;
    let Receipts(receipts) = Receipts::from_bytes(&answer.body)?;
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    assert_eq!(receipts[0].through, hand.head.into());
    assert!(receipts[0].each().all(|(_, it)| it == OutcomeCode::Applied));
    assert_eq!(centre.records()?, u64::from(PEOPLE));
    centre.verify()?;
    Ok(())
}
