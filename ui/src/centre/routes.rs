//! The addresses of the centre's screens.

use crate::components::IconName;
use api::central::Need;
use catalogue::{Language, centre_frame as words, centre_rules};

/// A screen of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Kelengkapan.
    Completeness,
    /// Hasil.
    Results,
    /// Data Induk.
    Master,
    /// Periode.
    Periods,
    /// Aturan.
    Rules,
    /// Kode Gabung & Komputer.
    Joining,
    /// Tertahan.
    Held,
    /// Ekspor BKN.
    Export,
    /// Jejak.
    Audit,
    /// Petugas.
    Staff,
}

impl Screen {
    /// In the order of the navigation.
    pub const ALL: [Self; 10] = [
        Self::Completeness,
        Self::Results,
        Self::Master,
        Self::Periods,
        Self::Rules,
        Self::Joining,
        Self::Held,
        Self::Export,
        Self::Audit,
        Self::Staff,
    ];

    /// Its address.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Completeness => "/",
            Self::Results => "/hasil",
            Self::Master => "/induk",
            Self::Periods => "/periode",
            Self::Rules => "/aturan",
            Self::Joining => "/gabung",
            Self::Held => "/tertahan",
            Self::Export => "/ekspor",
            Self::Audit => "/jejak",
            Self::Staff => "/petugas",
        }
    }

    /// Its name in the navigation.
    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        match self {
            Self::Completeness => words::completeness(language),
            Self::Results => words::results(language),
            Self::Master => words::master(language),
            Self::Periods => words::periods(language),
            Self::Rules => centre_rules::title(language),
            Self::Joining => words::joining(language),
            Self::Held => words::held(language),
            Self::Export => words::export(language),
            Self::Audit => words::audit(language),
            Self::Staff => words::staff(language),
        }
    }

    /// Its sign.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Completeness => IconName::Grid,
            Self::Results => IconName::Chart,
            Self::Master => IconName::People,
            Self::Periods => IconName::Calendar,
            Self::Rules => IconName::Sliders,
            Self::Joining => IconName::Key,
            Self::Held => IconName::Pause,
            Self::Export => IconName::FileOut,
            Self::Audit => IconName::Clock,
            Self::Staff => IconName::Shield,
        }
    }

    /// What it asks of whoever opens it.
    #[must_use]
    pub const fn needs(self) -> Need {
        match self {
            Self::Completeness | Self::Results | Self::Master | Self::Periods | Self::Held => {
                Need::SignedIn
            }
            Self::Export => Need::Exporting,
            Self::Rules | Self::Joining | Self::Audit | Self::Staff => Need::Administering,
        }
    }

    /// The screen that an address belongs to.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        if path == "/" || path.starts_with("/kantor") {
            return Some(Self::Completeness);
        }
        let first = path.split('/').nth(1)?;
        Self::ALL
            .into_iter()
            .find(|screen| screen.path().trim_start_matches('/') == first)
    }
}

#[cfg(test)]
mod tests {
    use super::Screen;
    use rstest::rstest;

    #[rstest]
    #[case("/", Some(Screen::Completeness))]
    #[case("/kantor/0192", Some(Screen::Completeness))]
    #[case("/hasil/0192/0193", Some(Screen::Results))]
    #[case("/petugas", Some(Screen::Staff))]
    #[case("/lain", None)]
    fn an_address_belongs_to_the_screen_it_is_below(
        #[case] path: &str,
        #[case] expected: Option<Screen>,
    ) {
        assert_eq!(Screen::of(path), expected);
    }
}
