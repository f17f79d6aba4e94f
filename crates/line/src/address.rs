//! Where the centre is.

use crate::LineError;
use reqwest::Url;

/// Where the centre is, and by which certificate it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(crate) server: Url,
    pub(crate) certificate: Option<[u8; 16]>,
}

impl Address {
    /// The address of a text such as `https://kinerja.example:8443`.
    ///
    /// # Errors
    /// [`LineError::Address`] when it is none.
    pub fn parse(server: &str, certificate: Option<[u8; 16]>) -> Result<Self, LineError> {
        let server = Url::parse(server.trim()).map_err(|_| LineError::Address)?;
        let is_web = matches!(server.scheme(), "http" | "https") && server.has_host();
        if !is_web {
            return Err(LineError::Address);
        }
        Ok(Self {
            server,
            certificate,
        })
    }

    /// The address of one of the centre's paths.
    pub(crate) fn path(&self, path: &str) -> Url {
        let mut url = self.server.clone();
        let base = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{base}/v1/{path}"));
        url
    }
}
