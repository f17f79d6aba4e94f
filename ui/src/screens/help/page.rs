//! The help pages: which there are, in both languages, and the screen that each one is about.

use super::markup::{self, Document};
use crate::routes::{self, Screen};
use catalogue::Language;

/// A help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPage {
    /// The first run, the frame, Beranda, Periksa & Kirim.
    Start,
    /// Pegawai.
    Employees,
    /// Import of an employee list.
    Import,
    /// Catatan & Bukti.
    Notes,
    /// Lembar Penilaian.
    Sheet,
    /// Kinerja Unit.
    Organisation,
    /// Laporan.
    Reports,
    /// Cadangan.
    Backups,
    /// Pengaturan.
    Settings,
    /// Everything on one sheet of paper.
    OneSheet,
    /// `kinerja`, for the regency's IT staff.
    Terminal,
}

/// One page in both languages.
macro_rules! texts {
    ($file:literal) => {
        (
            include_str!(concat!("../../../../docs/bantuan/", $file)),
            include_str!(concat!("../../../../docs/bantuan/en/", $file)),
        )
    };
}

impl HelpPage {
    /// In the order of the contents.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Employees,
        Self::Import,
        Self::Notes,
        Self::Sheet,
        Self::Organisation,
        Self::Reports,
        Self::Backups,
        Self::Settings,
        Self::OneSheet,
        Self::Terminal,
    ];

    /// Its name in addresses, and its file's.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Start => "mulai",
            Self::Employees => "pegawai",
            Self::Import => "impor",
            Self::Notes => "catatan",
            Self::Sheet => "penilaian",
            Self::Organisation => "kinerja-unit",
            Self::Reports => "laporan",
            Self::Backups => "cadangan",
            Self::Settings => "pengaturan",
            Self::OneSheet => "satu-halaman",
            Self::Terminal => "terminal",
        }
    }

    /// The page with this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.slug() == slug)
    }

    /// The address of the screen that it is about.
    #[must_use]
    pub const fn screen(self) -> Option<&'static str> {
        match self {
            Self::Start => Some(Screen::Home.path()),
            Self::Employees => Some(Screen::Employees.path()),
            Self::Import => Some(routes::IMPORT),
            Self::Notes => Some(Screen::Notes.path()),
            Self::Sheet => Some(Screen::Sheet.path()),
            Self::Organisation => Some(Screen::Organisation.path()),
            Self::Reports => Some(Screen::Reports.path()),
            Self::Backups => Some(Screen::Backups.path()),
            Self::Settings => Some(Screen::Settings.path()),
            Self::OneSheet | Self::Terminal => None,
        }
    }

    /// What is written on it.
    #[must_use]
    pub fn document(self, language: Language) -> Document<'static> {
        markup::parse(self.source(language))
    }

    /// Its heading.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        self.document(language).title
    }

    pub(super) const fn source(self, language: Language) -> &'static str {
        let (indonesian, english) = match self {
            Self::Start => texts!("mulai.md"),
            Self::Employees => texts!("pegawai.md"),
            Self::Import => texts!("impor.md"),
            Self::Notes => texts!("catatan.md"),
            Self::Sheet => texts!("penilaian.md"),
            Self::Organisation => texts!("kinerja-unit.md"),
            Self::Reports => texts!("laporan.md"),
            Self::Backups => texts!("cadangan.md"),
            Self::Settings => texts!("pengaturan.md"),
            Self::OneSheet => texts!("satu-halaman.md"),
            Self::Terminal => texts!("terminal.md"),
        };
        match language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }
}

/// Where a link of a page leads: `impor.md` is another page, anything else the address of a
/// screen.
#[must_use]
pub fn address(target: &str) -> String {
    target
        .strip_suffix(".md")
        .map_or_else(|| target.to_owned(), routes::help)
}
