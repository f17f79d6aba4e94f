//! One hash for all documents, to compare two databases by.

use crate::KindNumber;
use domain::DocumentId;

/// The hash of every document on the PC, drafts included, in whatever order they come.
///
/// Equal hashes mean equal documents: `rebuild` must give the one that was there before.
#[must_use]
pub fn state_hash<K: Into<KindNumber>, B: AsRef<[u8]>>(
    documents: impl IntoIterator<Item = (K, DocumentId, B)>,
) -> [u8; 32] {
    hash_of("kinerja state v1", documents)
}

/// The hash of the sealed documents alone: the one that PC and centre compare. A document whose
/// body was erased counts with an empty body.
#[must_use]
pub fn sealed_hash<K: Into<KindNumber>, B: AsRef<[u8]>>(
    documents: impl IntoIterator<Item = (K, DocumentId, B)>,
) -> [u8; 32] {
    hash_of("kinerja sealed v1", documents)
}

fn hash_of<K: Into<KindNumber>, B: AsRef<[u8]>>(
    context: &'static str,
    documents: impl IntoIterator<Item = (K, DocumentId, B)>,
) -> [u8; 32] {
    let mut leaves: Vec<_> = documents
        .into_iter()
        .map(|(kind, id, body)| (kind.into(), id, *blake3::hash(body.as_ref()).as_bytes()))
        .collect();
    leaves.sort_unstable();
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for (kind, id, body) in leaves {
        hasher.update(&[kind.0]).update(id.as_bytes()).update(&body);
    }
    hasher.finalize().into()
}
