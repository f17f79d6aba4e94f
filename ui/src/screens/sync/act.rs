//! What a button of the large card does.

use crate::components::IconName;
use catalogue::{Language, page_sync as words};

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// *Lihat tanda terima*.
    SeeReceipts,
    /// *Sinkronkan*.
    Sync,
    /// *Lanjutkan* what broke off.
    GoOn,
    /// *Coba sekarang*.
    TryNow,
    /// *Ambil kabar pusat*: everything was received, and there may be news.
    FetchNews,
    /// *Jeda*.
    Pause,
    /// *Lanjutkan* what was paused.
    Resume,
    /// *Simpan ke USB*.
    ToStick,
    /// *Ambil tanda terima* from a stick.
    FetchReceipt,
    /// *Buka* what is to be corrected.
    OpenTroubles,
    /// *Putuskan*.
    Decide,
    /// The check of the data is under Cadangan.
    OpenBackups,
}

impl Act {
    /// Its words.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::SeeReceipts => words::see_receipts(language),
            Self::Sync => words::sync_now(language),
            Self::GoOn | Self::Resume => words::go_on(language),
            Self::TryNow => words::try_now(language),
            Self::FetchNews => words::look_for_news(language),
            Self::Pause => words::pause(language),
            Self::ToStick => words::to_stick(language),
            Self::FetchReceipt => words::fetch_receipt(language),
            Self::OpenTroubles => catalogue::common::open(language),
            Self::Decide => words::decide(language),
            Self::OpenBackups => words::to_backups(language),
        }
    }

    /// The sign before them.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::SeeReceipts => IconName::Note,
            Self::Sync | Self::GoOn | Self::TryNow | Self::FetchNews | Self::Resume => {
                IconName::Refresh
            }
            Self::Pause => IconName::Pause,
            Self::ToStick => IconName::Stick,
            Self::FetchReceipt => IconName::FileIn,
            Self::OpenTroubles | Self::Decide => IconName::ArrowRight,
            Self::OpenBackups => IconName::Archive,
        }
    }
}
