//! Sessions: a random token in a cookie, its hash in the database, twelve hours without use.

use super::account::{self, Account};
use super::answer::{Cookie, PageTrouble, Reply, wrote};
use super::calendar::{ZONE, due_next, today};
use super::desk::Desk;
use super::{Pages, audit, password, tries};
use crate::Trouble;
use crate::centre::random;
use crate::database::{Sql, plain};
use crate::files::{from_hexadecimal, hexadecimal};
use api::Tag;
use api::central::audit::Act;
use api::central::session::{ChangePassword, ChoosePassword, SignIn, StaffPerson, StaffSession};
use api::central::{CentreTrouble, Done};
use audit::Actor;
use domain::Timestamp;

/// How long a session lasts without use, in microseconds: 12 hours.
const IDLE: i64 = 12 * 60 * 60 * 1_000_000;
/// How long it lasts at most: a week.
const LONGEST: i64 = 7 * 24 * 60 * 60 * 1_000_000;
/// Use is noted once in a minute: not every request writes.
const NOTED: i64 = 60 * 1_000_000;
/// The cookie, and the same where it travels over TLS only.
const COOKIE: &str = "kinerja_pusat";
const SECURE_COOKIE: &str = "__Host-kinerja_pusat";

/// Who is signed in by these cookies, with the hash of the token.
pub(super) async fn find(
    pages: &Pages,
    cookies: Option<&str>,
) -> Result<Option<(StaffPerson, [u8; 32])>, Trouble> {
    let name = if pages.has_tls() {
        SECURE_COOKIE
    } else {
        COOKIE
    };
    let token = cookies.unwrap_or_default().split(';').find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name)
            .then(|| from_hexadecimal::<32>(value))
            .flatten()
    });
    let Some(token) = token else {
        return Ok(None);
    };
    let (hash, now) = (hash_of(&token), pages.centre().now());
    let found = pages
        .centre()
        .database()
        .read(move |sql| Box::pin(valid(sql, hash, now)))
        .await?;
    let Some((person, used_at)) = found else {
        return Ok(None);
    };
    if now.0 - used_at > NOTED {
        let id = person.id;
        pages
            .centre()
            .database()
            .write(move |sql| {
                Box::pin(async move {
                    sql.execute(
                        "UPDATE staff_session SET used_at = $2 WHERE token_hash = $1",
                        &[hash.into(), now.0.into()],
                    )
                    .await?;
                    account::seen(sql, id, now).await
                })
            })
            .await?;
    }
    Ok(Some((person, hash)))
}

