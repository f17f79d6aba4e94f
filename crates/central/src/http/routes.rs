//! The paths.

pub(super) mod downloads;
pub(super) mod evidence;
pub(super) mod greetings;
pub(super) mod receipts;
pub(super) mod uploads;

use super::answer::Rejection;
use super::conduct::Site;
use super::metrics;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

/// Every path of the wire.
pub fn router(site: &Site) -> Router {
    Router::new()
        .route("/v1/health", get(greetings::health))
        .route("/v1/enrol", post(greetings::enrol))
        .route("/v1/hello", post(greetings::hello))
        .route("/v1/up", post(uploads::create).options(uploads::options))
        .route(
            "/v1/up/{upload}",
            axum::routing::patch(uploads::append).head(uploads::offset),
        )
        .route("/v1/receipts", post(receipts::receipts))
        .route("/v1/feed", post(downloads::feed))
        .route("/v1/pack/{hash}", get(downloads::pack))
        .route(
            "/v1/file/{hash}",
            axum::routing::patch(evidence::append).head(evidence::offset),
        )
        .route("/metrics", get(metrics::show))
        // Bodies are read piece by piece, each with its own limit.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(site.clone(), turn_away))
        .layer(from_fn_with_state(site.clone(), metrics::observe))
        .with_state(site.clone())
}

/// What is running may end; what is new comes again later.
async fn turn_away(State(site): State<Site>, request: Request, next: Next) -> Response {
    if site.is_stopping() {
        return Rejection::Stopping.into_response();
    }
    next.run(request).await
}
