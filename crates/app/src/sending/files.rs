//! Evidence files: after everything else, one at a time, each going on where it was cut off.

use super::flight::News;
use super::machine::Machine;
use crate::{Desk, Operation, Trouble};
use bytes::Bytes;
use line::{Carried, FileReply, Line, LineError};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinHandle;

/// How often one file is begun again in one session before the next one has its turn.
const TRIES: usize = 3;

/// The lane of the files in one session.
#[derive(Default)]
pub(crate) struct FileLane {
    passed_over: BTreeSet<[u8; 32]>,
    flight: Option<JoinHandle<()>>,
}

impl FileLane {
    /// Whether a file is on its way.
    pub(crate) const fn is_busy(&self) -> bool {
        self.flight.is_some()
    }

    /// Makes way for what is worth more.
    pub(crate) fn stop(&mut self) {
        if let Some(flight) = self.flight.take() {
            flight.abort();
        }
    }

    /// Begins again with the first file.
    pub(crate) fn restart(&mut self) {
        self.stop();
        self.passed_over.clear();
    }

    /// Sends the next file; answers whether there was one.
    pub(crate) fn next(
        &mut self,
        desk: &Desk<'_>,
        (machine, news): (&Machine, &UnboundedSender<News>),
    ) -> Result<bool, Trouble> {
        self.stop();
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method's path has one lifetime, and a read lends any"
        )]
        let waiting = desk.read(|view| view.unsent_files())?;
        for hash in waiting {
            if self.passed_over.contains(&hash) {
                continue;
            }
            let mut content = Vec::new();
            let files = desk.place.store.evidence_files();
            if let Err(error) = files.read_to(&hash, &mut content) {
                // `periksa` names it; what is sealed says what it was.
                tracing::warn!(%error, "an evidence file cannot be sent");
                self.passed_over.insert(hash);
                continue;
            }
            let (line, news) = (machine.line.clone(), news.clone());
            self.flight = Some(tokio::spawn(async move {
                let ended = carry(&line, hash, content.into()).await;
                let _ = news.send(News::FileEnded(hash, ended));
            }));
            return Ok(true);
        }
        Ok(false)
    }

    /// A file came through, or did not; answers whether the lane goes on.
    pub(crate) fn ended(
        &mut self,
        desk: &Desk<'_>,
        hash: [u8; 32],
        reply: Result<Option<FileReply>, LineError>,
    ) -> Result<Lane, Trouble> {
        self.flight = None;
        match reply {
            Ok(Some(FileReply::Whole)) => {
                desk.transact(Operation::Send, |act| Ok(act.note_sent_file(&hash)?))?;
                Ok(Lane::GoesOn)
            }
            Ok(Some(FileReply::NoRoom)) => Ok(Lane::IsFull),
            Ok(Some(FileReply::Offset | FileReply::Refused) | None) => {
                self.passed_over.insert(hash);
                Ok(Lane::GoesOn)
            }
            Err(error) => {
                tracing::debug!(%error, "the line broke under an evidence file");
                Ok(Lane::Rests)
            }
        }
    }
}

/// How the lane goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// With the next file.
    GoesOn,
    /// Not before the next session.
    Rests,
    /// Not before somebody makes room at the centre.
    IsFull,
}

async fn carry(
    line: &Line,
    hash: [u8; 32],
    content: Bytes,
) -> Result<Option<FileReply>, LineError> {
    let mut reply = None;
    for _ in 0..TRIES {
        let Some(offset) = line.file_offset(&hash).await? else {
            return Ok(None);
        };
        if offset >= content.len() as u64 && !content.is_empty() {
            return Ok(Some(FileReply::Whole));
        }
        let sent = line.send_file(&hash, (content.clone(), offset), Arc::new(Quiet));
        reply = Some(sent.await?);
        if reply != Some(FileReply::Offset) {
            break;
        }
    }
    Ok(reply)
}

/// Nobody watches a file.
struct Quiet;

impl Carried for Quiet {
    fn moved(&self) {}

    fn came(&self, _bytes: &[u8]) {}
}