async fn valid(
    sql: &mut dyn Sql,
    hash: [u8; 32],
    now: Timestamp,
) -> Result<Option<(StaffPerson, i64)>, Trouble> {
    let rows = sql
        .query(
            "SELECT staff_id, used_at FROM staff_session WHERE token_hash = $1 \
             AND used_at > $2 AND begun_at > $3",
            &[hash.into(), (now.0 - IDLE).into(), (now.0 - LONGEST).into()],
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let account = account::find(sql, domain::UserId::from_bytes(row.array(0)?)).await?;
    let account = account.filter(|account| account.barred_at.is_none());
    Ok(account.map(|account| (account.person, row.int(1).unwrap_or(0))))
}

/// What the page is told of a session.
pub(super) async fn view(
    pages: &Pages,
    signed_in: Option<&(StaffPerson, [u8; 32])>,
) -> Result<StaffSession, Trouble> {
    let now = pages.centre().now();
    let rules = pages.centre().rules().await?;
    Ok(StaffSession {
        person: signed_in.map(|(person, _)| person.clone()),
        proof: signed_in.map_or_else(String::new, |(_, hash)| proof(pages, hash)),
        now,
        today: today(now),
        due: due_next(&rules, today(now)),
        zone: ZONE,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// What shows that a request comes from the page of this session.
pub(super) fn proof(pages: &Pages, token_hash: &[u8; 32]) -> String {
    hexadecimal(blake3::keyed_hash(&pages.0.proof_key, token_hash).as_bytes())
}

/// Signs in.
pub(super) async fn sign_in(desk: &Desk, request: SignIn) -> Result<Reply, PageTrouble> {
    let name = account::normal(&request.account);
    let (now, address) = (desk.now(), desk.address.clone());
    let named = name.clone();
    let (tried, found) = desk
        .database()
        .write(move |sql| {
            Box::pin(async move {
                let tried = tries::begin(sql, (&named, &address), now).await?;
                Ok::<_, Trouble>((tried, account::named(sql, &named).await?))
            })
        })
        .await?;
    let Some(tried) = tried else {
        return Err(CentreTrouble::TooManyTries.into());
    };
    let found = found.filter(|account| account.barred_at.is_none());
    let stored = found.as_ref().and_then(|account| account.password.clone());
    let fits = desk.pages.fits(request.password, stored).await?;
    let Some(account) = found.filter(|_| fits) else {
        let actor = Actor { id: None, name };
        desk.database()
            .write(move |sql| {
                Box::pin(
                    async move { audit::add(sql, (&actor, now), (Act::SignInRefused, "")).await },
                )
            })
            .await?;
        return Err(CentreTrouble::WrongPassword.into());
    };
    begin(desk, account, Some(tried)).await
}

/// Begins a session.
async fn begin(
    desk: &Desk,
    account: Account,
    tried: Option<tries::Try>,
) -> Result<Reply, PageTrouble> {
    let (token, now): ([u8; 32], _) = (random()?, desk.now());
    let (hash, person) = (hash_of(&token), account.person);
    let (id, actor) = (person.id, actor_of(&person));
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                if let Some(tried) = tried {
                    tries::succeeded(sql, &tried).await?;
                }
                sql.execute(
                    "DELETE FROM staff_session WHERE used_at <= $1",
                    &[(now.0 - IDLE).into()],
                )
                .await?;
                sql.execute(
                    "INSERT INTO staff_session (token_hash, staff_id, begun_at, used_at) \
                     VALUES ($1, $2, $3, $3)",
                    &[hash.into(), id.as_bytes().into(), now.0.into()],
                )
                .await?;
                account::seen(sql, id, now).await?;
                audit::add(sql, (&actor, now), (Act::SignedIn, "")).await
            })
        })
        .await?;
    let answer = view(&desk.pages, Some(&(person, hash))).await?;
    Ok(Reply {
        cookie: Cookie::Set(token),
        ..wrote(answer, &Tag::ALL)?
    })
}

/// Signs out.
pub(super) async fn sign_out(desk: &Desk) -> Result<Reply, PageTrouble> {
    if let Some((_, hash)) = desk.signed_in.clone() {
        let (actor, now) = (desk.actor(), desk.now());
        desk.database()
            .write(move |sql| {
                Box::pin(async move {
                    sql.execute(
                        "DELETE FROM staff_session WHERE token_hash = $1",
                        &[hash.into()],
                    )
                    .await?;
                    audit::add(sql, (&actor, now), (Act::SignedOut, "")).await
                })
            })
            .await?;
    }
    Ok(Reply {
        cookie: Cookie::Cleared,
        ..wrote(view(&desk.pages, None).await?, &Tag::ALL)?
    })
}

/// Chooses a password by a link, and signs in.
pub(super) async fn choose(desk: &Desk, request: ChoosePassword) -> Result<Reply, PageTrouble> {
    let Some(link) = from_hexadecimal::<32>(&request.link.0) else {
        return Err(CentreTrouble::LinkUsedUp.into());
    };
    // Before the link is used up.
    password::check(&request.password)?;
    let (hash, now) = (desk.pages.hash(request.password).await?, desk.now());
    let account = desk
        .database()
        .write(move |sql| Box::pin(use_link(sql, (hash_of(&link), now), hash)))
        .await?;
    let account = account.ok_or(CentreTrouble::LinkUsedUp)?;
    begin(desk, account, None).await
}

