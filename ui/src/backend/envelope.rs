//! The envelope of an answer, opened without reading what is inside.

use super::{TransportFailure, Unread, reader};
use api::{Refusal, Tag};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The members of [`api::Envelope`] on the wire.
const ANSWER: &str = "answer";
const VALUE: &str = "value";
const STALE: &str = "stale";
const REFUSED: &str = "refused";

/// The answer with what it made stale, or the refusal.
pub fn open(envelope: &JsValue) -> Result<Result<(Unread, Vec<Tag>), Refusal>, TransportFailure> {
    let refused = Reflect::get(envelope, &REFUSED.into())?;
    if !refused.is_undefined() {
        return Ok(Err(reader::read(refused)?));
    }
    let answer = Reflect::get(envelope, &ANSWER.into())?;
    let stale = reader::read(Reflect::get(&answer, &STALE.into())?)?;
    Ok(Ok((Unread(Reflect::get(&answer, &VALUE.into())?), stale)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::{Envelope, ErrorCode};

    #[test]
    fn the_members_have_these_names() {
        let answer = Envelope::Answer {
            value: 7.into(),
            stale: vec![Tag::Notes],
        };
        let answer = serde_json::to_value(answer).unwrap();
        assert_eq!(answer[ANSWER][VALUE], 7);
        assert_eq!(answer[ANSWER][STALE][0], "notes");
        let refused = Envelope::Refused(ErrorCode::Stale.into());
        assert_eq!(
            serde_json::to_value(refused).unwrap()[REFUSED]["code"],
            "stale"
        );
    }
}
