//! The desktop window's own channel.

use super::{TransportFailure, reader};
use api::Tag;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

const CHANNEL: &str = "__TAURI_INTERNALS__";
/// What the page asks first, as `start.js` asks it while the page is still being compiled.
const FIRST: &str = r#"{"command":"GetSession","arguments":{}}"#;
/// Where `start.js` leaves the answer to come.
const ASKED_AT_START: &str = "askedAtStart";

/// Whether the page runs in the desktop window.
pub fn is_there() -> bool {
    channel().is_ok()
}

/// Sends one call and returns the envelope.
pub async fn exchange(call: &str) -> Result<JsValue, TransportFailure> {
    let answer = match asked_at_start(call) {
        Some(asked) => asked,
        None => {
            let arguments = Object::new();
            Reflect::set(&arguments, &"request".into(), &js_sys::JSON::parse(call)?)?;
            invoke("rpc", &arguments, &JsValue::UNDEFINED)?
        }
    };
    Ok(JsFuture::from(answer).await?)
}

/// The answer to come, when this is what was asked at the start; once.
fn asked_at_start(call: &str) -> Option<Promise> {
    if call != FIRST {
        return None;
    }
    let (window, name) = (web_sys::window()?, JsValue::from(ASKED_AT_START));
    let asked = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::set(&window, &name, &JsValue::UNDEFINED).ok()?;
    Some(asked)
}

/// Sends a file and returns its token.
pub async fn upload(file: &File) -> Result<String, TransportFailure> {
    let bytes = JsFuture::from(file.array_buffer()).await?;
    let headers = Object::new();
    let name = js_sys::encode_uri_component(&file.name());
    Reflect::set(&headers, &"name".into(), &name)?;
    let options = Object::new();
    Reflect::set(&options, &"headers".into(), &headers)?;
    JsFuture::from(invoke("upload", &bytes, &options)?)
        .await?
        .as_string()
        .ok_or(TransportFailure)
}

/// Calls back with the tags of every event `stale`, as long as the page lives.
pub fn listen(stale: impl Fn(Vec<Tag>) + 'static) {
    let callback = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let tags = Reflect::get(&event, &"payload".into())
            .ok()
            .and_then(|payload| reader::read(payload).ok());
        stale(tags.unwrap_or_else(|| Tag::ALL.to_vec()));
    });
    let subscribed = subscribe(callback.as_ref());
    // The window keeps the callback; without a subscription the status bar still looks itself.
    if subscribed.is_ok() {
        callback.forget();
    }
}

fn subscribe(callback: &JsValue) -> Result<(), TransportFailure> {
    let channel = channel()?;
    let transform: Function = Reflect::get(&channel, &"transformCallback".into())?.dyn_into()?;
    let handler = transform.call1(&channel, callback)?;
    let target = Object::new();
    Reflect::set(&target, &"kind".into(), &"Any".into())?;
    let arguments = Object::new();
    Reflect::set(&arguments, &"event".into(), &"stale".into())?;
    Reflect::set(&arguments, &"target".into(), &target)?;
    Reflect::set(&arguments, &"handler".into(), &handler)?;
    // Refused means no events; the status bar asks every few seconds anyway.
    invoke("plugin:event|listen", &arguments, &JsValue::UNDEFINED).map(drop)
}

fn invoke(
    command: &str,
    payload: &JsValue,
    options: &JsValue,
) -> Result<Promise, TransportFailure> {
    let channel = channel()?;
    let invoke: Function = Reflect::get(&channel, &"invoke".into())?.dyn_into()?;
    let answer = invoke.call3(&channel, &command.into(), payload, options)?;
    Ok(answer.dyn_into()?)
}

fn channel() -> Result<JsValue, TransportFailure> {
    let window = web_sys::window().ok_or(TransportFailure)?;
    let channel = Reflect::get(&window, &CHANNEL.into())?;
    if channel.is_object() {
        Ok(channel)
    } else {
        Err(TransportFailure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::session::GetSession;
    use api::{Call, Command};

    #[test]
    fn what_is_asked_at_the_start_is_what_the_page_asks_first() {
        let request = GetSession {}.request();
        assert_eq!(serde_json::to_string(&Call { request }).unwrap(), FIRST);
        let start = include_str!("../../start.js");
        assert!(start.contains(FIRST) && start.contains(ASKED_AT_START));
    }
}
