//! One browser, let in once.

use std::sync::atomic::{AtomicBool, Ordering};

const COOKIE: &str = "kinerja_session";

/// What the printed address carries; good for one visit.
#[derive(Clone)]
pub struct Token(pub String);

/// What the browser's cookie carries afterwards.
#[derive(Clone)]
pub struct Secret(pub String);

/// The one session of this run.
pub(crate) struct Sessions {
    token: Token,
    secret: Secret,
    redeemed: AtomicBool,
}

impl Sessions {
    pub(crate) const fn new(token: Token, secret: Secret) -> Self {
        Self {
            token,
            secret,
            redeemed: AtomicBool::new(false),
        }
    }

    /// Whether the cookies hold the session's secret.
    pub(crate) fn admits(&self, cookies: Option<&str>) -> bool {
        cookies.unwrap_or_default().split(';').any(|pair| {
            pair.trim()
                .split_once('=')
                .is_some_and(|(name, value)| name == COOKIE && same(value, &self.secret.0))
        })
    }

    /// The cookie for whoever brings the token first.
    pub(crate) fn redeem(&self, query: Option<&str>) -> Option<String> {
        let brought = query?
            .split('&')
            .find_map(|pair| pair.strip_prefix("token="))?;
        if !same(brought, &self.token.0) || self.redeemed.swap(true, Ordering::AcqRel) {
            return None;
        }
        Some(format!(
            "{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/",
            self.secret.0
        ))
    }
}

/// Compares without stopping at the first difference.
fn same(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .fold(0, |differs, (a, b)| differs | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sessions() -> Sessions {
        Sessions::new(Token("kunci".into()), Secret("rahasia".into()))
    }

    #[test]
    fn the_token_lets_in_once() {
        let sessions = sessions();
        assert!(sessions.redeem(Some("token=salah")).is_none());
        let cookie = sessions
            .redeem(Some("a=b&token=kunci"))
            .expect("first visit");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        assert!(
            sessions.redeem(Some("token=kunci")).is_none(),
            "a second visit is refused"
        );
    }

    #[test]
    fn only_the_secret_is_admitted() {
        let sessions = sessions();
        assert!(sessions.admits(Some("x=1; kinerja_session=rahasia")));
        assert!(!sessions.admits(Some("kinerja_session=rahasi")));
        assert!(!sessions.admits(Some("kinerja_session=")));
        assert!(!sessions.admits(None));
    }
}
