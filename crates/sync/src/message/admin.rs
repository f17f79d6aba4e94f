//! The office's admin log: who may write, as the centre decided it.

use super::{DeviceId, OfficeId, PublicKey, SigningBytes};
use domain::Timestamp;
use record::Stream;

/// A line of the admin log. Every side folds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdminEntry {
    /// A device was enrolled.
    Enrolled(DeviceCertificate),
    /// A device was revoked.
    Revoked(Revocation),
}

/// The centre knows this device and its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DeviceCertificate {
    /// The device.
    pub device: DeviceId,
    /// Its office.
    pub office: OfficeId,
    /// The database that it writes; the chain of each of its streams begins with it.
    pub database: [u8; 16],
    /// The key that its checkpoints verify with.
    pub key: PublicKey,
    /// When, by the centre's time.
    pub at: Timestamp,
}

/// The device may not write any more. What it sends beyond is set aside for a person, never
/// dropped.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revocation {
    /// The device.
    pub device: DeviceId,
    /// Up to where each of its streams is trusted; one that is not named is not trusted at all.
    pub valid_through: Vec<ValidThrough>,
    /// When, by the centre's time.
    pub at: Timestamp,
}

/// Up to where a stream of a revoked device is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ValidThrough {
    /// The stream.
    pub stream: Stream,
    /// The last record that is trusted.
    pub seq: u64,
}

impl Revocation {
    /// The last record of the stream that is trusted; 0 when none is.
    #[must_use]
    pub fn valid_through_seq(&self, stream: Stream) -> u64 {
        self.valid_through
            .iter()
            .find(|it| it.stream == stream)
            .map_or(0, |it| it.seq)
    }
}

impl AdminEntry {
    /// What the centre signs.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        match self {
            Self::Enrolled(certificate) => SigningBytes::of("kinerja certificate v1")
                .fixed(&certificate.device.0)
                .fixed(&certificate.office.0)
                .fixed(&certificate.database)
                .fixed(&certificate.key.0)
                .time(certificate.at)
                .finish(),
            Self::Revoked(revocation) => revocation
                .valid_through
                .iter()
                .fold(
                    SigningBytes::of("kinerja revocation v1")
                        .fixed(&revocation.device.0)
                        .time(revocation.at),
                    |bytes, it| bytes.fixed(&it.stream.0).number(it.seq),
                )
                .finish(),
        }
    }
}
