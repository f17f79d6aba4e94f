//! The centre on the wire, as `docs/wire.md` says it.

mod answer;
mod body;
mod certificate;
mod conduct;
mod metrics;
mod openapi;
mod receiving;
mod routes;
mod serve;
mod sign_in;
mod token;

pub(crate) use answer::causes;
pub use certificate::fingerprint as certificate_fingerprint;
pub use conduct::{Limits, Site};
pub use openapi::document as openapi;
pub use routes::router;
pub use serve::{ServeError, Serving, Transport, serve};
pub use token::{Bearer, Tokens};
