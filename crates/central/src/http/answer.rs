//! Answers.

use crate::Trouble;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use std::error::Error;
use sync::wire::{Message, WireError};

/// The type of every message.
pub(super) const CBOR: &str = "application/cbor";
/// Bytes of an upload that are there.
pub(super) const UPLOAD_OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// Bytes of an upload in all.
pub(super) const UPLOAD_LENGTH: HeaderName = HeaderName::from_static("upload-length");

/// A message as an answer.
pub(super) fn message(message: &impl Message) -> Response {
    ([(CONTENT_TYPE, CBOR)], message.to_bytes()).into_response()
}

/// Why a request gets no message.
#[derive(Debug, thiserror::Error)]
pub(super) enum Rejection {
    #[error("the request cannot be understood")]
    Misunderstood,
    #[error("the device has to say hello first")]
    Unauthorised,
    #[error("the device was revoked")]
    Forbidden,
    #[error("there is no such thing")]
    NotFound,
    #[error("more bytes than may come")]
    TooLarge,
    #[error("no byte came for too long")]
    Idle,
    #[error("no bytes of this place")]
    OutOfRange,
    #[error("too many requests")]
    TooMany,
    #[error("the quota is used up")]
    NoRoom,
    #[error("the centre is about to stop")]
    Stopping,
    #[error("the centre is in trouble")]
    Trouble(#[from] Trouble),
}

impl From<WireError> for Rejection {
    fn from(error: WireError) -> Self {
        match error {
            WireError::TooLarge { .. } => Self::TooLarge,
            _ => Self::Misunderstood,
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Misunderstood => StatusCode::BAD_REQUEST,
            Self::Unauthorised => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Idle => StatusCode::REQUEST_TIMEOUT,
            Self::OutOfRange => StatusCode::RANGE_NOT_SATISFIABLE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
            Self::Stopping => StatusCode::SERVICE_UNAVAILABLE,
            Self::Trouble(trouble) => {
                tracing::error!(causes = %causes(trouble), "a request failed");
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        match self {
            Self::TooMany => (status, [(RETRY_AFTER, "5")]).into_response(),
            Self::Stopping => (status, [(RETRY_AFTER, "30")]).into_response(),
            _ => status.into_response(),
        }
    }
}

/// An error with everything below it, for the log.
pub(crate) fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        below = cause.source();
    }
    text
}
