//! `serve`.

use super::arguments::{Serve, WhereData};
use super::outcome::{Failure, Outcome, causes, say};
use super::place;
use central::Trouble;
use central::http::{Limits, ServeError, Serving, Site, Transport, serve};
use serde_json::json;
use std::future::Future;
use std::io;

/// Serves until the system says stop.
pub(super) async fn run(
    place: &WhereData,
    (arguments, as_json): (Serve, bool),
) -> Result<Outcome, Failure> {
    if arguments.public_url.is_none() && arguments.listen.ip().is_unspecified() {
        return Err(Failure::usage(format!(
            "Kantor tidak dapat menemukan pusat di {}. Sebutkan alamatnya, misalnya --public-url \
             https://pusat.example:8443.",
            arguments.listen
        )));
    }
    let _served = place::shared(place)?;
    let centre = place::open(place).await?;
    // What an older program only stored.
    centre.understand().await?;
    let serving = Serving {
        listen: arguments.listen,
        transport: if arguments.http {
            Transport::Plain
        } else {
            Transport::OwnCertificate
        },
        public_url: arguments.public_url,
        page: super::pages::folder(arguments.page),
    };
    let announce = |address: &str| {
        say(&if as_json {
            json!({ "address": address }).to_string()
        } else {
            format!("Pusat melayani di {address}")
        });
    };
    let site = Site::new(centre, Limits::default());
    let stop = told_to_stop().map_err(Trouble::from)?;
    serve(site, serving, announce, stop).await?;
    Ok(Outcome::done(
        json!({ "stopped": true }),
        vec!["Pusat berhenti.".to_owned()],
    ))
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        let causes = causes(&error);
        match error {
            ServeError::Trouble(trouble) => trouble.into(),
            ServeError::Listen { address, .. } => Self::nothing(
                "listen",
                format!("Alamat {address} tidak dapat dipakai: {causes}."),
            ),
            _ => Self::nothing("serve", format!("Pusat tidak dapat melayani: {causes}.")),
        }
    }
}

/// Ctrl-C, or what the system's service manager sends. From this call on neither ends the program
/// by itself: who waits for the address may send it at once.
#[cfg(unix)]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Ctrl-C.
#[cfg(windows)]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupted.recv().await;
    })
}
