//! Rules as versioned data, embedded from `assets/rules`. Each file carries id, version,
//! valid-from and source; every stored result remembers the version of the [`Bundle`] that held.
//! A centre can publish a [`Package`] with other files; a [`RuleBook`] has both.

mod angka_kredit;
mod behaviours;
mod bkn_columns;
mod book;
mod bundle;
mod deadlines;
mod distribution;
mod file;
mod flaw;
mod golongan;
mod header;
mod import_columns;
mod jabatan;
mod missing;
mod nine_box;
mod package;
mod pp30;
mod predikat;
mod rubric;
mod rule;
mod sample_size;
mod satisfaction;
mod siasn_words;
mod thresholds;

pub use crate::deadline::deadline;
pub use angka_kredit::AngkaKreditRules;
pub use behaviours::BehaviourRules;
pub use bkn_columns::{BknColumn, BknColumns, BknSource, TitleField, fill};
pub use book::{Edition, RuleBook};
pub use bundle::Bundle;
pub use deadlines::Deadlines;
pub use distribution::{DistributionRules, PatternLimit};
pub use file::RuleFile;
pub use flaw::Flaw;
pub use golongan::GolonganRules;
pub use header::{Confidence, RuleHeader};
pub use import_columns::{ColumnFate, ImportColumns, ImportField, normalised};
pub use jabatan::JabatanRules;
pub use missing::MissingRules;
pub use nine_box::NineBoxRules;
pub use package::{MAX_PACKAGE_BYTES, Package, PackageError};
pub use pp30::Pp30Rules;
pub use predikat::PredikatMatrix;
pub use rubric::{Rubric, RubricText};
pub use sample_size::SampleSizeRules;
pub use satisfaction::{SatisfactionElement, SatisfactionRules};
pub use siasn_words::SiasnWords;
use std::sync::OnceLock;
pub use thresholds::Thresholds;

/// Version of the rules that this program carries; raised with every change of any of them.
pub const VERSION: u32 = 1;

/// The rules that this program carries, for whoever has no [`RuleBook`] at hand.
#[must_use]
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(Bundle::embedded)
}

/// The nine cells alone. The page derives a predikat while somebody types and needs no other
/// rule; asking the whole bundle would carry every parser into it.
pub(crate) fn predikat() -> &'static PredikatMatrix {
    static MATRIX: OnceLock<PredikatMatrix> = OnceLock::new();
    MATRIX.get_or_init(|| rule::embedded(<PredikatMatrix as rule::Rule>::TEXT))
}

/// Pangkat and PPPK golongan alone, for the same reason.
pub(crate) fn golongan() -> &'static GolonganRules {
    static RULES: OnceLock<GolonganRules> = OnceLock::new();
    RULES.get_or_init(|| rule::embedded(<GolonganRules as rule::Rule>::TEXT))
}

/// What every embedded file says of itself.
#[must_use]
pub fn headers() -> &'static [RuleHeader] {
    bundle().headers()
}
