//! The help pages: which there are, in both languages, and the screen that each one is about.

use crate::routes::{self, Screen};
use catalogue::{Language, page_help as words};

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
    /// Sinkron & Cadangan, where sending stands.
    Sync,
    /// Cadangan.
    Backups,
    /// Pengaturan.
    Settings,
    /// Everything on one sheet of paper.
    OneSheet,
    /// `kinerja`, for the regency's IT staff.
    Terminal,
}

impl HelpPage {
    /// In the order of the contents.
    pub const ALL: [Self; 12] = [
        Self::Start,
        Self::Employees,
        Self::Import,
        Self::Notes,
        Self::Sheet,
        Self::Organisation,
        Self::Reports,
        Self::Sync,
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
            Self::Sync => "sinkron",
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
            Self::Sync => Some(Screen::Sync.path()),
            Self::Backups => Some(Screen::Backups.path()),
            Self::Settings => Some(Screen::Settings.path()),
            Self::OneSheet | Self::Terminal => None,
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        match self {
            Self::Start => words::title_start(language),
            Self::Employees => words::title_employees(language),
            Self::Import => words::title_import(language),
            Self::Notes => words::title_notes(language),
            Self::Sheet => words::title_sheet(language),
            Self::Organisation => words::title_organisation(language),
            Self::Reports => words::title_reports(language),
            Self::Sync => words::title_sync(language),
            Self::Backups => words::title_backups(language),
            Self::Settings => words::title_settings(language),
            Self::OneSheet => words::title_one_sheet(language),
            Self::Terminal => words::title_terminal(language),
        }
    }

    /// Where its text lies beside the page: `docs/bantuan`, as `cargo xtask ui` puts it there.
    #[must_use]
    pub fn file(self, language: Language) -> String {
        match language {
            Language::Indonesian => format!("/help/{}.md", self.slug()),
            Language::English => format!("/help/en/{}.md", self.slug()),
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
