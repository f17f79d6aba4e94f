//! Tells the page when somebody else wrote, and keeps the daily backup.

use crate::opening::Opening;
use api::Tag;
use app::Office;
use app::sending::SendingWorker;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter as _};

/// How often it is looked whether others wrote: one page of the file, no lock.
const LOOK: Duration = Duration::from_secs(1);
/// How often the daily backup is thought of; a window may stay open for weeks.
const BACKUP: Duration = Duration::from_secs(1800);
/// How long after the start it is thought of first: the start itself has the processor for itself.
const FIRST_BACKUP: Duration = Duration::from_secs(5);

/// Sends while people work, from the first quiet moment on.
fn start_sending(office: &Arc<Office>) -> Option<SendingWorker> {
    SendingWorker::start(Arc::clone(office))
        .inspect_err(|error| tracing::error!(%error, "nothing will be sent"))
        .ok()
}

/// Starts the watcher; it ends with the program.
pub(crate) fn start(app: AppHandle, opening: Opening) {
    std::thread::spawn(move || {
        // The first to ask, so the office is opened here, beside the start of the window.
        let office = opening.office();
        let (mut backup, mut wait) = (Instant::now(), FIRST_BACKUP);
        let mut seen = office.news();
        let mut sending = None;
        loop {
            std::thread::sleep(LOOK);
            let news = office.news();
            if news.is_some() && news != seen {
                seen = news;
                // Which parts of the data is not known.
                if let Err(error) = app.emit("stale", Tag::ALL) {
                    tracing::warn!(%error, "the page could not be told");
                }
            }
            if backup.elapsed() > wait {
                (backup, wait) = (Instant::now(), BACKUP);
                office.keep_daily_backup();
                sending = sending.or_else(|| start_sending(&office));
            }
        }
    });
}
