//! What the bytes of an answer say.

use crate::LineError;
use reqwest::{Response, StatusCode};
use std::fmt::Write as _;
use sync::device::Answer;
use sync::message::{AppendAnswer, HelloAnswer, PackOffer, Receipts};
use sync::wire::Message;

pub(crate) fn message<M: Message>(status: StatusCode, body: &[u8]) -> Option<M> {
    if !status.is_success() {
        return None;
    }
    M::from_bytes(body).ok()
}

pub(crate) fn hello(status: StatusCode, body: &[u8]) -> Answer {
    message::<HelloAnswer>(status, body)
        .map_or(Answer::Foreign, |answer| Answer::Hello(Box::new(answer)))
}

pub(crate) fn receipts(status: StatusCode, body: &[u8]) -> Answer {
    message::<Receipts>(status, body)
        .map_or(Answer::Foreign, |receipts| Answer::Receipts(receipts.0))
}

pub(crate) fn offer(status: StatusCode, body: &[u8]) -> Answer {
    if status == StatusCode::NO_CONTENT {
        return Answer::Offer(None);
    }
    message::<PackOffer>(status, body).map_or(Answer::Foreign, |offer| {
        Answer::Offer(Some(Box::new(offer)))
    })
}

pub(crate) fn append(status: StatusCode, offset: Option<u64>, body: &[u8]) -> Answer {
    match (status, offset) {
        (StatusCode::OK, _) => {
            message::<AppendAnswer>(status, body).map_or(Answer::Foreign, Answer::Append)
        }
        (StatusCode::NO_CONTENT | StatusCode::CONFLICT, Some(offset)) => {
            Answer::Append(AppendAnswer::Offset(offset))
        }
        _ => Answer::Foreign,
    }
}

/// The answer, unless it asks to come again: the token is too old, or the centre is busy.
pub(crate) fn unless_later(response: Response) -> Result<Response, LineError> {
    match response.status() {
        StatusCode::UNAUTHORIZED => Err(LineError::NotNow),
        _ => unless_busy(response),
    }
}

/// The answer, unless there was too much to do, or the centre is in trouble itself: its disk is
/// full, or its proxy does not reach it.
pub(crate) fn unless_busy(response: Response) -> Result<Response, LineError> {
    match response.status() {
        StatusCode::TOO_MANY_REQUESTS
        | StatusCode::INTERNAL_SERVER_ERROR
        | StatusCode::BAD_GATEWAY
        | StatusCode::SERVICE_UNAVAILABLE
        | StatusCode::GATEWAY_TIMEOUT => Err(LineError::NotNow),
        _ => Ok(response),
    }
}

/// How many bytes are there, as a header says.
pub(crate) fn offset(response: &Response) -> Option<u64> {
    number(response, "upload-offset")
}

/// A number in a header.
pub(crate) fn number(response: &Response, header: &str) -> Option<u64> {
    response.headers().get(header)?.to_str().ok()?.parse().ok()
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
