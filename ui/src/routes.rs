//! The addresses of the screens. They are part of the office's habits: bookmarks, help pages and
//! the journeys name them.

use crate::components::IconName;
use catalogue::{Language, page_frame as words};
use domain::{AssignmentId, EmployeeId};

/// A screen of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Beranda.
    Home,
    /// Pegawai.
    Employees,
    /// Catatan & Bukti.
    Notes,
    /// Lembar Penilaian.
    Sheet,
    /// Kinerja Unit, below Penilaian.
    Organisation,
    /// Laporan.
    Reports,
    /// Sinkron & Cadangan, where sending stands.
    Sync,
    /// Cadangan, below it.
    Backups,
    /// Pengaturan.
    Settings,
}

impl Screen {
    /// In the order of the navigation; Alt+1 to Alt+9.
    pub const ALL: [Self; 9] = [
        Self::Home,
        Self::Employees,
        Self::Notes,
        Self::Sheet,
        Self::Organisation,
        Self::Reports,
        Self::Sync,
        Self::Backups,
        Self::Settings,
    ];

    /// Its address.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Employees => "/pegawai",
            Self::Notes => "/catatan",
            Self::Sheet => "/penilaian",
            Self::Organisation => "/penilaian/unit",
            Self::Reports => "/laporan",
            Self::Sync => "/sinkron",
            Self::Backups => "/cadangan",
            Self::Settings => "/pengaturan",
        }
    }

    /// Its name in the navigation.
    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        match self {
            Self::Home => words::home(language),
            Self::Employees => words::employees(language),
            Self::Notes => words::notes(language),
            Self::Sheet => words::sheet(language),
            Self::Organisation => words::organisation(language),
            Self::Reports => words::reports(language),
            Self::Sync => words::sync(language),
            Self::Backups => words::backups(language),
            Self::Settings => words::settings(language),
        }
    }

    /// Its sign.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Home => IconName::Home,
            Self::Employees => IconName::People,
            Self::Notes => IconName::Note,
            Self::Sheet => IconName::Grid,
            Self::Organisation => IconName::Chart,
            Self::Reports => IconName::Report,
            Self::Sync => IconName::Refresh,
            Self::Backups => IconName::Archive,
            Self::Settings => IconName::Sliders,
        }
    }

    /// Whether it stands below the entry before it.
    #[must_use]
    pub const fn is_below(self) -> bool {
        matches!(self, Self::Organisation | Self::Backups)
    }

    /// The screen that an address belongs to; the deepest one wins.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .filter(|screen| {
                path.strip_prefix(screen.path()).is_some_and(|rest| {
                    rest.is_empty() || (*screen != Self::Home && rest.starts_with('/'))
                })
            })
            .max_by_key(|screen| screen.path().len())
    }
}

/// One person.
#[must_use]
pub fn employee(id: EmployeeId) -> String {
    format!("/pegawai/{id}")
}

/// A row of the appraisal sheet, in the period on the screen.
#[must_use]
pub fn sheet_row(assignment: AssignmentId) -> String {
    format!("{}?baris={assignment}", Screen::Sheet.path())
}

/// Import of an employee list.
pub const IMPORT: &str = "/pegawai/impor";
/// Values in the order of the BKN screens.
pub const COPY_SHEET: &str = "/laporan/salin";
/// Counts per predikat.
pub const RECAP: &str = "/laporan/rekap";

/// A help page.
#[must_use]
pub fn help(page: &str) -> String {
    format!("/bantuan/{page}")
}

/// The help page that F1 opens on a screen.
#[must_use]
pub fn help_for(path: &str) -> String {
    let page = match Screen::of(path) {
        Some(Screen::Employees) if path == IMPORT => "impor",
        Some(Screen::Employees) => "pegawai",
        Some(Screen::Notes) => "catatan",
        Some(Screen::Sheet) => "penilaian",
        Some(Screen::Organisation) => "kinerja-unit",
        Some(Screen::Reports) => "laporan",
        Some(Screen::Sync) => "sinkron",
        Some(Screen::Backups) => "cadangan",
        Some(Screen::Settings) => "pengaturan",
        Some(Screen::Home) | None => "mulai",
    };
    help(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("/", Some(Screen::Home))]
    #[case("/pegawai", Some(Screen::Employees))]
    #[case("/pegawai/impor", Some(Screen::Employees))]
    #[case("/penilaian", Some(Screen::Sheet))]
    #[case("/penilaian/unit", Some(Screen::Organisation))]
    #[case("/laporan/salin", Some(Screen::Reports))]
    #[case("/sinkron", Some(Screen::Sync))]
    #[case("/pegawaian", None)]
    #[case("/bantuan/mulai", None)]
    fn an_address_belongs_to_one_screen(#[case] path: &str, #[case] screen: Option<Screen>) {
        assert_eq!(Screen::of(path), screen);
    }

    #[rstest]
    #[case("/pegawai/impor", "/bantuan/impor")]
    #[case("/penilaian/unit", "/bantuan/kinerja-unit")]
    #[case("/sinkron", "/bantuan/sinkron")]
    #[case("/nowhere", "/bantuan/mulai")]
    fn help_belongs_to_the_screen(#[case] path: &str, #[case] page: &str) {
        assert_eq!(help_for(path), page);
    }
}
