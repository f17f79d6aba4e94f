//! Who is there: health, enrolment, hello.

use crate::files::from_hexadecimal;
use crate::http::answer::{Rejection, message};
use crate::http::body;
use crate::http::conduct::Site;
use crate::http::token::Bearer;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use serde::Deserialize;
use sync::message::{EnrolmentRequest, Nonce};
use sync::wire::SignedHello;

/// The bearer token of the calls behind a hello.
const TOKEN: HeaderName = HeaderName::from_static("kinerja-token");

/// What a question for health carries.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// 32 hexadecimal digits.
    nonce: String,
}

/// The centre is there, and it is the centre.
#[utoipa::path(
    get,
    path = "/v1/health",
    tag = "greetings",
    params(("nonce" = String, Query, description = "32 hexadecimal digits")),
    responses(
        (status = 200, description = "`Health`, signed", body = Vec<u8>, content_type = "application/cbor"),
        (status = 400, description = "No nonce"),
        (status = 503, description = "About to stop", headers(("retry-after" = u64))),
    )
)]
pub(crate) async fn health(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
) -> Result<Response, Rejection> {
    let nonce = from_hexadecimal(&asked.nonce).ok_or(Rejection::Misunderstood)?;
    Ok(message(&site.centre.health(Nonce(nonce))))
}

/// A device asks to be one of an office.
#[utoipa::path(
    post,
    path = "/v1/enrol",
    tag = "greetings",
    request_body(content = Vec<u8>, description = "`EnrolmentRequest`", content_type = "application/cbor"),
    responses(
        (status = 200, description = "`EnrolmentOutcome`, a refusal too", body = Vec<u8>,
            content_type = "application/cbor"),
        (status = 400, description = "No such message"),
        (status = 413, description = "Too many bytes"),
    )
)]
pub(crate) async fn enrol(State(site): State<Site>, body: Body) -> Result<Response, Rejection> {
    let request: EnrolmentRequest = body::message(body).await?;
    Ok(message(&site.centre.enrol(request).await?))
}

/// The first round trip of a session.
#[utoipa::path(
    post,
    path = "/v1/hello",
    tag = "greetings",
    request_body(content = Vec<u8>, description = "`SignedHello`", content_type = "application/cbor"),
    responses(
        (status = 200, description = "`HelloAnswer`, signed", body = Vec<u8>,
            content_type = "application/cbor",
            headers(("kinerja-token" = String, description = "Bearer token, good for an hour"))),
        (status = 400, description = "No such message"),
        (status = 401, description = "The device is unknown or did not sign"),
        (status = 429, description = "Too many requests", headers(("retry-after" = u64))),
    )
)]
pub(crate) async fn hello(State(site): State<Site>, body: Body) -> Result<Response, Rejection> {
    let signed: SignedHello = body::message(body).await?;
    let (certificate, answer) = site
        .centre
        .hello(signed)
        .await?
        .ok_or(Rejection::Unauthorised)?;
    // Behind the signature: nobody uses up what somebody else may ask.
    site.admit(certificate.device)?;
    let bearer = Bearer {
        device: certificate.device,
        office: certificate.office,
    };
    let token = site.tokens.issue(bearer, site.centre.now());
    let mut response = message(&answer);
    if let Ok(token) = HeaderValue::from_str(&token) {
        response.headers_mut().insert(TOKEN, token);
    }
    Ok(response)
}
