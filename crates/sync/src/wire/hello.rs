//! `hello`: the question, signed by the device.

use super::form::{FeedStateForm, PositionForm};
use super::{Message, WireError, message};
use crate::message::{
    AnnouncedUpload, DeviceId, Epoch, Hello, Nonce, PublicKey, Signature, StreamClaim, UploadId,
    WireVersion,
};
use crate::signature::{SignatureCheck, Signer, Statement};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use record::Stream;

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct HelloForm {
    #[n(0)]
    device: ByteArray<16>,
    #[n(1)]
    nonce: ByteArray<16>,
    #[n(2)]
    wire_version: u16,
    #[n(3)]
    epoch: u32,
    #[n(4)]
    streams: Vec<ClaimForm>,
    #[n(5)]
    uploads: Vec<UploadForm>,
    #[n(6)]
    feeds: Vec<FeedStateForm>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct ClaimForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    head: PositionForm,
    /// Nothing when it is the head.
    #[n(2)]
    acknowledged: Option<PositionForm>,
}

/// An upload and a number of bytes.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct UploadForm {
    #[n(0)]
    pub(super) id: ByteArray<16>,
    #[n(1)]
    pub(super) bytes: u64,
}

message! { Hello => HelloForm }

impl From<&Hello> for HelloForm {
    fn from(hello: &Hello) -> Self {
        Self {
            device: hello.device.0.into(),
            nonce: hello.nonce.0.into(),
            wire_version: hello.wire_version.0,
            epoch: hello.epoch.0,
            streams: hello.streams.iter().map(ClaimForm::from).collect(),
            uploads: hello.uploads.iter().map(UploadForm::from).collect(),
            feeds: hello.feeds.iter().map(FeedStateForm::from).collect(),
        }
    }
}

impl From<&StreamClaim> for ClaimForm {
    fn from(claim: &StreamClaim) -> Self {
        let differs = claim.acknowledged != claim.head;
        Self {
            stream: claim.stream.0.into(),
            head: claim.head.into(),
            acknowledged: differs.then(|| claim.acknowledged.into()),
        }
    }
}

impl From<ClaimForm> for StreamClaim {
    fn from(form: ClaimForm) -> Self {
        let head = form.head.into();
        Self {
            stream: Stream(form.stream.into()),
            head,
            acknowledged: form.acknowledged.map_or(head, Into::into),
        }
    }
}

impl From<&AnnouncedUpload> for UploadForm {
    fn from(upload: &AnnouncedUpload) -> Self {
        Self {
            id: upload.id.0.into(),
            bytes: upload.length,
        }
    }
}

impl TryFrom<HelloForm> for Hello {
    type Error = WireError;

    fn try_from(form: HelloForm) -> Result<Self, WireError> {
        let uploads = form.uploads.into_iter().map(|upload| AnnouncedUpload {
            id: UploadId(upload.id.into()),
            length: upload.bytes,
        });
        Ok(Self {
            device: DeviceId(form.device.into()),
            nonce: Nonce(form.nonce.into()),
            wire_version: WireVersion(form.wire_version),
            epoch: Epoch(form.epoch),
            streams: form.streams.into_iter().map(Into::into).collect(),
            uploads: uploads.collect(),
            feeds: form.feeds.into_iter().map(Into::into).collect(),
        })
    }
}

/// A question with the signature of its device over exactly its bytes, so that a field that the
/// centre does not know yet is signed too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHello {
    bytes: Vec<u8>,
    hello: Hello,
    signature: Signature,
}

/// What a device signs a question for.
const CONTEXT: &str = "kinerja hello v1";

impl SignedHello {
    /// Signs a question.
    #[must_use]
    pub fn sign(hello: Hello, signer: &dyn Signer) -> Self {
        let bytes = hello.to_bytes();
        let signature = signer.sign(Statement {
            context: CONTEXT,
            message: &bytes,
        });
        Self {
            bytes,
            hello,
            signature,
        }
    }

    /// Who claims to ask. Not checked: it only says whose key is to be loaded.
    #[must_use]
    pub const fn claimed_device(&self) -> DeviceId {
        self.hello.device
    }

    /// The question, if the owner of the key signed it.
    #[must_use]
    pub fn verify(&self, key: &PublicKey, check: &dyn SignatureCheck) -> Option<&Hello> {
        let statement = Statement {
            context: CONTEXT,
            message: &self.bytes,
        };
        check
            .fits(key, statement, &self.signature)
            .then_some(&self.hello)
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct SignedForm {
    #[n(0)]
    hello: ByteVec,
    #[n(1)]
    signature: ByteArray<64>,
}

message! { SignedHello => SignedForm }

impl From<&SignedHello> for SignedForm {
    fn from(signed: &SignedHello) -> Self {
        Self {
            hello: signed.bytes.clone().into(),
            signature: signed.signature.0.into(),
        }
    }
}

impl TryFrom<SignedForm> for SignedHello {
    type Error = WireError;

    fn try_from(form: SignedForm) -> Result<Self, WireError> {
        let bytes: Vec<u8> = form.hello.into();
        Ok(Self {
            hello: Hello::from_bytes(&bytes)?,
            bytes,
            signature: Signature(form.signature.into()),
        })
    }
}
