//! Who may ask what.

use super::Pages;
use super::answer::PageTrouble;
use super::session;
use api::central::session::StaffPerson;
use api::central::{CentreTrouble, Need};
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::net::SocketAddr;

/// What every request of the page carries beside its cookie.
pub(super) const PROOF: &str = "x-kinerja-proof";

/// Whether a request that may change something comes from the centre's own page: browsers name the
/// page that sends one, and no page can lie about it.
pub(super) fn is_from_the_page(pages: &Pages, headers: &HeaderMap) -> bool {
    let Some(origin) = text(headers, header::ORIGIN.as_str()) else {
        return false;
    };
    let fetched = text(headers, "sec-fetch-site");
    if fetched.is_some_and(|from| from != "same-origin") {
        return false;
    }
    let authority = origin.split_once("//").map(|(_, behind)| behind);
    origin == pages.0.url
        || (authority.is_some() && authority == text(headers, header::HOST.as_str()))
}

/// Whether somebody may ask this. `proof` is what the request carried.
pub(super) fn admit(
    pages: &Pages,
    (need, proof): (Need, Option<&str>),
    signed_in: Option<&(StaffPerson, [u8; 32])>,
) -> Result<(), PageTrouble> {
    if need == Need::Nothing {
        return Ok(());
    }
    let Some((person, token_hash)) = signed_in else {
        return Err(CentreTrouble::SignedOut.into());
    };
    let expected = session::proof(pages, token_hash);
    // Compared by hash: it takes as long whatever differs.
    let is_proved = proof
        .is_some_and(|proof| blake3::hash(proof.as_bytes()) == blake3::hash(expected.as_bytes()));
    if !is_proved {
        return Err(CentreTrouble::NotFromThePage.into());
    }
    if !person.role.suffices(need) {
        return Err(CentreTrouble::WrongRole.into());
    }
    Ok(())
}

/// Where a request comes from. Behind a proxy on the same machine, the proxy's last word counts.
pub(super) fn address(parts: &Parts) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let Some(ConnectInfo(peer)) = peer else {
        return String::new();
    };
    let forwarded = text(&parts.headers, "x-forwarded-for").and_then(|it| it.rsplit(',').next());
    match forwarded {
        Some(forwarded) if peer.ip().is_loopback() => forwarded.trim().to_owned(),
        _ => peer.ip().to_string(),
    }
}

/// A header's text.
pub(super) fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}
