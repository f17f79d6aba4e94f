//! The wire for machines: `docs/openapi.json` is made from here, and a test compares.

use super::routes::{downloads, evidence, greetings, receipts, uploads};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

/// What the paths and their answers are.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "kinerja-pusat",
        description = "How PCs of district offices talk with the centre. Messages are CBOR; \
                       docs/wire.md says what they mean.",
        version = "1",
        license(name = "MIT OR Apache-2.0")
    ),
    paths(
        greetings::health,
        greetings::enrol,
        greetings::hello,
        uploads::options,
        uploads::create,
        uploads::offset,
        uploads::append,
        receipts::receipts,
        downloads::feed,
        downloads::pack,
        evidence::offset,
        evidence::append
    ),
    modifiers(&Bearer)
)]
struct Wire;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        components.add_security_scheme("bearer", scheme);
    }
}

/// The document, as JSON that is easy to read.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn document() -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Wire::openapi())?;
    text.push('\n');
    Ok(text)
}
