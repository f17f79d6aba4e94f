//! Names that lists and SIASN give to kinds of post, and the words of the BKN workbook.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw, normalised};
use crate::{JabatanKind, Jenjang};
use serde::Deserialize;

/// Kinds of post in words (`assets/rules/jabatan.json`).
#[derive(Debug, Deserialize)]
pub struct JabatanRules {
    kinds: [KindWords; 5],
    structural_names: Vec<String>,
    eselons: [Eselon; 5],
    beginnings: Vec<Beginnings>,
    heads: Heads,
    jenjang: [Endings; 8],
}

#[derive(Debug, Deserialize)]
struct KindWords {
    kind: JabatanKind,
    bkn_word: String,
    siasn_code: u8,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Eselon {
    eselon: String,
    kind: JabatanKind,
}

#[derive(Debug, Deserialize)]
struct Beginnings {
    kind: JabatanKind,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Heads {
    beginnings: Vec<String>,
    except: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Endings {
    jenjang: Jenjang,
    endings: Vec<String>,
}

impl JabatanRules {
    /// The word in `skp_jenis_jabatan`: `FUNGSIONAL`.
    #[must_use]
    pub fn bkn_word(&self, kind: JabatanKind) -> &str {
        self.kinds
            .iter()
            .find(|it| it.kind == kind)
            .map_or("", |it| &it.bkn_word)
    }

    /// SIASN's `jenisJabatan`.
    #[must_use]
    pub fn siasn_code(&self, kind: JabatanKind) -> u8 {
        self.kinds
            .iter()
            .find(|it| it.kind == kind)
            .map_or(0, |it| it.siasn_code)
    }

    /// The kind that a cell names. `Struktural` alone says nothing without the eselon.
    #[must_use]
    pub fn kind(&self, name: &str, eselon: &str) -> Option<JabatanKind> {
        let name = normalised(name);
        let named = self
            .kinds
            .iter()
            .find(|it| it.names.contains(&name))
            .map(|it| it.kind);
        if named.is_some() {
            return named;
        }
        let structural = name.is_empty() || self.structural_names.contains(&name);
        if structural {
            self.kind_of_eselon(eselon)
        } else {
            None
        }
    }

    /// The kind of an eselon: `II.b`, `IIIA`, `Eselon IV`.
    #[must_use]
    pub fn kind_of_eselon(&self, eselon: &str) -> Option<JabatanKind> {
        let compact = normalised(eselon).to_uppercase();
        let compact = compact
            .strip_prefix("ESELON")
            .unwrap_or(&compact)
            .trim_start();
        let roman = compact.trim_end_matches(['A', 'B']).trim_end();
        self.eselons
            .iter()
            .find(|it| it.eselon == roman)
            .map(|it| it.kind)
    }

    /// The kind that a post's name tells by its beginning: `Kepala Dinas Kesehatan`. Only for
    /// lists without a column for the kind.
    #[must_use]
    pub fn kind_of_name(&self, jabatan: &str) -> Option<JabatanKind> {
        let jabatan = normalised(jabatan);
        let begins = |name: &String| begins_with(&jabatan, name);
        self.beginnings
            .iter()
            .find(|it| it.names.iter().any(begins))
            .map(|it| it.kind)
    }

    /// Whether a post of this name leads its unit: `Kepala Dinas …`, `Camat …`. `Kepala Bidang`
    /// does not, because a bidang is part of a unit.
    #[must_use]
    pub fn is_head(&self, jabatan: &str) -> bool {
        let jabatan = normalised(jabatan);
        let begins = |name: &String| begins_with(&jabatan, name);
        self.heads.beginnings.iter().any(begins) && !self.heads.except.iter().any(begins)
    }

    /// The jenjang that the name of a functional post ends with: `Perawat Ahli Muda`.
    #[must_use]
    pub fn jenjang(&self, jabatan: &str) -> Option<Jenjang> {
        let jabatan = normalised(jabatan);
        let ends = |ending: &String| {
            jabatan
                .strip_suffix(ending.as_str())
                .is_some_and(|before| before.is_empty() || before.ends_with(' '))
        };
        self.jenjang
            .iter()
            .find(|it| it.endings.iter().any(ends))
            .map(|it| it.jenjang)
    }
}

impl Rule for JabatanRules {
    const FILE: RuleFile = RuleFile::Jabatan;
    const TEXT: &'static str = include_str!("../../../../assets/rules/jabatan.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once(
            "kinds",
            self.kinds.iter().map(|it| it.kind),
            &JabatanKind::ALL,
        )?;
        for kind in &self.kinds {
            flaw::filled("bkn_word", &kind.bkn_word)?;
            flaw::within("siasn_code", kind.siasn_code, 0..=99)?;
        }
        flaw::spelled("names", self.kinds.iter().flat_map(|it| &it.names))?;
        flaw::spelled("structural_names", &self.structural_names)?;
        let romans = ["I", "II", "III", "IV", "V"];
        flaw::each_once(
            "eselons",
            self.eselons.iter().map(|it| it.eselon.as_str()),
            &romans,
        )?;
        flaw::spelled(
            "beginnings",
            self.beginnings.iter().flat_map(|it| &it.names),
        )?;
        flaw::spelled(
            "heads",
            self.heads.beginnings.iter().chain(&self.heads.except),
        )?;
        flaw::each_once(
            "jenjang",
            self.jenjang.iter().map(|it| it.jenjang),
            &Jenjang::ALL,
        )?;
        flaw::spelled("endings", self.jenjang.iter().flat_map(|it| &it.endings))
    }
}

/// Whether a name begins with these words, whole.
fn begins_with(name: &str, words: &str) -> bool {
    name.strip_prefix(words)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
