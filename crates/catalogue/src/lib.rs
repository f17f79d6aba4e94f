//! Every sentence that a person reads, in Indonesian and English, checked at compile time.
//!
//! A message is a function: a missing language, a missing argument or a misspelt placeholder
//! does not compile. The terminal, the workbooks and the page use the same ones.
//!
//! ```
//! use catalogue::{Language, common};
//! assert_eq!(common::save(Language::Indonesian), "Simpan");
//! assert_eq!(common::save(Language::English), "Save");
//! ```

use serde::{Deserialize, Serialize};

/// The language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// The interface language: formal and friendly ("Anda").
    #[default]
    #[serde(rename = "id")]
    Indonesian,
    /// The second language of the same catalogue.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both, in the order of the settings page.
    pub const ALL: [Self; 2] = [Self::Indonesian, Self::English];

    /// The BCP 47 tag for `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}

/// One message, for the tests that read the whole catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The function's name.
    pub name: &'static str,
    /// The Indonesian template.
    pub indonesian: &'static str,
    /// The English template.
    pub english: &'static str,
}

/// Declares messages. `name => "Indonesian", "English";` is a fixed text;
/// `name(count, person) => "{count} …{person}", "…";` takes anything that displays.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident $(( $($argument:ident),+ $(,)? ))? => $indonesian:literal, $english:literal;)+) => {
        $( $crate::message!($(#[$meta])* $name $(( $($argument),+ ))? => $indonesian, $english); )+

        /// Every message of this module.
        pub const ENTRIES: &[$crate::Entry] = &[
            $( $crate::Entry { name: stringify!($name), indonesian: $indonesian, english: $english }, )+
        ];
    };
}

macro_rules! message {
    ($(#[$meta:meta])* $name:ident => $indonesian:literal, $english:literal) => {
        $(#[$meta])*
        #[doc = concat!("“", $indonesian, "”")]
        #[must_use]
        pub const fn $name(language: $crate::Language) -> &'static str {
            match language {
                $crate::Language::Indonesian => $indonesian,
                $crate::Language::English => $english,
            }
        }
    };
    ($(#[$meta:meta])* $name:ident ( $($argument:ident),+ ) => $indonesian:literal, $english:literal) => {
        $(#[$meta])*
        #[doc = concat!("“", $indonesian, "”")]
        #[must_use]
        pub fn $name(language: $crate::Language, $($argument: impl ::core::fmt::Display),+) -> String {
            match language {
                $crate::Language::Indonesian => format!($indonesian),
                $crate::Language::English => format!($english),
            }
        }
    };
}

pub(crate) use {message, messages};

pub mod acts;
pub mod backup;
pub mod centre_access;
pub mod centre_arrivals;
pub mod centre_data;
pub mod centre_frame;
pub mod centre_held;
pub mod centre_refusal;
pub mod centre_rules;
pub mod centre_ruling;
pub mod common;
pub mod export;
pub mod import;
pub mod import_verdict;
pub mod missing;
pub mod nip;
pub mod page_backups;
pub mod page_employee;
pub mod page_employees;
pub mod page_first_run;
pub mod page_frame;
pub mod page_help;
pub mod page_home;
pub mod page_import_list;
pub mod page_notes;
pub mod page_organisation;
pub mod page_quick_note;
pub mod page_reports;
pub mod page_settings;
pub mod page_sheet;
pub mod page_sync;
pub mod pattern;
pub mod recap;
pub mod refusal;
pub mod reminder;
pub mod rules;
pub mod sync;
pub mod sync_fields;
pub mod terminal;
pub mod terms;

/// Every module's entries: the word-list test and the completeness test read them.
pub const MODULES: &[(&str, &[Entry])] = &[
    ("backup", backup::ENTRIES),
    ("acts", acts::ENTRIES),
    ("centre_access", centre_access::ENTRIES),
    ("centre_arrivals", centre_arrivals::ENTRIES),
    ("centre_data", centre_data::ENTRIES),
    ("centre_frame", centre_frame::ENTRIES),
    ("centre_held", centre_held::ENTRIES),
    ("centre_refusal", centre_refusal::ENTRIES),
    ("centre_rules", centre_rules::ENTRIES),
    ("centre_ruling", centre_ruling::ENTRIES),
    ("common", common::ENTRIES),
    ("export", export::ENTRIES),
    ("import", import::ENTRIES),
    ("import_verdict", import_verdict::ENTRIES),
    ("missing", missing::ENTRIES),
    ("nip", nip::ENTRIES),
    ("page_backups", page_backups::ENTRIES),
    ("page_employee", page_employee::ENTRIES),
    ("page_employees", page_employees::ENTRIES),
    ("page_first_run", page_first_run::ENTRIES),
    ("page_frame", page_frame::ENTRIES),
    ("page_help", page_help::ENTRIES),
    ("page_home", page_home::ENTRIES),
    ("page_import_list", page_import_list::ENTRIES),
    ("page_notes", page_notes::ENTRIES),
    ("page_organisation", page_organisation::ENTRIES),
    ("page_quick_note", page_quick_note::ENTRIES),
    ("page_reports", page_reports::ENTRIES),
    ("page_settings", page_settings::ENTRIES),
    ("page_sheet", page_sheet::ENTRIES),
    ("page_sync", page_sync::ENTRIES),
    ("pattern", pattern::ENTRIES),
    ("recap", recap::ENTRIES),
    ("refusal", refusal::ENTRIES),
    ("reminder", reminder::ENTRIES),
    ("rules", rules::ENTRIES),
    ("sync", sync::ENTRIES),
    ("sync_fields", sync_fields::ENTRIES),
    ("terminal", terminal::ENTRIES),
    ("terms", terms::ENTRIES),
];
