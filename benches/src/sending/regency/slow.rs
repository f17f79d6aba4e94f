//! Offices on lines on which next to nothing moves: each holds a connection in the middle of an
//! upload until it is told to end it.

use super::prepare::Office;
use anyhow::Context as _;
use bytes::Bytes;
use futures_util::stream;
use reqwest::{Body, Client};
use std::fmt::Write as _;
use std::time::Duration;
use sync::message::AppendAnswer;
use sync::wire::Message as _;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// One connection is opened after the other.
const APART: Duration = Duration::from_millis(5);
/// How often something moves, and how many bytes.
const STILL: Duration = Duration::from_secs(5);
const PIECE: usize = 4;

/// The connections.
pub(super) struct Slow {
    running: JoinSet<anyhow::Result<()>>,
    open: watch::Sender<usize>,
    finish: watch::Sender<bool>,
}

impl Slow {
    /// Opens a connection for each office, and waits until all are open.
    pub(super) async fn open(offices: Vec<Office>, url: &str) -> anyhow::Result<Self> {
        // Another part of the program may have chosen before; it is the same one.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .tls_danger_accept_invalid_certs(true)
            .http1_only()
            .build()?;
        let count = offices.len();
        let mut slow = Self {
            running: JoinSet::new(),
            open: watch::Sender::new(0),
            finish: watch::Sender::new(false),
        };
        for office in offices {
            let upload = Upload {
                office,
                client: client.clone(),
                url: url.to_owned(),
                open: slow.open.clone(),
                finish: slow.finish.subscribe(),
            };
            slow.running.spawn(upload.run());
            sleep(APART).await;
        }
        let mut open = slow.open.subscribe();
        tokio::select! {
            all = open.wait_for(|open| *open >= count) => {
                all?;
            }
            Some(ended) = slow.running.join_next() => {
                ended??;
                anyhow::bail!("a connection ended before it was told to");
            }
        }
        Ok(slow)
    }

    /// How many are in the middle of an upload.
    pub(super) fn open_now(&self) -> usize {
        *self.open.borrow()
    }

    /// Lets all uploads end; answers what went wrong with any.
    pub(super) async fn finish(mut self) -> Vec<anyhow::Error> {
        self.finish.send_replace(true);
        let mut errors = Vec::new();
        while let Some(ended) = self.running.join_next().await {
            if let Err(error) = ended.context("it broke off").flatten() {
                errors.push(error.context("a slow connection"));
            }
        }
        errors
    }
}

struct Upload {
    office: Office,
    client: Client,
    url: String,
    open: watch::Sender<usize>,
    finish: watch::Receiver<bool>,
}

impl Upload {
    async fn run(self) -> anyhow::Result<()> {
        let greeting = self.client.post(format!("{}/v1/hello", self.url));
        let greeting = greeting.header("content-type", "application/cbor");
        let greeted = greeting.body(self.office.hello().to_bytes()).send().await?;
        let token = greeted.headers().get("kinerja-token").context("no token")?;
        let token = format!("Bearer {}", token.to_str()?);
        let mut path = format!("{}/v1/up/", self.url);
        for byte in self.office.upload.0 {
            write!(path, "{byte:02x}")?;
        }
        let answered = self
            .client
            .patch(path)
            .header("authorization", token)
            .header("content-type", "application/offset+octet-stream")
            .header("tus-resumable", "1.0.0")
            .header("upload-offset", 0)
            .header("upload-length", self.office.batch.len())
            .header("content-length", self.office.batch.len())
            .body(trickle((self.office.batch, self.open), self.finish))
            .send()
            .await?;
        let answer = AppendAnswer::from_bytes(&answered.bytes().await?)?;
        let AppendAnswer::Taken(receipt) = answer else {
            anyhow::bail!("not taken: {answer:?}");
        };
        anyhow::ensure!(
            receipt.through == self.office.head,
            "another place: {receipt:?}"
        );
        Ok(())
    }
}

/// A body of which a few bytes go now and then, and the rest when all is to end.
fn trickle((batch, open): (Bytes, watch::Sender<usize>), finish: watch::Receiver<bool>) -> Body {
    Body::wrap_stream(stream::unfold(
        (batch, open, finish, true),
        |(mut left, open, mut finish, is_first)| async move {
            if left.is_empty() {
                return None;
            }
            let mut piece = PIECE.min(left.len());
            if is_first {
                open.send_modify(|it| *it += 1);
            } else if left.len() > PIECE {
                tokio::select! {
                    _ = finish.wait_for(|it| *it) => piece = left.len(),
                    () = sleep(STILL) => {}
                }
            } else {
                // The last bytes: with them the upload would be over.
                let _told = finish.wait_for(|it| *it).await;
            }
            let piece = left.split_to(piece);
            Some((anyhow::Ok(piece), (left, open, finish, false)))
        },
    ))
}
