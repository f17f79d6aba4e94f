//! The door for requests.

use super::Pages;
use super::answer::{Cookie, PageTrouble, Reply};
use super::desk::Desk;
use super::{dispatch, guard, session};
use api::central::CentreTrouble;
use api::{Call, CentralRequest, Envelope};
use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// The longest request, in bytes.
const LONGEST: usize = 256 * 1024;

/// Answers a request.
pub(super) async fn answer(State(pages): State<Pages>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if !guard::is_from_the_page(&pages, &parts.headers) || !is_json(&parts.headers) {
        let refused = PageTrouble::from(CentreTrouble::NotFromThePage).envelope();
        return (StatusCode::FORBIDDEN, Json(refused)).into_response();
    }
    let Ok(bytes) = to_bytes(body, LONGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let Ok(call) = serde_json::from_slice::<Call<CentralRequest>>(&bytes) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let address = guard::address(&parts);
    let answered = carry_out(&pages, (&parts.headers, address), call.request).await;
    let (envelope, cookie) = match answered {
        Ok(Reply {
            value,
            stale,
            cookie,
        }) => (Envelope::Answer { value, stale }, cookie),
        Err(trouble) => (trouble.envelope(), Cookie::Kept),
    };
    let mut response = Json(envelope).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let cookie = session::header(&pages, cookie);
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    response
}

async fn carry_out(
    pages: &Pages,
    (headers, address): (&HeaderMap, String),
    request: CentralRequest,
) -> Result<Reply, PageTrouble> {
    let cookies = guard::text(headers, header::COOKIE.as_str());
    let signed_in = session::find(pages, cookies).await?;
    let proof = guard::text(headers, guard::PROOF);
    guard::admit(pages, (request.needs(), proof), signed_in.as_ref())?;
    let desk = Desk {
        pages: pages.clone(),
        signed_in,
        address,
    };
    dispatch::carry_out(&desk, request).await
}

/// A form on another site cannot send this without asking first.
fn is_json(headers: &HeaderMap) -> bool {
    guard::text(headers, header::CONTENT_TYPE.as_str())
        .is_some_and(|kind| kind.split(';').next().map(str::trim) == Some("application/json"))
}
