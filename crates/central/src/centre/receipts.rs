//! Receipts whose answer was lost.

use super::load;
use crate::{Centre, Trouble, tables};
use sync::centre::receipt_of;
use sync::message::{OfficeId, Receipts, StreamClaim};

impl Centre {
    /// The receipt for what the centre has of a stream behind the acknowledged place.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn receipts(
        &self,
        office: OfficeId,
        claim: StreamClaim,
    ) -> Result<Receipts, Trouble> {
        let (lines, epoch) = self
            .database()
            .read(move |sql| {
                Box::pin(async move {
                    let mut asked = load::ask_claimed(office, &claim).to_vec();
                    asked.push(tables::centre::ask_epoch());
                    let mut answers = sql.queries(&asked).await?;
                    let epoch = answers.pop().unwrap_or_default();
                    let lines = load::read_claimed(&claim, &answers)?;
                    Ok::<_, Trouble>((lines, tables::centre::read_epoch(&epoch)?))
                })
            })
            .await?;
        let receipt = receipt_of(&claim, &lines, (epoch, self.now()));
        let signed = receipt.map(|receipt| receipt.sign(self.keys()));
        Ok(Receipts(signed.into_iter().collect()))
    }
}
