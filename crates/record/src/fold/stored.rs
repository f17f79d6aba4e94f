//! A folded document as bytes, for the tables that keep it between two records. Not sealed, not
//! sent, and made again from the records whenever the form changes.

use super::{Branch, Folded, Ruling, Verdict};
use crate::codec::{self, Damage};
use crate::{Encoded, Revision};
use domain::{DocumentId, Kind, Timestamp};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(array)]
struct FoldedForm {
    #[n(0)]
    kind: u8,
    #[n(1)]
    doc_id: ByteArray<16>,
    #[n(2)]
    history: ByteVec,
    #[n(3)]
    body: Option<BodyForm>,
    #[n(4)]
    branches: Vec<BranchForm>,
    #[n(5)]
    redactions: ByteVec,
    #[n(6)]
    verdict: Option<VerdictForm>,
    #[n(7)]
    same_since: Option<u64>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct BodyForm {
    #[n(0)]
    schema: u16,
    #[n(1)]
    bytes: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct BranchForm {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    base: Option<ByteArray<16>>,
    #[n(2)]
    revisions: ByteVec,
    #[n(3)]
    body: Option<BodyForm>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct VerdictForm {
    #[n(0)]
    revision: ByteArray<16>,
    #[n(1)]
    ruling: u8,
    #[n(2)]
    reason: String,
    #[n(3)]
    by: String,
    #[n(4)]
    at: i64,
}

impl Folded {
    /// The document as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        codec::write(&FoldedForm {
            kind: self.kind.number(),
            doc_id: self.doc_id.into_bytes().into(),
            history: joined(&self.history),
            body: self.body.as_ref().map(BodyForm::from),
            branches: self.branches.iter().map(BranchForm::from).collect(),
            redactions: joined(&self.redactions),
            verdict: self.verdict.as_ref().map(VerdictForm::from),
            same_since: u64::try_from(self.same_since).ok(),
        })
    }

    /// The document of bytes that [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Damage`] when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damage> {
        let form: FoldedForm = codec::read(bytes)?;
        let history = split(&form.history)?;
        // Older bytes do not say it: there only the newest revision is known to have this body.
        let newest = history.len().saturating_sub(1);
        let same_since = form.same_since.and_then(|it| usize::try_from(it).ok());
        Ok(Self {
            same_since: same_since.unwrap_or(newest),
            kind: Kind::from_number(form.kind).ok_or_else(|| Damage::new("no such kind"))?,
            doc_id: DocumentId::from_bytes(form.doc_id.into()),
            history,
            body: form.body.map(Into::into),
            branches: form
                .branches
                .into_iter()
                .map(Branch::try_from)
                .collect::<Result<_, _>>()?,
            redactions: split(&form.redactions)?,
            verdict: form.verdict.map(Verdict::try_from).transpose()?,
        })
    }
}

impl From<&Encoded> for BodyForm {
    fn from(body: &Encoded) -> Self {
        Self {
            schema: body.schema,
            bytes: body.bytes.clone().into(),
        }
    }
}

impl From<BodyForm> for Encoded {
    fn from(form: BodyForm) -> Self {
        Self {
            schema: form.schema,
            bytes: form.bytes.into(),
        }
    }
}

impl From<&Branch> for BranchForm {
    fn from(branch: &Branch) -> Self {
        Self {
            id: branch.id.0.into(),
            base: branch.base.map(|base| base.0.into()),
            revisions: joined(&branch.revisions),
            body: branch.body.as_ref().map(BodyForm::from),
        }
    }
}

impl TryFrom<BranchForm> for Branch {
    type Error = Damage;

    fn try_from(form: BranchForm) -> Result<Self, Damage> {
        Ok(Self {
            id: Revision(form.id.into()),
            base: form.base.map(|base| Revision(base.into())),
            revisions: split(&form.revisions)?,
            body: form.body.map(Into::into),
        })
    }
}

impl From<&Verdict> for VerdictForm {
    fn from(verdict: &Verdict) -> Self {
        Self {
            revision: verdict.revision.0.into(),
            ruling: verdict.ruling.number(),
            reason: verdict.reason.clone(),
            by: verdict.by.clone(),
            at: verdict.at.0,
        }
    }
}

impl TryFrom<VerdictForm> for Verdict {
    type Error = Damage;

    fn try_from(form: VerdictForm) -> Result<Self, Damage> {
        Ok(Self {
            revision: Revision(form.revision.into()),
            ruling: Ruling::from_number(form.ruling)
                .ok_or_else(|| Damage::new("no such ruling"))?,
            reason: form.reason,
            by: form.by,
            at: Timestamp(form.at),
        })
    }
}

fn joined(revisions: &[Revision]) -> ByteVec {
    revisions
        .iter()
        .flat_map(|revision| revision.0)
        .collect::<Vec<u8>>()
        .into()
}

fn split(bytes: &[u8]) -> Result<Vec<Revision>, Damage> {
    let (revisions, rest) = bytes.as_chunks::<16>();
    if rest.is_empty() {
        Ok(revisions.iter().copied().map(Revision).collect())
    } else {
        Err(Damage::new("half a revision"))
    }
}
