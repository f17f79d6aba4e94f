//! What no program of ours would send: each has its outcome, and only the one document waits.

use anyhow::Context as _;
use ciphers::Keypair;
use domain::Kind;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::hand::{CBOR, Hand};
use journeys::network::http;
use journeys::network::people::{employee, id};
use journeys::network::sending::{empty_office, join, records, status, sync};
use record::{Encoded, HeldReason, KindNumber, Revision, Violation, encode};
use sync::batch::{Batch, Compressor as _, Packing, Zstd};
use sync::limits::MAX_LONE_BATCH_BYTES;
use sync::message::{AppendAnswer, Held, OutcomeCode, Refusal};
use sync::wire::Message as _;

#[test]
fn only_the_one_document_waits() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let mut hand = Hand::join(&centre, 1)?;
    let kind = KindNumber::from(Kind::Employee);
    let sound = encode(&employee(1, "Rina")?);
    hand.seal(&employee(1, "Rina")?, None);
    hand.seal_raw(KindNumber(200), (id(2), None), sound.clone());
    let later = Encoded {
        schema: 99,
        ..sound.clone()
    };
    hand.seal_raw(kind, (id(3), None), later);
    let broken = Encoded {
        bytes: vec![0xff; 60],
        ..sound.clone()
    };
    hand.seal_raw(kind, (id(4), None), broken);
    hand.seal_raw(kind, (id(5), None), sound);
    hand.seal(&employee(6, "Yusuf")?, Some(Revision([1; 16])));
    hand.seal(&employee(7, &"N".repeat(10_000))?, None);
    // Its clock stands in 1970, as all of this device's do.
    hand.seal(&employee(8, "Hasan")?, None);
    let outcomes = hand.deliver_behind(0)?;
    assert_eq!(
        outcomes,
        [
            OutcomeCode::Applied,
            OutcomeCode::UnknownKind,
            OutcomeCode::UnknownKind,
            OutcomeCode::Rejected(Violation::DamagedBody),
            OutcomeCode::Rejected(Violation::OtherDocument),
            OutcomeCode::Held(Held::ByRule(HeldReason::MissingBase)),
            OutcomeCode::Applied,
            OutcomeCode::Applied,
        ]
    );
    // The stream goes on behind them, and so do other documents.
    hand.seal(&employee(9, "Dewi")?, None);
    assert_eq!(hand.deliver_behind(8)?, [OutcomeCode::Applied]);
    let line = centre.office(OFFICE)?;
    assert_eq!(line["records"], 9, "everything is kept: {line}");
    assert!(line["held"].as_u64() >= Some(1), "a person sees it: {line}");
    centre.verify()?;

    // A PC of the office reads all of it and stays sound.
    let office = empty_office()?;
    join(&office, &centre, None)?;
    sync(&office)?;
    records(&office)?;
    assert_eq!(status(&office)?["unsent"], 0);
    Ok(())
}

#[test]
fn what_is_no_batch_of_this_device_is_refused() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let mut hand = Hand::join(&centre, 2)?;
    hand.seal(&employee(1, "Rina")?, None);
    hand.seal(&employee(2, "Yusuf")?, None);

    let gap = hand.send(&hand.batch_behind(1)?)?;
    assert!(
        matches!(gap, AppendAnswer::Refused(Refusal::Gap { .. })),
        "{gap:?}"
    );
    let own = std::mem::replace(&mut hand.keys, Keypair::from_secret(&[77; 32])?);
    let forged = hand.batch_behind(0)?;
    hand.keys = own;
    let answer = hand.send(&forged)?;
    assert_eq!(answer, AppendAnswer::Refused(Refusal::WrongSignature));
    let mut other = Hand::join(&Centre::plain()?, 3)?;
    other.server = hand.server;
    other.token.clone_from(&hand.token);
    other.seal(&employee(1, "Rina")?, None);
    let answer = other.send(&other.batch_behind(0)?)?;
    assert_eq!(answer, AppendAnswer::Refused(Refusal::UnknownDevice));

    let sound = hand.batch_behind(0)?;
    let name = sound.upload().0;
    for bytes in [&b"bukan kiriman"[..], &sound.bytes()[1..], &[0; 1000]] {
        let answer = said(&hand.send_bytes(&name, bytes)?)?;
        assert_eq!(
            answer,
            AppendAnswer::Refused(Refusal::Damaged),
            "{} bytes",
            bytes.len()
        );
    }
    let mut newer = sound.bytes()[..sound.bytes().len() - 32].to_vec();
    newer[4] = 9;
    let newer = with_hash(newer);
    let answer = hand.send_bytes(&name_of(&newer), &newer)?;
    let answer = said(&answer)?;
    assert_eq!(answer, AppendAnswer::Refused(Refusal::NewerEnvelope));
    let large = vec![0; MAX_LONE_BATCH_BYTES + 1];
    assert_eq!(hand.send_bytes(&[5; 16], &large)?.status, 413);
    hand.token = "tidak ada".to_owned();
    assert_eq!(hand.send_bytes(&name, sound.bytes())?.status, 401);

    // None of it stands in the way.
    hand.greet()?;
    assert_eq!(hand.deliver_behind(0)?.len(), 2);
    assert_eq!(centre.records()?, 2);
    centre.verify()?;
    Ok(())
}

