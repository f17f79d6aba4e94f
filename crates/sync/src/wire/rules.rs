//! Rules that the centre published, as a line of a feed.

use crate::message::FeedRules;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct RulesForm {
    #[n(0)]
    version: u32,
    #[n(1)]
    package: ByteVec,
}

impl From<&FeedRules> for RulesForm {
    fn from(rules: &FeedRules) -> Self {
        Self {
            version: rules.version,
            package: rules.package.clone().into(),
        }
    }
}

impl From<RulesForm> for FeedRules {
    fn from(form: RulesForm) -> Self {
        Self {
            version: form.version,
            package: form.package.into(),
        }
    }
}
