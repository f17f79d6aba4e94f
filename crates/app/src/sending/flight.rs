//! A request on its way.

use super::machine::Machine;
use crate::{Desk, Trouble};
use bytes::Bytes;
use line::{Carried, LineError, Outgoing, Reply, Tally};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use store::StoreError;
use sync::batch::Zstd;
use sync::device::{Answer, Request, RequestId};
use sync::message::{FeedQuery, PackId, ReceiptsQuery};
use sync::wire::{SignedHello, open_pack};
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;

/// That bytes move is told at most so often.
const TOLD_EVERY: Duration = Duration::from_secs(1);

/// What a request tells while it is on its way.
#[derive(Debug)]
pub(crate) enum News {
    /// Bytes moved.
    Moved(RequestId),
    /// It came back, or will not.
    Ended(RequestId, Result<Answer, LineError>),
    /// A file came through, or did not.
    FileEnded([u8; 32], Result<Option<line::FileReply>, LineError>),
}

/// A request on its way. Dropping it closes its line.
pub(crate) struct Flight {
    pub(crate) id: RequestId,
    task: JoinHandle<()>,
}

/// What came of a pack before its line broke.
#[derive(Clone, Default)]
pub(crate) struct KeptPack(Arc<Mutex<Kept>>);

type Kept = Option<(PackId, Vec<u8>)>;

impl Flight {
    /// Sends a request.
    pub(crate) fn begin(
        (id, outgoing): (RequestId, Outgoing),
        machine: &Machine,
        (kept, tally): (&KeptPack, &Tally),
        news: UnboundedSender<News>,
    ) -> Self {
        let pack = match &outgoing {
            Outgoing::Pack { id, .. } => Some(*id),
            _ => None,
        };
        let carried = Arc::new(Watching {
            id,
            kept: kept.clone(),
            news: news.clone(),
            told: Mutex::new(None),
        });
        let (line, tally, kept) = (machine.line.clone(), tally.clone(), kept.clone());
        let task = tokio::spawn(async move {
            if let Some(bytes) = whole(&outgoing) {
                let _ = news.send(News::Ended(id, Ok(kept.open(pack, &bytes))));
                return;
            }
            let ended = line.send(outgoing, (carried, &tally)).await;
            let answer = ended.map(|reply| match reply {
                Reply::Answer(answer) => answer,
                Reply::WithPack(answer, bytes) => {
                    kept.take_along(&answer, bytes);
                    answer
                }
                Reply::Pack(bytes) => kept.open(pack, &bytes),
            });
            // Whoever waited is gone when the program ends.
            let _ = news.send(News::Ended(id, answer));
        });
        Self { id, task }
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What a request of the machine sends.
pub(crate) fn outgoing(
    desk: &Desk<'_>,
    machine: &Machine,
    (request, kept): (Request, &KeptPack),
) -> Result<Outgoing, Trouble> {
    Ok(match request {
        Request::Hello(hello) => Outgoing::Hello(SignedHello::sign(hello, &*machine.keys)),
        Request::Append { upload, offset } => {
            let bytes = desk.read(|view| view.batch_bytes(&upload.0))?;
            Outgoing::Append {
                upload,
                bytes: Bytes::from(bytes.ok_or(StoreError::Corrupt)?),
                offset,
            }
        }
        Request::Receipts(claim) => Outgoing::Receipts(ReceiptsQuery(claim)),
        Request::NextPack { after, has } => Outgoing::NextPack(FeedQuery { after, has }),
        Request::Pack { id } => Outgoing::Pack {
            id,
            kept: kept.of(id),
        },
    })
}

/// The pack that is asked for, when all of it came along with its offer.
fn whole(outgoing: &Outgoing) -> Option<Vec<u8>> {
    match outgoing {
        Outgoing::Pack { id, kept } if blake3::hash(kept) == blake3::Hash::from(id.0) => {
            Some(kept.clone())
        }
        _ => None,
    }
}

impl KeptPack {
    /// Keeps a pack that came along with its offer. It is looked at once the offer is.
    fn take_along(&self, answer: &Answer, bytes: Vec<u8>) {
        if let Answer::Offer(Some(offer)) = answer {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            *kept = Some((offer.id, bytes));
        }
    }

    /// What came of this pack before; what came of another one is forgotten.
    fn of(&self, id: PackId) -> Vec<u8> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((found, bytes)) if *found == id => bytes.clone(),
            _ => {
                *kept = Some((id, Vec::new()));
                Vec::new()
            }
        }
    }

    fn add(&self, bytes: &[u8]) {
        if let Some((_, kept)) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            kept.extend_from_slice(bytes);
        }
    }

    /// The whole pack, when the bytes are those that were asked for.
    fn open(&self, asked: Option<PackId>, bytes: &[u8]) -> Answer {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
        match open_pack(bytes, &Zstd) {
            Ok(pack) if Some(pack.id) == asked => Answer::Pack(Box::new(pack)),
            _ => Answer::Foreign,
        }
    }
}

/// Tells that bytes move.
struct Watching {
    id: RequestId,
    kept: KeptPack,
    news: UnboundedSender<News>,
    told: Mutex<Option<Instant>>,
}

impl Carried for Watching {
    fn moved(&self) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_none_or(|at| at.elapsed() >= TOLD_EVERY) {
            *told = Some(Instant::now());
            let _ = self.news.send(News::Moved(self.id));
        }
    }

    fn came(&self, bytes: &[u8]) {
        self.kept.add(bytes);
        self.moved();
    }
}
