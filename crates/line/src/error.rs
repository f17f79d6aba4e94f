//! Why a request has no answer.

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
    /// The certificate is not the one that the code named: somebody else answers there.
    #[error("the one who answers has another certificate than the centre")]
    OtherCertificate(#[source] reqwest::Error),
}

impl LineError {
    pub(crate) fn of(error: reqwest::Error) -> Self {
        if is_about_certificate(&error) {
            return Self::OtherCertificate(error);
        }
        if error.is_connect() {
            Self::Unreachable(error)
        } else {
            Self::Broken(error)
        }
    }
}

fn is_about_certificate(error: &reqwest::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<std::io::Error>()
            && let Some(inner) = io.get_ref()
            && inner
                .downcast_ref::<rustls::Error>()
                .is_some_and(is_certificate)
        {
            return true;
        }
        if error
            .downcast_ref::<rustls::Error>()
            .is_some_and(is_certificate)
        {
            return true;
        }
        cause = error.source();
    }
    false
}

const fn is_certificate(error: &rustls::Error) -> bool {
    matches!(error, rustls::Error::InvalidCertificate(_))
}
