//! Enrolment, health, and the questions beside `hello`.

use crate::arbitrary::{certificate, feed_state, position, receipt, signature, stream, time};
use crate::round_trip::{Hash, check};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;
use sync::device::{DeviceState, StreamState};
use sync::joining::{
    LetterError, is_joining_file, read_answer, read_request, write_answer, write_request,
};
use sync::message::{
    Beacon, DeviceId, EnrolmentAnswer, EnrolmentOutcome, EnrolmentRefusal, EnrolmentRequest, Epoch,
    FeedQuery, Health, Nonce, PublicKey, Receipts, ReceiptsQuery, Standing, StreamClaim, code_name,
    proof_key,
};

pub fn request() -> impl Strategy<Value = EnrolmentRequest> {
    let ids = (any::<[u8; 8]>(), any::<[u8; 16]>(), any::<[u8; 16]>());
    let keys = (any::<[u8; 32]>(), "age1[a-z0-9]{0,60}", "\\PC{0,64}");
    let proofs = (any::<[u8; 32]>(), signature());
    (ids, keys, proofs).prop_map(|(ids, keys, (proof, signature))| EnrolmentRequest {
        code: ids.0,
        device: DeviceId(ids.1),
        database: ids.2,
        key: PublicKey(keys.0),
        seal_to: keys.1,
        name: keys.2,
        proof,
        signature,
    })
}

pub fn outcome() -> impl Strategy<Value = EnrolmentOutcome> {
    let texts = ("\\PC{0,80}", "age1[a-z0-9]{0,60}");
    let signed = (
        any::<[u8; 32]>(),
        any::<u32>(),
        time(),
        signature(),
        signature(),
    );
    let answer = (certificate(), texts, signed).prop_map(|(certificate, texts, signed)| {
        EnrolmentOutcome::Enrolled(Box::new(EnrolmentAnswer {
            certificate,
            office_name: texts.0,
            centre: PublicKey(signed.0),
            seal_to: texts.1,
            epoch: Epoch(signed.1),
            beacon: Beacon {
                time: signed.2,
                signature: signed.3,
            },
            signature: signed.4,
        }))
    });
    let refusal = select(vec![
        EnrolmentRefusal::UnknownCode,
        EnrolmentRefusal::UsedCode,
        EnrolmentRefusal::ExpiredCode,
        EnrolmentRefusal::WrongProof,
        EnrolmentRefusal::OtherDevice,
    ]);
    prop_oneof![answer, refusal.prop_map(EnrolmentOutcome::Refused)]
}

pub fn health() -> impl Strategy<Value = Health> {
    (any::<[u8; 16]>(), time(), signature()).prop_map(|(nonce, time, signature)| Health {
        nonce: Nonce(nonce),
        time,
        signature,
    })
}

pub fn receipts_query() -> impl Strategy<Value = ReceiptsQuery> {
    (stream(), position(), position()).prop_map(|(stream, head, acknowledged)| {
        ReceiptsQuery(StreamClaim {
            stream,
            head,
            acknowledged,
        })
    })
}

pub fn receipts() -> impl Strategy<Value = Receipts> {
    vec(receipt(), 0..4).prop_map(Receipts)
}

pub fn feed_query() -> impl Strategy<Value = FeedQuery> {
    (feed_state(), stream(), position()).prop_map(|(after, stream, through)| FeedQuery {
        after,
        has: (stream, through),
    })
}

