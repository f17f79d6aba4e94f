//! Any message at all, for laws.

use domain::{DocumentId, Kind, Period, Timestamp};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use record::{
    Chain, Encoded, Header, HeldReason, Hlc, KindNumber, Record, Revision, Ruling, Stream, Verdict,
    Violation,
};
use sync::message::{
    AdminEntry, AnnouncedUpload, AppendAnswer, Beacon, DeviceCertificate, DeviceId, Epoch, Feed,
    FeedItem, FeedPosition, FeedRecord, FeedRules, FeedState, FeedVerdict, Held, Hello,
    HelloAnswer, KnownUpload, Nonce, OfficeId, OutcomeCode, OutcomeRun, PackId, PackOffer,
    Position, PublicKey, Receipt, Refusal, Revocation, Signature, Standing, StreamAnswer,
    StreamClaim, UploadId, ValidThrough, WireVersion,
};

pub fn stream() -> impl Strategy<Value = Stream> {
    any::<[u8; 32]>().prop_map(Stream)
}

pub fn position() -> impl Strategy<Value = Position> {
    (any::<u64>(), any::<[u8; 32]>()).prop_map(|(seq, chain)| Position {
        seq,
        chain: Chain(chain),
    })
}

pub fn signature() -> impl Strategy<Value = Signature> {
    any::<[u8; 32]>().prop_map(|half| {
        let mut bytes = [7; 64];
        bytes[..32].copy_from_slice(&half);
        Signature(bytes)
    })
}

pub fn time() -> impl Strategy<Value = Timestamp> {
    any::<i64>().prop_map(Timestamp)
}

fn feed() -> impl Strategy<Value = Feed> {
    prop_oneof![
        Just(Feed::Common),
        any::<[u8; 16]>().prop_map(|office| Feed::Office(OfficeId(office))),
    ]
}

fn feed_position() -> impl Strategy<Value = FeedPosition> {
    (any::<u64>(), any::<[u8; 32]>()).prop_map(|(seq, chain)| FeedPosition { seq, chain })
}

pub fn feed_state() -> impl Strategy<Value = FeedState> {
    (feed(), feed_position()).prop_map(|(feed, position)| FeedState { feed, position })
}

pub fn outcome() -> impl Strategy<Value = OutcomeCode> {
    prop_oneof![
        9 => select(vec![
            OutcomeCode::Applied,
            OutcomeCode::Duplicate,
            OutcomeCode::UnknownKind,
            OutcomeCode::Held(Held::Revoked),
            OutcomeCode::Held(Held::ByRule(HeldReason::MissingBase)),
            OutcomeCode::Held(Held::ByRule(HeldReason::Late)),
            OutcomeCode::Held(Held::ByRule(HeldReason::PerhapsLate)),
            OutcomeCode::Rejected(Violation::LocalKind),
            OutcomeCode::Rejected(Violation::DamagedBody),
            OutcomeCode::Rejected(Violation::OtherDocument),
            OutcomeCode::Rejected(Violation::IdentityChanged),
            OutcomeCode::Rejected(Violation::Final),
        ]),
        1 => any::<[u8; 16]>().prop_map(|branch| OutcomeCode::Conflict {
            branch: Revision(branch),
        }),
    ]
}

pub fn receipt() -> impl Strategy<Value = Receipt> {
    let runs = vec((1..500_u64, outcome()), 0..5);
    let rest = (any::<u32>(), time(), of(any::<u64>()), signature());
    (stream(), any::<[u8; 32]>(), 0..1_000_000_u64, runs, rest).prop_map(
        |(stream, chain, before, runs, (epoch, server_time, forked_at, signature))| {
            let mut seq = before;
            let mut outcomes = Vec::new();
            for (count, code) in runs {
                outcomes.push(OutcomeRun {
                    first_seq: seq + 1,
                    last_seq: seq + count,
                    code,
                });
                seq += count;
            }
            Receipt {
                stream,
                through: Position {
                    seq,
                    chain: Chain(chain),
                },
                epoch: Epoch(epoch),
                server_time,
                outcomes,
                forked_at,
                signature,
            }
        },
    )
}

pub fn hello() -> impl Strategy<Value = Hello> {
    let claim = (stream(), position(), of(position())).prop_map(|(stream, head, acknowledged)| {
        StreamClaim {
            stream,
            head,
            acknowledged: acknowledged.unwrap_or(head),
        }
    });
    let upload = (any::<[u8; 16]>(), any::<u64>()).prop_map(|(id, length)| AnnouncedUpload {
        id: UploadId(id),
        length,
    });
    let lists = (vec(claim, 0..4), vec(upload, 0..4), vec(feed_state(), 0..3));
    let ids = (any::<[u8; 16]>(), any::<[u8; 16]>());
    (ids, any::<u16>(), any::<u32>(), lists).prop_map(
        |((device, nonce), wire_version, epoch, (streams, uploads, feeds))| Hello {
            device: DeviceId(device),
            nonce: Nonce(nonce),
            wire_version: WireVersion(wire_version),
            epoch: Epoch(epoch),
            streams,
            uploads,
            feeds,
        },
    )
}