#[test]
fn a_batch_that_unpacks_to_everything_there_is_stays_packed() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let mut hand = Hand::join(&centre, 4)?;
    hand.seal(&employee(1, "Rina")?, None);
    let sound = hand.batch_behind(0)?;
    let zeros = Zstd.pack(&vec![0; 48 << 20])?.bytes;
    assert!(zeros.len() < 64 << 10, "{} bytes", zeros.len());
    // What it says of itself is out of all measure, is at the limit, is a lie.
    for declared in [u64::MAX, 1 << 40, 4 << 20, 1] {
        let bomb = bomb(&sound, declared, &zeros)?;
        let answer = hand.send_bytes(&name_of(&bomb), &bomb)?;
        let answer = said(&answer)?;
        assert_eq!(
            answer,
            AppendAnswer::Refused(Refusal::Damaged),
            "{declared}"
        );
    }
    assert_eq!(hand.deliver_behind(0)?, [OutcomeCode::Applied]);
    Ok(())
}

#[test]
fn two_records_for_one_place_are_both_kept_and_people_are_told() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let mut hand = Hand::join(&centre, 5)?;
    hand.seal(&employee(1, "Rina")?, None);
    hand.deliver_behind(0)?;
    hand.seal(&employee(2, "Yusuf")?, None);
    hand.deliver_behind(1)?;
    hand.forget_behind(1);
    hand.seal(&employee(3, "Hasan")?, None);
    let AppendAnswer::Taken(receipt) = hand.send(&hand.batch_behind(1)?)? else {
        anyhow::bail!("a fork is taken in, too");
    };
    assert_eq!(receipt.forked_at, Some(2), "{receipt:?}");
    let line = centre.office(OFFICE)?;
    assert_eq!(
        (&line["forks"], &line["records"]),
        (&1.into(), &3.into()),
        "{line}"
    );
    centre.verify()?;
    Ok(())
}

#[test]
fn garbage_at_every_door_is_an_answer_and_the_centre_goes_on() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let hand = Hand::join(&centre, 6)?;
    let token = format!("Bearer {}", hand.token);
    let headers = [CBOR[0], ("authorization", token.as_str())];
    for path in ["enrol", "hello", "receipts", "feed", "tidak-ada"] {
        for body in [&[][..], &[0xff; 40], &[0x9f; 5000], &vec![0x5b; 2 << 20]] {
            let answer = http::ask(
                hand.server,
                ("POST", &format!("/v1/{path}")),
                &headers,
                body,
            )?;
            assert!(
                (400..500).contains(&answer.status),
                "{path}: {}",
                answer.status
            );
        }
    }
    for path in ["up/xyz", "up/00", "pack/zz", "file/1", "pack/../health"] {
        let answer = http::ask(hand.server, ("GET", &format!("/v1/{path}")), &headers, &[])?;
        assert!(
            (400..500).contains(&answer.status),
            "{path}: {}",
            answer.status
        );
    }
    let health = http::ask(
        hand.server,
        ("GET", &format!("/v1/health?nonce={}", "ab".repeat(16))),
        &[],
        &[],
    )?;
    assert_eq!(health.status, 200);
    Ok(())
}

/// The batch with another payload: its envelope, and then parts that declare so many bytes.
fn bomb(sound: &Batch, declared: u64, packed: &[u8]) -> anyhow::Result<Vec<u8>> {
    let signature = sound.envelope().signature.0;
    let at = sound.bytes().windows(64).position(|it| it == signature);
    let mut bytes = sound.bytes()[..at.context("a signature")? + 64].to_vec();
    bytes.push(u8::try_from(Packing::Zstd.number())?);
    put(&mut bytes, declared);
    put(&mut bytes, packed.len() as u64);
    bytes.extend_from_slice(packed);
    Ok(with_hash(bytes))
}

/// Seven bits a byte, the lowest first.
fn put(out: &mut Vec<u8>, mut value: u64) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn with_hash(mut bytes: Vec<u8>) -> Vec<u8> {
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

fn name_of(batch: &[u8]) -> [u8; 16] {
    let mut name = [0; 16];
    name.copy_from_slice(&batch[batch.len() - 32..batch.len() - 16]);
    name
}

/// What an answer over HTTP says.
fn said(answer: &http::Answer) -> anyhow::Result<AppendAnswer> {
    AppendAnswer::from_bytes(&answer.body).with_context(|| format!("{answer:?}"))
}
