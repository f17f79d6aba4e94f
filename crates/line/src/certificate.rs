//! Whom a line trusts: the one certificate that the enrolment code named, or the public
//! authorities of the system.

use crate::LineError;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, SignatureScheme};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// A record of TLS is read when all of it is there. On a line of 64 kbit/s the usual one takes two
/// seconds, and what came of it is lost when the line breaks.
const RECORD: usize = 4 * 1024;

/// What TLS is done with.
pub(crate) fn trust(pinned: Option<[u8; 16]>) -> Result<ClientConfig, LineError> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(LineError::Tls)?;
    let verifier: Arc<dyn ServerCertVerifier> = match pinned {
        Some(fingerprint) => Arc::new(Pinned {
            fingerprint,
            provider,
        }),
        None => {
            Arc::new(rustls_platform_verifier::Verifier::new(provider).map_err(LineError::Tls)?)
        }
    };
    let mut config = builder
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.max_fragment_size = Some(RECORD);
    Ok(config)
}

/// Trusts the certificate with this beginning of its SHA-256 hash, whatever name and dates stand in
/// it: a PC whose clock is ten years off must get through too.
#[derive(Debug)]
struct Pinned {
    fingerprint: [u8; 16],
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let hash = Sha256::digest(certificate);
        if hash[..16] == self.fingerprint {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(Error::InvalidCertificate(
                CertificateError::ApplicationVerificationFailure,
            ))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
