//! Listening, with TLS or without, until somebody says stop.

use super::conduct::Site;
use super::routes::router;
use crate::Trouble;
use crate::pages::{self, Pages};
use crate::tables::centre::Shown;
use axum_server::Handle;
use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Running requests may go on for so long after the centre was told to stop.
const PATIENCE: Duration = Duration::from_secs(30);
/// A line on which no request begins for so long is closed.
const SILENCE: Duration = Duration::from_secs(60);

/// A record of TLS is read when all of it is there. On a line of 64 kbit/s the usual one takes two
/// seconds, and what came of it is lost when the line breaks.
const RECORD: usize = 4 * 1024;

/// How the centre listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Where; port 0 takes any that is free.
    pub listen: SocketAddr,
    /// With TLS or without.
    pub transport: Transport,
    /// Where offices find it, when that is not where it listens.
    pub public_url: Option<String>,
    /// The folder of the built page; without one the centre has no pages.
    pub page: Option<PathBuf>,
}

/// With TLS or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// TLS by a certificate of the centre's own, whose fingerprint enrolment codes name.
    OwnCertificate,
    /// Plain HTTP, for a proxy on the same machine that brings TLS.
    Plain,
}

/// Why the centre does not listen.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken, or not this machine's.
    #[error("the centre cannot listen at {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The certificate cannot be used.
    #[error("the certificate cannot be used")]
    Certificate(#[from] rustls::Error),
    /// Listening ended.
    #[error("the centre does not listen any more")]
    Ended(#[source] std::io::Error),
    /// The centre.
    #[error("the centre cannot begin")]
    Trouble(#[from] Trouble),
}

/// Serves until `stop` is ready, then lets running requests end. `announce` is told the address as
/// soon as the centre listens.
///
/// # Errors
/// [`ServeError`].
pub async fn serve(
    site: Site,
    serving: Serving,
    announce: impl FnOnce(&str),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let address = serving.listen;
    let (listener, local) =
        bind(address).map_err(|source| ServeError::Listen { address, source })?;
    let scheme = match serving.transport {
        Transport::OwnCertificate => "https",
        Transport::Plain => "http",
    };
    let here = format!("{scheme}://{local}");
    let url = serving.public_url.clone().unwrap_or_else(|| here.clone());
    let handle = Handle::new();
    let listening = listen(&site, (&serving, &url), (listener, handle.clone()));
    let mut listening = std::pin::pin!(listening);
    note_address(&site, (url.clone(), serving.transport)).await?;
    let begun = async {
        handle.listening().await;
        announce(&here);
        stop.await;
    };
    tokio::select! {
        ended = &mut listening => return ended,
        () = begun => {}
    }
    site.stop();
    handle.graceful_shutdown(Some(PATIENCE));
    listening.await
}

fn bind(address: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let local = listener.local_addr()?;
    Ok((listener, local))
}

async fn listen(
    site: &Site,
    (serving, url): (&Serving, &str),
    (listener, handle): (TcpListener, Handle<SocketAddr>),
) -> Result<(), ServeError> {
    let mut router = router(site);
    if let Some(folder) = &serving.page {
        let pages = Pages::new(&site.centre, folder, url)?;
        router = router.merge(pages::router(pages));
    }
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    // A short answer waits for nobody: on a line that is far away it would wait a whole round trip
    // for the acknowledgement of what was sent before it.
    match serving.transport {
        Transport::Plain => {
            let server = axum_server::from_tcp(listener).map_err(ServeError::Ended)?;
            let mut server = server.acceptor(NoDelayAcceptor::new());
            be_patient(server.http_builder());
            let serving = server.handle(handle).serve(service);
            serving.await.map_err(ServeError::Ended)
        }
        Transport::OwnCertificate => {
            let config = tls(site, url).await?;
            let server =
                axum_server::from_tcp_rustls(listener, config).map_err(ServeError::Ended)?;
            let mut server = server.map(|tls| tls.acceptor(NoDelayAcceptor::new()));
            be_patient(server.http_builder());
            let serving = server.handle(handle).serve(service);
            serving.await.map_err(ServeError::Ended)
        }
    }
}

/// A line that says nothing is not kept for ever; how long a request may take is nobody's business.
fn be_patient(builder: &mut Builder<TokioExecutor>) {
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(SILENCE);
}

async fn tls(site: &Site, url: &str) -> Result<RustlsConfig, ServeError> {
    // Another part of the program may have chosen before; it is the same one.
    let _chosen = rustls::crypto::ring::default_provider().install_default();
    let (certificate, key) = site.centre.own_certificate(host_of(url)).await?;
    let chain = vec![CertificateDer::from(certificate)];
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key));
    let mut config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.max_fragment_size = Some(RECORD);
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}

async fn note_address(site: &Site, (url, transport): (String, Transport)) -> Result<(), Trouble> {
    let shown = match transport {
        Transport::OwnCertificate => Shown::Own,
        Transport::Plain => Shown::Foreign,
    };
    site.centre
        .database()
        .write(move |sql| {
            Box::pin(async move { crate::tables::centre::set_address(sql, (&url, shown)).await })
        })
        .await
}

/// The host in an address: what stands between `//` and the port or the path.
fn host_of(url: &str) -> &str {
    let behind = url.split_once("//").map_or(url, |(_, behind)| behind);
    let authority = behind.split(['/', '?']).next().unwrap_or_default();
    match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}
