//! Evidence: sealed by the PC, kept by the hash of the sealed bytes. Only after ratings.

use super::uploads::{RESUMABLE, TUS, number, with_offset};
use crate::files::from_hexadecimal;
use crate::http::answer::{Rejection, UPLOAD_LENGTH, UPLOAD_OFFSET};
use crate::http::conduct::Site;
use crate::http::receiving::{Received, receive};
use crate::http::sign_in::SignedIn;
use crate::http::token::Bearer;
use crate::{EvidenceBegun, EvidenceCompleted};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use sync::centre::Attempt;

/// How many bytes of a file are there.
#[utoipa::path(
    head,
    path = "/v1/file/{hash}",
    tag = "evidence",
    params(("hash" = String, Path, description = "BLAKE3 of the sealed bytes, 64 hexadecimal digits")),
    responses(
        (status = 200, description = "Bytes that are there; older attempts are over",
            headers(("upload-offset" = u64), ("upload-length" = u64))),
        (status = 401, description = "Greet again"),
        (status = 403, description = "The device was revoked"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn offset(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    Path(hash): Path<String>,
) -> Result<Response, Rejection> {
    let hash = from_hexadecimal(&hash).ok_or(Rejection::NotFound)?;
    require_valid(&site, bearer).await?;
    let (offset, length) = site.centre.evidence_offset(bearer.office, hash).await?;
    let headers = [(CACHE_CONTROL, "no-store"), (RESUMABLE, TUS)];
    let mut response = (StatusCode::OK, headers).into_response();
    response.headers_mut().insert(UPLOAD_OFFSET, offset.into());
    if let Some(length) = length {
        response.headers_mut().insert(UPLOAD_LENGTH, length.into());
    }
    Ok(response)
}

/// Bytes of a file come.
#[utoipa::path(
    patch,
    path = "/v1/file/{hash}",
    tag = "evidence",
    params(
        ("hash" = String, Path, description = "BLAKE3 of the sealed bytes, 64 hexadecimal digits"),
        ("upload-offset" = u64, Header, description = "The first byte sent"),
        ("upload-length" = Option<u64>, Header, description = "Of the whole file"),
    ),
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    responses(
        (status = 200, description = "The file is whole"),
        (status = 204, description = "Bytes are missing still", headers(("upload-offset" = u64))),
        (status = 401, description = "Greet again"),
        (status = 403, description = "The device was revoked"),
        (status = 409, description = "The bytes belong elsewhere", headers(("upload-offset" = u64))),
        (status = 413, description = "Longer than a file may be"),
        (status = 507, description = "The office's quota is used up"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn append(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    Path(hash): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Rejection> {
    let hash = from_hexadecimal(&hash).ok_or(Rejection::NotFound)?;
    let at = number(&headers, &UPLOAD_OFFSET).ok_or(Rejection::Misunderstood)?;
    require_valid(&site, bearer).await?;
    let length = match number(&headers, &UPLOAD_LENGTH) {
        Some(length) => length,
        None => {
            let known = site.centre.evidence_arrived(bearer.office, hash).await?;
            known.1.ok_or(Rejection::Misunderstood)?
        }
    };
    let receiving = Receiving { site, bearer, hash };
    // A task of its own: no broken line takes along what has arrived.
    tokio::spawn(receiving.run((length, at), body))
        .await
        .unwrap_or(Err(Rejection::Trouble(crate::Trouble::GaveUp)))
}

/// A revoked device may bring records for a person to look at, but no files.
async fn require_valid(site: &Site, bearer: Bearer) -> Result<(), Rejection> {
    if site.centre.is_revoked(bearer.device).await? {
        return Err(Rejection::Forbidden);
    }
    Ok(())
}

struct Receiving {
    site: Site,
    bearer: Bearer,
    hash: [u8; 32],
}

impl Receiving {
    async fn run(self, (length, at): (u64, u64), body: Body) -> Result<Response, Rejection> {
        let who = (self.bearer.office, self.bearer.device);
        let wanted = (length, at, self.site.limits().office_files);
        let begun = self.site.centre.begin_evidence(who, self.hash, wanted);
        match begun.await? {
            EvidenceBegun::Attempt(attempt) => self.receive((attempt, length, at), body).await,
            EvidenceBegun::Offset(offset) => Ok(elsewhere(offset)),
            EvidenceBegun::Whole => Ok(with_offset(StatusCode::OK.into_response(), length)),
            EvidenceBegun::TooLarge => Err(Rejection::TooLarge),
            EvidenceBegun::NoRoom => Err(Rejection::NoRoom),
        }
    }

    async fn receive(
        &self,
        (attempt, length, at): (Attempt, u64, u64),
        body: Body,
    ) -> Result<Response, Rejection> {
        let centre = &self.site.centre;
        let file = (self.bearer.office, self.hash);
        let keep = |at, bytes: Vec<u8>| async move {
            self.site.metrics.bytes_in(bytes.len());
            Ok(centre.append_evidence(file, attempt, (at, bytes)).await?)
        };
        if receive((length, at), body, keep).await? == Received::Elsewhere {
            let (offset, _) = centre
                .evidence_arrived(self.bearer.office, self.hash)
                .await?;
            return Ok(elsewhere(offset));
        }
        let who = (self.bearer.office, self.bearer.device);
        Ok(match centre.complete_evidence(who, self.hash).await? {
            EvidenceCompleted::Whole => with_offset(StatusCode::OK.into_response(), length),
            EvidenceCompleted::Offset(offset) => {
                with_offset(StatusCode::NO_CONTENT.into_response(), offset)
            }
            EvidenceCompleted::Damaged => elsewhere(0),
        })
    }
}

fn elsewhere(offset: u64) -> Response {
    with_offset(StatusCode::CONFLICT.into_response(), offset)
}
