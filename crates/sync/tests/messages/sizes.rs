//! How many bytes an empty sync takes.

use domain::Timestamp;
use record::{Chain, Stream};
use sync::message::{
    AnnouncedUpload, AppendAnswer, Beacon, DeviceId, Epoch, Feed, FeedPosition, FeedState, Hello,
    HelloAnswer, KnownUpload, Nonce, OfficeId, OutcomeCode, OutcomeRun, Position, Receipt,
    Signature, Standing, StreamAnswer, StreamClaim, UploadId, WireVersion,
};
use sync::wire::{Message, SignedHello};
use sync::{Signer, Statement};

const NOW: Timestamp = Timestamp(1_790_000_000_000_000);

struct Nobody;

impl Signer for Nobody {
    fn sign(&self, _: Statement<'_>) -> Signature {
        Signature([1; 64])
    }
}

fn position(seq: u64) -> Position {
    Position {
        seq,
        chain: Chain([9; 32]),
    }
}

fn feeds() -> Vec<FeedState> {
    let position = FeedPosition {
        seq: 123_456,
        chain: [3; 32],
    };
    [Feed::Common, Feed::Office(OfficeId([4; 16]))]
        .map(|feed| FeedState { feed, position })
        .to_vec()
}

/// An ordinary week: one stream with sixty records that the centre has not, in one batch.
fn hello() -> Hello {
    Hello {
        device: DeviceId([1; 16]),
        nonce: Nonce([2; 16]),
        wire_version: WireVersion(1),
        epoch: Epoch(3),
        streams: vec![StreamClaim {
            stream: Stream([5; 32]),
            head: position(70_060),
            acknowledged: position(70_000),
        }],
        uploads: vec![AnnouncedUpload {
            id: UploadId([6; 16]),
            length: 23_000,
        }],
        feeds: feeds(),
    }
}

fn receipt() -> Receipt {
    Receipt {
        stream: Stream([5; 32]),
        through: position(70_060),
        epoch: Epoch(3),
        server_time: NOW,
        outcomes: vec![OutcomeRun {
            first_seq: 70_001,
            last_seq: 70_060,
            code: OutcomeCode::Applied,
        }],
        forked_at: None,
        signature: Signature([7; 64]),
    }
}

fn answer(receipts: Vec<Receipt>) -> HelloAnswer {
    HelloAnswer {
        nonce: Nonce([2; 16]),
        wire_version: WireVersion(1),
        epoch: Epoch(3),
        standing: Standing::Valid,
        beacon: Beacon {
            time: NOW,
            signature: Signature([8; 64]),
        },
        streams: vec![StreamAnswer {
            stream: Stream([5; 32]),
            shared_seq: 70_000,
            line_head: Some(position(70_000)),
            forked_at: None,
        }],
        uploads: vec![KnownUpload {
            id: UploadId([6; 16]),
            offset: 4_096,
        }],
        feeds: feeds(),
        feeds_valid_through: vec![123_456, 123_456],
        receipts,
        signature: Signature([7; 64]),
    }
}

fn with_older_stream(mut hello: Hello) -> Hello {
    let older = StreamClaim {
        stream: Stream([6; 32]),
        ..hello.streams[0]
    };
    hello.streams.push(older);
    hello
}

#[test]
fn hello_takes_at_most_600_bytes_each_way() {
    let question = SignedHello::sign(hello(), &Nobody).to_bytes().len();
    let older = SignedHello::sign(with_older_stream(hello()), &Nobody)
        .to_bytes()
        .len();
    let plain = answer(Vec::new()).to_bytes().len();
    let with_receipt = answer(vec![receipt()]).to_bytes().len();
    let figures = format!(
        "question {question}, with an older stream {older}, answer {plain}, with a receipt \
         {with_receipt}"
    );
    assert!(question <= 400 && older <= 600, "{figures}");
    assert!(plain <= 450 && with_receipt <= 600, "{figures}");
    // An empty sync is one question and one answer: 1.2 kB with what HTTP adds.
    assert!(question + plain <= 800, "{figures}");
}

#[test]
fn a_receipt_takes_at_most_200_bytes() {
    let taken = AppendAnswer::Taken(Box::new(receipt())).to_bytes().len();
    assert!(receipt().to_bytes().len() <= 180 && taken <= 200, "{taken}");
}
