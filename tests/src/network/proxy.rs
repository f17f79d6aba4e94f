//! The line: a proxy that is slow, far away, broken now and then, or no line at all.

use super::carry::{self, Lane};
use super::counts::{Carried, Counts};
use super::portal::Portal;
use anyhow::Context as _;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What the kernel keeps for a connection: a modem is no warehouse.
const KERNEL_BYTES: u32 = 4096;

/// How a line is, as long as nobody changes its mood.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// Bits a second, each way; `None` for as many as go.
    pub bits_per_second: Option<u64>,
    /// There and back.
    pub round_trip: Duration,
    /// When it breaks by itself.
    pub drops: Option<Drops>,
}

/// A line that breaks by itself, beginning with the first connection.
#[derive(Clone, Copy, Debug)]
pub struct Drops {
    /// The first time after so long.
    pub first: Duration,
    /// Then so long after it came back.
    pub every: Duration,
    /// And is gone for so long.
    pub gone: Duration,
}

impl Manner {
    /// A line that nobody would call one: 64 kbit/s, 600 ms there and back, broken every 30 s and
    /// gone for 5 s each time; `first` says when it breaks first.
    #[must_use]
    pub const fn bad(first: Duration) -> Self {
        Self {
            bits_per_second: Some(64_000),
            round_trip: Duration::from_millis(600),
            drops: Some(Drops {
                first,
                every: Duration::from_secs(30),
                gone: Duration::from_secs(5),
            }),
        }
    }
}

/// What the line does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Bytes go through.
    Open,
    /// Every connection ends at once.
    Gone,
    /// Nothing moves, and nothing ends either.
    Still,
    /// Somebody else answers.
    Portal(Portal),
}

/// A line to a server. It ends when dropped.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    runtime: Option<tokio::runtime::Runtime>,
    breaking: Mutex<Option<JoinHandle<()>>>,
}

/// What all connections of a line share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) server: SocketAddr,
    pub(super) counts: Counts,
    pub(super) mood: watch::Sender<Mood>,
    /// A number for each break: connections of an older one are over.
    pub(super) breaks: watch::Sender<u64>,
    pub(super) up: Lane,
    pub(super) down: Lane,
}

impl Proxy {
    /// A line to this server.
    ///
    /// # Errors
    /// The system gave no port or no thread.
    pub fn to(server: SocketAddr, manner: Manner) -> anyhow::Result<Self> {
        let line = Self::new(server)?;
        line.behave(manner);
        Ok(line)
    }

    fn new(server: SocketAddr) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let shared = Arc::new(Shared {
            server,
            counts: Counts::default(),
            mood: watch::Sender::new(Mood::Open),
            breaks: watch::Sender::new(0),
            up: Lane::default(),
            down: Lane::default(),
        });
        let listener = runtime.block_on(async { listen() })?;
        let address = listener.local_addr()?;
        runtime.spawn(accept(listener, Arc::clone(&shared)));
        Ok(Self {
            address,
            shared,
            runtime: Some(runtime),
            breaking: Mutex::new(None),
        })
    }

    /// From now on the line is like this; when it breaks is counted from the next connection.
    pub fn behave(&self, manner: Manner) {
        self.shared.up.behave(manner);
        self.shared.down.behave(manner);
        let next = match (&self.runtime, manner.drops) {
            (Some(runtime), Some(drops)) => {
                let before = self.carried().connections;
                let shared = Arc::clone(&self.shared);
                Some(runtime.spawn(break_now_and_then((drops, before), shared)))
            }
            _ => None,
        };
        let mut breaking = self.breaking.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(task) = std::mem::replace(&mut *breaking, next) {
            task.abort();
            self.be(Mood::Open);
        }
    }

    /// Where an office finds the centre: `https://…` or `http://…`.
    #[must_use]
    pub fn url(&self, scheme: &str) -> String {
        format!("{scheme}://{}", self.address)
    }

    /// Where the line begins.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on the line does this. What goes through it ends, unless it stands still.
    pub fn be(&self, mood: Mood) {
        self.shared.mood.send_replace(mood);
    }

    /// Breaks every connection once so many bytes more have gone up.
    pub fn break_after_up(&self, bytes: u64) {
        self.shared.counts.break_after_up(bytes);
    }

    /// Breaks the line once so many bytes more have gone up, and nothing goes through for so long.
    pub fn be_gone_after_up(&self, bytes: u64, gone: Duration) {
        self.shared.counts.be_gone_for(gone);
        self.shared.counts.break_after_up(bytes);
    }

    /// Breaks every connection each time so many bytes more have gone up.
    pub fn break_every_up(&self, bytes: u64) {
        self.shared.counts.break_every_up(bytes);
    }

    /// Breaks every connection once so many bytes more have come down.
    pub fn break_after_down(&self, bytes: u64) {
        self.shared.counts.break_after_down(bytes);
    }

    /// What went through.
    #[must_use]
    pub fn carried(&self) -> Carried {
        self.shared.counts.now()
    }

    /// Waits until what went through is enough, or `limit` is over; says whether it was enough.
    #[must_use]
    pub fn wait(&self, limit: Duration, is_enough: impl Fn(&Carried) -> bool) -> bool {
        self.shared.counts.wait(Instant::now() + limit, is_enough)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn listen() -> anyhow::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_recv_buffer_size(KERNEL_BYTES)?;
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
    socket.listen(64).context("no port to listen at")
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((client, _)) = listener.accept().await {
        shared.counts.connection();
        tokio::spawn(serve(client, Arc::clone(&shared)));
    }
}

async fn serve(client: TcpStream, shared: Arc<Shared>) {
    let mut breaks = shared.breaks.subscribe();
    let mut mood = shared.mood.subscribe();
    let now = *mood.borrow_and_update();
    match now {
        Mood::Gone => return,
        Mood::Portal(portal) => return portal.answer(client).await,
        Mood::Open | Mood::Still => {}
    }
    let ends = |mood: &Mood| matches!(mood, Mood::Gone | Mood::Portal(_));
    tokio::select! {
        () = carry::both_ways(client, &shared) => {}
        _ = breaks.changed() => {}
        _ = mood.wait_for(ends) => {}
    }
}

impl Shared {
    /// Ends what goes through; for a while nothing else does, if that was asked for.
    pub(super) fn cut(self: &Arc<Self>) {
        let gone = self.counts.gone_for();
        if !gone.is_zero() {
            self.mood.send_replace(Mood::Gone);
            let shared = Arc::clone(self);
            tokio::spawn(async move {
                tokio::time::sleep(gone).await;
                shared.mood.send_replace(Mood::Open);
            });
        }
        self.breaks.send_modify(|it| *it += 1);
    }
}

async fn break_now_and_then((drops, before): (Drops, u64), shared: Arc<Shared>) {
    shared.counts.connection_after(before).await;
    tokio::time::sleep(drops.first).await;
    loop {
        shared.counts.dropped();
        shared.mood.send_replace(Mood::Gone);
        tokio::time::sleep(drops.gone).await;
        shared.mood.send_replace(Mood::Open);
        tokio::time::sleep(drops.every).await;
    }
}
