//! The centre's own row, and its restores.

use crate::Trouble;
use crate::database::{Question, Row, Sql, Value};
use domain::Timestamp;
use sync::message::{Epoch, OfficeId};

/// The common feed stands among the offices' under this id.
pub(crate) const COMMON: OfficeId = OfficeId([0; 16]);

/// The secret of the centre; made when there is none yet.
pub(crate) async fn secret(
    sql: &mut dyn Sql,
    (fresh, now): ([u8; 32], Timestamp),
) -> Result<[u8; 32], Trouble> {
    sql.execute(
        "INSERT INTO centre (id, secret, epoch, created_at, address, pinned) \
         VALUES (1, $1, 1, $2, '', 0) \
         ON CONFLICT (id) DO NOTHING",
        &[fresh.into(), now.0.into()],
    )
    .await?;
    super::office::add_head(sql, COMMON).await?;
    let rows = sql
        .query("SELECT secret FROM centre WHERE id = 1", &[])
        .await?;
    Ok(rows.first().ok_or(Trouble::odd("the centre"))?.array(0)?)
}

/// The life of the database.
pub(crate) async fn epoch(sql: &mut dyn Sql) -> Result<Epoch, Trouble> {
    let asked = [ask_epoch()];
    let answers = sql.queries(&asked).await?;
    read_epoch(answers.first().map_or(&[], Vec::as_slice))
}

/// Asks for the life of the database.
pub(crate) const fn ask_epoch() -> Question {
    Question::new("SELECT epoch FROM centre WHERE id = 1", Vec::new())
}

/// Reads the life of the database.
pub(crate) fn read_epoch(rows: &[Row]) -> Result<Epoch, Trouble> {
    let row = rows.first().ok_or(Trouble::odd("the centre"))?;
    Ok(Epoch(row.small(0)?))
}

/// Begins another life.
pub(crate) async fn set_epoch(sql: &mut dyn Sql, epoch: Epoch) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE centre SET epoch = $1 WHERE id = 1",
        &[epoch.0.into()],
    )
    .await?;
    Ok(())
}

/// Where offices find the centre.
pub(crate) struct Address {
    /// `https://…`; empty before the first `serve`.
    pub(crate) url: String,
    /// The centre's own certificate, DER, when it shows that one there.
    pub(crate) certificate: Option<Vec<u8>>,
}

/// Where offices find the centre.
pub(crate) async fn address(sql: &mut dyn Sql) -> Result<Address, Trouble> {
    let rows = sql
        .query(
            "SELECT address, pinned, certificate FROM centre WHERE id = 1",
            &[],
        )
        .await?;
    let row = rows.first().ok_or(Trouble::odd("the centre"))?;
    let certificate = row.optional(2, |row, at| Ok(row.bytes(at)?.to_vec()))?;
    Ok(Address {
        url: row.text(0)?.to_owned(),
        certificate: certificate.filter(|_| row.int(1).is_ok_and(|pinned| pinned == 1)),
    })
}

/// Whose certificate offices see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The centre's own.
    Own,
    /// That of a proxy, or none.
    Foreign,
}

/// Notes where offices find the centre.
pub(crate) async fn set_address(
    sql: &mut dyn Sql,
    (url, shown): (&str, Shown),
) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE centre SET address = $1, pinned = $2 WHERE id = 1",
        &[url.into(), i64::from(shown == Shown::Own).into()],
    )
    .await?;
    Ok(())
}

/// A certificate of the centre's own, and its key; both DER.
pub(crate) type OwnCertificate = (Vec<u8>, Vec<u8>);

/// The centre's own certificate; `fresh` becomes it when there is none.
pub(crate) async fn certificate(
    sql: &mut dyn Sql,
    (certificate, key): OwnCertificate,
) -> Result<OwnCertificate, Trouble> {
    let fresh: [Value; 2] = [certificate.into(), key.into()];
    sql.execute(
        "UPDATE centre SET certificate = $1, certificate_key = $2 \
         WHERE id = 1 AND certificate IS NULL",
        &fresh,
    )
    .await?;
    let rows = sql
        .query(
            "SELECT certificate, certificate_key FROM centre WHERE id = 1",
            &[],
        )
        .await?;
    let row = rows.first().ok_or(Trouble::odd("the centre"))?;
    Ok((row.bytes(0)?.to_vec(), row.bytes(1)?.to_vec()))
}
