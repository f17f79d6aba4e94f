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
pub(crate) async fn health(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
) -> Result<Response, Rejection> {
    let nonce = from_hexadecimal(&asked.nonce).ok_or(Rejection::Misunderstood)?;
    Ok(message(&site.centre.health(Nonce(nonce))))
}

/// A device asks to be one of an office.
pub(crate) async fn enrol(State(site): State<Site>, body: Body) -> Result<Response, Rejection> {
    let request: EnrolmentRequest = body::message(body).await?;
    Ok(message(&site.centre.enrol(request).await?))
}

/// The first round trip of a session.
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
