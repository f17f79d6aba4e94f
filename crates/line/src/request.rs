//! What is sent, and what comes back.

use crate::{Line, LineError, answer};
use bytes::Bytes;
use futures_util::StreamExt as _;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, RANGE};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use sync::device::Answer;
use sync::message::{
    EnrolmentOutcome, EnrolmentRequest, FeedQuery, PackId, ReceiptsQuery, UploadId,
};
use sync::wire::{MAX_MESSAGE_BYTES, Message as _, SignedHello};

/// Bytes go out in pieces of this size, so that it shows that they move.
const PIECE: usize = 4 * 1024;
const OFFSET: &str = "upload-offset";
const LENGTH: &str = "upload-length";
const TOKEN: &str = "kinerja-token";
const TAKES_PACK: &str = "kinerja-takes-pack";
const PACK_BEGINS: &str = "kinerja-pack-begins";
/// A pack of so many bytes may come along with its offer: two seconds on a line of 64 kbit/s, which
/// is no more than a break may cost.
const MOST_ALONG: usize = 16 * 1024;
const CBOR: HeaderValue = HeaderValue::from_static("application/cbor");
const PIECES: HeaderValue = HeaderValue::from_static("application/offset+octet-stream");

/// What is sent.
#[derive(Clone, Debug)]
pub enum Outgoing {
    /// A greeting.
    Hello(SignedHello),
    /// A batch from this byte on.
    Append {
        /// Which upload.
        upload: UploadId,
        /// The whole batch.
        bytes: Bytes,
        /// The first byte to send.
        offset: u64,
    },
    /// A question for receipts.
    Receipts(ReceiptsQuery),
    /// A question for the next part of a feed.
    NextPack(FeedQuery),
    /// The rest of a pack.
    Pack {
        /// Which pack.
        id: PackId,
        /// What came of it before.
        kept: Vec<u8>,
    },
}

/// What comes back.
#[derive(Debug)]
pub enum Reply {
    /// An answer for the machine.
    Answer(Answer),
    /// An offer, and the pack itself, which came along because it is small.
    WithPack(Answer, Vec<u8>),
    /// The bytes of a pack, all of them.
    Pack(Vec<u8>),
}

/// Tells that bytes moved, and keeps those of a pack that came before the line broke.
pub trait Carried: Send + Sync {
    /// Bytes moved, either way.
    fn moved(&self);

    /// Bytes of the pack came.
    fn came(&self, bytes: &[u8]);
}

/// How many bytes of messages went up and down; what HTTP and TLS add is not counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    up: Arc<AtomicU64>,
    down: Arc<AtomicU64>,
}

impl Tally {
    /// Bytes that went up.
    #[must_use]
    pub fn up(&self) -> u64 {
        self.up.load(Ordering::Relaxed)
    }

    /// Bytes that came down.
    #[must_use]
    pub fn down(&self) -> u64 {
        self.down.load(Ordering::Relaxed)
    }
}

impl Line {
    /// Sends a request and waits for its answer.
    ///
    /// # Errors
    /// [`LineError`] when none came. Bytes that are no answer of the protocol are one:
    /// [`Answer::Foreign`].
    pub async fn send(
        &self,
        outgoing: Outgoing,
        (carried, tally): (Arc<dyn Carried>, &Tally),
    ) -> Result<Reply, LineError> {
        let journey = Journey {
            line: self,
            carried,
            tally,
        };
        match outgoing {
            Outgoing::Hello(hello) => journey.hello(&hello).await,
            Outgoing::Append {
                upload,
                bytes,
                offset,
            } => journey.append(upload, bytes, offset).await,
            Outgoing::Receipts(query) => {
                let (status, body) = journey.ask("receipts", query.to_bytes()).await?;
                Ok(Reply::Answer(answer::receipts(status, &body)))
            }
            Outgoing::NextPack(query) => journey.next_pack(&query).await,
            Outgoing::Pack { id, kept } => journey.pack(id, kept).await,
        }
    }

