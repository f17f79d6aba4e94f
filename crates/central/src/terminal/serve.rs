//! `serve`.

use super::arguments::{Serve, WhereData};
use super::outcome::{Failure, Outcome, causes, say};
use super::place;
use central::http::{Limits, ServeError, Serving, Site, Transport, serve};
use serde_json::json;

/// Serves until the system says stop.
pub(super) async fn run(
    place: &WhereData,
    (arguments, as_json): (Serve, bool),
) -> Result<Outcome, Failure> {
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
    serve(site, serving, announce, told_to_stop()).await?;
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

/// Ctrl-C, or what the system's service manager sends.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
        let _told = tokio::signal::ctrl_c().await;
    }
    #[cfg(not(unix))]
    let _told = interrupted.await;
}
