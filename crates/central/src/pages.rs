//! The centre's pages: the built page, and the requests that it sends.
//!
//! The page is the same as the desktop's, told by a line in its head that it is the centre's. A
//! request is a [`api::CentralRequest`]; [`guard`] says who may send it, [`dispatch`] who answers.
//! Everything that is kept (sessions, tries, the trail) lies in the database, so that several
//! processes are one centre.

mod account;
mod answer;
pub(crate) mod audit;
mod branched;
mod calendar;
mod completeness;
mod desk;
mod dispatch;
mod download;
mod export;
mod files;
mod form;
mod guard;
mod held;
mod joining;
mod link;
mod master;
mod password;
mod people;
mod periods;
mod person;
mod results;
mod rpc;
mod rules;
mod ruling;
mod search;
mod session;
mod staff;
pub(crate) mod tracking;
mod tries;
mod units;

pub use link::Invitation;

use crate::{Centre, Trouble};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tower_http::set_header::SetResponseHeaderLayer;

/// Passwords that one process hashes at the same time: each takes 19 MB for a moment.
const HASHED_AT_ONCE: usize = 2;

/// What a page may load: itself and nothing else; `wasm-unsafe-eval` lets it start its wasm.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
     frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// What the pages need beside the centre. A clone is the same one.
#[derive(Clone)]
pub(crate) struct Pages(Arc<Parts>);

struct Parts {
    centre: Centre,
    folder: PathBuf,
    url: String,
    hashing: Semaphore,
    /// What a session's proof is made with.
    proof_key: [u8; 32],
    /// What a password is held against when there is no such account, so that it takes as long.
    decoy: String,
}

impl Pages {
    /// The pages of a centre; `folder` holds the built page, `url` is where people find them.
    pub(crate) fn new(centre: &Centre, folder: &Path, url: &str) -> Result<Self, Trouble> {
        Ok(Self(Arc::new(Parts {
            proof_key: centre.derived_secret("kinerja pusat page proof v1"),
            centre: centre.clone(),
            folder: folder.to_owned(),
            url: url.trim_end_matches('/').to_owned(),
            hashing: Semaphore::new(HASHED_AT_ONCE),
            decoy: password::hash("nobody has this password")?,
        })))
    }

    fn centre(&self) -> &Centre {
        &self.0.centre
    }

    /// Whether browsers reach the pages over TLS: then the cookie travels nowhere else.
    fn has_tls(&self) -> bool {
        self.0.url.starts_with("https://")
    }
}

/// Every path of the pages.
pub(crate) fn router(pages: Pages) -> Router {
    Router::new()
        .route("/rpc", post(rpc::answer))
        .route("/unduh/bkn/{period}", get(download::workbook))
        .fallback(files::serve)
        .layer(header_layer(
            header::CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
        ))
        .layer(header_layer(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_layer(header::REFERRER_POLICY, "no-referrer"))
        .layer(header_layer(header::X_FRAME_OPTIONS, "DENY"))
        .with_state(pages)
}

fn header_layer(
    name: header::HeaderName,
    value: &'static str,
) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}
