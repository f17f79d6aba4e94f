//! The thread that sends while people work.

use super::drive::{Drive, Report};
use super::live::Signal;
use crate::{Office, Trouble};
use std::sync::Arc;
use tokio::sync::mpsc::unbounded_channel;

/// Sends while people work; ends when it is dropped. Everything that it does is durable at every
/// moment, so nobody waits for its end.
#[derive(Debug)]
pub struct SendingWorker {
    office: Arc<Office>,
}

impl SendingWorker {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system gave no thread.
    pub fn start(office: Arc<Office>) -> Result<Self, Trouble> {
        let (wake, signals) = unbounded_channel();
        office.live().drive_by(wake);
        let runtime = runtime()?;
        let driven = Arc::clone(&office);
        std::thread::Builder::new()
            .name("sending".to_owned())
            .spawn(move || runtime.block_on(Drive::new(&driven).forever(signals)))?;
        Ok(Self { office })
    }
}

impl Drop for SendingWorker {
    fn drop(&mut self) {
        self.office.live().signal(Signal::Stop);
    }
}

impl Office {
    /// Sends and fetches once, for somebody at a terminal, who waits.
    ///
    /// # Errors
    /// No centre is joined, or this PC's disk refused.
    pub fn send_now(&self) -> Result<Report, Trouble> {
        runtime()?.block_on(Drive::new(self).once())
    }
}

/// What waits for lines: one thread is enough.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Trouble> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}
