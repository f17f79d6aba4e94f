//! HTTP to the same machine, for a plain browser. A cookie, set when the page was opened with its
//! one-time address, says that it may.

use super::TransportFailure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Headers, RequestInit, Response};

/// Sends one call and returns the envelope.
pub async fn exchange(call: &str) -> Result<JsValue, TransportFailure> {
    post("/rpc", "application/json", &JsValue::from_str(call)).await
}

/// Sends a file and returns its token.
pub async fn upload(file: &File) -> Result<String, TransportFailure> {
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    let answer = post(
        &format!("/upload?name={name}"),
        "application/octet-stream",
        file,
    )
    .await?;
    answer.as_string().ok_or(TransportFailure)
}

async fn post(path: &str, content: &str, body: &JsValue) -> Result<JsValue, TransportFailure> {
    let headers = Headers::new()?;
    headers.set("content-type", content)?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(body);
    let window = web_sys::window().ok_or(TransportFailure)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(path, &request))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(TransportFailure);
    }
    Ok(JsFuture::from(response.json()?).await?)
}
