//! The workbook "Laporan Penilaian SKP": title lines and columns, in order.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::Period;
use serde::Deserialize;

/// Where the content of a column comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BknSource {
    /// 1, 2, 3 … in the order of rows.
    RowNumber,
    /// Bulanan or Triwulanan.
    Rhythm,
    /// SIASN's PNS ID of the employee, when an import brought it.
    PnsId,
    /// NIP as text.
    Nip,
    /// The employee's name.
    Name,
    /// First day of the part of the period that the assignment covers.
    SpanFirstDay,
    /// Last day of that part.
    SpanLastDay,
    /// SIASN's id of the unit, when known.
    UnitSiasnId,
    /// The unit's name.
    Unit,
    /// The name of the unit above.
    UnitParent,
    /// The post's name.
    Jabatan,
    /// Kind of post, in the words of [`JabatanRules`](super::JabatanRules).
    JabatanKind,
    /// 1 for Plt and Plh, else 0.
    Acting,
    /// Rating of hasil kerja in the words of [`SiasnWords`](super::SiasnWords).
    HasilKerja,
    /// Rating of perilaku in the same words.
    Perilaku,
    /// Predikat, in capitals.
    Predikat,
    /// SIASN's PNS ID of the appraiser, when the appraiser is in the list and an import brought it.
    AppraiserPnsId,
    /// The appraiser's NIP.
    AppraiserNip,
    /// The appraiser's name.
    AppraiserName,
    /// SIASN's id of the appraiser's unit, when known.
    AppraiserUnitSiasnId,
    /// The appraiser's unit.
    AppraiserUnit,
    /// The appraiser's post.
    AppraiserJabatan,
    /// The appraiser's golongan.
    AppraiserGolongan,
    /// Day of *Siap dikirim*.
    RatedOn,
    /// Calendar year of the period.
    Year,
    /// An id that only e-Kinerja gives: always empty here, never one of ours.
    UnknownHere,
    /// Golongan of the employee.
    Golongan,
    /// PNS or PPPK.
    EmployeeKind,
    /// Number of the period's last month, 1..=12.
    Month,
}

/// One column of the workbook.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BknColumn {
    /// The header, exactly.
    pub name: String,
    /// What stands below it.
    pub source: BknSource,
}

/// Something that a title line prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TitleField {
    /// `{bulan}`: `Oktober`.
    Month,
    /// `{BULAN}`: `OKTOBER`.
    MonthCapitals,
    /// `{triwulan}`: `IV`.
    Quarter,
    /// `{tahun}`: `2026`.
    Year,
    /// `{instansi}`: `Pemerintah Kabupaten Simeulue`.
    Instansi,
    /// `{unor_induk}`: the unit above.
    UnitParent,
    /// `{unor}`: the unit, or [`BknColumns::all_units`].
    Unit,
    /// `{stempel}`: `21/11/2026, 14.02.33`.
    Stamp,
}

/// Layout of the workbook (`assets/rules/kolom-bkn.json`).
#[derive(Debug, Deserialize)]
pub struct BknColumns {
    sheet: String,
    all_units: String,
    header_row: u32,
    titles: Titles,
    full: Vec<BknColumn>,
    short: Vec<BknColumn>,
}

#[derive(Debug, Deserialize)]
struct Titles {
    monthly: [String; 6],
    quarterly: [String; 6],
    yearly: [String; 6],
}

impl BknColumns {
    /// The 31 columns of the full form, in order.
    #[must_use]
    pub fn full(&self) -> &[BknColumn] {
        &self.full
    }

    /// The 13 columns of the short form, in order.
    #[must_use]
    pub fn short(&self) -> &[BknColumn] {
        &self.short
    }

    /// Templates of A1 to A6; [`fill`] completes each.
    #[must_use]
    pub const fn titles(&self, period: Period) -> &[String; 6] {
        match period {
            Period::Month { .. } => &self.titles.monthly,
            Period::Quarter { .. } => &self.titles.quarterly,
            Period::Year { .. } => &self.titles.yearly,
        }
    }

    /// Name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// What A5 prints when an export is about every unit.
    #[must_use]
    pub fn all_units(&self) -> &str {
        &self.all_units
    }

    /// Row of the header, counted from 1 as Excel does.
    #[must_use]
    pub const fn header_row(&self) -> u32 {
        self.header_row
    }
}

impl Rule for BknColumns {
    const FILE: RuleFile = RuleFile::KolomBkn;
    const TEXT: &'static str = include_str!("../../../../assets/rules/kolom-bkn.json");

    fn check(&self) -> Result<(), Flaw> {
        let sheet = self.sheet.trim();
        // Excel takes no longer name for a sheet.
        flaw::within("sheet", sheet.chars().count() as u64, 1..=31)?;
        flaw::filled("all_units", &self.all_units)?;
        let titles = self.titles.monthly.len() as u64;
        flaw::within("header_row", self.header_row, titles + 1..=100)?;
        for (field, columns) in [("full", &self.full), ("short", &self.short)] {
            for column in columns {
                flaw::filled(field, &column.name)?;
            }
            flaw::no_twice(field, columns.iter().map(|it| it.name.clone()))?;
            if !columns.iter().any(|it| it.source == BknSource::Nip) {
                return Err(Flaw::lacking(field, "nip"));
            }
        }
        Ok(())
    }
}

impl TitleField {
    const ALL: [Self; 8] = [
        Self::Month,
        Self::MonthCapitals,
        Self::Quarter,
        Self::Year,
        Self::Instansi,
        Self::UnitParent,
        Self::Unit,
        Self::Stamp,
    ];

    const fn placeholder(self) -> &'static str {
        match self {
            Self::Month => "bulan",
            Self::MonthCapitals => "BULAN",
            Self::Quarter => "triwulan",
            Self::Year => "tahun",
            Self::Instansi => "instansi",
            Self::UnitParent => "unor_induk",
            Self::Unit => "unor",
            Self::Stamp => "stempel",
        }
    }
}

/// Completes a title line. A value that itself contains braces is not expanded again.
pub fn fill(template: &str, value: impl Fn(TitleField) -> String) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let field = after.split_once('}').and_then(|(name, tail)| {
            let field = TitleField::ALL
                .into_iter()
                .find(|it| it.placeholder() == name)?;
            Some((field, tail))
        });
        rest = if let Some((field, tail)) = field {
            out.push_str(&value(field));
            tail
        } else {
            out.push('{');
            after
        };
    }
    out.push_str(rest);
    out
}
