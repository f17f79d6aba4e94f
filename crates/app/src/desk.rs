//! What a handler works at: one open place, one user, one instant.

use crate::{Host, Operation, Trouble, place::Place};
use api::Tag;
use api::error::ErrorCode;
use catalogue::Language;
use chrono::{NaiveDate, NaiveDateTime};
use domain::rules::RuleBook;
use domain::{Kind, Timestamp, User, UserId, Zone};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Act, ActInfo, StoreError, UndoOutcome, View};
use uuid::Uuid;

/// One call's context. The instant is read once, so that a use case cannot straddle midnight.
pub struct Desk<'a> {
    pub(crate) office: &'a crate::Office,
    pub(crate) place: &'a Place,
    /// The actor; empty right after the place was made.
    pub user: Option<User>,
    /// The user's language.
    pub language: Language,
    /// The office's zone: that of its first unit.
    pub zone: Zone,
    /// This call's instant.
    pub now: Timestamp,
    /// The rules through time, as they are known here.
    pub(crate) rules: Arc<RuleBook>,
    stale: RefCell<BTreeSet<Tag>>,
}

impl<'a> Desk<'a> {
    /// Sits down: reads the actor, the language and the zone.
    pub(crate) fn new(office: &'a crate::Office, place: &'a Place) -> Result<Self, Trouble> {
        let now = office.host().now();
        let (user, language, zone, rules) = place.store.read(|view| -> Result<_, StoreError> {
            let user = match view.setting(setting::USER)?.and_then(|id| id.parse().ok()) {
                Some(id) => view.user(id)?,
                None => None,
            };
            let language = match view.setting(setting::LANGUAGE)?.as_deref() {
                Some("en") => Language::English,
                _ => Language::Indonesian,
            };
            let zone = view
                .units()?
                .first()
                .map_or_else(Zone::default, |unit| unit.zone);
            Ok((user, language, zone, place.rules.book(view)?))
        })?;
        Ok(Self {
            office,
            place,
            user,
            language,
            zone,
            now,
            rules,
            stale: RefCell::default(),
        })
    }

    /// The host.
    #[must_use]
    pub fn host(&self) -> &dyn Host {
        self.office.host()
    }

