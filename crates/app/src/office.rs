//! The program behind every front end.

use crate::notes::OpenedCopies;
use crate::place::{self, Place};
use crate::sending::Live;
use crate::uploads::{Upload, Uploads};
use crate::{Host, PlaceKind, Trouble};
use api::error::ErrorCode;
use api::import::UploadToken;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The office: a host, at most one open place, and the files that the page handed over.
pub struct Office {
    host: Arc<dyn Host>,
    state: RwLock<State>,
    uploads: Uploads,
    opened: OpenedCopies,
    live: Live,
}

/// How far others have written, see [`Office::news`]. It can only be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    others: u64,
    received: u64,
}

/// What is open.
#[derive(Debug)]
pub(crate) enum State {
    /// Nothing here yet.
    Empty,
    /// At work.
    Open(Place),
    /// There is a database, and it could not be opened.
    Locked(ErrorCode),
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office").finish_non_exhaustive()
    }
}

impl Office {
    /// Opens the office's own place, if there is one. Never fails: what is wrong is shown.
    #[must_use]
    pub fn start(host: Arc<dyn Host>) -> Self {
        let state = State::open(host.as_ref(), PlaceKind::Office);
        Self {
            host,
            state: RwLock::new(state),
            uploads: Uploads::default(),
            opened: OpenedCopies::default(),
            live: Live::default(),
        }
    }

    /// The host.
    #[must_use]
    pub fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    /// Asks with types; what the terminal and the tests use.
    ///
    /// # Errors
    /// The refusal, as it would travel to the page.
    pub fn ask<C: api::Command<Set = api::OfficeRequest>>(
        &self,
        command: C,
    ) -> Result<C::Answer, api::Refusal> {
        match self.call(command.request()) {
            api::Envelope::Answer { value, .. } => {
                serde_json::from_value(value).map_err(|error| Trouble::Encode(error).refusal())
            }
            api::Envelope::Refused(refusal) => Err(refusal),
        }
    }

    /// Makes a place with one user when there is none yet; leaves one that is there alone.
    ///
    /// # Errors
    /// The place is locked, or the disk refuses.
    pub fn settle(&self, user_name: &str) -> Result<(), Trouble> {
        crate::session::settle(self, user_name)
    }

    /// Fills an empty place with practice data; the user becomes its actor.
    ///
    /// # Errors
    /// [`ErrorCode::PlaceNotEmpty`] when anybody is there already.
    pub fn lay_out_practice(
        &self,
        user_name: &str,
        scenery: &crate::practice::Scenery,
    ) -> Result<crate::practice::LaidOut, Trouble> {
        crate::session::lay_out_practice(self, user_name, scenery)
    }

    /// Writes a workbook into a file that the terminal names.
    ///
    /// # Errors
    /// The disk, or the file is open elsewhere. Nothing half-written stays.
    pub fn export_to(
        &self,
        request: &api::reports::Export,
        path: &std::path::Path,
    ) -> Result<crate::reports::Exported, Trouble> {
        self.with_desk(|desk| crate::reports::export_to(desk, request, path))
    }

    /// Keeps a file that was dropped, chosen or pasted.
    ///
    /// # Errors
    /// The system gave no random bytes.
    pub fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<UploadToken, Trouble> {
        let name = name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default()
            .to_owned();
        self.uploads.keep(self.host(), Upload { name, bytes })
    }

    /// Makes today's backup if there is none yet. Hosts that stay open call it now and then, away
    /// from the thread that answers the page. What goes wrong is logged: a missing backup must not
    /// stop anybody's work, and Cadangan shows how old the last one is.
    pub fn keep_daily_backup(&self) {
        crate::backup::daily(self);
    }

    /// The id of this PC as a device, as the centre lists it; `None` while nothing is open.
    #[must_use]
    pub fn device_id(&self) -> Option<[u8; 16]> {
        match &*self.state() {
            State::Open(place) => Some(place.store.identity().device_id),
            _ => None,
        }
    }

    /// What others wrote so far: the terminal, which may write at the same time, and the centre. It
    /// is another value after they did, and only then. `None` while it cannot be told.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        let others = match &*self.state() {
            State::Open(place) => place.store.others_version().ok().flatten()?,
            _ => 0,
        };
        let received = self.live.now().received;
        Some(News { others, received })
    }

    pub(crate) const fn uploads(&self) -> &Uploads {
        &self.uploads
    }

    /// Where sending stands.
    pub(crate) const fn live(&self) -> &Live {
        &self.live
    }

    pub(crate) const fn opened(&self) -> &OpenedCopies {
        &self.opened
    }

    pub(crate) fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Opens a place; whatever is wrong becomes the state.
    pub(crate) fn open(host: &dyn Host, kind: PlaceKind) -> Self {
        match place::open(host, kind) {
            Ok(Some(place)) => Self::Open(place),
            Ok(None) => Self::Empty,
            Err(trouble) => Self::Locked(trouble.refusal().code),
        }
    }
}
