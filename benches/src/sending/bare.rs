//! What a line itself takes: the same bytes over it, without a word said about them.

use journeys::network::{Manner, Proxy};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How often somebody knocks at a line that is gone.
const KNOCK: Duration = Duration::from_millis(20);

/// How long so many bytes are on their way over such a line, sent by somebody who greets nobody,
/// waits for no answer, and goes on after a break with the very byte that is missing.
///
/// # Errors
/// The system gave no port.
pub(super) fn bare(bytes: u64, manner: Manner) -> anyhow::Result<Duration> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let line = Proxy::to(listener.local_addr()?, manner)?;
    let arrived = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&arrived);
    // It ends with the process: what it waits for is a connection that nobody makes any more.
    thread::spawn(move || take(&listener, &count));

    let begun = Instant::now();
    loop {
        let missing = bytes.saturating_sub(arrived.load(Ordering::Relaxed));
        if missing == 0 {
            return Ok(begun.elapsed());
        }
        // A line that breaks is why somebody measures.
        if send(&line, missing, || arrived.load(Ordering::Relaxed) >= bytes).is_err() {
            thread::sleep(KNOCK);
        }
    }
}

fn take(listener: &TcpListener, arrived: &AtomicU64) {
    let mut room = [0; 4096];
    for mut connection in listener.incoming().flatten() {
        while let Ok(count @ 1..) = connection.read(&mut room) {
            arrived.fetch_add(count as u64, Ordering::Relaxed);
        }
    }
}

fn send(line: &Proxy, missing: u64, is_there: impl Fn() -> bool) -> std::io::Result<()> {
    let mut connection = TcpStream::connect(line.address())?;
    std::io::copy(&mut std::io::repeat(b'.').take(missing), &mut connection)?;
    connection.flush()?;
    // What was written may still be on its way, or be lost with the line.
    connection.set_read_timeout(Some(KNOCK))?;
    while !is_there() {
        match connection.read(&mut [0]) {
            Ok(_) => return Err(std::io::ErrorKind::ConnectionReset.into()),
            Err(error) if is_patience(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn is_patience(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
    )
}