async fn use_link(
    sql: &mut dyn Sql,
    (link, now): ([u8; 32], Timestamp),
    password: String,
) -> Result<Option<Account>, Trouble> {
    let rows = sql
        .lock(
            "SELECT staff_id FROM staff_link WHERE token_hash = $1 AND expires_at > $2",
            &[link.into(), now.0.into()],
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let id = domain::UserId::from_bytes(row.array(0)?);
    let found = account::find(sql, id).await?;
    let Some(account) = found.filter(|account| account.barred_at.is_none()) else {
        return Ok(None);
    };
    set_password(sql, id, &password).await?;
    let actor = actor_of(&account.person);
    audit::add(sql, (&actor, now), (Act::PasswordChosen, "")).await?;
    Ok(Some(account))
}

/// Writes a password. Links and sessions from before are good no more.
pub(super) async fn set_password(
    sql: &mut dyn Sql,
    id: domain::UserId,
    password: &str,
) -> Result<(), Trouble> {
    let key = id.as_bytes();
    sql.execute(
        "UPDATE staff SET password = $2 WHERE staff_id = $1",
        &[key.into(), plain(password)],
    )
    .await?;
    sql.execute("DELETE FROM staff_link WHERE staff_id = $1", &[key.into()])
        .await?;
    end_all(sql, id).await
}

/// Ends every session of a person.
pub(super) async fn end_all(sql: &mut dyn Sql, id: domain::UserId) -> Result<(), Trouble> {
    sql.execute(
        "DELETE FROM staff_session WHERE staff_id = $1",
        &[id.as_bytes().into()],
    )
    .await?;
    Ok(())
}

/// Changes one's own password. The session goes on; others of the same person end.
pub(super) async fn change(desk: &Desk, request: ChangePassword) -> Result<Reply, PageTrouble> {
    let Some((person, token_hash)) = desk.signed_in.clone() else {
        return Err(CentreTrouble::SignedOut.into());
    };
    password::check(&request.new)?;
    let id = person.id;
    let found = desk
        .database()
        .read(move |sql| Box::pin(account::find(sql, id)))
        .await?;
    let stored = found.and_then(|account| account.password);
    if !desk.pages.fits(request.old, stored).await? {
        return Err(CentreTrouble::WrongPassword.into());
    }
    let (hash, now, actor) = (
        desk.pages.hash(request.new).await?,
        desk.now(),
        desk.actor(),
    );
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                audit::add(sql, (&actor, now), (Act::PasswordChosen, "")).await?;
                set_password(sql, id, &hash).await?;
                sql.execute(
                    "INSERT INTO staff_session (token_hash, staff_id, begun_at, used_at) \
                     VALUES ($1, $2, $3, $3)",
                    &[token_hash.into(), id.as_bytes().into(), now.0.into()],
                )
                .await?;
                Ok::<_, Trouble>(())
            })
        })
        .await?;
    wrote(Done {}, &[Tag::Audit])
}

/// The header that gives or takes the cookie.
pub(super) fn header(pages: &Pages, cookie: Cookie) -> Option<String> {
    let (name, secure) = match pages.has_tls() {
        true => (SECURE_COOKIE, "; Secure"),
        false => (COOKIE, ""),
    };
    let (value, age) = match cookie {
        Cookie::Kept => return None,
        Cookie::Set(token) => (hexadecimal(&token), LONGEST / 1_000_000),
        Cookie::Cleared => (String::new(), 0),
    };
    Some(format!(
        "{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict{secure}"
    ))
}

/// As the database keeps it.
pub(super) fn hash_of(token: &[u8; 32]) -> [u8; 32] {
    blake3::derive_key("kinerja pusat session v1", token)
}

fn actor_of(person: &StaffPerson) -> Actor {
    Actor {
        id: Some(person.id),
        name: person.name.clone(),
    }
}