pub fn device_state() -> impl Strategy<Value = DeviceState> {
    let streams = vec((stream(), position()), 1..4);
    let beacon = proptest::option::of((time(), signature()));
    let flags = (any::<bool>(), any::<bool>(), any::<u32>());
    (
        any::<[u8; 16]>(),
        streams,
        vec(feed_state(), 0..3),
        beacon,
        flags,
    )
        .prop_map(
            |(device, streams, feeds, beacon, (revoked, paused, epoch))| DeviceState {
                device: DeviceId(device),
                current: streams[0].0,
                streams: streams
                    .into_iter()
                    .map(|(stream, acknowledged)| (stream, StreamState { acknowledged }))
                    .collect(),
                feeds: feeds
                    .into_iter()
                    .map(|it| (it.feed, it.position))
                    .collect::<BTreeMap<_, _>>(),
                epoch: Epoch(epoch),
                beacon: beacon.map(|(time, signature)| Beacon { time, signature }),
                standing: if revoked {
                    Standing::Revoked
                } else {
                    Standing::Valid
                },
                paused,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn requests(message in request()) {
        check(&message);
    }

    #[test]
    fn answers(message in outcome()) {
        check(&message);
    }

    #[test]
    fn healths(message in health()) {
        check(&message);
    }

    #[test]
    fn questions_for_receipts(message in receipts_query()) {
        check(&message);
    }

    #[test]
    fn lists_of_receipts(message in receipts()) {
        check(&message);
    }

    #[test]
    fn questions_for_feeds(message in feed_query()) {
        check(&message);
    }

    #[test]
    fn what_a_device_remembers(state in device_state()) {
        let bytes = state.to_bytes();
        prop_assert_eq!(DeviceState::from_bytes(&bytes).expect("a state"), state);
        for length in 0..bytes.len() {
            prop_assert!(DeviceState::from_bytes(&bytes[..length]).is_err());
        }
    }

    #[test]
    fn whoever_has_the_code_proves_it_and_nobody_else(
        message in request(),
        secret in any::<[u8; 10]>(),
        other in any::<[u8; 10]>(),
        name in "\\PC{1,9}",
    ) {
        prop_assume!(secret != other);
        let asked = EnrolmentRequest { key: PublicKey([1; 32]), ..message }.prove(&secret, &Hash);
        prop_assert_eq!(asked.code, code_name(&secret));
        prop_assert!(asked.is_proved(&proof_key(&secret), &Hash));
        prop_assert!(!asked.is_proved(&proof_key(&other), &Hash));
        let changed = EnrolmentRequest { name: format!("{}{name}", asked.name), ..asked.clone() };
        prop_assert!(!changed.is_proved(&proof_key(&secret), &Hash));
        let stolen = EnrolmentRequest { key: PublicKey([2; 32]), ..asked };
        prop_assert!(!stolen.is_proved(&proof_key(&secret), &Hash));
    }

    #[test]
    fn an_answer_is_for_its_request_by_its_centre(message in request(), answer in outcome()) {
        let EnrolmentOutcome::Enrolled(answer) = answer else { return Ok(()); };
        let mut answer = *answer;
        answer.certificate.device = message.device;
        answer.certificate.database = message.database;
        answer.certificate.key = message.key;
        answer.centre = PublicKey([1; 32]);
        answer.beacon = Beacon::at(answer.beacon.time).sign(&Hash);
        let answer = answer.unsigned().sign(&Hash);
        let centre = PublicKey([1; 32]).fingerprint();
        prop_assert!(answer.answers(&message, centre, &Hash));
        prop_assert!(!answer.answers(&message, PublicKey([2; 32]).fingerprint(), &Hash));
        let renamed = EnrolmentAnswer { office_name: "Dinas Lain!".to_owned(), ..answer.clone() };
        prop_assert_eq!(
            renamed.answers(&message, centre, &Hash),
            renamed.office_name == answer.office_name
        );
        let other = EnrolmentRequest { device: DeviceId([0xee; 16]), ..message };
        prop_assert!(!answer.answers(&other, centre, &Hash));
    }

    #[test]
    fn files_that_carry_them(message in request(), answer in outcome()) {
        let (asked, told) = (write_request(&message), write_answer(&answer));
        prop_assert!(is_joining_file(&asked) && !is_joining_file(&told));
        prop_assert_eq!(read_request(&asked).expect("a request"), message);
        prop_assert_eq!(read_answer(&told).expect("an answer"), answer);
        prop_assert!(matches!(read_request(&told), Err(LetterError::OtherFile)));
        for length in 0..asked.len() {
            prop_assert!(read_request(&asked[..length]).is_err());
        }
        for at in 0..told.len() {
            let mut flipped = told.clone();
            flipped[at] ^= 4;
            prop_assert!(read_answer(&flipped).is_err(), "byte {}", at);
        }
    }
}

#[test]
fn health_answers_one_question() {
    let asked = Nonce([3; 16]);
    let answer = Health::answer(asked, domain::Timestamp(9)).sign(&Hash);
    assert!(answer.answers(asked, &PublicKey([1; 32]), &Hash));
    assert!(!answer.answers(Nonce([4; 16]), &PublicKey([1; 32]), &Hash));
    assert!(!answer.answers(asked, &PublicKey([2; 32]), &Hash));
}
