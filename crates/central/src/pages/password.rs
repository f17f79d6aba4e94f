//! Passwords: Argon2id, with the parameters and the salt inside of the hash.

use super::Pages;
use super::answer::PageTrouble;
use crate::Trouble;
use api::central::CentreTrouble;
use api::central::session::{Password, SHORTEST_PASSWORD};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

/// The longest password that is read, in bytes: hashing takes longer with each.
const LONGEST: usize = 1024;

/// Hashes a password with a fresh salt.
pub(super) fn hash(password: &str) -> Result<String, Trouble> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    Ok(hash.map_err(unusable)?.to_string())
}

fn fits(password: &str, hash: &str) -> Result<bool, Trouble> {
    let hash = PasswordHash::new(hash).map_err(unusable)?;
    let verified = Argon2::default().verify_password(password.as_bytes(), &hash);
    Ok(verified.is_ok())
}

fn unusable(error: impl std::error::Error + Send + Sync + 'static) -> Trouble {
    Trouble::stored("a password")(error.into())
}

impl Pages {
    /// Hashes a password that somebody chose.
    pub(super) async fn hash(&self, password: Password) -> Result<String, PageTrouble> {
        check(&password)?;
        let _turn = self
            .0
            .hashing
            .acquire()
            .await
            .map_err(|_| Trouble::GaveUp)?;
        let hashing = tokio::task::spawn_blocking(move || hash(&password.0));
        Ok(hashing.await.map_err(|_| Trouble::GaveUp)??)
    }

    /// Whether a password is the one of this hash. Without a hash it takes as long, and is not.
    pub(super) async fn fits(
        &self,
        password: Password,
        stored: Option<String>,
    ) -> Result<bool, PageTrouble> {
        if password.0.len() > LONGEST {
            return Ok(false);
        }
        let is_known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.0.decoy.clone());
        let _turn = self
            .0
            .hashing
            .acquire()
            .await
            .map_err(|_| Trouble::GaveUp)?;
        let checking = tokio::task::spawn_blocking(move || fits(&password.0, &stored));
        let fits = checking.await.map_err(|_| Trouble::GaveUp)??;
        Ok(fits && is_known)
    }
}

/// Whether a password may be chosen.
pub(super) fn check(password: &Password) -> Result<(), CentreTrouble> {
    let is_long_enough = password.0.chars().count() >= SHORTEST_PASSWORD;
    if is_long_enough && password.0.len() <= LONGEST {
        return Ok(());
    }
    Err(CentreTrouble::PasswordTooShort)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_argon2id_and_fits_its_password_only() {
        let hash = hash("empat kata yang mudah").unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(fits("empat kata yang mudah", &hash).unwrap());
        assert!(!fits("empat kata yang sulit", &hash).unwrap());
    }

    #[test]
    fn twelve_characters_are_enough_and_eleven_are_not() {
        assert!(check(&Password("é".repeat(12))).is_ok());
        assert!(check(&Password("é".repeat(11))).is_err());
        assert!(check(&Password("a".repeat(LONGEST + 1))).is_err());
    }
}
