//! Lines of an office's admin log.

use super::WireError;
use crate::message::{
    AdminEntry, DeviceCertificate, DeviceId, OfficeId, PublicKey, Revocation, ValidThrough,
};
use domain::Timestamp;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::Stream;

/// Exactly one of the two.
#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct AdminForm {
    #[n(0)]
    enrolled: Option<CertificateForm>,
    #[n(1)]
    revoked: Option<RevocationForm>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct CertificateForm {
    #[n(0)]
    device: ByteArray<16>,
    #[n(1)]
    office: ByteArray<16>,
    #[n(2)]
    database: ByteArray<16>,
    #[n(3)]
    key: ByteArray<32>,
    #[n(4)]
    at: i64,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RevocationForm {
    #[n(0)]
    device: ByteArray<16>,
    #[n(1)]
    valid_through: Vec<ValidThroughForm>,
    #[n(2)]
    at: i64,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct ValidThroughForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    seq: u64,
}

impl From<&AdminEntry> for AdminForm {
    fn from(entry: &AdminEntry) -> Self {
        match entry {
            AdminEntry::Enrolled(certificate) => Self {
                enrolled: Some(certificate.into()),
                revoked: None,
            },
            AdminEntry::Revoked(revocation) => Self {
                enrolled: None,
                revoked: Some(revocation.into()),
            },
        }
    }
}

impl TryFrom<AdminForm> for AdminEntry {
    type Error = WireError;

    fn try_from(form: AdminForm) -> Result<Self, WireError> {
        match (form.enrolled, form.revoked) {
            (Some(certificate), None) => Ok(Self::Enrolled(certificate.into())),
            (None, Some(revocation)) => Ok(Self::Revoked(revocation.into())),
            _ => Err(WireError::Contradiction {
                what: "a line of the admin log",
            }),
        }
    }
}

impl From<&DeviceCertificate> for CertificateForm {
    fn from(certificate: &DeviceCertificate) -> Self {
        Self {
            device: certificate.device.0.into(),
            office: certificate.office.0.into(),
            database: certificate.database.into(),
            key: certificate.key.0.into(),
            at: certificate.at.0,
        }
    }
}

impl From<CertificateForm> for DeviceCertificate {
    fn from(form: CertificateForm) -> Self {
        Self {
            device: DeviceId(form.device.into()),
            office: OfficeId(form.office.into()),
            database: form.database.into(),
            key: PublicKey(form.key.into()),
            at: Timestamp(form.at),
        }
    }
}

impl From<&Revocation> for RevocationForm {
    fn from(revocation: &Revocation) -> Self {
        let valid_through = revocation.valid_through.iter().map(|it| ValidThroughForm {
            stream: it.stream.0.into(),
            seq: it.seq,
        });
        Self {
            device: revocation.device.0.into(),
            valid_through: valid_through.collect(),
            at: revocation.at.0,
        }
    }
}

impl From<RevocationForm> for Revocation {
    fn from(form: RevocationForm) -> Self {
        let valid_through = form.valid_through.into_iter().map(|it| ValidThrough {
            stream: Stream(it.stream.into()),
            seq: it.seq,
        });
        Self {
            device: DeviceId(form.device.into()),
            valid_through: valid_through.collect(),
            at: Timestamp(form.at),
        }
    }
}
