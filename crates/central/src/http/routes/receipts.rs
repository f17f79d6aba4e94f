//! Receipts whose answer was lost.

use crate::http::answer::{Rejection, message};
use crate::http::body;
use crate::http::conduct::Site;
use crate::http::sign_in::SignedIn;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use sync::message::ReceiptsQuery;

/// Receipts behind the acknowledged place.
#[utoipa::path(
    post,
    path = "/v1/receipts",
    tag = "uploads",
    request_body(content = Vec<u8>, description = "`ReceiptsQuery`", content_type = "application/cbor"),
    responses(
        (status = 200, description = "`Receipts`", body = Vec<u8>, content_type = "application/cbor"),
        (status = 401, description = "Greet again"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn receipts(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    body: Body,
) -> Result<Response, Rejection> {
    let ReceiptsQuery(claim) = body::message(body).await?;
    Ok(message(&site.centre.receipts(bearer.office, claim).await?))
}
