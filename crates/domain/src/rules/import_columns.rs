//! Which header of an imported list feeds which field, and which columns are never kept.

mod checks;

use crate::assignment::Tenure;
use crate::nip::{NipKind, Sex};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A field that an import can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// NIP or NI PPPK: the one column that a list cannot do without, beside the name.
    Nip,
    /// Name, with or without titles.
    Name,
    /// Titles before the name.
    TitleBefore,
    /// Titles after the name.
    TitleAfter,
    /// SIASN's PNS ID.
    PnsId,
    /// Birth date, to hold against the NIP.
    BirthDate,
    /// Sex, to hold against the NIP.
    Sex,
    /// PNS or PPPK, to hold against the NIP.
    EmployeeKind,
    /// Kedudukan hukum: active, retired, on study leave.
    LegalPosition,
    /// Golongan, alone or behind the pangkat.
    Golongan,
    /// TMT golongan.
    GolonganSince,
    /// The post's name.
    Jabatan,
    /// Kind of post.
    JabatanKind,
    /// Level of a functional post.
    Jenjang,
    /// Eselon: tells the kind of a structural post.
    Eselon,
    /// TMT jabatan.
    JabatanSince,
    /// Definitif, Plt or Plh.
    Tenure,
    /// Unit kerja.
    Unit,
    /// SIASN's UNOR id.
    UnitSiasnId,
    /// Unit above.
    UnitParent,
    /// The government that the unit belongs to.
    Instansi,
    /// Education.
    Education,
    /// Attainment.
    Capaian,
    /// Pejabat penilai: name.
    AppraiserName,
    /// Pejabat penilai: NIP.
    AppraiserNip,
    /// Pejabat penilai: jabatan.
    AppraiserJabatan,
    /// Pejabat penilai: golongan.
    AppraiserGolongan,
    /// Pejabat penilai: unit.
    AppraiserUnit,
    /// Atasan pejabat penilai: name.
    SuperiorName,
    /// Atasan pejabat penilai: NIP.
    SuperiorNip,
    /// Atasan pejabat penilai: jabatan.
    SuperiorJabatan,
    /// Atasan pejabat penilai: golongan.
    SuperiorGolongan,
    /// Atasan pejabat penilai: unit.
    SuperiorUnit,
}

/// What an import does with a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnFate {
    /// It feeds a field. Of two columns for one field, the lower rank counts.
    Field {
        /// Which field.
        field: ImportField,
        /// Place among the field's aliases; 0 is the best.
        rank: usize,
    },
    /// Personal data that appraisal does not need: never read into memory beyond the header.
    Sensitive,
    /// Known and not needed.
    Unused,
    /// Not known; the wizard lets a person choose.
    Unknown,
}

/// Columns of employee lists (`assets/rules/kolom-impor.json`).
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
pub struct ImportColumns {
    header_rows_searched: usize,
    fields: Vec<Field>,
    fates: BTreeMap<String, ColumnFate>,
    sensitive_words: Vec<String>,
    words: Words,
}

#[derive(Deserialize)]
struct File {
    header_rows_searched: usize,
    fields: Vec<Field>,
    sensitive_words: Vec<String>,
    unused: Vec<String>,
    #[serde(flatten)]
    words: Words,
}

#[derive(Debug, Deserialize)]
struct Field {
    field: ImportField,
    aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Words {
    sexes: Vec<SexWords>,
    kinds: Vec<KindWords>,
    tenures: Vec<TenureWords>,
}

#[derive(Debug, Deserialize)]
struct SexWords {
    sex: Sex,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct KindWords {
    kind: NipKind,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct TenureWords {
    tenure: Tenure,
    words: Vec<String>,
}

impl ImportColumns {
    /// What becomes of the column under this header, as the file writes it. A header that is not
    /// known and has one sensitive word in it (`No. HP/WA`) is sensitive as a whole.
    #[must_use]
    pub fn fate(&self, header: &str) -> ColumnFate {
        let header = normalised(header);
        if let Some(fate) = self.fates.get(&header) {
            return *fate;
        }
        let sensitive = |word: &str| self.sensitive_words.iter().any(|it| it == word);
        if header.split(' ').any(sensitive) {
            ColumnFate::Sensitive
        } else {
            ColumnFate::Unknown
        }
    }

    /// The field that this header names.
    #[must_use]
    pub fn field(&self, header: &str) -> Option<ImportField> {
        match self.fate(header) {
            ColumnFate::Field { field, .. } => Some(field),
            ColumnFate::Sensitive | ColumnFate::Unused | ColumnFate::Unknown => None,
        }
    }

    /// Every field with its aliases, normalised, best first.
    pub fn fields(&self) -> impl Iterator<Item = (ImportField, &[String])> {
        self.fields
            .iter()
            .map(|field| (field.field, field.aliases.as_slice()))
    }

    /// In how many first rows the header may stand.
    #[must_use]
    pub const fn header_rows_searched(&self) -> usize {
        self.header_rows_searched
    }

    /// Sex in words or letters: `L`, `Perempuan`.
    #[must_use]
    pub fn sex(&self, word: &str) -> Option<Sex> {
        let word = normalised(word);
        self.words
            .sexes
            .iter()
            .find(|it| it.words.contains(&word))
            .map(|it| it.sex)
    }

    /// PNS or PPPK in words: `CPNS`, `P3K`.
    #[must_use]
    pub fn kind(&self, word: &str) -> Option<NipKind> {
        let word = normalised(word);
        self.words
            .kinds
            .iter()
            .find(|it| it.words.contains(&word))
            .map(|it| it.kind)
    }

    /// Definitif, Plt or Plh in words, or the flag 0/1 of the e-Kinerja workbook.
    #[must_use]
    pub fn tenure(&self, word: &str) -> Option<Tenure> {
        let word = normalised(word);
        self.words
            .tenures
            .iter()
            .find(|it| it.words.contains(&word))
            .map(|it| it.tenure)
    }
}

impl From<File> for ImportColumns {
    fn from(file: File) -> Self {
        let mut fates = BTreeMap::new();
        for Field { field, aliases } in &file.fields {
            for (rank, alias) in aliases.iter().enumerate() {
                fates.insert(
                    alias.clone(),
                    ColumnFate::Field {
                        field: *field,
                        rank,
                    },
                );
            }
        }
        fates.extend(
            file.unused
                .into_iter()
                .map(|name| (name, ColumnFate::Unused)),
        );
        Self {
            header_rows_searched: file.header_rows_searched,
            fields: file.fields,
            fates,
            sensitive_words: file.sensitive_words,
            words: file.words,
        }
    }
}

/// A header as the aliases spell it: lower case, one space for every run of anything that is
/// neither a letter nor a digit. `Pangkat/Gol. Ruang` and `PANGKAT_GOL_RUANG` become
/// `pangkat gol ruang`.
#[must_use]
pub fn normalised(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    for word in header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}
