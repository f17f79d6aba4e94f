//! Which rolling backups are kept.

use super::{BackupError, BackupFile, BackupReason, file::list};
use crate::places::Places;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// Days of which the newest daily backup is kept.
const DAYS: usize = 14;
/// How many are kept of each other reason.
const OTHERS: usize = 5;
const MICROSECONDS_OF_A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Removes the rolling backups that are too old; answers which. Those that somebody asked for stay,
/// and each database counts by itself.
///
/// # Errors
/// What the disk refused.
pub fn rotate(places: &Places) -> Result<Vec<PathBuf>, BackupError> {
    let removed = surplus(&list(places)?);
    for path in &removed {
        fs::remove_file(path).map_err(BackupError::from_io)?;
    }
    Ok(removed)
}

/// Those that are too many, of a list with the newest first.
fn surplus(backups: &[BackupFile]) -> Vec<PathBuf> {
    let mut days: BTreeMap<[u8; 16], BTreeSet<i64>> = BTreeMap::new();
    let mut counts: BTreeMap<([u8; 16], BackupReason), usize> = BTreeMap::new();
    let mut removed = Vec::new();
    for backup in backups {
        let is_surplus = match backup.reason {
            BackupReason::Manual => false,
            BackupReason::Daily => {
                let days = days.entry(backup.database_id).or_default();
                let is_first = days.insert(backup.made_at.0.div_euclid(MICROSECONDS_OF_A_DAY));
                !is_first || days.len() > DAYS
            }
            BackupReason::Import | BackupReason::Migration | BackupReason::Restore => {
                let count = counts
                    .entry((backup.database_id, backup.reason))
                    .or_default();
                *count += 1;
                *count > OTHERS
            }
        };
        if is_surplus {
            removed.push(backup.path.clone());
        }
    }
    removed
}

#[cfg(test)]
mod tests {
    use super::{MICROSECONDS_OF_A_DAY, surplus};
    use crate::backup::{BackupFile, BackupReason};
    use domain::Timestamp;
    use std::path::PathBuf;

    fn backup(number: i64, hours_ago: i64, reason: BackupReason) -> BackupFile {
        BackupFile {
            path: PathBuf::from(format!("{number}")),
            size: 1,
            made_at: Timestamp(1_000 * MICROSECONDS_OF_A_DAY - hours_ago * 3_600_000_000 - 1),
            reason,
            database_id: [1; 16],
            wrapped_key: Vec::new(),
            schema: 1,
        }
    }

    fn numbers(paths: &[PathBuf]) -> Vec<i64> {
        paths
            .iter()
            .map(|path| path.to_string_lossy().parse().expect("a number"))
            .collect()
    }

    #[test]
    fn the_newest_of_fourteen_days_stays() {
        let twice_a_day: Vec<_> = (0..40)
            .map(|number| backup(number, number * 12, BackupReason::Daily))
            .collect();
        let expected: Vec<i64> = (0..40)
            .filter(|number| number % 2 == 1 || *number >= 28)
            .collect();
        assert_eq!(numbers(&surplus(&twice_a_day)), expected);
    }

    #[test]
    fn five_of_each_other_reason_stay_and_manual_ones_all() {
        let mut backups = Vec::new();
        for number in 0..8 {
            backups.push(backup(number, number, BackupReason::Import));
            backups.push(backup(100 + number, number, BackupReason::Migration));
            backups.push(backup(200 + number, number, BackupReason::Manual));
        }
        assert_eq!(numbers(&surplus(&backups)), [5, 105, 6, 106, 7, 107]);
    }

    #[test]
    fn each_database_counts_by_itself() {
        let mut backups: Vec<_> = (0..5)
            .map(|number| backup(number, number, BackupReason::Import))
            .collect();
        backups.push(BackupFile {
            database_id: [2; 16],
            ..backup(9, 9, BackupReason::Import)
        });
        assert!(surplus(&backups).is_empty());
    }
}
