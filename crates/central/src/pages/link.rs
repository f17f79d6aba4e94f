//! Links by which somebody chooses a password. They are good once.

use super::session::hash_of;
use super::{account, audit};
use crate::centre::random;
use crate::database::Sql;
use crate::files::hexadecimal;
use crate::{Centre, Trouble};
use api::central::Role;
use api::central::audit::Act;
use api::central::session::StaffPerson;
use audit::Actor;
use domain::{Timestamp, UserId};

/// How long a link is good, in microseconds: three days.
const GOOD_FOR: i64 = 3 * 24 * 60 * 60 * 1_000_000;

/// A way in for somebody who has no password yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Where: what stands behind the centre's address.
    pub path: String,
    /// Until when.
    pub expires_at: Timestamp,
    /// The centre's address, as the newest `serve` said; empty before the first.
    pub url: String,
}

/// Makes a link; earlier ones of the same person are good no more.
pub(super) async fn make(
    sql: &mut dyn Sql,
    id: UserId,
    (token, now): ([u8; 32], Timestamp),
) -> Result<(String, Timestamp), Trouble> {
    let expires_at = Timestamp(now.0.saturating_add(GOOD_FOR));
    sql.execute(
        "DELETE FROM staff_link WHERE staff_id = $1 OR expires_at <= $2",
        &[id.as_bytes().into(), now.0.into()],
    )
    .await?;
    sql.execute(
        "INSERT INTO staff_link (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)",
        &[
            hash_of(&token).into(),
            id.as_bytes().into(),
            expires_at.0.into(),
        ],
    )
    .await?;
    // Behind `#`: browsers keep it to themselves, so no log of a server or a proxy has it.
    Ok((format!("/sandi#{}", hexadecimal(&token)), expires_at))
}

/// A fresh id.
pub(super) fn fresh_id(now: Timestamp) -> Result<UserId, Trouble> {
    let millis = u64::try_from(now.0.div_euclid(1000)).unwrap_or(0);
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid();
    Ok(UserId(id))
}

impl Centre {
    /// Makes an admin of this name, or finds the one who has it, and a link to choose a password:
    /// the way in for the first one, and for one who forgot the password.
    ///
    /// # Errors
    /// When the database fails; [`Trouble::NotFound`] when the account is no admin's.
    pub async fn invite_admin(&self, name: &str) -> Result<Invitation, Trouble> {
        let (now, token, fresh) = (self.now(), random()?, fresh_id(self.now())?);
        let (account, name) = (account::normal(name), name.trim().to_owned());
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let id = match account::named(sql, &account).await? {
                        Some(found) if found.person.role == Role::Admin => found.person.id,
                        Some(_) => return Err(Trouble::NotFound("admin")),
                        None => {
                            let person = StaffPerson {
                                id: fresh,
                                account,
                                name: name.clone(),
                                role: Role::Admin,
                            };
                            account::add(sql, &person, now).await?;
                            fresh
                        }
                    };
                    let actor = Actor {
                        id: None,
                        name: "kinerja-pusat admin".to_owned(),
                    };
                    audit::add(sql, (&actor, now), (Act::PasswordReset, &name)).await?;
                    account::set_barred(sql, id, None).await?;
                    let (path, expires_at) = make(sql, id, (token, now)).await?;
                    let address = crate::tables::centre::address(sql).await?;
                    Ok(Invitation {
                        path,
                        expires_at,
                        url: address.url,
                    })
                })
            })
            .await
    }
}