    /// Today in the office's zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.zone.day(self.now)
    }

    /// This instant on the office's wall clock.
    #[must_use]
    pub fn local_now(&self) -> NaiveDateTime {
        self.zone.local(self.now)
    }

    /// A new UUIDv7.
    ///
    /// # Errors
    /// The system gave no random bytes.
    pub fn new_id(&self) -> Result<Uuid, Trouble> {
        crate::place::new_id(self.host())
    }

    /// The actor.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsFirstRun`] when nobody has said who uses the program.
    pub fn actor(&self) -> Result<&User, Trouble> {
        self.user
            .as_ref()
            .ok_or_else(|| ErrorCode::NeedsFirstRun.into())
    }

    /// Whether this is practice data.
    ///
    /// # Errors
    /// The database could not be read.
    pub fn is_practice(&self) -> Result<bool, Trouble> {
        Ok(self.place.kind == crate::PlaceKind::Practice
            || self.read(|view| view.setting(setting::PRACTICE))?.is_some())
    }

    /// Reads in one transaction that the writer never blocks.
    ///
    /// # Errors
    /// Whatever the reading closure gives, or the database.
    pub fn read<T, E>(&self, read: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, Trouble>
    where
        E: From<StoreError>,
        Trouble: From<E>,
    {
        Ok(self.place.store.read(read)?)
    }

    /// The centre that was joined, if any.
    pub(crate) fn centre(&self) -> Result<Option<store::Centre>, Trouble> {
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method's path has one lifetime, and a read lends any"
        )]
        self.read(|view| view.centre())
    }

    /// Every write: permission, projection, journal, record, undo step, stale tags, all or nothing.
    ///
    /// # Errors
    /// [`ErrorCode::NotPermitted`], whatever the closure gives, or the database. Nothing is
    /// written then.
    pub fn transact<T>(
        &self,
        operation: Operation,
        write: impl FnOnce(&mut Act<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let info = self.act(operation)?;
        let committed = self.place.store.transact(info, write)?;
        if committed.written {
            self.mark(committed.kinds.iter().copied());
            if operation == Operation::Receive {
                // Nobody asked for it, so nobody hears of these tags.
                self.office.live().change(|now| now.received += 1);
            }
        }
        Ok(committed.value)
    }

    /// Takes back or does again; see [`Operation::Undo`].
    pub(crate) fn step(&self, operation: Operation) -> Result<UndoOutcome, Trouble> {
        let info = self.act(operation)?;
        let outcome = match operation {
            Operation::Redo => self.place.store.redo(info)?,
            _ => self.place.store.undo(info)?,
        };
        if let UndoOutcome::Done { changes, .. } = &outcome {
            self.mark(changes.iter().map(|(kind, _)| *kind));
        }
        Ok(outcome)
    }

    /// These tags are stale, too (files on disk, settings).
    pub(crate) fn mark_stale(&self, tags: &[Tag]) {
        self.stale.borrow_mut().extend(tags);
    }

    /// What became stale in this call.
    pub(crate) fn take_stale(&self) -> Vec<Tag> {
        self.stale.borrow_mut().iter().copied().collect()
    }

    fn act(&self, operation: Operation) -> Result<ActInfo, Trouble> {
        let actor = self.permit(operation)?;
        let mut salt_seed = [0; 32];
        self.host().random(&mut salt_seed)?;
        Ok(ActInfo {
            op: operation.code(),
            actor,
            at: self.now,
            salt_seed,
            undoable: operation.undoable(),
            sentence: None,
        })
    }

    /// The permission hook: today whoever is known to this PC may do everything that the program
    /// does; roles come with accounts. Only the very first act happens before anybody is known.
    fn permit(&self, operation: Operation) -> Result<UserId, Trouble> {
        match (&self.user, operation) {
            // What others did is not the doing of whoever sits here.
            (_, Operation::Receive) => Ok(UserId(Uuid::nil())),
            (Some(user), _) => Ok(user.id),
            (
                None,
                Operation::FirstRun
                | Operation::AddUser
                | Operation::Practice
                | Operation::Recovery
                | Operation::Incarnation
                | Operation::Send,
            ) => Ok(UserId(Uuid::nil())),
            (None, _) => Err(ErrorCode::NeedsFirstRun.into()),
        }
    }

    fn mark(&self, kinds: impl Iterator<Item = Kind>) {
        let mut stale = self.stale.borrow_mut();
        stale.insert(Tag::Status);
        for kind in kinds {
            stale.insert(match kind {
                Kind::Unit | Kind::User | Kind::Signatory => Tag::Session,
                // The session counts them.
                Kind::Employee | Kind::Assignment => Tag::Session,
                Kind::Exception => Tag::Employees,
                Kind::Evaluation => Tag::Evaluations,
                Kind::Note | Kind::Evidence => Tag::Notes,
                Kind::OrganisationResult => Tag::Organisation,
                Kind::Alias | Kind::DeviceNote | Kind::Redaction => Tag::Status,
            });
        }
        // Units, heads and people's names stand on the other screens too.
        if stale.contains(&Tag::Session) {
            stale.insert(Tag::Employees);
        }
    }
}

/// Keys of settings. They are journaled, and never leave the PC except in a backup.
pub(crate) mod setting {
    pub(crate) const USER: &str = "user.current";
    pub(crate) const LANGUAGE: &str = "language";
    pub(crate) const THEME: &str = "theme";
    pub(crate) const PRACTICE: &str = "practice";
    pub(crate) const LAST_FOLDER: &str = "export.folder";
    pub(crate) const RECOVERY_WRAPPED: &str = "recovery.wrapped";
    pub(crate) const RECOVERY_CODE: &str = "recovery.code";
    pub(crate) const RECOVERY_CONFIRMED: &str = "recovery.confirmed";
    pub(crate) const MADE_AT: &str = "made-at";
    /// The code of a request to join that was written to a file; empty once it was answered.
    pub(crate) const JOINING_CODE: &str = "joining.code";
    /// The device's secret, so that a backup brings the device along. The database is encrypted.
    pub(crate) const DEVICE_SECRET: &str = "device.secret";
}
