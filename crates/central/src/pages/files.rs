//! The built page.

use super::Pages;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tower_http::services::ServeDir;

/// What makes the page the centre's.
const ROOT: &str = "<meta name=\"kinerja-root\" content=\"centre\">\n";

/// A file of the page, or the page itself: it routes by itself.
pub(super) async fn serve(State(pages): State<Pages>, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with("/v1/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    if path == "/" || path == "/index.html" || !is_file {
        return index(&pages, request.method()).await;
    }
    let never_changes = path.starts_with("/ui-");
    match ServeDir::new(&pages.0.folder).try_call(request).await {
        Ok(response) => {
            let mut response = response.into_response();
            let kept = if never_changes && response.status().is_success() {
                // Their names carry a hash of what they hold.
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            };
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a file of the page cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn index(pages: &Pages, method: &Method) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let file = pages.0.folder.join("index.html");
    let reading = tokio::task::spawn_blocking(move || std::fs::read_to_string(file));
    match reading.await {
        Ok(Ok(index)) => {
            let index = index.replacen("</head>", &format!("{ROOT}</head>"), 1);
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, index).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "the page cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
