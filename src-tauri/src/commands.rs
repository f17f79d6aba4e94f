//! The two doors between the page and the program.

use crate::opening::Opening;
use tauri::State;
use tauri::ipc::{InvokeBody, Request};

/// Answers one command of the contract. It runs beside the window's thread, which goes on drawing.
#[tauri::command]
pub(crate) async fn rpc(
    opening: State<'_, Opening>,
    request: api::Call,
) -> Result<api::Envelope, api::Refusal> {
    let opening = opening.inner().clone();
    tauri::async_runtime::spawn_blocking(move || opening.office().call(request.request))
        .await
        .map_err(|error| {
            tracing::error!(%error, "a use case did not finish");
            api::Refusal::from(api::ErrorCode::Internal)
        })
}

/// Keeps a file that the page was given. The name travels in a header, percent-encoded; the body is
/// the raw bytes.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "Tauri hands both over by value"
)]
pub(crate) fn upload(
    opening: State<'_, Opening>,
    request: Request<'_>,
) -> Result<api::import::UploadToken, api::Refusal> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(api::ErrorCode::Internal.into());
    };
    let name = request
        .headers()
        .get("name")
        .and_then(|it| it.to_str().ok())
        .map(percent_decoded)
        .unwrap_or_default();
    opening
        .office()
        .upload(&name, bytes.clone())
        .map_err(|trouble| trouble.refusal())
}

/// `Daftar%20Pegawai.xlsx` → `Daftar Pegawai.xlsx`; what is not an escape stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn names_come_back_as_they_were() {
        assert_eq!(
            percent_decoded("Daftar%20Pegawai%20%E2%80%93%20Okt.xlsx"),
            "Daftar Pegawai – Okt.xlsx"
        );
        assert_eq!(percent_decoded("100%.xlsx"), "100%.xlsx");
        assert_eq!(percent_decoded("%zz%4"), "%zz%4");
    }
}
