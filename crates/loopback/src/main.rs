//! `kinerja-loopback`: the same program in a plain browser, for a machine without a display.

use anyhow::Context as _;
use app::{Host as _, Office, SystemHost};
use clap::Parser;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Serves Kinerja Luring on 127.0.0.1 and prints an address that works once.
#[derive(Parser)]
struct Arguments {
    /// Folder of the data; the user's own when not given.
    #[arg(long, env = "KINERJA_DATA")]
    data: Option<PathBuf>,
    /// Folder of the built page.
    #[arg(long, default_value = "ui/dist")]
    page: PathBuf,
    /// Port; a free one when 0.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Where saved files go; the documents folder when not given.
    #[arg(long, env = "KINERJA_SAVE_DIR")]
    save_to: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let mut places = app::default_places(arguments.data);
    if let Some(folder) = arguments.save_to {
        places.documents = folder;
    }
    let host = SystemHost::new(places, "peramban");
    let (token, secret) = (random_text(&host)?, random_text(&host)?);
    let office = Arc::new(Office::start(Arc::new(host)));
    let daily = Arc::clone(&office);
    tokio::task::spawn_blocking(move || daily.keep_daily_backup());

    let _sending = app::sending::SendingWorker::start(Arc::clone(&office))?;

    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port))
        .await
        .context("no port on 127.0.0.1")?;
    let address = listener.local_addr()?.to_string();
    let router = loopback::router(
        office,
        (loopback::Token(token.clone()), loopback::Secret(secret)),
        &address,
        &arguments.page,
    );
    // Whoever started this reads the address from here.
    writeln!(std::io::stdout(), "http://{address}/?token={token}")?;
    std::io::stdout().flush()?;
    axum::serve(listener, router)
        .with_graceful_shutdown(async {
            // A signal that cannot be listened for must not end the server at once.
            if tokio::signal::ctrl_c().await.is_err() {
                loop {
                    tokio::time::sleep(Duration::from_secs(3600)).await;
                }
            }
        })
        .await?;
    Ok(())
}

fn random_text(host: &SystemHost) -> anyhow::Result<String> {
    let mut bytes = [0_u8; 24];
    host.random(&mut bytes).context("no random bytes")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
