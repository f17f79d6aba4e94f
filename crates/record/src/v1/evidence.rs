//! `evidence`, version 1.

use super::code::Code;
use super::packed::{Day, Id, is_false};
use domain::evidence::EvidenceType;
use domain::{EmployeeId, EvidenceId};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Evidence {
    #[n(0)]
    id: Id,
    #[n(1)]
    employee: Id,
    #[n(2)]
    date: Day,
    #[n(3)]
    content_hash: ByteArray<32>,
    #[n(4)]
    name: String,
    #[n(5)]
    file_type: Code<EvidenceType>,
    #[n(6)]
    size: u64,
    #[cbor(n(7), skip_if = "is_false")]
    withdrawn: bool,
}

impl From<&domain::Evidence> for Evidence {
    fn from(evidence: &domain::Evidence) -> Self {
        Self {
            id: Id(evidence.id.0),
            employee: Id(evidence.employee.0),
            date: Day(evidence.date),
            content_hash: evidence.content_hash.into(),
            name: evidence.name.clone(),
            file_type: Code(evidence.file_type),
            size: evidence.size,
            withdrawn: evidence.withdrawn,
        }
    }
}

impl From<Evidence> for domain::Evidence {
    fn from(evidence: Evidence) -> Self {
        Self {
            id: EvidenceId(evidence.id.0),
            employee: EmployeeId(evidence.employee.0),
            date: evidence.date.0,
            content_hash: evidence.content_hash.into(),
            name: evidence.name,
            file_type: evidence.file_type.0,
            size: evidence.size,
            withdrawn: evidence.withdrawn,
        }
    }
}
