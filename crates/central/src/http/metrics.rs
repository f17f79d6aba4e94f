//! Numbers for whoever watches the centre. None of them is about a person.

use super::conduct::Site;
use crate::Centre;
use axum::Extension;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

/// What this process counts.
#[derive(Clone)]
pub(super) struct Metrics {
    requests: Family<Asked, Counter>,
    seconds: Family<Path, Histogram>,
    batches: Family<Fate, Counter>,
    bytes_in: Counter,
    registry: Arc<Registry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    path: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Path {
    path: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Fate {
    outcome: &'static str,
}

/// Upper ends of the classes, in seconds.
const CLASSES: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0];

impl Metrics {
    /// Nothing is counted yet but what the centre itself counts.
    pub(super) fn of(centre: &Centre) -> Self {
        let requests = Family::default();
        let seconds: Family<Path, Histogram> =
            Family::new_with_constructor(|| Histogram::new(CLASSES));
        let batches = Family::default();
        let bytes_in = Counter::default();
        let mut registry = Registry::with_prefix("kinerja_pusat");
        registry.register("requests", "Requests by path and status", requests.clone());
        registry.register("request_seconds", "Time to answer", seconds.clone());
        registry.register("batches", "Batches by what became of them", batches.clone());
        registry.register(
            "received_bytes",
            "Bytes of batches and files",
            bytes_in.clone(),
        );
        let (down, failures) = centre.store_watch().numbers();
        registry.register("store_down", "1 while the store of files is down", down);
        registry.register("store_failures", "Failures of the store of files", failures);
        Self {
            requests,
            seconds,
            batches,
            bytes_in,
            registry: Arc::new(registry),
        }
    }

    pub(super) fn batch(&self, outcome: &'static str) {
        self.batches.get_or_create(&Fate { outcome }).inc();
    }

    pub(super) fn bytes_in(&self, bytes: usize) {
        self.bytes_in.inc_by(bytes as u64);
    }
}

/// Counts a request and logs it: path, status and time, nothing of a person.
pub(super) async fn observe(State(site): State<Site>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    // The path as it is declared, without the ids in it.
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("other", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let seconds = begun.elapsed().as_secs_f64();
    tracing::info!(%method, path, status, seconds, "request");
    let metrics = &site.metrics;
    let labels = Path { path: path.clone() };
    metrics.seconds.get_or_create(&labels).observe(seconds);
    metrics
        .requests
        .get_or_create(&Asked { path, status })
        .inc();
    response
}

/// The numbers, in the form of Prometheus; only for this machine.
pub(super) async fn show(
    State(site): State<Site>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
) -> Response {
    let is_here = peer.is_some_and(|Extension(ConnectInfo(peer))| peer.ip().is_loopback());
    let mut text = String::new();
    if !is_here || encode(&mut text, &site.metrics.registry).is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, kind)], text).into_response()
}
