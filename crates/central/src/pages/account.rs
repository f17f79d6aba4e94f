//! The table of the staff.

use crate::Trouble;
use crate::database::{Row, Sql, Value, plain};
use api::central::Role;
use api::central::session::StaffPerson;
use domain::{Timestamp, UserId};

/// Somebody of the staff, as the table keeps it.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) person: StaffPerson,
    pub(super) password: Option<String>,
    pub(super) seen_at: Option<Timestamp>,
    pub(super) barred_at: Option<Timestamp>,
}

const COLUMNS: &str = "staff_id, account, name, role, password, seen_at, barred_at";

/// What is typed to sign in, however it is typed.
pub(super) fn normal(account: &str) -> String {
    account.trim().to_lowercase().chars().take(100).collect()
}

/// Everybody, by name.
pub(super) async fn all(sql: &mut dyn Sql) -> Result<Vec<Account>, Trouble> {
    let statement = format!("SELECT {COLUMNS} FROM staff ORDER BY name, account");
    let rows = sql.query(&statement, &[]).await?;
    rows.iter().map(read).collect()
}

/// Whoever has this id.
pub(super) async fn find(sql: &mut dyn Sql, id: UserId) -> Result<Option<Account>, Trouble> {
    let statement = format!("SELECT {COLUMNS} FROM staff WHERE staff_id = $1");
    let rows = sql.query(&statement, &[id.as_bytes().into()]).await?;
    rows.first().map(read).transpose()
}

/// Whoever signs in by this name.
pub(super) async fn named(sql: &mut dyn Sql, account: &str) -> Result<Option<Account>, Trouble> {
    let statement = format!("SELECT {COLUMNS} FROM staff WHERE account = $1");
    let rows = sql.query(&statement, &[plain(account)]).await?;
    rows.first().map(read).transpose()
}

/// Adds somebody. That the name is free was asked in the same transaction; the table's key has the
/// last word.
pub(super) async fn add(
    sql: &mut dyn Sql,
    person: &StaffPerson,
    now: Timestamp,
) -> Result<(), Trouble> {
    let values: [Value; 5] = [
        person.id.as_bytes().into(),
        plain(&person.account),
        plain(&person.name),
        number(person.role).into(),
        now.0.into(),
    ];
    sql.execute(
        "INSERT INTO staff (staff_id, account, name, role, created_at) \
         VALUES ($1, $2, $3, $4, $5)",
        &values,
    )
    .await?;
    Ok(())
}

/// Notes that somebody was here.
pub(super) async fn seen(sql: &mut dyn Sql, id: UserId, now: Timestamp) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE staff SET seen_at = $2 WHERE staff_id = $1",
        &[id.as_bytes().into(), now.0.into()],
    )
    .await?;
    Ok(())
}

/// Gives somebody a role.
pub(super) async fn set_role(sql: &mut dyn Sql, id: UserId, role: Role) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE staff SET role = $2 WHERE staff_id = $1",
        &[id.as_bytes().into(), number(role).into()],
    )
    .await?;
    Ok(())
}

/// Lets somebody in no more, from a time on, or again.
pub(super) async fn set_barred(
    sql: &mut dyn Sql,
    id: UserId,
    since: Option<Timestamp>,
) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE staff SET barred_at = $2 WHERE staff_id = $1",
        &[id.as_bytes().into(), since.map(|at| at.0).into()],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Account, Trouble> {
    Ok(Account {
        person: StaffPerson {
            id: UserId::from_bytes(row.array(0)?),
            account: row.text(1)?.to_owned(),
            name: row.text(2)?.to_owned(),
            role: role(row.int(3)?)?,
        },
        password: row.optional(4, Row::text)?.map(str::to_owned),
        seen_at: row.optional(5, Row::int)?.map(Timestamp),
        barred_at: row.optional(6, Row::int)?.map(Timestamp),
    })
}

const fn number(role: Role) -> i64 {
    match role {
        Role::Verifikator => 1,
        Role::Analis => 2,
        Role::Admin => 3,
    }
}

fn role(number: i64) -> Result<Role, Trouble> {
    Ok(match number {
        1 => Role::Verifikator,
        2 => Role::Analis,
        3 => Role::Admin,
        _ => return Err(Trouble::odd("a role")),
    })
}
