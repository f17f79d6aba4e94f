//! Enrolment: how a device becomes one of an office.
//!
//! The centre hands out a code that works once. Its secret never travels: the request carries a
//! proof that only somebody who knows the secret can make, so the same request goes over any line
//! and on any stick.

use super::{
    Beacon, DeviceCertificate, DeviceId, Epoch, Nonce, OfficeId, PublicKey, Signature, SigningBytes,
};
use crate::signature::{NOT_SIGNED, SignatureCheck, Signer, Statement, Unsigned, is_genuine};
use domain::Timestamp;

/// What a code's secret is, in bytes: nobody finds it by trying.
pub const SECRET_BYTES: usize = 10;

/// A device asks to be one of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentRequest {
    /// Which code: see [`code_name`].
    pub code: [u8; 8],
    /// The device.
    pub device: DeviceId,
    /// The database that it writes.
    pub database: [u8; 16],
    /// The key that its checkpoints verify with.
    pub key: PublicKey,
    /// What the centre seals its answers on sticks to: `age1…`.
    pub seal_to: String,
    /// The name of the PC, for the centre's list; may be empty.
    pub name: String,
    /// Shows that the writer knows the code's secret.
    pub proof: [u8; 32],
    /// Shows that the writer has the device's secret key.
    pub signature: Signature,
}

/// The centre took the device in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentAnswer {
    /// The device with its office and key.
    pub certificate: DeviceCertificate,
    /// What the office is called.
    pub office_name: String,
    /// The key that the centre signs with; the code names it, so that nobody else can answer.
    pub centre: PublicKey,
    /// What packets for the centre are sealed to: `age1…`.
    pub seal_to: String,
    /// The life of the centre's database.
    pub epoch: Epoch,
    /// The centre's time.
    pub beacon: Beacon,
    /// The centre's signature.
    pub signature: Signature,
}

/// Why the centre does not take a device in. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EnrolmentRefusal {
    /// The centre never gave this code out, or took it back.
    #[error("the centre does not know the code")]
    UnknownCode,
    /// Another device has used it.
    #[error("the code has been used by another device")]
    UsedCode,
    /// It is too old.
    #[error("the code has expired")]
    ExpiredCode,
    /// The proof or the signature does not fit: the code was mistyped, or somebody tries.
    #[error("the request does not prove that its writer has the code")]
    WrongProof,
    /// The device is one of another office, or has another key there.
    #[error("the device is enrolled in another office, or with another key")]
    OtherDevice,
}

/// What the centre answers to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnrolmentOutcome {
    /// It took the device in, now or before.
    Enrolled(Box<EnrolmentAnswer>),
    /// It did not.
    Refused(EnrolmentRefusal),
}

/// The centre is there, and it is the centre: a captive portal cannot sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Health {
    /// The question's nonce.
    pub nonce: Nonce,
    /// The centre's time.
    pub time: Timestamp,
    /// The centre's signature.
    pub signature: Signature,
}

/// What a device signs its request for.
const REQUEST: &str = "kinerja enrolment request v1";

/// The name of a code: says nothing about its secret.
#[must_use]
pub fn code_name(secret: &[u8; SECRET_BYTES]) -> [u8; 8] {
    let derived = blake3::derive_key("kinerja enrolment name v1", secret);
    let mut name = [0; 8];
    name.copy_from_slice(&derived[..8]);
    name
}

/// What the centre keeps of a code's secret to check proofs with.
#[must_use]
pub fn proof_key(secret: &[u8; SECRET_BYTES]) -> [u8; 32] {
    blake3::derive_key("kinerja enrolment proof v1", secret)
}

impl EnrolmentRequest {
    /// The request with its proof and its signature; those that it has are not looked at.
    #[must_use]
    pub fn prove(mut self, secret: &[u8; SECRET_BYTES], signer: &dyn Signer) -> Self {
        self.code = code_name(secret);
        let message = self.signing_bytes();
        self.proof = *blake3::keyed_hash(&proof_key(secret), &message).as_bytes();
        self.signature = signer.sign(Statement {
            context: REQUEST,
            message: &message,
        });
        self
    }

    /// Whether its writer knows the secret behind `proof_key` and has the device's key.
    #[must_use]
    pub fn is_proved(&self, proof_key: &[u8; 32], check: &dyn SignatureCheck) -> bool {
        let message = self.signing_bytes();
        // Compared by `blake3::Hash`, which takes the same time whatever differs.
        let knows = blake3::keyed_hash(proof_key, &message) == blake3::Hash::from(self.proof);
        let statement = Statement {
            context: REQUEST,
            message: &message,
        };
        knows && check.fits(&self.key, statement, &self.signature)
    }

    fn signing_bytes(&self) -> Vec<u8> {
        SigningBytes::of(REQUEST)
            .fixed(&self.code)
            .fixed(&self.device.0)
            .fixed(&self.database)
            .fixed(&self.key.0)
            .part(self.seal_to.as_bytes())
            .part(self.name.as_bytes())
            .finish()
    }
}

impl EnrolmentAnswer {
    /// The office that the device belongs to now.
    #[must_use]
    pub const fn office(&self) -> OfficeId {
        self.certificate.office
    }

    /// The same, to be signed by the centre.
    #[must_use]
    pub fn unsigned(self) -> Unsigned<Self> {
        Unsigned::new(self)
    }

    /// Whether the centre whose key has this fingerprint answered this very request.
    #[must_use]
    pub fn answers(
        &self,
        request: &EnrolmentRequest,
        centre: [u8; 16],
        check: &dyn SignatureCheck,
    ) -> bool {
        let certificate = &self.certificate;
        certificate.device == request.device
            && certificate.key == request.key
            && certificate.database == request.database
            && self.centre.fingerprint() == centre
            && is_genuine(self, &self.centre, check)
            && is_genuine(&self.beacon, &self.centre, check)
    }

    pub(crate) fn signing_bytes(&self) -> Vec<u8> {
        SigningBytes::of("kinerja enrolment answer v1")
            .part(&super::AdminEntry::Enrolled(self.certificate).signing_bytes())
            .part(self.office_name.as_bytes())
            .fixed(&self.centre.0)
            .part(self.seal_to.as_bytes())
            .number(self.epoch.0.into())
            .time(self.beacon.time)
            .finish()
    }
}

impl Health {
    /// The answer to a question, to be signed.
    #[must_use]
    pub const fn answer(nonce: Nonce, time: Timestamp) -> Unsigned<Self> {
        Unsigned::new(Self {
            nonce,
            time,
            signature: NOT_SIGNED,
        })
    }

    /// Whether the centre answered this very question.
    #[must_use]
    pub fn answers(&self, nonce: Nonce, centre: &PublicKey, check: &dyn SignatureCheck) -> bool {
        self.nonce == nonce && is_genuine(self, centre, check)
    }

    pub(crate) fn signing_bytes(&self) -> Vec<u8> {
        SigningBytes::of("kinerja health v1")
            .fixed(&self.nonce.0)
            .time(self.time)
            .finish()
    }
}
