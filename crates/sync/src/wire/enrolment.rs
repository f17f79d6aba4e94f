//! Enrolment and health.

use super::admin::CertificateForm;
use super::form::BeaconForm;
use super::{WireError, message};
use crate::message::{
    DeviceId, EnrolmentAnswer, EnrolmentOutcome, EnrolmentRefusal, EnrolmentRequest, Epoch, Health,
    Nonce, PublicKey, Signature,
};
use domain::Timestamp;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct RequestForm {
    #[n(0)]
    code: ByteArray<8>,
    #[n(1)]
    device: ByteArray<16>,
    #[n(2)]
    database: ByteArray<16>,
    #[n(3)]
    key: ByteArray<32>,
    #[n(4)]
    seal_to: String,
    #[n(5)]
    name: String,
    #[n(6)]
    proof: ByteArray<32>,
    #[n(7)]
    signature: ByteArray<64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AnswerForm {
    #[n(0)]
    certificate: CertificateForm,
    #[n(1)]
    office_name: String,
    #[n(2)]
    centre: ByteArray<32>,
    #[n(3)]
    seal_to: String,
    #[n(4)]
    epoch: u32,
    #[n(5)]
    beacon: BeaconForm,
    #[n(6)]
    signature: ByteArray<64>,
}

/// Exactly one of the two.
#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct OutcomeForm {
    #[n(0)]
    answer: Option<AnswerForm>,
    #[n(1)]
    refusal: Option<u8>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct HealthForm {
    #[n(0)]
    nonce: ByteArray<16>,
    #[n(1)]
    time: i64,
    #[n(2)]
    signature: ByteArray<64>,
}

message! {
    EnrolmentRequest => RequestForm,
    EnrolmentOutcome => OutcomeForm,
    Health => HealthForm,
}

impl From<&EnrolmentRequest> for RequestForm {
    fn from(request: &EnrolmentRequest) -> Self {
        Self {
            code: request.code.into(),
            device: request.device.0.into(),
            database: request.database.into(),
            key: request.key.0.into(),
            seal_to: request.seal_to.clone(),
            name: request.name.clone(),
            proof: request.proof.into(),
            signature: request.signature.0.into(),
        }
    }
}

impl TryFrom<RequestForm> for EnrolmentRequest {
    type Error = WireError;

    fn try_from(form: RequestForm) -> Result<Self, WireError> {
        Ok(Self {
            code: form.code.into(),
            device: DeviceId(form.device.into()),
            database: form.database.into(),
            key: PublicKey(form.key.into()),
            seal_to: form.seal_to,
            name: form.name,
            proof: form.proof.into(),
            signature: Signature(form.signature.into()),
        })
    }
}

impl From<&EnrolmentOutcome> for OutcomeForm {
    fn from(outcome: &EnrolmentOutcome) -> Self {
        match outcome {
            EnrolmentOutcome::Enrolled(answer) => Self {
                answer: Some(AnswerForm::from(&**answer)),
                refusal: None,
            },
            EnrolmentOutcome::Refused(refusal) => Self {
                answer: None,
                refusal: Some(match refusal {
                    EnrolmentRefusal::UnknownCode => 0,
                    EnrolmentRefusal::UsedCode => 1,
                    EnrolmentRefusal::ExpiredCode => 2,
                    EnrolmentRefusal::WrongProof => 3,
                    EnrolmentRefusal::OtherDevice => 4,
                }),
            },
        }
    }
}

impl TryFrom<OutcomeForm> for EnrolmentOutcome {
    type Error = WireError;

    fn try_from(form: OutcomeForm) -> Result<Self, WireError> {
        Ok(match (form.answer, form.refusal) {
            (Some(answer), None) => Self::Enrolled(Box::new(answer.into())),
            (None, Some(number)) => Self::Refused(match number {
                0 => EnrolmentRefusal::UnknownCode,
                1 => EnrolmentRefusal::UsedCode,
                2 => EnrolmentRefusal::ExpiredCode,
                3 => EnrolmentRefusal::WrongProof,
                4 => EnrolmentRefusal::OtherDevice,
                number => {
                    return Err(WireError::Unknown {
                        what: "refusal of an enrolment",
                        number: number.into(),
                    });
                }
            }),
            _ => {
                return Err(WireError::Contradiction {
                    what: "the answer to an enrolment",
                });
            }
        })
    }
}

impl From<&EnrolmentAnswer> for AnswerForm {
    fn from(answer: &EnrolmentAnswer) -> Self {
        Self {
            certificate: (&answer.certificate).into(),
            office_name: answer.office_name.clone(),
            centre: answer.centre.0.into(),
            seal_to: answer.seal_to.clone(),
            epoch: answer.epoch.0,
            beacon: answer.beacon.into(),
            signature: answer.signature.0.into(),
        }
    }
}

impl From<AnswerForm> for EnrolmentAnswer {
    fn from(form: AnswerForm) -> Self {
        Self {
            certificate: form.certificate.into(),
            office_name: form.office_name,
            centre: PublicKey(form.centre.into()),
            seal_to: form.seal_to,
            epoch: Epoch(form.epoch),
            beacon: form.beacon.into(),
            signature: Signature(form.signature.into()),
        }
    }
}

impl From<&Health> for HealthForm {
    fn from(health: &Health) -> Self {
        Self {
            nonce: health.nonce.0.into(),
            time: health.time.0,
            signature: health.signature.0.into(),
        }
    }
}

impl TryFrom<HealthForm> for Health {
    type Error = WireError;

    fn try_from(form: HealthForm) -> Result<Self, WireError> {
        Ok(Self {
            nonce: Nonce(form.nonce.into()),
            time: Timestamp(form.time),
            signature: Signature(form.signature.into()),
        })
    }
}
