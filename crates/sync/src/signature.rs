//! Signing and checking, behind traits: the ciphers are the host's.

use crate::message::{
    EnrolmentAnswer, Health, HelloAnswer, PackOffer, PublicKey, Receipt, Signature,
};

/// Something that the centre signs.
pub trait Signed {
    /// What the signature is for, so that it fits nothing else.
    const CONTEXT: &'static str;

    /// What is signed: everything but the signature.
    fn signing_bytes(&self) -> Vec<u8>;

    /// The signature that it carries.
    fn signature(&self) -> Signature;

    /// The same with another signature.
    #[must_use]
    fn with_signature(self, signature: Signature) -> Self;
}

/// Checks signatures.
pub trait SignatureCheck {
    /// Whether the owner of the key signed the message for the use that `context` names.
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, signature: &Signature) -> bool;
}

/// A message and the use that it is signed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The use.
    pub context: &'static str,
    /// The message.
    pub message: &'a [u8],
}

/// Signs for one side.
pub trait Signer {
    /// The signature over a message for a use.
    fn sign(&self, statement: Statement<'_>) -> Signature;
}

/// Something of the centre's that waits for its signature. It cannot leave without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned<T>(T);

impl<T: Signed> Unsigned<T> {
    pub(crate) const fn new(content: T) -> Self {
        Self(content)
    }

    /// The same, signed.
    #[must_use]
    pub fn sign(self, signer: &impl Signer) -> T {
        let message = self.0.signing_bytes();
        let signature = signer.sign(Statement {
            context: T::CONTEXT,
            message: &message,
        });
        self.0.with_signature(signature)
    }
}

/// Whether the owner of the key signed this.
pub(crate) fn is_genuine<T: Signed>(
    content: &T,
    key: &PublicKey,
    check: &dyn SignatureCheck,
) -> bool {
    let message = content.signing_bytes();
    let statement = Statement {
        context: T::CONTEXT,
        message: &message,
    };
    check.fits(key, statement, &content.signature())
}

/// The signature of what is not signed yet.
pub(crate) const NOT_SIGNED: Signature = Signature([0; 64]);

macro_rules! signed {
    ($($name:ty => $context:literal),+ $(,)?) => {$(
        impl Signed for $name {
            const CONTEXT: &'static str = $context;

            fn signing_bytes(&self) -> Vec<u8> {
                <$name>::signing_bytes(self)
            }

            fn signature(&self) -> Signature {
                self.signature
            }

            fn with_signature(self, signature: Signature) -> Self {
                Self { signature, ..self }
            }
        }
    )+};
}

signed! {
    Receipt => "kinerja receipt v1",
    HelloAnswer => "kinerja hello answer v1",
    PackOffer => "kinerja pack offer v1",
    EnrolmentAnswer => "kinerja enrolment answer v1",
    Health => "kinerja health v1",
    crate::message::Beacon => "kinerja beacon v1",
}
