//! Whether everything is what was signed, and adds up.

mod chains;
mod folding;

use crate::tables::centre::COMMON;
use crate::{Centre, Trouble, tables};
use sync::message::OfficeId;

/// What a check of everything found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The hash of every valid body: equal on two databases that hold the same.
    pub state_hash: [u8; 32],
    /// Each office, by its id; the common documents under zeros.
    pub offices: Vec<VerifiedOffice>,
    /// Records that were looked at.
    pub records: u64,
    /// What is wrong; empty when nothing is.
    pub faults: Vec<Fault>,
}

/// An office that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedOffice {
    /// The office.
    pub office: OfficeId,
    /// The hash of its valid bodies: the one that its PCs can compute too.
    pub sealed_hash: [u8; 32],
}

/// Something that is not as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The office.
    pub office: OfficeId,
    /// What, and where.
    pub what: String,
}

impl Centre {
    /// Recomputes the chains of every stream and every feed, checks every batch's signature, and
    /// folds every feed again to compare the documents. One office is held in memory at a time.
    ///
    /// # Errors
    /// When the database fails. What is wrong in it is no error but a [`Fault`].
    pub async fn verify(&self) -> Result<Verified, Trouble> {
        let mut ids: Vec<OfficeId> = self
            .database()
            .read(|sql| {
                Box::pin(async move {
                    let offices = tables::office::all(sql).await?;
                    Ok::<_, Trouble>(offices.into_iter().map(|office| office.id).collect())
                })
            })
            .await?;
        ids.push(COMMON);
        ids.sort();
        let mut verified = Verified {
            state_hash: [0; 32],
            offices: Vec::with_capacity(ids.len()),
            records: 0,
            faults: Vec::new(),
        };
        let mut hasher = blake3::Hasher::new_derive_key("kinerja pusat state v1");
        for office in ids {
            let (sealed_hash, records, faults) = self
                .database()
                .read(move |sql| {
                    Box::pin(async move {
                        let mut found = Vec::new();
                        let records = chains::check(sql, office, &mut found).await?;
                        let sealed_hash = folding::check(sql, office, &mut found).await?;
                        Ok::<_, Trouble>((sealed_hash, records, found))
                    })
                })
                .await?;
            hasher.update(&office.0).update(&sealed_hash);
            verified.records += records;
            let faults = faults.into_iter().map(|what| Fault { office, what });
            verified.faults.extend(faults);
            verified.offices.push(VerifiedOffice {
                office,
                sealed_hash,
            });
        }
        verified.state_hash = hasher.finalize().into();
        Ok(verified)
    }
}
