//! The centre on the wire, as `docs/wire.md` says it.

mod answer;
mod body;
mod certificate;
mod conduct;
mod routes;
mod serve;
mod sign_in;
mod token;

pub use certificate::fingerprint as certificate_fingerprint;
pub use conduct::{Limits, Site};
pub use routes::router;
pub use serve::{ServeError, Serving, Transport, serve};
pub use token::{Bearer, Tokens};
