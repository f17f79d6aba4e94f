//! Why a request has no answer.

use std::error::Error;
use std::io;

/// Why a request has no answer. Nothing is concluded from any of these.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// The address of the centre is none.
    #[error("the address of the centre cannot be used")]
    Address,
    /// The system cannot make secure connections.
    #[error("no secure connection can be made on this system")]
    Client(#[source] reqwest::Error),
    /// The system cannot make secure connections.
    #[error("no secure connection can be made on this system")]
    Tls(#[source] rustls::Error),
    /// There is no way to the centre: no network, no such name, nobody who answers there.
    #[error("the centre cannot be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The line broke while something was on its way.
    #[error("the line broke")]
    Broken(#[source] reqwest::Error),
    /// The centre is there and has no time, or wants to be greeted again first.
    #[error("the centre wants to be asked again later")]
    NotNow,
    /// The certificate is not the one that the code named, or no TLS is spoken: somebody else
    /// answers there.
    #[error("somebody else than the centre answers")]
    OtherCertificate(#[source] reqwest::Error),
}

impl LineError {
    pub(crate) fn of(error: reqwest::Error) -> Self {
        if is_somebody_else(&error) {
            return Self::OtherCertificate(error);
        }
        if error.is_connect() {
            Self::Unreachable(error)
        } else {
            Self::Broken(error)
        }
    }
}

/// Whether the cause of an error is that somebody else than the centre answered: with another
/// certificate, or with something that is no TLS, as networks do that want to be signed in to.
fn is_somebody_else(error: &(dyn Error + 'static)) -> bool {
    if let Some(tls) = error.downcast_ref::<rustls::Error>() {
        use rustls::Error::{InvalidCertificate, InvalidMessage};
        return matches!(tls, InvalidCertificate(_) | InvalidMessage(_));
    }
    // An IO error does not count what it wraps among its sources.
    let wrapped = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref);
    wrapped.is_some_and(|it| is_somebody_else(it)) || error.source().is_some_and(is_somebody_else)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::{CertificateError, InvalidMessage};

    fn wrapped(error: rustls::Error) -> io::Error {
        io::Error::other(io::Error::new(io::ErrorKind::InvalidData, error))
    }

    #[test]
    fn somebody_else_is_recognised_however_deep_the_cause_lies() {
        let certificate = CertificateError::ApplicationVerificationFailure;
        assert!(is_somebody_else(&wrapped(certificate.into())));
        assert!(is_somebody_else(&wrapped(
            InvalidMessage::InvalidContentType.into()
        )));
        assert!(!is_somebody_else(&wrapped(rustls::Error::DecryptError)));
        assert!(!is_somebody_else(&io::Error::from(
            io::ErrorKind::ConnectionRefused
        )));
    }
}
