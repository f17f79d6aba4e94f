//! A network that wants to be signed in to: it answers everything with a page of its own.

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portal {
    /// Plain text, whatever came.
    Plain,
    /// By TLS, with a certificate of its own.
    Tls,
}

const PAGE: &str = "<!doctype html><title>WiFi Hotel Sinabang</title><h1>Silakan masuk</h1>";
/// Nobody waits for a client that says nothing.
const PATIENCE: Duration = Duration::from_secs(10);

impl Portal {
    pub(super) async fn answer(self, client: TcpStream) {
        match self {
            Self::Plain => answer_plainly(client).await,
            Self::Tls => {
                let answered = tokio::task::spawn_blocking(move || answer_by_tls(client)).await;
                // A client that trusts nobody goes away, as it should.
                let _refused = answered;
            }
        }
    }
}

fn page() -> String {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{PAGE}",
        PAGE.len()
    )
}

async fn answer_plainly(mut client: TcpStream) {
    let mut question = [0; 4096];
    if client.read(&mut question).await.is_ok() {
        let _gone = client.write_all(page().as_bytes()).await;
        let _gone = client.shutdown().await;
    }
}

fn answer_by_tls(client: TcpStream) -> anyhow::Result<()> {
    let client = client.into_std()?;
    client.set_nonblocking(false)?;
    client.set_read_timeout(Some(PATIENCE))?;
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()])?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    let mut stream = StreamOwned::new(ServerConnection::new(Arc::new(config))?, client);
    let mut question = [0; 4096];
    let _some = stream.read(&mut question)?;
    stream.write_all(page().as_bytes())?;
    stream.flush()?;
    Ok(())
}
