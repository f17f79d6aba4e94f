//! What goes down.

use crate::NextPack;
use crate::files::from_hexadecimal;
use crate::http::answer::{Rejection, message};
use crate::http::body;
use crate::http::conduct::Site;
use crate::http::sign_in::SignedIn;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use sync::message::{FeedQuery, PackId};
use sync::wire::Message as _;

const TAKES_PACK: &str = "kinerja-takes-pack";
const PACK_BEGINS: &str = "kinerja-pack-begins";
/// No pack larger than this comes along with its offer, whatever the device takes.
const MOST_ALONG: u64 = 64 * 1024;

/// The next part of a feed.
#[utoipa::path(
    post,
    path = "/v1/feed",
    tag = "downloads",
    request_body(content = Vec<u8>, description = "`FeedQuery`", content_type = "application/cbor"),
    params(
        ("kinerja-takes-pack" = Option<u64>, Header,
            description = "A pack of at most so many bytes may come along"),
    ),
    responses(
        (status = 200, description = "`PackOffer`, signed; behind it the pack, when the header says where it begins",
            body = Vec<u8>, content_type = "application/cbor",
            headers(("kinerja-pack-begins" = Option<u64>))),
        (status = 204, description = "Nothing more for now"),
        (status = 401, description = "Greet again"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn feed(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Rejection> {
    let query: FeedQuery = body::message(body).await?;
    let takes = headers.get(TAKES_PACK).and_then(|it| it.to_str().ok());
    let takes = takes.and_then(|it| it.parse::<u64>().ok()).unwrap_or(0);
    let along = takes.min(MOST_ALONG);
    let next = site.centre.next_pack(bearer.office, query, along).await?;
    let (offer, pack) = match next {
        None => return Ok(StatusCode::NO_CONTENT.into_response()),
        Some(NextPack::Fetched(offer)) => return Ok(message(&offer)),
        Some(NextPack::Along(offer, pack)) => (offer, pack),
    };
    let mut bytes = offer.to_bytes();
    let begins = bytes.len();
    bytes.extend_from_slice(&pack);
    let mut response = ([(CONTENT_TYPE, "application/cbor")], bytes).into_response();
    response.headers_mut().insert(PACK_BEGINS, begins.into());
    Ok(response)
}

/// A pack, or the rest of it.
#[utoipa::path(
    get,
    path = "/v1/pack/{hash}",
    tag = "downloads",
    params(
        ("hash" = String, Path, description = "64 hexadecimal digits"),
        ("range" = Option<String>, Header, description = "`bytes=n-`"),
    ),
    responses(
        (status = 200, description = "The pack", body = Vec<u8>,
            content_type = "application/octet-stream"),
        (status = 206, description = "The rest of it", body = Vec<u8>,
            content_type = "application/octet-stream", headers(("content-range" = String))),
        (status = 401, description = "Greet again"),
        (status = 404, description = "Not offered to a device of this office"),
        (status = 416, description = "Behind its end"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn pack(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    Path(hash): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Rejection> {
    let id = PackId(from_hexadecimal(&hash).ok_or(Rejection::NotFound)?);
    let length = site.centre.pack_length(bearer.office, id).await?;
    let length = length.ok_or(Rejection::NotFound)?;
    let from = first_byte(&headers);
    if from.unwrap_or(0) >= length {
        return Err(Rejection::OutOfRange);
    }
    let bytes = site.centre.pack_part(id, from.unwrap_or(0)..length).await?;
    let common = [
        (CONTENT_TYPE, "application/octet-stream"),
        (ACCEPT_RANGES, "bytes"),
        (CACHE_CONTROL, "private, immutable"),
    ];
    Ok(match from {
        Some(from) => {
            let range = format!("bytes {from}-{}/{length}", length - 1);
            (
                StatusCode::PARTIAL_CONTENT,
                common,
                [(CONTENT_RANGE, range)],
                bytes,
            )
                .into_response()
        }
        None => (common, bytes).into_response(),
    })
}

/// The byte that a request wants to go on from: `bytes=n-`. Other forms get the whole.
fn first_byte(headers: &HeaderMap) -> Option<u64> {
    let range = headers.get(RANGE)?.to_str().ok()?;
    range
        .strip_prefix("bytes=")?
        .strip_suffix('-')?
        .parse()
        .ok()
}
