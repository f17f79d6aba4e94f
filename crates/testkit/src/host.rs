//! The host of a test: nothing here is real but the folders.

use crate::at;
use app::{Host, HostPlaces, SaveRequest};
use domain::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// A host with a clock that is set and a viewer that only remembers.
#[derive(Debug)]
pub struct TestHost {
    places: HostPlaces,
    micros: AtomicI64,
    random: AtomicU64,
    cancels: AtomicBool,
    opened: Mutex<Vec<PathBuf>>,
}

impl TestHost {
    /// A host whose folders lie under this one. It is 9 November 2026, 09.00 WIB.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let documents = folder.join("dokumen");
        std::fs::create_dir_all(&documents).expect("a folder for documents");
        Self {
            places: HostPlaces {
                data: folder.join("data"),
                practice: folder.join("latihan"),
                configuration: folder.join("konfigurasi"),
                documents,
                key_directory: Some(folder.join("kunci")),
            },
            micros: AtomicI64::new(at("2026-11-09T09:00:00+07:00").0),
            random: AtomicU64::new(0x6b69_6e65_726a_6121),
            cancels: AtomicBool::new(false),
            opened: Mutex::default(),
        }
    }

    /// The same host with the random bytes of another PC.
    #[must_use]
    pub fn of_another_pc(folder: &Path, number: u64) -> Self {
        let host = Self::new(folder);
        host.random
            .fetch_add(number.wrapping_mul(0x2545_f491_4f6c_dd1d), Ordering::SeqCst);
        host
    }

    /// Sets the clock, in microseconds since 1970.
    pub fn set_micros(&self, micros: i64) {
        self.micros.store(micros, Ordering::SeqCst);
    }

    /// Sets the clock, RFC 3339.
    pub fn set_now(&self, now: &str) {
        self.micros.store(at(now).0, Ordering::SeqCst);
    }

    /// Moves the clock.
    pub fn advance_seconds(&self, seconds: i64) {
        self.micros.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// From now on whoever is asked where to save closes the dialog.
    pub fn cancel_dialogs(&self) {
        self.cancels.store(true, Ordering::SeqCst);
    }

    /// What was handed to the system's viewer, oldest first.
    #[must_use]
    pub fn opened(&self) -> Vec<PathBuf> {
        self.opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Host for TestHost {
    fn now(&self) -> Timestamp {
        Timestamp(self.micros.load(Ordering::SeqCst))
    }

    /// The numbers of a fixed sequence (SplitMix64): the same in each run, never the same twice.
    fn random(&self, bytes: &mut [u8]) -> io::Result<()> {
        for chunk in bytes.chunks_mut(8) {
            let step = 0x9e37_79b9_7f4a_7c15;
            let mut word = self
                .random
                .fetch_add(step, Ordering::SeqCst)
                .wrapping_add(step);
            word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(word ^ (word >> 31)).to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }

    fn places(&self) -> &HostPlaces {
        &self.places
    }

    fn program(&self) -> &'static str {
        "uji"
    }

    fn pick_save(&self, request: &SaveRequest) -> Option<PathBuf> {
        let closed = self.cancels.load(Ordering::SeqCst);
        (!closed).then(|| request.folder.join(&request.file_name))
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        self.opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.to_path_buf());
        Ok(())
    }
}
