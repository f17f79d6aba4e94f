//! Rules as versioned data, embedded from `assets/rules`. Each file carries id, version,
//! valid-from and source; every stored result remembers [`VERSION`].

mod angka_kredit;
mod behaviours;
mod bkn_columns;
mod deadlines;
mod distribution;
mod golongan;
mod header;
mod import_columns;
mod jabatan;
mod missing;
mod nine_box;
mod pp30;
mod predikat;
mod rubric;
mod sample_size;
mod satisfaction;
mod siasn_words;
mod thresholds;

pub use crate::deadline::deadline;
pub use angka_kredit::AngkaKreditRules;
pub use behaviours::BehaviourRules;
pub use bkn_columns::{BknColumn, BknColumns, BknSource, TitleField, fill};
pub use deadlines::Deadlines;
pub use distribution::{DistributionRules, PatternLimit};
pub use golongan::GolonganRules;
pub use header::{Confidence, RuleHeader};
pub use import_columns::{ColumnFate, ImportColumns, ImportField, normalised};
pub use jabatan::JabatanRules;
pub use missing::MissingRules;
pub use nine_box::NineBoxRules;
pub use pp30::Pp30Rules;
pub use predikat::PredikatMatrix;
pub use rubric::{Rubric, RubricText};
pub use sample_size::SampleSizeRules;
pub use satisfaction::{SatisfactionElement, SatisfactionRules};
pub use siasn_words::SiasnWords;
use std::sync::OnceLock;
pub use thresholds::Thresholds;

/// Version of the whole bundle; raised with every change of any rule.
pub const VERSION: u32 = 1;

/// Every rule, parsed and validated.
#[derive(Debug)]
pub struct Bundle {
    /// The nine cells.
    pub predikat: PredikatMatrix,
    /// Pola distribusi predikat.
    pub distribution: DistributionRules,
    /// Conversion of predikat to angka kredit.
    pub angka_kredit: AngkaKreditRules,
    /// Thresholds of the program.
    pub thresholds: Thresholds,
    /// Deadlines in days.
    pub deadlines: Deadlines,
    /// Which missing things block.
    pub missing: MissingRules,
    /// Statements of the seven values.
    pub behaviours: BehaviourRules,
    /// Signs of each level.
    pub rubric: Rubric,
    /// Pangkat and PPPK golongan.
    pub golongan: GolonganRules,
    /// Kinds of post in words.
    pub jabatan: JabatanRules,
    /// Headers of employee lists.
    pub import_columns: ImportColumns,
    /// Layout of the BKN workbook.
    pub bkn_columns: BknColumns,
    /// Words and codes of SIASN.
    pub siasn_words: SiasnWords,
    /// Talent boxes.
    pub nine_box: NineBoxRules,
    /// Survey of public satisfaction.
    pub satisfaction: SatisfactionRules,
    /// Sample size of the survey.
    pub sample_size: SampleSizeRules,
    /// Numeric scheme of 2019 to 2021.
    pub pp30: Pp30Rules,
}

/// The rules that this program carries.
#[must_use]
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| Bundle {
        predikat: PredikatMatrix::embedded(),
        distribution: DistributionRules::embedded(),
        angka_kredit: AngkaKreditRules::embedded(),
        thresholds: Thresholds::embedded(),
        deadlines: Deadlines::embedded(),
        missing: MissingRules::embedded(),
        behaviours: BehaviourRules::embedded(),
        rubric: Rubric::embedded(),
        golongan: GolonganRules::embedded(),
        jabatan: JabatanRules::embedded(),
        import_columns: ImportColumns::embedded(),
        bkn_columns: BknColumns::embedded(),
        siasn_words: SiasnWords::embedded(),
        nine_box: NineBoxRules::embedded(),
        satisfaction: SatisfactionRules::embedded(),
        sample_size: SampleSizeRules::embedded(),
        pp30: Pp30Rules::embedded(),
    })
}

/// The nine cells alone. The page derives a predikat while somebody types and needs no other
/// rule; asking the whole bundle would carry every parser into it.
pub(crate) fn predikat() -> &'static PredikatMatrix {
    static MATRIX: OnceLock<PredikatMatrix> = OnceLock::new();
    MATRIX.get_or_init(PredikatMatrix::embedded)
}

/// Pangkat and PPPK golongan alone, for the same reason.
pub(crate) fn golongan() -> &'static GolonganRules {
    static RULES: OnceLock<GolonganRules> = OnceLock::new();
    RULES.get_or_init(GolonganRules::embedded)
}

/// What every embedded file says of itself, for Pengaturan and for whoever asks where a result
/// comes from.
#[must_use]
pub fn headers() -> Vec<RuleHeader> {
    [
        predikat::TEXT,
        distribution::TEXT,
        angka_kredit::TEXT,
        thresholds::TEXT,
        deadlines::TEXT,
        missing::TEXT,
        behaviours::TEXT,
        rubric::TEXT,
        golongan::TEXT,
        jabatan::TEXT,
        import_columns::TEXT,
        bkn_columns::TEXT,
        siasn_words::TEXT,
        nine_box::TEXT,
        satisfaction::TEXT,
        sample_size::TEXT,
        pp30::TEXT,
    ]
    .into_iter()
    .map(embedded)
    .collect()
}

/// Parses an embedded file. The files are part of the program, and a test parses each one, so
/// this cannot fail in a build that passed its tests.
fn embedded<T: serde::de::DeserializeOwned>(text: &str) -> T {
    #[expect(
        clippy::panic,
        reason = "an embedded rule that does not parse is a broken build"
    )]
    serde_json::from_str(text).unwrap_or_else(|error| panic!("embedded rule: {error}"))
}
