//! The rules through time.

use super::{Bundle, Package, PackageError, RuleFile, VERSION, bundle};
use crate::Period;
use chrono::NaiveDate;

/// The rules that the program carries, and those that a centre published, each from its own day on.
/// A book is a value of one place: practice data has another one than the office beside it.
#[derive(Clone, Debug, Default)]
pub struct RuleBook {
    editions: Vec<Edition>,
}

/// A package in its place.
#[derive(Clone, Debug)]
pub struct Edition {
    version: u32,
    valid_from: NaiveDate,
    source: String,
    files: Vec<RuleFile>,
    bundle: Bundle,
}

impl RuleBook {
    /// Packages in the order in which they were published. The first one that this program cannot
    /// read ends the book, because whatever follows goes on from it; the answer says why.
    pub fn of<'a>(packages: impl IntoIterator<Item = &'a [u8]>) -> (Self, Option<PackageError>) {
        let mut book = Self::default();
        for bytes in packages {
            let added = Package::parse(bytes).and_then(|package| book.add(&package));
            if let Err(error) = added {
                return (book, Some(error));
            }
        }
        (book, None)
    }

    /// The rules that hold on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Bundle {
        self.edition_on(day).map_or(bundle(), |it| &it.bundle)
    }

    /// What was published and holds on a day; `None` while the program's own rules do.
    #[must_use]
    pub fn edition_on(&self, day: NaiveDate) -> Option<&Edition> {
        self.editions.iter().rev().find(|it| it.valid_from <= day)
    }

    /// The rules of a period: those that hold on its last day, on which it is rated.
    #[must_use]
    pub fn at(&self, period: Period) -> &Bundle {
        self.on(period.last_day())
    }

    /// What was published, oldest first.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The highest version, whether it holds already or not.
    #[must_use]
    pub fn newest_version(&self) -> u32 {
        let published = self.editions.last().map_or(0, |it| it.version);
        published.max(VERSION)
    }

    /// Whether a package may be published next: above every version, and not before the last one.
    ///
    /// # Errors
    /// [`PackageError::NotAbove`] or [`PackageError::TooEarly`].
    pub fn admits(&self, package: &Package) -> Result<(), PackageError> {
        let (version, newest) = (package.version(), self.newest_version());
        if version <= newest {
            return Err(PackageError::NotAbove { version, newest });
        }
        self.follows(package)
    }

    /// Adds a package behind the others. What the program carries may be newer than it: a centre
    /// published it before the program was updated, and it goes on to hold.
    ///
    /// # Errors
    /// [`PackageError`] when it does not follow the one before.
    pub fn add(&mut self, package: &Package) -> Result<(), PackageError> {
        self.follows(package)?;
        let before = self.editions.last().map_or(bundle(), |it| &it.bundle);
        let bundle = package.upon(before)?;
        self.editions.push(Edition {
            version: package.version(),
            valid_from: package.valid_from(),
            source: package.source().to_owned(),
            files: package.files().collect(),
            bundle,
        });
        Ok(())
    }

    fn follows(&self, package: &Package) -> Result<(), PackageError> {
        let Some(last) = self.editions.last() else {
            return Ok(());
        };
        let (version, valid_from) = (package.version(), package.valid_from());
        if version <= last.version {
            return Err(PackageError::NotAbove {
                version,
                newest: last.version,
            });
        }
        if valid_from < last.valid_from {
            return Err(PackageError::TooEarly {
                valid_from,
                newest: last.version,
                newest_from: last.valid_from,
            });
        }
        Ok(())
    }
}

impl Edition {
    /// The version that the centre gave it.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The first day on which it holds.
    #[must_use]
    pub const fn valid_from(&self) -> NaiveDate {
        self.valid_from
    }

    /// The regulation or decision that it comes from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The files that it changed.
    #[must_use]
    pub fn files(&self) -> &[RuleFile] {
        &self.files
    }
}
