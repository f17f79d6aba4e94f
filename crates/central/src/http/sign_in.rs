//! Who asks.

use super::answer::Rejection;
use super::conduct::Site;
use super::token::Bearer;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

/// A device that said hello within the last hour.
pub(super) struct SignedIn(pub(super) Bearer);

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Rejection> {
        let header = parts.headers.get(AUTHORIZATION);
        let bearer = header
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "))
            .and_then(|token| site.tokens.check(token, site.centre.now()))
            .ok_or(Rejection::Unauthorised)?;
        site.admit(bearer.device)?;
        Ok(Self(bearer))
    }
}
