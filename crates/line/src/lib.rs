//! The line to the centre: the requests of [`sync::device`] over HTTP, as `docs/wire.md` fixes it.
//!
//! A [`Line`] knows an address and, when the centre made its certificate itself, the beginning of
//! that certificate's hash. It trusts nothing that it carries: every answer that counts is signed,
//! and the machine of the device checks that. Nothing here has a limit on the whole time; the
//! machine abandons a line on which no byte moves.

mod address;
mod answer;
mod certificate;
mod error;
mod request;

pub use address::Address;
pub use error::LineError;
pub use request::{Carried, FileReply, Outgoing, Reply, Tally};

use reqwest::Client;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a connection may take to be made: a mobile line wakes up slowly.
const CONNECT: Duration = Duration::from_secs(45);

/// A line to one centre. Cloning gives the same line.
#[derive(Clone, Debug)]
pub struct Line {
    client: Client,
    address: Address,
    token: Arc<Mutex<Option<String>>>,
}

impl Line {
    /// A line to this address. Nothing is sent yet.
    ///
    /// # Errors
    /// [`LineError::Address`] when the address is none, [`LineError::Client`] when this system
    /// cannot do TLS.
    pub fn to(address: Address) -> Result<Self, LineError> {
        let tls = certificate::trust(address.certificate)?;
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .connect_timeout(CONNECT)
            .http1_only()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .tcp_nodelay(true)
            .build()
            .map_err(LineError::Client)?;
        Ok(Self {
            client,
            address,
            token: Arc::default(),
        })
    }

    fn token(&self) -> Option<String> {
        self.token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn set_token(&self, token: Option<String>) {
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }
}
