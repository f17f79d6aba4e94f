//! The program behind a plain browser on 127.0.0.1, opened by a one-time token.
//!
//! For machines without a display, for tests in a real browser and for pictures. Only this PC can
//! reach it: it listens on the loopback address, answers only to its own host name (so that no
//! other site can point at it), and needs a session that the printed address gives once.

mod session;

use app::Office;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use session::Sessions;
pub use session::{Secret, Token};

/// Largest upload in bytes: an import, an evidence file or a backup.
const UPLOAD_LIMIT: usize = 512 * 1024 * 1024;

/// What a page may load: itself and nothing else; `wasm-unsafe-eval` lets it start its wasm.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
     frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

#[derive(Clone)]
struct Shared {
    office: Arc<Office>,
    sessions: Arc<Sessions>,
    host: Arc<str>,
}

/// The routes. `host` is `127.0.0.1:port`, `page` the folder of the built page.
pub fn router(office: Arc<Office>, secrets: (Token, Secret), host: &str, page: &Path) -> Router {
    let shared = Shared {
        office,
        sessions: Arc::new(Sessions::new(secrets.0, secrets.1)),
        host: host.into(),
    };
    // The page routes by itself: an address that is no file is the page.
    let files = ServeDir::new(page).fallback(ServeFile::new(page.join("index.html")));
    Router::new()
        .route("/rpc", post(rpc))
        .route("/upload", post(upload))
        .fallback_service(files)
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
        .layer(middleware::from_fn_with_state(shared.clone(), guard))
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(CONTENT_SECURITY_POLICY),
        ))
        .layer(SetResponseHeaderLayer::overriding(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
        .with_state(shared)
}

async fn rpc(State(shared): State<Shared>, Json(call): Json<api::Call>) -> Response {
    let office = shared.office;
    match tokio::task::spawn_blocking(move || office.call(call.request)).await {
        Ok(envelope) => Json(envelope).into_response(),
        Err(error) => {
            tracing::error!(%error, "a use case did not finish");
            let refused = api::Envelope::Refused(api::ErrorCode::Internal.into());
            Json(refused).into_response()
        }
    }
}

#[derive(Deserialize)]
struct UploadName {
    name: String,
}

async fn upload(
    State(shared): State<Shared>,
    Query(query): Query<UploadName>,
    body: Bytes,
) -> Response {
    match shared.office.upload(&query.name, body.to_vec()) {
        Ok(token) => Json(token).into_response(),
        Err(trouble) => {
            (StatusCode::INTERNAL_SERVER_ERROR, Json(trouble.refusal())).into_response()
        }
    }
}

/// What the guard makes of a request.
enum Admission {
    Admitted,
    Redeemed(String),
    Refused(StatusCode, &'static str),
}

const USED_UP: &str = "Alamat ini hanya berlaku sekali. Jalankan program lagi untuk alamat baru.\n\
     This address works once. Start the program again for a new one.";

/// Lets in whoever brings the one-time token or the session's cookie, from this origin only.
async fn guard(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    match admission(&shared, &request) {
        Admission::Admitted => next.run(request).await,
        Admission::Refused(status, why) => (status, why).into_response(),
        Admission::Redeemed(cookie) => {
            let mut response = StatusCode::SEE_OTHER.into_response();
            response
                .headers_mut()
                .insert(header::LOCATION, HeaderValue::from_static("/"));
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
    }
}

fn admission(shared: &Shared, request: &Request) -> Admission {
    let text = |name| request.headers().get(name).and_then(|it| it.to_str().ok());
    let own_origin = format!("http://{}", shared.host);
    if text(header::HOST) != Some(&*shared.host) {
        Admission::Refused(StatusCode::MISDIRECTED_REQUEST, "127.0.0.1 only")
    } else if text(header::ORIGIN).is_some_and(|origin| origin != own_origin) {
        Admission::Refused(StatusCode::FORBIDDEN, "another origin")
    } else if shared.sessions.admits(text(header::COOKIE)) {
        Admission::Admitted
    } else {
        match shared.sessions.redeem(request.uri().query()) {
            Some(cookie) => Admission::Redeemed(cookie),
            None => Admission::Refused(StatusCode::UNAUTHORIZED, USED_UP),
        }
    }
}
