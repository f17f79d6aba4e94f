//! Offices that are ready to send, before the clock starts: real chains, real signatures.

use crate::sending::pc::Pc;
use anyhow::{Context as _, anyhow};
use bytes::Bytes;
use central::database::Place;
use central::{Centre, Files, Opening};
use ciphers::Keypair;
use corpus::{Line, WEEK};
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use sync::batch::{CompressionError, Compressor, NoCompressor, Packed, Packing, Zstd};
use sync::joining::EnrolmentCode;
use sync::message::{
    AnnouncedUpload, DeviceId, EnrolmentOutcome, Epoch, Feed, FeedPosition, FeedState, Hello,
    Nonce, OfficeId, Position, StreamClaim, UploadId, WireVersion,
};
use sync::wire::SignedHello;

/// How much an office has to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// A week's evaluations; the centre has its people.
    Week,
    /// A few people, and the centre has nothing.
    Few,
}

/// Offices that are prepared at the same time.
const AT_ONCE: usize = 16;
/// Lines of [`Size::Few`].
const FEW: usize = 12;

/// An office that is ready to send a batch.
pub(super) struct Office {
    pub(super) certificate: Option<[u8; 16]>,
    pub(super) upload: UploadId,
    pub(super) batch: Bytes,
    /// What the receipt must say.
    pub(super) head: Position,
    keys: Keypair,
    device: DeviceId,
    id: OfficeId,
    epoch: Epoch,
    claim: StreamClaim,
}

impl Office {
    /// Its greeting.
    pub(super) fn hello(&self) -> SignedHello {
        let feed = |feed| FeedState {
            feed,
            position: FeedPosition::default(),
        };
        let hello = Hello {
            device: self.device,
            nonce: Nonce([7; 16]),
            wire_version: WireVersion(1),
            epoch: self.epoch,
            streams: vec![self.claim],
            uploads: vec![AnnouncedUpload {
                id: self.upload,
                length: self.batch.len() as u64,
            }],
            feeds: vec![feed(Feed::Common), feed(Feed::Office(self.id))],
        };
        SignedHello::sign(hello, &self.keys)
    }
}

/// Lets offices join the centre whose data this is, which nobody serves now.
pub(super) async fn prepare(
    data: &Path,
    (numbers, size): (Range<u32>, Size),
) -> anyhow::Result<Vec<Office>> {
    let files = Files::folder(&data.join("files"))?;
    let place = Place::File(data.join("pusat.sqlite"));
    let centre = Centre::open(Opening::new(place, files)).await?;
    let mut lines = corpus::lines(WEEK)?;
    if size == Size::Few {
        lines.truncate(FEW);
    }
    let lines: Arc<[Line]> = lines.into();
    stream::iter(numbers)
        .map(|number| {
            let (centre, lines) = (centre.clone(), Arc::clone(&lines));
            tokio::spawn(prepared(centre, (number, size), lines))
        })
        .buffer_unordered(AT_ONCE)
        .map(|it| it.context("it broke off")?)
        .try_collect()
        .await
}

async fn prepared(
    centre: Centre,
    (number, size): (u32, Size),
    lines: Arc<[Line]>,
) -> anyhow::Result<Office> {
    let mut pc = Pc::new(number)?;
    let code = centre.new_code(&format!("Dinas {number}")).await?.code;
    let code: EnrolmentCode = code.parse()?;
    let outcome = centre.enrol(pc.request(&code)).await?;
    let EnrolmentOutcome::Enrolled(answer) = outcome else {
        anyhow::bail!("office {number} may not join");
    };
    pc.office = answer.office();
    let mut acknowledged = pc.head;
    let posts = pc.import(&lines)?;
    if size == Size::Week {
        let people = pc.batch(&Quick)?.into_bytes();
        let receipt = centre.ingest(pc.office, people).await?;
        receipt.map_err(|refusal| anyhow!("refused: {refusal}"))?;
        acknowledged = pc.head;
        pc.rate(&lines, &posts)?;
    }
    let batch = pc.batch(&Quick)?;
    let head = Position::from(pc.head);
    Ok(Office {
        certificate: code.certificate,
        upload: batch.upload(),
        batch: batch.into_bytes().into(),
        head,
        device: pc.device,
        id: pc.office,
        epoch: answer.epoch,
        claim: StreamClaim {
            stream: pc.head.stream,
            head,
            acknowledged: acknowledged.into(),
        },
        keys: pc.keys,
    })
}

/// zstd at its quickest: ten thousand PCs pack their weeks on one machine here, and the centre
/// unpacks all levels alike.
struct Quick;

impl Compressor for Quick {
    fn pack(&self, raw: &[u8]) -> Result<Packed, CompressionError> {
        let bytes = zstd::bulk::compress(raw, 1).map_err(CompressionError::Refused)?;
        if bytes.len() >= raw.len() {
            return NoCompressor.pack(raw);
        }
        Ok(Packed {
            packing: Packing::Zstd,
            bytes,
        })
    }

    fn unpack(
        &self,
        packing: Packing,
        packed: &[u8],
        length: usize,
    ) -> Result<Vec<u8>, CompressionError> {
        Zstd.unpack(packing, packed, length)
    }
}
