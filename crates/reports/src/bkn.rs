//! The workbook "Laporan Penilaian SKP", as e-Kinerja BKN itself exports it.
//!
//! Titles, columns, their order and their words are data (`assets/rules/kolom-bkn.json`,
//! `kata-siasn.json`, `jabatan.json`); this module only knows what each column means. Ids that
//! only SIASN gives are empty when unknown and never replaced by our own.

mod cells;
mod row;

pub use row::{BknAppraiser, BknRow, BknUnit, Outcome};

use crate::excel::{self, WriteError, Written};
use crate::table::{Column, Layout, Table};
use chrono::NaiveDateTime;
use domain::rules::{BknColumn, BknColumns, BknSource, Bundle, TitleField, fill};
use domain::{Period, calendar, period};
use std::path::Path;

/// Which of the two forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The 31 columns of e-Kinerja.
    #[default]
    Full,
    /// The 13 columns that one regency collects.
    Short,
}

/// What the title lines say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BknHead {
    /// Which period; its rhythm decides the titles.
    pub period: Period,
    /// The government: `Pemerintah Kabupaten Simeulue`.
    pub instansi: String,
    /// The unit above.
    pub unor_induk: String,
    /// The unit; `None` for every unit ("ALL").
    pub unor: Option<String>,
    /// When the data was drawn, in the office's zone: the one cell that differs between exports.
    pub drawn_at: NaiveDateTime,
    /// Whether this is practice data, which says so.
    pub practice: bool,
}

/// What marks practice data, in title lines and file names.
pub(crate) const PRACTICE_MARK: &str = "DATA LATIHAN";

/// The workbook by the rules of a period.
#[derive(Clone, Copy, Debug)]
pub struct Workbook<'a> {
    /// The rules.
    pub rules: &'a Bundle,
    /// Which of the two forms.
    pub form: Form,
}

impl<'a> Workbook<'a> {
    /// Heads of the columns, in order.
    #[must_use]
    pub fn columns(self) -> Vec<&'a str> {
        self.described()
            .iter()
            .map(|column| column.name.as_str())
            .collect()
    }

    /// Titles and columns.
    #[must_use]
    pub fn layout(self, head: &BknHead) -> Layout {
        let rules = &self.rules.bkn_columns;
        let columns = self.described().iter();
        Layout {
            sheet: rules.sheet().to_owned(),
            titles: titles(rules, head),
            header_row: rules.header_row(),
            columns: columns
                .map(|it| Column {
                    header: it.name.clone(),
                    width: width(it.source),
                })
                .collect(),
        }
    }

    /// The whole workbook in memory: for a preview or a test.
    #[must_use]
    pub fn table<'r>(self, head: &BknHead, rows: impl IntoIterator<Item = &'r BknRow>) -> Table {
        let texts = |(number, row): (u32, &BknRow)| {
            self.cells(row, number)
                .into_iter()
                .map(std::borrow::Cow::into_owned)
                .collect()
        };
        Table {
            layout: self.layout(head),
            rows: (1..).zip(rows).map(texts).collect(),
        }
    }

    /// Writes the workbook, row by row.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn write<R: std::borrow::Borrow<BknRow>>(
        self,
        head: &BknHead,
        rows: impl IntoIterator<Item = R>,
        path: &Path,
    ) -> Result<Written, WriteError> {
        let mut writer = excel::Writer::create(&self.layout(head), path)?;
        for (number, row) in (1..).zip(rows) {
            writer.row(self.cells(row.borrow(), number))?;
        }
        writer.finish()
    }

    /// What the file is called: `Laporan Penilaian SKP Oktober 2026 Dinas Pendidikan.xlsx`. Practice
    /// data says so first.
    #[must_use]
    pub fn file_name(self, head: &BknHead) -> String {
        let suffix = match self.form {
            Form::Full => "",
            Form::Short => " ringkas",
        };
        let sheet = self.rules.bkn_columns.sheet();
        named(head, &format!("{sheet} {}{suffix}", head.period.label()))
    }

    fn described(self) -> &'a [BknColumn] {
        match self.form {
            Form::Full => self.rules.bkn_columns.full(),
            Form::Short => self.rules.bkn_columns.short(),
        }
    }
}

/// So much of the unit's name goes into a file's, in characters: a whole path of Windows has 260.
const UNIT_IN_NAME: usize = 60;

/// A file name with the practice mark where it is due and the unit's name, because whoever
/// collects the files has one of each; without signs that Windows refuses.
pub(crate) fn named(head: &BknHead, title: &str) -> String {
    let mark = if head.practice {
        format!("{PRACTICE_MARK} ")
    } else {
        String::new()
    };
    let unit = head.unor.as_deref().unwrap_or_default();
    let unit: String = unit.chars().take(UNIT_IN_NAME).collect();
    let title = format!("{title} {unit}");
    let title = title.trim_end_matches([' ', '.']);
    let safe = |c: char| {
        if c.is_control() || r#"<>:"/\|?*"#.contains(c) {
            '-'
        } else {
            c
        }
    };
    format!("{mark}{title}.xlsx").chars().map(safe).collect()
}

/// A1 to A6. Practice data says so in the first line, so that no reader of the file misses it.
pub(crate) fn titles(rules: &BknColumns, head: &BknHead) -> Vec<String> {
    let value = |field| match field {
        TitleField::Month => month(head.period).to_owned(),
        TitleField::MonthCapitals => month(head.period).to_uppercase(),
        TitleField::Quarter => quarter(head.period).to_owned(),
        TitleField::Year => head.period.year().to_string(),
        TitleField::Instansi => head.instansi.clone(),
        TitleField::UnitParent => head.unor_induk.clone(),
        TitleField::Unit => head
            .unor
            .clone()
            .unwrap_or_else(|| rules.all_units().to_owned()),
        TitleField::Stamp => calendar::stamp(head.drawn_at),
    };
    let templates = rules.titles(head.period);
    let mut titles: Vec<String> = templates
        .iter()
        .map(|template| fill(template, value))
        .collect();
    if let (true, Some(first)) = (head.practice, titles.first_mut()) {
        *first = format!("{PRACTICE_MARK} – {first}");
    }
    titles
}

fn month(period: Period) -> &'static str {
    match period {
        Period::Month { month, .. } => {
            let index = (month as usize).saturating_sub(1);
            calendar::MONTHS.get(index).copied().unwrap_or_default()
        }
        Period::Quarter { .. } | Period::Year { .. } => "",
    }
}

const fn quarter(number: Period) -> &'static str {
    match number {
        Period::Quarter { quarter, .. } => period::roman(quarter),
        Period::Month { .. } | Period::Year { .. } => "",
    }
}

/// Width in characters, by what stands in the column.
const fn width(source: BknSource) -> u16 {
    match source {
        BknSource::RowNumber | BknSource::Acting | BknSource::Year | BknSource::Month => 8,
        BknSource::Nip | BknSource::AppraiserNip => 20,
        BknSource::Name
        | BknSource::Unit
        | BknSource::UnitParent
        | BknSource::Jabatan
        | BknSource::AppraiserName
        | BknSource::AppraiserUnit
        | BknSource::AppraiserJabatan => 34,
        BknSource::HasilKerja | BknSource::Perilaku | BknSource::Predikat => 22,
        _ => 14,
    }
}
