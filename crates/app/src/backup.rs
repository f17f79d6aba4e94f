//! Cadangan: daily and asked for, restore, recovery words, verification.

mod recovery;
mod restore;

pub(crate) use recovery::{confirm_recovery, get_recovery, new_recovery};
pub(crate) use restore::restore;

use crate::desk::setting;
use crate::office::State;
use crate::place::{self, Place};
use crate::{Desk, Host, Office, Operation, SaveRequest, Trouble};
use api::backup::{
    BackupLine, BackupReason, BackupTarget, Backups, MakeBackup, Protection, Verified,
};
use api::error::{ErrorCode, WriteTrouble};
use catalogue::Language;
use domain::Timestamp;
use std::path::Path;
use store::{BackupError, BackupFile, BackupLabel, StoreError, View};
use vault::DatabaseId;

/// A backup from the terminal or the window.
pub(crate) fn make_backup(desk: &Desk<'_>, request: &MakeBackup) -> Result<Backups, Trouble> {
    let label = label(desk, store::BackupReason::Manual)?;
    match request.to {
        BackupTarget::Here => {
            desk.place.store.backup_here(&label)?;
        }
        BackupTarget::Elsewhere => {
            let day = desk.today();
            let path = desk
                .host()
                .pick_save(&SaveRequest {
                    file_name: format!("Cadangan Kinerja Luring {day}.cadangan"),
                    folder: desk.host().places().documents.clone(),
                    extension: "cadangan",
                })
                .ok_or(ErrorCode::Cancelled)?;
            write_to(desk, &path, &label)?;
        }
    }
    desk.mark_stale(&[api::Tag::Backups]);
    backups(desk)
}

/// Whether a backup stands at this path, of whatever office and program.
#[must_use]
pub fn is_backup(path: &Path) -> bool {
    matches!(
        store::backup::inspect(path),
        Ok(_) | Err(BackupError::NewerProgram { .. })
    )
}

impl Desk<'_> {
    /// Writes a backup into a file; the terminal names it.
    ///
    /// # Errors
    /// The disk, or a path that no backup may go to.
    pub fn backup_to(&self, path: &Path) -> Result<u64, Trouble> {
        let label = label(self, store::BackupReason::Manual)?;
        Ok(write_to(self, path, &label)?.size)
    }
}

/// Writes a backup into a file that somebody chose. What is not found there is its folder.
fn write_to(desk: &Desk<'_>, path: &Path, label: &BackupLabel) -> Result<BackupFile, Trouble> {
    desk.check_target(path)?;
    desk.place
        .store
        .backup_to(path, label)
        .map_err(|error| match error {
            BackupError::NotFound => ErrorCode::WriteFailed(WriteTrouble::NotWritable).into(),
            error => error.into(),
        })
}

/// Before a list is let in.
pub(crate) fn before_import(desk: &Desk<'_>) -> Result<bool, Trouble> {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method's path has one lifetime, and a read lends any"
    )]
    let there = desk.read(|view| view.employee_count())?;
    if there == 0 {
        return Ok(false);
    }
    desk.place
        .store
        .backup_here(&label(desk, store::BackupReason::Import)?)?;
    desk.mark_stale(&[api::Tag::Backups]);
    Ok(true)
}

/// Today's, unless there is one.
pub(crate) fn daily(office: &Office) {
    let made = office.with_desk(|desk| {
        let today = desk.today();
        let there = store::backup::list(desk.place.store.places())?
            .iter()
            .any(|it| {
                it.reason == store::BackupReason::Daily && desk.zone.day(it.made_at) == today
            });
        if !there && desk.user.is_some() {
            desk.place
                .store
                .backup_here(&label(desk, store::BackupReason::Daily)?)?;
        }
        Ok(())
    });
    if let Err(trouble) = made
        && !matches!(trouble, Trouble::Refused(_))
    {
        let _logged = trouble.refusal();
    }
}

/// The label of a backup that a migration makes first. The key cannot be wrapped then, because the
/// recovery code stands in the database that is not open yet; this PC's key opens it.
pub(crate) fn label_before_migration(host: &dyn Host) -> BackupLabel {
    BackupLabel {
        reason: store::BackupReason::Migration,
        made_at: host.now(),
        wrapped_key: Vec::new(),
    }
}

/// A database that was copied or set back opens a new incarnation by itself, so that two PCs never
/// write the same stream.
pub(crate) fn adopt_incarnation(host: &dyn Host, place: &Place) -> Result<(), Trouble> {
    if place.store.identity().incarnation == place.keys.incarnation() {
        return Ok(());
    }
    let mut incarnation = [0; 16];
    host.random(&mut incarnation)?;
    begin_incarnation(host, place, incarnation)
}

