//! `admin`, and where the built page is.

use super::arguments::{Admin, WhereData};
use super::offices::time;
use super::outcome::{Failure, Outcome};
use super::place;
use serde_json::json;
use std::path::PathBuf;

/// A link by which an admin chooses a password.
pub(super) async fn admin(place: &WhereData, wanted: &Admin) -> Result<Outcome, Failure> {
    let name = wanted.name.trim();
    if name.is_empty() || name.contains(char::is_whitespace) {
        return Err(Failure::usage(
            "Nama akun kosong atau memuat spasi.".to_owned(),
        ));
    }
    let centre = place::open(place).await?;
    let invitation = centre.invite_admin(name).await?;
    let link = format!(
        "{}{}",
        invitation.url.trim_end_matches('/'),
        invitation.path
    );
    let until = time(invitation.expires_at);
    let value = json!({ "account": name, "link": link, "expires_at": until });
    let mut lines = vec![
        format!("Buka sekali untuk memilih sandi akun {name}, sebelum {until}:"),
        link,
    ];
    if invitation.url.is_empty() {
        lines.push(
            "Pusat belum pernah dijalankan (serve); tulis alamatnya di depan tautan ini."
                .to_owned(),
        );
    }
    Ok(Outcome::done(value, lines))
}

/// The folder of the built page: the one that was named, the one beside the program, or the one of
/// the sources.
pub(super) fn folder(named: Option<PathBuf>) -> Option<PathBuf> {
    if named.is_some() {
        return named;
    }
    let program = std::env::current_exe().ok();
    let beside = program.and_then(|it| Some(it.parent()?.join("page")));
    let built = beside.into_iter().chain([PathBuf::from("ui/dist")]);
    built
        .into_iter()
        .find(|folder| folder.join("index.html").is_file())
}
