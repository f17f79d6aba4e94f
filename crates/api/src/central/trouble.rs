//! What the centre's pages are refused for.

use catalogue::{Language, centre_refusal as words};
use serde::{Deserialize, Serialize};

/// See [`crate::ErrorCode::Centre`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreTrouble {
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// The page did not prove that it belongs to the session.
    NotFromThePage,
    /// No such account with this password.
    WrongPassword,
    /// Too many tries; somebody has to wait.
    TooManyTries,
    /// The link was used, is too old, or was never given out.
    LinkUsedUp,
    /// The password has fewer characters than it must have.
    PasswordTooShort,
    /// Somebody else has this account name.
    AccountTaken,
    /// Nobody would be left who may change anything.
    LastAdmin,
    /// The code was used or is too old already.
    CodeUsed,
    /// The person's role does not suffice.
    WrongRole,
    /// The centre failed; its log says why.
    Failed,
    /// The page could not reach the centre: it says so itself.
    Away,
}

impl CentreTrouble {
    pub(crate) const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::SignedOut => words::signed_out(language),
            Self::NotFromThePage => words::not_from_the_page(language),
            Self::WrongPassword => words::wrong_password(language),
            Self::TooManyTries => words::too_many_tries(language),
            Self::LinkUsedUp => words::link_used_up(language),
            Self::PasswordTooShort => words::password_too_short(language),
            Self::AccountTaken => words::account_taken(language),
            Self::LastAdmin => words::last_admin(language),
            Self::CodeUsed => words::code_used(language),
            Self::WrongRole => words::wrong_role(language),
            Self::Failed => words::failed(language),
            Self::Away => words::away(language),
        }
    }
}
