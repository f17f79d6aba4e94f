//! What the two ends say to each other, as plain types. Their bytes are another module's.

mod admin;
mod beacon;
mod enrolment;
mod feed;
mod fork;
mod hello;
mod id;
mod outcome;
mod position;
mod query;
mod receipt;
mod signing;
mod upload;

pub use admin::{AdminEntry, DeviceCertificate, Revocation, ValidThrough};
pub use beacon::Beacon;
pub use enrolment::{
    EnrolmentAnswer, EnrolmentOutcome, EnrolmentRefusal, EnrolmentRequest, Health, SECRET_BYTES,
    code_name, proof_key,
};
pub use feed::{
    Feed, FeedEntry, FeedItem, FeedPosition, FeedRecord, FeedRules, FeedVerdict, Pack, PackOffer,
};
pub use fork::Fork;
pub use hello::{
    AnnouncedUpload, FeedState, Hello, HelloAnswer, KnownUpload, Standing, StreamAnswer,
    StreamClaim,
};
pub use id::{
    DeviceId, Epoch, Nonce, OfficeId, PackId, PublicKey, Signature, UploadId, WireVersion,
};
pub use outcome::{Held, OutcomeCode};
pub use position::Position;
pub use query::{FeedQuery, Receipts, ReceiptsQuery};
pub use receipt::{OutcomeRun, Receipt};
pub use signing::SigningBytes;
pub use upload::{AppendAnswer, Refusal};
