//! HTTP to where the page comes from: the same machine, for a plain browser, or the centre. A cookie,
//! set when the page was opened with its one-time address or by signing in, says that it may.

use super::TransportFailure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Headers, RequestInit, Response};

/// The program refuses before it looks at the request, and says why as always.
const FORBIDDEN: u16 = 403;

/// Sends one call and returns the envelope.
pub async fn exchange(call: &str, proof: &str) -> Result<JsValue, TransportFailure> {
    let headers = Headers::new()?;
    if !proof.is_empty() {
        headers.set("x-kinerja-proof", proof)?;
    }
    headers.set("content-type", "application/json")?;
    post("/rpc", &headers, &JsValue::from_str(call)).await
}

/// Sends a file and returns its token.
pub async fn upload(file: &File) -> Result<String, TransportFailure> {
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    let headers = Headers::new()?;
    headers.set("content-type", "application/octet-stream")?;
    let answer = post(&format!("/upload?name={name}"), &headers, file).await?;
    answer.as_string().ok_or(TransportFailure)
}

async fn post(path: &str, headers: &Headers, body: &JsValue) -> Result<JsValue, TransportFailure> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(headers);
    request.set_body(body);
    let window = web_sys::window().ok_or(TransportFailure)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(path, &request))
        .await?
        .dyn_into()?;
    if !response.ok() && response.status() != FORBIDDEN {
        return Err(TransportFailure);
    }
    Ok(JsFuture::from(response.json()?).await?)
}

/// Fetches a file; the inner error is the envelope that came in its place.
pub async fn fetch(path: &str) -> Result<Result<Blob, JsValue>, TransportFailure> {
    let window = web_sys::window().ok_or(TransportFailure)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Ok(Err(JsFuture::from(response.json()?).await?));
    }
    let blob = JsFuture::from(response.blob()?).await?;
    Ok(Ok(blob.dyn_into()?))
}
