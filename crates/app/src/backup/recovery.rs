//! The recovery sheet: words that open a backup on another PC.

use super::{backups, hex, made_at, unhex};
use crate::desk::setting;
use crate::{Desk, Operation, Trouble};
use api::backup::{Backups, RecoverySheet};
use api::error::ErrorCode;
use store::Act;
use vault::RecoveryCode;

/// A new code with the database key wrapped by it.
///
/// The code stays in the database, so that the sheet can be printed again. That opens nothing to
/// anybody: who reads the database has its key already.
pub(crate) struct Recovery {
    code: [u8; 16],
    wrapped: Vec<u8>,
}

impl Recovery {
    /// Keeps both beside the data.
    pub(crate) fn keep(&self, act: &mut Act<'_>) -> Result<(), Trouble> {
        act.setting_put(setting::RECOVERY_CODE, &hex(&self.code))?;
        Ok(act.setting_put(setting::RECOVERY_WRAPPED, &hex(&self.wrapped))?)
    }
}

/// Makes a code for the open place.
pub(crate) fn new_recovery(desk: &Desk<'_>) -> Result<Recovery, Trouble> {
    let (mut entropy, mut salt, mut nonce) = ([0; 16], [0; 16], [0; 24]);
    let host = desk.host();
    host.random(&mut entropy)?;
    host.random(&mut salt)?;
    host.random(&mut nonce)?;
    let code = RecoveryCode::from_entropy(entropy);
    let wrapped = vault::wrap_key(desk.place.keys.database_key(), &code, &salt, &nonce);
    Ok(Recovery {
        code: entropy,
        wrapped: wrapped.to_vec(),
    })
}

pub(crate) fn get_recovery(desk: &Desk<'_>) -> Result<RecoverySheet, Trouble> {
    let (code, made_at) = desk.read(|view| -> Result<_, Trouble> {
        Ok((view.setting(setting::RECOVERY_CODE)?, made_at(view)?))
    })?;
    let code = code
        .and_then(|text| unhex(&text))
        .and_then(|bytes| <[u8; 16]>::try_from(bytes).ok());
    let code = match code {
        Some(code) => code,
        // A place from before the sheet was offered gets its code now.
        None => {
            let recovery = new_recovery(desk)?;
            desk.transact(Operation::Recovery, |act| recovery.keep(act))?;
            recovery.code
        }
    };
    Ok(RecoverySheet {
        words: RecoveryCode::from_entropy(code).to_words().to_vec(),
        database: hex(&desk.place.store.identity().database_id)[..8].to_owned(),
        made_at,
    })
}

pub(crate) fn confirm_recovery(desk: &Desk<'_>) -> Result<Backups, Trouble> {
    if desk
        .read(|view| view.setting(setting::RECOVERY_CODE))?
        .is_none()
    {
        return Err(ErrorCode::NotFound.into());
    }
    desk.transact(Operation::Recovery, |act| {
        Ok(act.setting_put(setting::RECOVERY_CONFIRMED, &desk.now.0.to_string())?)
    })?;
    desk.mark_stale(&[api::Tag::Session, api::Tag::Backups]);
    backups(desk)
}
