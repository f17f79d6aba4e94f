//! The certificate that the centre makes for itself.

use crate::tables::centre::OwnCertificate;
use crate::{Centre, Trouble, tables};
use rustls::crypto::ring::cipher_suite::TLS13_AES_128_GCM_SHA256;

/// The first 16 bytes of the SHA-256 hash of a certificate: what enrolment codes name.
#[must_use]
pub fn fingerprint(certificate: &[u8]) -> [u8; 16] {
    let mut first = [0; 16];
    if let Some(suite) = TLS13_AES_128_GCM_SHA256.tls13() {
        let hash = suite.common.hash_provider.hash(certificate);
        first.copy_from_slice(&hash.as_ref()[..16]);
    }
    first
}

impl Centre {
    /// The centre's own certificate and its key, both DER. Made once for all servers, so that what
    /// enrolment codes name stays true.
    ///
    /// # Errors
    /// When the database fails, or no certificate can be made.
    pub async fn own_certificate(&self, host: &str) -> Result<(Vec<u8>, Vec<u8>), Trouble> {
        let fresh = make(host)?;
        self.database()
            .write(move |sql| Box::pin(tables::centre::certificate(sql, fresh)))
            .await
    }
}

fn make(host: &str) -> Result<OwnCertificate, Trouble> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    if !names.iter().any(|name| name == host) && !host.is_empty() {
        names.push(host.to_owned());
    }
    let made =
        rcgen::generate_simple_self_signed(names).map_err(|error| Trouble::Key(error.into()))?;
    let key = made.signing_key.serialize_der();
    Ok((made.cert.der().to_vec(), key))
}