    /// Asks to be one of an office. `None` when something else than the centre answers.
    ///
    /// # Errors
    /// [`LineError`] when no answer came.
    pub async fn enrol(
        &self,
        request: &EnrolmentRequest,
    ) -> Result<Option<EnrolmentOutcome>, LineError> {
        let journey = Journey {
            line: self,
            carried: Arc::new(Nobody),
            tally: &Tally::default(),
        };
        let (status, body) = journey.ask("enrol", request.to_bytes()).await?;
        Ok(answer::message(status, &body))
    }

    /// How many bytes of an evidence file the centre holds; `None` when it answers otherwise.
    ///
    /// # Errors
    /// [`LineError`] when no answer came.
    pub async fn file_offset(&self, content_hash: &[u8; 32]) -> Result<Option<u64>, LineError> {
        let path = format!("file/{}", answer::hexadecimal(content_hash));
        let response = self
            .authorised(Method::HEAD, &path)
            .send()
            .await
            .map_err(LineError::of)?;
        Ok(answer::offset(&response).filter(|_| response.status().is_success()))
    }

    /// Sends an evidence file from this byte on; answers what became of it.
    ///
    /// # Errors
    /// [`LineError`] when no answer came.
    pub async fn send_file(
        &self,
        content_hash: &[u8; 32],
        (bytes, offset): (Bytes, u64),
        carried: Arc<dyn Carried>,
    ) -> Result<FileReply, LineError> {
        let journey = Journey {
            line: self,
            carried,
            tally: &Tally::default(),
        };
        let path = format!("file/{}", answer::hexadecimal(content_hash));
        let response = journey.pour(&path, bytes, offset).await?;
        Ok(match response.status() {
            StatusCode::OK | StatusCode::CREATED => FileReply::Whole,
            StatusCode::INSUFFICIENT_STORAGE => FileReply::NoRoom,
            StatusCode::NO_CONTENT | StatusCode::CONFLICT => FileReply::Offset,
            _ => FileReply::Refused,
        })
    }

    fn authorised(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, self.address.path(path));
        match self.token() {
            Some(token) => request.header(AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }
}

/// What became of an evidence file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileReply {
    /// The centre holds all of it.
    Whole,
    /// The centre has another number of bytes: ask and go on.
    Offset,
    /// The office's quota is used up.
    NoRoom,
    /// The centre does not take it.
    Refused,
}

/// One request on its way.
struct Journey<'a> {
    line: &'a Line,
    carried: Arc<dyn Carried>,
    tally: &'a Tally,
}

