//! Bytes from one end to the other, no quicker than the line.

use super::counts::Way;
use super::proxy::{Manner, Mood, Shared};
use super::records::Records;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, sleep_until};

/// Bytes that travel together on a slow line.
const SEGMENT: usize = 512;
/// On a quick one.
const LARGE_SEGMENT: usize = 16 * 1024;

/// So late may a timer be without the line losing that time.
const LATE: Duration = Duration::from_millis(20);

/// One way of the line; all connections share it.
#[derive(Debug, Default)]
pub(super) struct Lane(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    manner: Manner,
    free_at: Option<Instant>,
}

impl Lane {
    pub(super) fn behave(&self, manner: Manner) {
        self.hold().manner = manner;
    }

    fn segment(&self) -> usize {
        match self.hold().manner.bits_per_second {
            Some(_) => SEGMENT,
            None => LARGE_SEGMENT,
        }
    }

    /// When the last of so many bytes is on its way, and when it arrives.
    fn book(&self, bytes: usize) -> (Instant, Instant) {
        let mut state = self.hold();
        let now = Instant::now();
        // Whoever woke a little late goes on where the line was: it was never idle.
        let begins = match state.free_at {
            Some(free_at) if now < free_at + LATE => free_at,
            _ => now,
        };
        let takes = state.manner.bits_per_second.map_or(Duration::ZERO, |rate| {
            Duration::from_micros(bytes as u64 * 8 * 1_000_000 / rate.max(1))
        });
        let sent = begins + takes;
        state.free_at = Some(sent);
        (sent, sent + state.manner.round_trip / 2)
    }

    fn hold(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Carries until both ends have closed or one is gone. Dropping it loses what is on its way.
pub(super) async fn both_ways(client: TcpStream, shared: &Arc<Shared>) {
    let Ok(server) = TcpStream::connect(shared.server).await else {
        return;
    };
    let _best_effort = (client.set_nodelay(true), server.set_nodelay(true));
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let records = Mutex::new(Records::default());
    let up = Direction {
        way: Way::Up,
        lane: &shared.up,
        shared,
        records: &records,
    };
    let down = Direction {
        way: Way::Down,
        lane: &shared.down,
        ..up
    };
    tokio::join!(
        up.carry(from_client, to_server),
        down.carry(from_server, to_client)
    );
}

type Due = (Instant, Vec<u8>);

#[derive(Clone, Copy)]
struct Direction<'a> {
    way: Way,
    lane: &'a Lane,
    shared: &'a Arc<Shared>,
    records: &'a Mutex<Records>,
}

impl Direction<'_> {
    async fn carry(self, from: OwnedReadHalf, to: OwnedWriteHalf) {
        let (queue, waiting) = unbounded_channel();
        tokio::join!(self.take_in(from, queue), self.give_out(waiting, to));
    }

    async fn take_in(self, mut from: OwnedReadHalf, queue: UnboundedSender<Due>) {
        let mut buffer = vec![0; LARGE_SEGMENT];
        loop {
            let most = self.lane.segment();
            let Ok(count @ 1..) = from.read(&mut buffer[..most]).await else {
                return;
            };
            self.shared.counts.begun(self.way, count);
            let (sent, arrives) = self.lane.book(count);
            if queue.send((arrives, buffer[..count].to_vec())).is_err() {
                return;
            }
            sleep_until(sent).await;
        }
    }

    async fn give_out(self, mut waiting: UnboundedReceiver<Due>, mut to: OwnedWriteHalf) {
        let mut mood = self.shared.mood.subscribe();
        while let Some((arrives, mut bytes)) = waiting.recv().await {
            sleep_until(arrives).await;
            if mood.wait_for(|it| *it != Mood::Still).await.is_err() {
                return;
            }
            let may_pass = self.shared.counts.until_break(self.way, bytes.len());
            let is_cut = may_pass < bytes.len();
            bytes.truncate(may_pass);
            let counted = {
                let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
                records.count(self.way, &bytes)
            };
            self.shared.counts.add(self.way, (&bytes, counted));
            if to.write_all(&bytes).await.is_err() {
                return;
            }
            if is_cut {
                self.shared.cut();
                return;
            }
        }
        // The other end learns that this one has nothing more to say.
        let _gone = to.shutdown().await;
    }
}
