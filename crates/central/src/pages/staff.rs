//! Petugas: who may sign in.

use super::account::{self, Account};
use super::answer::PageTrouble;
use super::desk::Desk;
use super::link::{fresh_id, make};
use super::{audit, session};
use crate::Trouble;
use crate::centre::random;
use crate::database::Sql;
use api::ErrorCode;
use api::central::audit::Act;
use api::central::session::StaffPerson;
use api::central::staff::{
    AddStaff, Admission, ResetPassword, SetAdmission, SetRole, StaffLine, StaffLink, StaffList,
};
use api::central::{CentreTrouble, Role};
use domain::{Timestamp, UserId};

/// Everybody, by name.
pub(super) async fn list(desk: &Desk) -> Result<StaffList, PageTrouble> {
    let accounts = desk
        .database()
        .read(|sql| Box::pin(account::all(sql)))
        .await?;
    let line = |account: Account| StaffLine {
        id: account.person.id,
        account: account.person.account,
        name: account.person.name,
        role: account.person.role,
        has_password: account.password.is_some(),
        seen_at: account.seen_at,
        barred_at: account.barred_at,
    };
    Ok(StaffList {
        staff: accounts.into_iter().map(line).collect(),
    })
}

/// Adds somebody.
pub(super) async fn add(desk: &Desk, request: AddStaff) -> Result<StaffLink, PageTrouble> {
    let (account, name) = (
        account::normal(&request.account),
        request.name.trim().to_owned(),
    );
    if account.is_empty() || account.contains(char::is_whitespace) {
        return Err(ErrorCode::Field("account".to_owned()).into());
    }
    if name.is_empty() {
        return Err(ErrorCode::Field("name".to_owned()).into());
    }
    let (actor, now, token) = (desk.actor(), desk.now(), random()?);
    let person = StaffPerson {
        id: fresh_id(now)?,
        account,
        name,
        role: request.role,
    };
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                if account::named(sql, &person.account).await?.is_some() {
                    return Err(PageTrouble::from(CentreTrouble::AccountTaken));
                }
                let about = format!("{} · {}", person.name, person.role.name());
                audit::add(sql, (&actor, now), (Act::StaffAdded, &about)).await?;
                account::add(sql, &person, now).await?;
                let (path, expires_at) = make(sql, person.id, (token, now)).await?;
                Ok(StaffLink {
                    name: person.name,
                    path,
                    expires_at,
                })
            })
        })
        .await
}

/// Gives somebody another role.
pub(super) async fn set_role(desk: &Desk, request: SetRole) -> Result<(), PageTrouble> {
    let (actor, now) = (desk.actor(), desk.now());
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                let account = known(sql, request.id).await?;
                if request.role != Role::Admin {
                    keep_an_admin(sql, request.id).await?;
                }
                let about = format!("{} · {}", account.person.name, request.role.name());
                audit::add(sql, (&actor, now), (Act::RoleChanged, &about)).await?;
                Ok(account::set_role(sql, request.id, request.role).await?)
            })
        })
        .await
}

/// Lets somebody in no more, or again.
pub(super) async fn set_admission(desk: &Desk, request: SetAdmission) -> Result<(), PageTrouble> {
    let (actor, now) = (desk.actor(), desk.now());
    desk.database()
        .write(move |sql| Box::pin(admit(sql, (request, now), actor)))
        .await
}

async fn admit(
    sql: &mut dyn Sql,
    (request, now): (SetAdmission, Timestamp),
    actor: audit::Actor,
) -> Result<(), PageTrouble> {
    let account = known(sql, request.id).await?;
    let (act, since) = match request.admission {
        Admission::Admitted => (Act::StaffAdmitted, None),
        Admission::Barred => (Act::StaffBarred, Some(now)),
    };
    if since.is_some() {
        keep_an_admin(sql, request.id).await?;
    }
    audit::add(sql, (&actor, now), (act, &account.person.name)).await?;
    account::set_barred(sql, request.id, since).await?;
    Ok(session::end_all(sql, request.id).await?)
}

/// Makes a link for a new password; the old one is good no more.
pub(super) async fn reset(desk: &Desk, request: ResetPassword) -> Result<StaffLink, PageTrouble> {
    let (actor, now, token) = (desk.actor(), desk.now(), random()?);
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                let account = known(sql, request.id).await?;
                let name = account.person.name;
                audit::add(sql, (&actor, now), (Act::PasswordReset, &name)).await?;
                sql.execute(
                    "UPDATE staff SET password = NULL WHERE staff_id = $1",
                    &[request.id.as_bytes().into()],
                )
                .await?;
                session::end_all(sql, request.id).await?;
                let (path, expires_at) = make(sql, request.id, (token, now)).await?;
                Ok(StaffLink {
                    name,
                    path,
                    expires_at,
                })
            })
        })
        .await
}

async fn known(sql: &mut dyn Sql, id: UserId) -> Result<Account, PageTrouble> {
    let found = account::find(sql, id).await?;
    Ok(found.ok_or(Trouble::NotFound("account"))?)
}

/// Refuses when nobody else could change anything any more. The rows of the admins are locked: two
/// admins cannot take the role from each other at the same time.
async fn keep_an_admin(sql: &mut dyn Sql, but: UserId) -> Result<(), PageTrouble> {
    let rows = sql
        .lock(
            "SELECT staff_id FROM staff WHERE role = 3 AND barred_at IS NULL \
             AND password IS NOT NULL ORDER BY staff_id",
            &[],
        )
        .await?;
    let others = rows
        .iter()
        .filter(|row| row.array(0).ok() != Some(*but.as_bytes()));
    if others.count() == 0 {
        return Err(CentreTrouble::LastAdmin.into());
    }
    Ok(())
}
