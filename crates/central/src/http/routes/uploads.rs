//! Bytes of batches, with the header names of tus 1.0.

use super::super::body::{Piece, Pieces};
use crate::files::{from_hexadecimal, hexadecimal};
use crate::http::answer::{Rejection, UPLOAD_LENGTH, UPLOAD_OFFSET, message};
use crate::http::conduct::Site;
use crate::http::sign_in::SignedIn;
use crate::http::token::Bearer;
use crate::{Begun, Completed};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use data_encoding::BASE64;
use sync::centre::{Attempt, Kept};
use sync::limits::MAX_LONE_BATCH_BYTES;
use sync::message::{AppendAnswer, UploadId};

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const TUS: &str = "1.0.0";

/// As soon as so many bytes are there they are kept: on a slow line half a second's.
const WORTH_KEEPING: usize = 4 * 1024;
/// So many bytes are kept in one step at most, when a line brings them quicker than the disk.
const AT_ONCE: usize = 64 * 1024;

/// What tus clients ask first.
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
    Ok((
        StatusCode::CREATED,
        [(LOCATION, place)],
        [(RESUMABLE, TUS)],
    )
        .into_response())
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

/// Whether more bytes may come.
enum Flow {
    On,
    Stop(Response),
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
        (attempt, length, mut at): (Attempt, u64, u64),
        body: Body,
    ) -> Result<Response, Rejection> {
        let mut pieces = Pieces::of(body);
        let mut arrived: Vec<u8> = Vec::new();
        let mut is_open = true;
        while is_open {
            let mut piece = pieces.next().await;
            loop {
                match piece {
                    Piece::Bytes(bytes) => arrived.extend_from_slice(&bytes),
                    Piece::End | Piece::Broken | Piece::Idle => is_open = false,
                }
                if !is_open || arrived.len() >= AT_ONCE {
                    break;
                }
                match pieces.ready() {
                    Some(next) => piece = next,
                    None => break,
                }
            }
            let there = at.saturating_add(arrived.len() as u64);
            let is_due = arrived.len() >= WORTH_KEEPING || !is_open || there >= length;
            if is_due && !arrived.is_empty() {
                let bytes = std::mem::take(&mut arrived);
                if let Flow::Stop(response) = self.keep(attempt, (&mut at, bytes)).await? {
                    return Ok(response);
                }
            }
            if at >= length {
                break;
            }
        }
        self.complete(length).await
    }

    async fn keep(
        &self,
        attempt: Attempt,
        (at, bytes): (&mut u64, Vec<u8>),
    ) -> Result<Flow, Rejection> {
        let upload = (self.bearer.office, self.id);
        let centre = &self.site.centre;
        Ok(match centre.append(upload, attempt, (*at, bytes)).await? {
            Kept::Bytes(count) => {
                *at = at.saturating_add(count);
                Flow::On
            }
            Kept::Fenced | Kept::Elsewhere => {
                let offset = centre.arrived(self.bearer.office, self.id).await?;
                Flow::Stop(self.answer(&AppendAnswer::Offset(offset), 0))
            }
        })
    }

    async fn complete(&self, length: u64) -> Result<Response, Rejection> {
        let centre = &self.site.centre;
        Ok(match centre.complete(self.bearer.office, self.id).await? {
            Completed::Answer(answer) => self.answer(&answer, length),
            Completed::Offset(offset) => with_offset(StatusCode::NO_CONTENT.into_response(), offset),
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
                tracing::info!(
                    device = %hexadecimal(&self.bearer.device.0),
                    through = receipt.through.seq,
                    "a batch was taken in"
                );
                with_offset(response, length)
            }
            AppendAnswer::Refused(refusal) => {
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

fn with_offset(mut response: Response, offset: u64) -> Response {
    let headers = response.headers_mut();
    headers.insert(UPLOAD_OFFSET, offset.into());
    headers.insert(RESUMABLE, HeaderValue::from_static(TUS));
    response
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}
