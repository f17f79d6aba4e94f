//! A package of rules (paket aturan): what a centre publishes. It holds the files that change; the
//! rest goes on as it was in the version before.

use super::{Flaw, RuleFile, VERSION, bundle};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The form of packages that this program reads.
const FORM: u64 = 1;

/// The longest package, in bytes: all files of the program take a third of it.
pub const MAX_PACKAGE_BYTES: usize = 128 * 1024;

/// Files that take the place of older ones from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    version: u32,
    valid_from: NaiveDate,
    source: String,
    files: BTreeMap<RuleFile, Value>,
}

/// Why a package is none, or cannot follow the ones before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PackageError {
    /// Longer than any package.
    #[error("longer than {most} bytes")]
    TooLong {
        /// The most.
        most: u64,
    },
    /// No JSON, or not the fields of a package.
    #[error("not a package of rules: {detail}")]
    Unreadable {
        /// What the parser says.
        detail: String,
    },
    /// Only a newer program reads it.
    #[error("form {form} is a newer program's")]
    NewerForm {
        /// Its form.
        form: u64,
    },
    /// It does not say which regulation or decision it comes from.
    #[error("its source is empty")]
    NoSource,
    /// It changes nothing.
    #[error("it holds no file")]
    NoFiles,
    /// No rule has this name.
    #[error("there is no rule {file}")]
    UnknownFile {
        /// The name.
        file: String,
    },
    /// Only a new program can change this file.
    #[error("{} cannot be replaced", file.name())]
    Fixed {
        /// Which.
        file: RuleFile,
    },
    /// Something is wrong with a file.
    #[error("{}: {flaw}", file.name())]
    File {
        /// Which.
        file: RuleFile,
        /// What.
        flaw: Flaw,
    },
    /// There is a version as high already.
    #[error("version {version} is not above {newest}")]
    NotAbove {
        /// Its version.
        version: u32,
        /// The highest that there is.
        newest: u32,
    },
    /// It would be valid before the version that it goes on from.
    #[error("valid from {valid_from}, before version {newest} from {newest_from}")]
    TooEarly {
        /// Its first day.
        valid_from: NaiveDate,
        /// The version before.
        newest: u32,
        /// The first day of that.
        newest_from: NaiveDate,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "form")]
    _form: Option<u64>,
    version: u32,
    valid_from: NaiveDate,
    source: String,
    files: BTreeMap<String, Value>,
}

impl Package {
    /// Reads a package and checks every file in it, with the parsers of the files that the program
    /// carries.
    ///
    /// # Errors
    /// [`PackageError`] says which file, and what is wrong with it.
    pub fn parse(bytes: &[u8]) -> Result<Self, PackageError> {
        if bytes.len() > MAX_PACKAGE_BYTES {
            return Err(PackageError::TooLong {
                most: MAX_PACKAGE_BYTES as u64,
            });
        }
        let value: Value = serde_json::from_slice(bytes).map_err(|error| unreadable(&error))?;
        if let Some(form) = value.get("form").and_then(Value::as_u64)
            && form > FORM
        {
            return Err(PackageError::NewerForm { form });
        }
        let written = Written::deserialize(value).map_err(|error| unreadable(&error))?;
        if written.source.trim().is_empty() {
            return Err(PackageError::NoSource);
        }
        if written.files.is_empty() {
            return Err(PackageError::NoFiles);
        }
        Ok(Self {
            version: written.version,
            valid_from: written.valid_from,
            source: written.source,
            files: checked(written.files)?,
        })
    }

    /// What results remember that were computed with it.
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

    /// The files in it.
    pub fn files(&self) -> impl Iterator<Item = RuleFile> {
        self.files.keys().copied()
    }

    /// The rules of the version before, with these files in the place of theirs.
    pub(super) fn upon(&self, before: &super::Bundle) -> Result<super::Bundle, PackageError> {
        let mut after = before.clone();
        // A program that carries newer rules than the package keeps its own number.
        after.version = self.version.max(VERSION);
        for (file, content) in &self.files {
            let file = *file;
            let replaced = after.replace(file, content);
            replaced.map_err(|flaw| PackageError::File { file, flaw })?;
        }
        Ok(after)
    }
}

fn checked(files: BTreeMap<String, Value>) -> Result<BTreeMap<RuleFile, Value>, PackageError> {
    let mut checked = BTreeMap::new();
    let mut trial = bundle().clone();
    for (name, content) in files {
        let Some(file) = RuleFile::named(&name) else {
            return Err(PackageError::UnknownFile { file: name });
        };
        if file.is_fixed() {
            return Err(PackageError::Fixed { file });
        }
        let replaced = trial.replace(file, &content);
        replaced.map_err(|flaw| PackageError::File { file, flaw })?;
        checked.insert(file, content);
    }
    Ok(checked)
}

fn unreadable(error: &serde_json::Error) -> PackageError {
    PackageError::Unreadable {
        detail: error.to_string(),
    }
}
