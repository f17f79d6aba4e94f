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
pub(crate) async fn receipts(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    body: Body,
) -> Result<Response, Rejection> {
    let ReceiptsQuery(claim) = body::message(body).await?;
    Ok(message(&site.centre.receipts(bearer.office, claim).await?))
}
