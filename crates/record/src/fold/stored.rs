//! A folded document as bytes, for the tables that keep it between two records. Not sealed, not
//! sent, and made again from the records whenever the form changes.

use super::{Branch, Folded};
use crate::codec::{self, Damage};
use crate::{Encoded, Revision};
use domain::{DocumentId, Kind};
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
        })
    }

    /// The document of bytes that [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Damage`] when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damage> {
        let form: FoldedForm = codec::read(bytes)?;
        Ok(Self {
            kind: Kind::from_number(form.kind).ok_or_else(|| Damage::new("no such kind"))?,
            doc_id: DocumentId::from_bytes(form.doc_id.into()),
            history: split(&form.history)?,
            body: form.body.map(Into::into),
            branches: form
                .branches
                .into_iter()
                .map(Branch::try_from)
                .collect::<Result<_, _>>()?,
            redactions: split(&form.redactions)?,
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
