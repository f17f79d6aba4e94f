//! `backup` and `restore`.

use super::arguments::{BackupFile, RestoreFile, WhereData};
use super::outcome::{Failure, Outcome};
use super::place;
use central::database::Place;
use central::{Centre, Files, Opening, Trouble};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use sync::message::Epoch;

/// Copies the database, also while it serves.
pub(super) async fn backup(place: &WhereData, backup: &BackupFile) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    let bytes = centre.backup(&backup.file).await?;
    Ok(Outcome::done(
        json!({ "file": backup.file, "bytes": bytes }),
        vec![format!(
            "Cadangan ditulis ke {} ({bytes} bita).",
            backup.file.display()
        )],
    ))
}

/// Puts a backup in place, and begins another life of the database.
pub(super) async fn restore(place: &WhereData, backup: &RestoreFile) -> Result<Outcome, Failure> {
    let (seen, kept) = match (&place.database, &backup.file) {
        (Some(_), None) => (Epoch(0), None),
        (Some(_), Some(_)) => {
            return Err(Failure::usage(
                "PostgreSQL dipulihkan dengan perkakasnya sendiri; sesudahnya jalankan restore \
                 tanpa berkas."
                    .to_owned(),
            ));
        }
        (None, None) => return Err(Failure::usage("Sebutkan berkas cadangan.".to_owned())),
        (None, Some(file)) => put_back(place, file).await?,
    };
    let centre = place::open(place).await?;
    let epoch = centre.begin_new_life(seen).await?;
    let mut lines = vec![
        "Cadangan dipulihkan. Kantor-kantor akan mengirim ulang yang diterima sesudahnya."
            .to_owned(),
    ];
    if let Some(kept) = &kept {
        lines.push(format!("Data sebelumnya disimpan di {}", kept.display()));
    }
    Ok(Outcome::done(
        json!({ "epoch": epoch.0, "kept": kept }),
        lines,
    ))
}

/// Puts the file in place of the database; what was there is kept under another name.
async fn put_back(place: &WhereData, file: &Path) -> Result<(Epoch, Option<PathBuf>), Failure> {
    place::make_folder(place).map_err(Trouble::from)?;
    let Some(_alone) = place::alone(place)? else {
        return Err(Failure::nothing(
            "in_use",
            "Pusat masih melayani dengan data ini. Hentikan dahulu.".to_owned(),
        ));
    };
    let database = place::file(place);
    let fresh = database.with_extension("restoring");
    fs::copy(file, &fresh).map_err(Trouble::from)?;
    // Looked at before anything is replaced, and before it is brought up to date, which would make
    // a centre of an empty file.
    let restored = match central::database::is_whole_centre(&fresh) {
        Ok(true) => look_at(&fresh).await.map(drop),
        Ok(false) | Err(_) => Err(Failure::nothing(
            "not_a_backup",
            "Berkas ini bukan cadangan pusat, atau rusak. Tidak ada yang diubah. Pilih berkas yang \
             ditulis oleh backup."
                .to_owned(),
        )),
    };
    if restored.is_err() {
        let _gone = fs::remove_file(&fresh);
    }
    restored?;
    let mut seen = Epoch(0);
    let mut kept = None;
    if database.exists() {
        // A database that is damaged beyond reading is the reason for many a restore.
        seen = look_at(&database).await.unwrap_or_default();
        let name = format!("before-{}", central::clock::now().0 / 1_000_000);
        let aside = database.with_extension(name);
        fs::rename(&database, &aside).map_err(Trouble::from)?;
        // After a crash the log holds what the file does not.
        for log in ["-wal", "-shm"] {
            let of = |file: &Path| {
                let mut name = file.as_os_str().to_owned();
                name.push(log);
                name
            };
            let _none = fs::rename(of(&database), of(&aside));
        }
        kept = Some(aside);
    }
    fs::rename(&fresh, &database).map_err(Trouble::from)?;
    Ok((seen, kept))
}

/// The life of a database.
async fn look_at(file: &Path) -> Result<Epoch, Failure> {
    let opening = Opening::new(Place::File(file.to_owned()), Files::none());
    Ok(Centre::open(opening).await?.epoch().await?)
}