pub fn answer() -> impl Strategy<Value = HelloAnswer> {
    let answered = (stream(), any::<u64>(), of(position()), of(any::<u64>())).prop_map(
        |(stream, shared_seq, line_head, forked_at)| StreamAnswer {
            stream,
            shared_seq,
            line_head,
            forked_at,
        },
    );
    let upload = (any::<[u8; 16]>(), any::<u64>()).prop_map(|(id, offset)| KnownUpload {
        id: UploadId(id),
        offset,
    });
    let lists = (
        vec(answered, 0..4),
        vec(upload, 0..4),
        vec(feed_state(), 0..3),
        vec(any::<u64>(), 0..3),
        vec(receipt(), 0..3),
    );
    let standing = select(vec![Standing::Valid, Standing::Revoked]);
    let head = (any::<[u8; 16]>(), any::<u16>(), any::<u32>(), standing);
    let beacon = (time(), signature()).prop_map(|(time, signature)| Beacon { time, signature });
    (head, beacon, lists, signature()).prop_map(|(head, beacon, lists, signature)| HelloAnswer {
        nonce: Nonce(head.0),
        wire_version: WireVersion(head.1),
        epoch: Epoch(head.2),
        standing: head.3,
        beacon,
        streams: lists.0,
        uploads: lists.1,
        feeds: lists.2,
        feeds_valid_through: lists.3,
        receipts: lists.4,
        signature,
    })
}

pub fn append_answer() -> impl Strategy<Value = AppendAnswer> {
    let refusal = prop_oneof![
        select(vec![
            Refusal::Damaged,
            Refusal::UnknownDevice,
            Refusal::WrongSignature,
            Refusal::BrokenChain,
            Refusal::NewerEnvelope,
        ]),
        of(position()).prop_map(|head| Refusal::Gap { head }),
    ];
    prop_oneof![
        any::<u64>().prop_map(AppendAnswer::Offset),
        receipt().prop_map(|receipt| AppendAnswer::Taken(Box::new(receipt))),
        refusal.prop_map(AppendAnswer::Refused),
    ]
}

pub fn offer() -> impl Strategy<Value = PackOffer> {
    let places = (feed(), feed_position(), feed_position());
    let rest = (any::<u32>(), any::<[u8; 32]>(), any::<u64>(), signature());
    (places, rest).prop_map(|((feed, after, through), rest)| PackOffer {
        feed,
        epoch: Epoch(rest.0),
        after,
        through,
        id: PackId(rest.1),
        length: rest.2,
        signature: rest.3,
    })
}

pub fn certificate() -> impl Strategy<Value = DeviceCertificate> {
    let ids = (any::<[u8; 16]>(), any::<[u8; 16]>(), any::<[u8; 16]>());
    (ids, any::<[u8; 32]>(), time()).prop_map(|(ids, key, at)| DeviceCertificate {
        device: DeviceId(ids.0),
        office: OfficeId(ids.1),
        database: ids.2,
        key: PublicKey(key),
        at,
    })
}

fn admin() -> impl Strategy<Value = AdminEntry> {
    let certificate = certificate().prop_map(AdminEntry::Enrolled);
    let valid = (stream(), any::<u64>()).prop_map(|(stream, seq)| ValidThrough { stream, seq });
    let revocation =
        (any::<[u8; 16]>(), vec(valid, 0..3), time()).prop_map(|(device, valid_through, at)| {
            AdminEntry::Revoked(Revocation {
                device: DeviceId(device),
                valid_through,
                at,
            })
        });
    prop_oneof![certificate, revocation]
}

fn sealed() -> impl Strategy<Value = Record> {
    let body = vec(any::<u8>(), 0..40);
    (stream(), any::<[u8; 16]>(), body, any::<bool>()).prop_map(|(stream, id, bytes, erased)| {
        let header = Header {
            stream,
            seq: 3,
            kind: KindNumber(id[0]),
            schema: 1,
            doc_id: DocumentId::from_bytes(id),
            base_rev: None,
            actor: domain::UserId::from_bytes(id),
            hlc: Hlc(77),
            beacon: None,
        };
        let record = Record::seal(header, id, Encoded { schema: 1, bytes });
        if erased { record.redacted() } else { record }
    })
}

pub fn item() -> impl Strategy<Value = FeedItem> {
    let period = prop_oneof![
        (1900..=2999_i32).prop_map(|year| Period::Year { year }),
        (1900..=2999_i32, 1..=12_u32).prop_map(|(year, month)| Period::Month { year, month }),
        (1900..=2999_i32, 1..=4_u32).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
    ];
    let place = (stream(), position(), outcome());
    prop_oneof![
        (place, time(), of(sealed())).prop_map(
            |((stream, place, outcome), received_at, record)| {
                FeedItem::Record(Box::new(FeedRecord {
                    stream,
                    place,
                    received_at,
                    outcome,
                    record,
                }))
            }
        ),
        (stream(), position(), outcome()).prop_map(|(stream, place, outcome)| {
            FeedItem::Outcome {
                stream,
                place,
                outcome,
            }
        }),
        (period, time()).prop_map(|(period, at)| FeedItem::Closing { period, at }),
        admin().prop_map(FeedItem::Admin),
        verdict().prop_map(|given| FeedItem::Verdict(Box::new(given))),
        rules(),
    ]
}

/// Rules: any bytes, because only a newer program may know what stands in them.
pub fn rules() -> impl Strategy<Value = FeedItem> {
    (any::<u32>(), vec(any::<u8>(), 0..60))
        .prop_map(|(version, package)| FeedItem::Rules(Box::new(FeedRules { version, package })))
}

fn verdict() -> impl Strategy<Value = FeedVerdict> {
    let about = (any::<[u8; 16]>(), any::<[u8; 16]>(), any::<bool>());
    (about, (".{0,40}", ".{0,20}"), time()).prop_map(
        |((document, revision, is_final), (reason, by), at)| FeedVerdict {
            kind: Kind::Evaluation,
            doc_id: DocumentId::from_bytes(document),
            verdict: Verdict {
                revision: Revision(revision),
                ruling: if is_final {
                    Ruling::Final
                } else {
                    Ruling::Returned
                },
                reason,
                by,
                at,
            },
        },
    )
}