impl Journey<'_> {
    async fn hello(&self, hello: &SignedHello) -> Result<Reply, LineError> {
        self.line.set_token(None);
        let response = self
            .line
            .authorised(Method::POST, "hello")
            .header(CONTENT_TYPE, CBOR)
            .body(self.counted(hello.to_bytes()))
            .send()
            .await
            .map_err(LineError::of)
            .and_then(answer::unless_busy)?;
        let token = response.headers().get(TOKEN).cloned();
        let (status, body) = self.read(response).await?;
        let answer = answer::hello(status, &body);
        if matches!(answer, Answer::Hello(_)) {
            let token = token.and_then(|it| it.to_str().ok().map(str::to_owned));
            self.line.set_token(token);
        }
        Ok(Reply::Answer(answer))
    }

    async fn append(
        &self,
        upload: UploadId,
        bytes: Bytes,
        offset: u64,
    ) -> Result<Reply, LineError> {
        let path = format!("up/{}", answer::hexadecimal(&upload.0));
        let response = self.pour(&path, bytes, offset).await?;
        let offset = answer::offset(&response);
        let (status, body) = self.read(response).await?;
        Ok(Reply::Answer(answer::append(status, offset, &body)))
    }

    /// Sends bytes in pieces.
    async fn pour(&self, path: &str, bytes: Bytes, offset: u64) -> Result<Response, LineError> {
        let length = bytes.len() as u64;
        let rest = bytes.slice(usize::try_from(offset.min(length)).unwrap_or(usize::MAX)..);
        let left = rest.len() as u64;
        let carried = Arc::clone(&self.carried);
        let up = Arc::clone(&self.tally.up);
        let pieces = futures_util::stream::unfold(rest, |mut rest| async move {
            if rest.is_empty() {
                return None;
            }
            let piece = rest.split_to(PIECE.min(rest.len()));
            Some((piece, rest))
        })
        .map(move |piece| {
            carried.moved();
            up.fetch_add(piece.len() as u64, Ordering::Relaxed);
            Ok::<_, std::convert::Infallible>(piece)
        });
        self.line
            .authorised(Method::PATCH, path)
            .header(CONTENT_TYPE, PIECES)
            .header("tus-resumable", "1.0.0")
            .header(OFFSET, offset)
            .header(LENGTH, length)
            .header(reqwest::header::CONTENT_LENGTH, left)
            .body(reqwest::Body::wrap_stream(pieces))
            .send()
            .await
            .map_err(LineError::of)
            .and_then(answer::unless_later)
    }

    async fn ask(&self, path: &str, body: Vec<u8>) -> Result<(StatusCode, Vec<u8>), LineError> {
        let response = self
            .line
            .authorised(Method::POST, path)
            .header(CONTENT_TYPE, CBOR)
            .body(self.counted(body))
            .send()
            .await
            .map_err(LineError::of)
            .and_then(answer::unless_later)?;
        self.read(response).await
    }

    /// Asks for an offer. A small pack comes along and saves a journey there and back.
    async fn next_pack(&self, query: &FeedQuery) -> Result<Reply, LineError> {
        let response = self
            .line
            .authorised(Method::POST, "feed")
            .header(CONTENT_TYPE, CBOR)
            .header(TAKES_PACK, MOST_ALONG)
            .body(self.counted(query.to_bytes()))
            .send()
            .await
            .map_err(LineError::of)
            .and_then(answer::unless_later)?;
        let offer_ends = answer::number(&response, PACK_BEGINS);
        let most = MAX_MESSAGE_BYTES + MOST_ALONG;
        let (status, mut body) = self.read_at_most(response, most).await?;
        let ends = offer_ends.and_then(|at| usize::try_from(at).ok());
        Ok(match ends {
            Some(ends) if ends <= body.len() => {
                let pack = body.split_off(ends);
                Reply::WithPack(answer::offer(status, &body), pack)
            }
            _ => Reply::Answer(answer::offer(status, &body)),
        })
    }

    async fn pack(&self, id: PackId, kept: Vec<u8>) -> Result<Reply, LineError> {
        let path = format!("pack/{}", answer::hexadecimal(&id.0));
        let mut request = self.line.authorised(Method::GET, &path);
        if !kept.is_empty() {
            request = request.header(RANGE, format!("bytes={}-", kept.len()));
        }
        let sent = request.send().await.map_err(LineError::of);
        let mut response = sent.and_then(answer::unless_later)?;
        let mut bytes = match response.status() {
            StatusCode::PARTIAL_CONTENT => kept,
            StatusCode::OK => Vec::new(),
            _ => return Ok(Reply::Answer(Answer::Foreign)),
        };
        while let Some(piece) = response.chunk().await.map_err(LineError::of)? {
            self.count_down(piece.len());
            self.carried.came(&piece);
            bytes.extend_from_slice(&piece);
            if bytes.len() > sync::limits::MAX_PACK_BYTES {
                return Ok(Reply::Answer(Answer::Foreign));
            }
        }
        Ok(Reply::Pack(bytes))
    }

    /// A whole body, unless it is larger than a message may be: then nothing of it.
    async fn read(&self, response: Response) -> Result<(StatusCode, Vec<u8>), LineError> {
        self.read_at_most(response, MAX_MESSAGE_BYTES).await
    }

    async fn read_at_most(
        &self,
        mut response: Response,
        most: usize,
    ) -> Result<(StatusCode, Vec<u8>), LineError> {
        let status = response.status();
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(LineError::of)? {
            self.count_down(piece.len());
            self.carried.moved();
            body.extend_from_slice(&piece);
            if body.len() > most {
                return Ok((status, Vec::new()));
            }
        }
        Ok((status, body))
    }

    fn counted(&self, body: Vec<u8>) -> Vec<u8> {
        self.tally
            .up
            .fetch_add(body.len() as u64, Ordering::Relaxed);
        body
    }

    fn count_down(&self, bytes: usize) {
        self.tally.down.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

/// Nobody looks on.
struct Nobody;

impl Carried for Nobody {
    fn moved(&self) {}

    fn came(&self, _bytes: &[u8]) {}
}