/// Begins a new incarnation: the key store first, then the database.
pub(crate) fn begin_incarnation(
    host: &dyn Host,
    place: &Place,
    incarnation: [u8; 16],
) -> Result<(), Trouble> {
    let mut salt_seed = [0; 32];
    host.random(&mut salt_seed)?;
    let database = DatabaseId::from_bytes(place.store.identity().database_id);
    place::key_place(host).save(database, &place.keys.with_incarnation(incarnation))?;
    place.store.begin_incarnation(
        store::ActInfo {
            op: Operation::Incarnation.code(),
            actor: domain::UserId(uuid::Uuid::nil()),
            at: host.now(),
            salt_seed,
            undoable: Operation::Incarnation.undoable(),
            sentence: None,
        },
        incarnation,
    )?;
    Ok(())
}

pub(crate) fn list_backups(office: &Office) -> Result<Backups, Trouble> {
    match &*office.state() {
        State::Open(place) => backups(&Desk::new(office, place)?),
        // Somebody whose database does not open needs the list most.
        State::Empty | State::Locked(_) => {
            let places = place::places(office.host(), crate::PlaceKind::Office);
            listed(office.host(), &places, None, false)
        }
    }
}

pub(crate) fn verify(desk: &Desk<'_>) -> Result<Verified, Trouble> {
    let verification = desk.place.store.verify()?;
    Ok(Verified {
        ok: verification.ok,
        journal: verification.journal,
        records: verification.records,
        state_hash: hex(&verification.state_hash),
        sealed_hash: hex(&verification.sealed_hash),
        problems: verification
            .problems
            .iter()
            .map(|problem| problem_in_words(desk.language, problem))
            .collect(),
    })
}

fn problem_in_words(language: Language, problem: &store::Problem) -> String {
    use catalogue::backup as words;
    use store::Problem as P;
    let name = |kind: &domain::Kind| format!("{kind:?}");
    match problem {
        P::Page { detail } => words::page(language, detail),
        P::Dangling { kind, id } => words::dangling(language, name(kind), id),
        P::Journal { seq } => words::journal(language, seq),
        P::Record { seq } => words::sealed(language, seq),
        P::Document { kind, id } => words::document(language, name(kind), id),
        P::Unsealed { kind, id } => words::unsealed(language, name(kind), id),
        P::Unreadable { kind, id } => words::unreadable(language, name(kind), id),
        P::EvidenceMissing { name, .. } => words::evidence_missing(language, name),
        P::EvidenceDamaged { name, .. } => words::evidence_damaged(language, name),
        P::Rebuilt => words::rebuilt(language).to_owned(),
    }
}

fn backups(desk: &Desk<'_>) -> Result<Backups, Trouble> {
    let confirmed = desk
        .read(|view| view.setting(setting::RECOVERY_CONFIRMED))?
        .is_some();
    let store = &desk.place.store;
    listed(
        desk.host(),
        store.places(),
        Some(store.identity().database_id),
        confirmed,
    )
}

fn listed(
    host: &dyn Host,
    places: &store::Places,
    database: Option<[u8; 16]>,
    recovery_confirmed: bool,
) -> Result<Backups, Trouble> {
    let database = match database {
        Some(id) => Some(id),
        None => store::Store::database_id(places)?,
    };
    let protection =
        database.map(|id| place::key_place(host).protection(DatabaseId::from_bytes(id)));
    Ok(Backups {
        backups: store::backup::list(places)?.iter().map(line).collect(),
        folder: places.backups().to_string_lossy().into_owned(),
        data_folder: places.data.to_string_lossy().into_owned(),
        protection: match protection {
            Some(vault::Protection::KeyStore) => Protection::KeyStore,
            Some(vault::Protection::File) | None => Protection::File,
        },
        recovery_confirmed,
    })
}

fn line(file: &BackupFile) -> BackupLine {
    BackupLine {
        name: file
            .path
            .file_name()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default(),
        made_at: file.made_at,
        size: file.size,
        reason: match file.reason {
            store::BackupReason::Daily => BackupReason::Daily,
            store::BackupReason::Import => BackupReason::Import,
            store::BackupReason::Migration => BackupReason::Migration,
            store::BackupReason::Restore => BackupReason::Restore,
            store::BackupReason::Manual => BackupReason::Manual,
        },
    }
}

fn label(desk: &Desk<'_>, reason: store::BackupReason) -> Result<BackupLabel, Trouble> {
    let wrapped_key = desk.read(|view| -> Result<_, StoreError> {
        Ok(view
            .setting(setting::RECOVERY_WRAPPED)?
            .and_then(|text| unhex(&text))
            .unwrap_or_default())
    })?;
    Ok(BackupLabel {
        reason,
        made_at: desk.now,
        wrapped_key,
    })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _infallible = write!(text, "{byte:02x}");
            text
        })
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| {
            text.get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}

/// When the place was made; the epoch for one that does not say.
fn made_at(view: &View<'_>) -> Result<Timestamp, StoreError> {
    Ok(Timestamp(
        view.setting(setting::MADE_AT)?
            .and_then(|text| text.parse().ok())
            .unwrap_or(0),
    ))
}
