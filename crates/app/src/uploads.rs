//! Files that the page handed over, and what was made of them. In memory, until the program ends.

use crate::{Host, Trouble};
use api::error::ErrorCode;
use api::import::UploadToken;
use std::any::Any;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// At most so many are kept: the oldest go first.
const KEPT: usize = 8;

/// An uploaded file.
#[derive(Debug)]
pub struct Upload {
    /// The file's name, without any path.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What is kept under tokens.
#[derive(Default)]
pub(crate) struct Uploads {
    kept: Mutex<VecDeque<(UploadToken, Arc<dyn Any + Send + Sync>)>>,
}

impl Uploads {
    /// Keeps a value under a new token that nobody can guess.
    pub(crate) fn keep<T: Send + Sync + 'static>(
        &self,
        host: &dyn Host,
        value: T,
    ) -> Result<UploadToken, Trouble> {
        let token = UploadToken(crate::place::new_id(host)?.simple().to_string());
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((token.clone(), Arc::new(value)));
        Ok(token)
    }

    /// The value under a token.
    pub(crate) fn get<T: Send + Sync + 'static>(
        &self,
        token: &UploadToken,
    ) -> Result<Arc<T>, Trouble> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|(it, _)| it == token)
            .and_then(|(_, value)| Arc::clone(value).downcast().ok())
            .ok_or_else(|| ErrorCode::UploadGone.into())
    }
}
