//! Bytes of batches, with the header names of tus 1.0.

use crate::files::{from_hexadecimal, hexadecimal};
use crate::http::answer::{Rejection, UPLOAD_LENGTH, UPLOAD_OFFSET, message};
use crate::http::conduct::Site;
use crate::http::receiving::{Received, receive};
use crate::http::sign_in::SignedIn;
use crate::http::token::Bearer;
use crate::{Begun, Completed};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use data_encoding::BASE64;
use sync::centre::Attempt;
use sync::limits::MAX_LONE_BATCH_BYTES;
use sync::message::{AppendAnswer, UploadId};

pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
pub(super) const TUS: &str = "1.0.0";

/// What tus clients ask first.
#[utoipa::path(
    options,
    path = "/v1/up",
    tag = "uploads",
    responses((status = 204, description = "What of tus 1.0 is spoken",
        headers(("tus-version" = String), ("tus-extension" = String), ("tus-max-size" = u64))))
)]
pub(crate) async fn options() -> Response {
    let most = MAX_LONE_BATCH_BYTES.to_string();
    let headers = [
        ("tus-resumable", TUS),
        ("tus-version", TUS),
        ("tus-extension", "creation"),
        ("tus-max-size", most.as_str()),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// Creation, for clients that are not ours.
#[utoipa::path(
    post,
    path = "/v1/up",
    tag = "uploads",
    params(
        ("upload-length" = u64, Header, description = "Of the whole batch"),
        ("upload-metadata" = String, Header, description = "`upload <base64 of 32 hexadecimal digits>`"),
    ),
    responses(
        (status = 201, description = "Created", headers(("location" = String))),
        (status = 400, description = "A header is missing"),
        (status = 401, description = "Greet again"),
        (status = 413, description = "Longer than a batch may be"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn create(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    headers: HeaderMap,
) -> Result<Response, Rejection> {
    let length = number(&headers, &UPLOAD_LENGTH).ok_or(Rejection::Misunderstood)?;
    let id = named(&headers).ok_or(Rejection::Misunderstood)?;
    let who = (bearer.office, bearer.device);
    let begun = site.centre.begin_upload(who, id, (length, 0)).await?;
    if begun == Begun::TooLarge {
        return Err(Rejection::TooLarge);
    }
    let place = format!("/v1/up/{}", hexadecimal(&id.0));
    Ok((StatusCode::CREATED, [(LOCATION, place)], [(RESUMABLE, TUS)]).into_response())
}

/// `upload-metadata: upload <base64 of the 32 hex digits>`.
fn named(headers: &HeaderMap) -> Option<UploadId> {
    let metadata = headers.get(METADATA)?.to_str().ok()?;
    let name = metadata
        .split(',')
        .find_map(|pair| pair.trim().strip_prefix("upload "))?;
    let digits = BASE64.decode(name.trim().as_bytes()).ok()?;
    from_hexadecimal(str::from_utf8(&digits).ok()?).map(UploadId)
}

/// How many bytes of an upload are there.
#[utoipa::path(
    head,
    path = "/v1/up/{upload}",
    tag = "uploads",
    params(("upload" = String, Path, description = "32 hexadecimal digits")),
    responses(
        (status = 200, description = "Bytes that are there; older attempts are over",
            headers(("upload-offset" = u64), ("upload-length" = u64))),
        (status = 401, description = "Greet again"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn offset(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    Path(upload): Path<String>,
) -> Result<Response, Rejection> {
    let id = UploadId(from_hexadecimal(&upload).ok_or(Rejection::NotFound)?);
    let offset = site.centre.offset(bearer.office, id).await?;
    let length = site.centre.upload_length(bearer.office, id).await?;
    let headers = [(CACHE_CONTROL, "no-store"), (RESUMABLE, TUS)];
    let mut response = (StatusCode::OK, headers).into_response();
    response.headers_mut().insert(UPLOAD_OFFSET, offset.into());
    if let Some(length) = length {
        response.headers_mut().insert(UPLOAD_LENGTH, length.into());
    }
    Ok(response)
}

/// Bytes come. They are kept as they come, also when the line breaks in the middle: the work goes
/// on in a task of its own, which no broken line takes along.
#[utoipa::path(
    patch,
    path = "/v1/up/{upload}",
    tag = "uploads",
    params(
        ("upload" = String, Path, description = "32 hexadecimal digits"),
        ("upload-offset" = u64, Header, description = "The first byte sent"),
        ("upload-length" = Option<u64>, Header, description = "Of the whole batch"),
    ),
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    responses(
        (status = 200, description = "`AppendAnswer`: taken or refused", body = Vec<u8>,
            content_type = "application/cbor", headers(("upload-offset" = u64))),
        (status = 204, description = "Bytes are missing still", headers(("upload-offset" = u64))),
        (status = 401, description = "Greet again"),
        (status = 409, description = "`AppendAnswer`: the bytes belong elsewhere", body = Vec<u8>,
            content_type = "application/cbor", headers(("upload-offset" = u64))),
        (status = 413, description = "Longer than a batch may be"),
    ),
    security(("bearer" = []))
)]
pub(crate) async fn append(
    State(site): State<Site>,
    SignedIn(bearer): SignedIn,
    Path(upload): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Rejection> {
    let id = UploadId(from_hexadecimal(&upload).ok_or(Rejection::NotFound)?);
    let at = number(&headers, &UPLOAD_OFFSET).ok_or(Rejection::Misunderstood)?;
    let length = match number(&headers, &UPLOAD_LENGTH) {
        Some(length) => length,
        // It was told when the upload was created.
        None => site
            .centre
            .upload_length(bearer.office, id)
            .await?
            .ok_or(Rejection::Misunderstood)?,
    };
    let receiving = Receiving { site, bearer, id };
    tokio::spawn(receiving.run((length, at), body))
        .await
        .unwrap_or(Err(Rejection::Trouble(crate::Trouble::GaveUp)))
}

struct Receiving {
    site: Site,
    bearer: Bearer,
    id: UploadId,
}

impl Receiving {
    async fn run(self, (length, at): (u64, u64), body: Body) -> Result<Response, Rejection> {
        let who = (self.bearer.office, self.bearer.device);
        let centre = &self.site.centre;
        match centre.begin_upload(who, self.id, (length, at)).await? {
            Begun::Attempt(attempt) => self.receive((attempt, length, at), body).await,
            Begun::Answer(answer) => Ok(self.answer(&answer, length)),
            Begun::TooLarge => Err(Rejection::TooLarge),
        }
    }

    async fn receive(
        &self,
        (attempt, length, at): (Attempt, u64, u64),
        body: Body,
    ) -> Result<Response, Rejection> {
        let upload = (self.bearer.office, self.id);
        let centre = &self.site.centre;
        let keep = |at, bytes: Vec<u8>| async move {
            self.site.metrics.bytes_in(bytes.len());
            Ok(centre.append(upload, attempt, (at, bytes)).await?)
        };
        match receive((length, at), body, keep).await? {
            Received::Through => self.complete(length).await,
            Received::Elsewhere => {
                let offset = centre.arrived(self.bearer.office, self.id).await?;
                Ok(self.answer(&AppendAnswer::Offset(offset), 0))
            }
        }
    }

    async fn complete(&self, length: u64) -> Result<Response, Rejection> {
        let centre = &self.site.centre;
        Ok(match centre.complete(self.bearer.office, self.id).await? {
            Completed::Answer(answer) => self.answer(&answer, length),
            Completed::Offset(offset) => {
                with_offset(StatusCode::NO_CONTENT.into_response(), offset)
            }
        })
    }

    fn answer(&self, answer: &AppendAnswer, length: u64) -> Response {
        let response = message(answer);
        match answer {
            AppendAnswer::Offset(offset) => {
                let mut response = with_offset(response, *offset);
                *response.status_mut() = StatusCode::CONFLICT;
                response
            }
            AppendAnswer::Taken(receipt) => {
                self.site.metrics.batch("taken");
                tracing::info!(
                    device = %hexadecimal(&self.bearer.device.0),
                    through = receipt.through.seq,
                    "a batch was taken in"
                );
                with_offset(response, length)
            }
            AppendAnswer::Refused(refusal) => {
                self.site.metrics.batch("refused");
                tracing::warn!(
                    device = %hexadecimal(&self.bearer.device.0),
                    %refusal,
                    "a batch was refused"
                );
                with_offset(response, length)
            }
        }
    }
}

pub(super) fn with_offset(mut response: Response, offset: u64) -> Response {
    let headers = response.headers_mut();
    headers.insert(UPLOAD_OFFSET, offset.into());
    headers.insert(RESUMABLE, HeaderValue::from_static(TUS));
    response
}

pub(super) fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}
