//! Whether the centre is well.

use super::random;
use crate::files::Shelf;
use crate::{Centre, Trouble, tables};

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkup {
    /// What, for scripts.
    pub what: &'static str,
    /// Whether it is well.
    pub is_well: bool,
    /// What was found.
    pub found: String,
}

impl Centre {
    /// Looks at database, files, clock and address.
    ///
    /// # Errors
    /// When the database fails altogether.
    pub async fn doctor(&self) -> Result<Vec<Checkup>, Trouble> {
        Ok(vec![
            self.check_database().await?,
            self.check_files().await,
            self.check_clock().await?,
            self.check_address().await?,
        ])
    }

    async fn check_database(&self) -> Result<Checkup, Trouble> {
        let is_file = self.database().file().is_some();
        let found = self
            .database()
            .read(move |sql| {
                Box::pin(async move {
                    let statement = if is_file {
                        "PRAGMA quick_check(1)"
                    } else {
                        "SELECT CASE WHEN count(*) = 1 THEN 'ok' ELSE 'centre' END FROM centre"
                    };
                    let rows = sql.query(statement, &[]).await?;
                    let row = rows.first().ok_or(Trouble::odd("the database"))?;
                    Ok::<_, Trouble>(row.text(0)?.to_owned())
                })
            })
            .await?;
        Ok(Checkup {
            what: "database",
            is_well: found == "ok",
            found,
        })
    }

    async fn check_files(&self) -> Checkup {
        let tried = async {
            let bytes: [u8; 32] = random()?;
            let hash = blake3::hash(&bytes).into();
            self.files()
                .put((Shelf::Trials, &hash), bytes.to_vec())
                .await?;
            let back = self.files().get((Shelf::Trials, &hash)).await?;
            self.files().remove((Shelf::Trials, &hash)).await?;
            Ok::<_, Trouble>(back.is_some_and(|back| back == bytes.as_slice()))
        };
        let (is_well, found) = match tried.await {
            Ok(true) => (true, "ok".to_owned()),
            Ok(false) => (false, "a file came back otherwise".to_owned()),
            Err(error) => (false, crate::http::causes(&error)),
        };
        Checkup {
            what: "files",
            is_well,
            found,
        }
    }

    async fn check_clock(&self) -> Result<Checkup, Trouble> {
        let newest = self
            .database()
            .read(|sql| {
                Box::pin(async move {
                    let statement = "SELECT coalesce(max(received_at), 0) FROM batch";
                    let rows = sql.query(statement, &[]).await?;
                    let row = rows.first().ok_or(Trouble::odd("the database"))?;
                    Ok::<_, Trouble>(row.int(0)?)
                })
            })
            .await?;
        let ahead = newest - self.now().0;
        Ok(Checkup {
            what: "clock",
            is_well: ahead <= 0,
            found: if ahead <= 0 {
                "ok".to_owned()
            } else {
                format!("{} s behind the newest batch", ahead / 1_000_000)
            },
        })
    }

    async fn check_address(&self) -> Result<Checkup, Trouble> {
        let address = self
            .database()
            .read(|sql| Box::pin(tables::centre::address(sql)))
            .await?;
        Ok(Checkup {
            what: "address",
            is_well: !address.url.is_empty(),
            found: if address.url.is_empty() {
                "never served".to_owned()
            } else {
                address.url
            },
        })
    }
}
