//! Rekap unit: how many people of each predikat, PNS and PPPK.

use crate::bkn::{self, BknHead, BknRow, Outcome};
use crate::excel::{self, WriteError, Written};
use crate::table::{Column, Layout, Table};
use catalogue::{Language, recap as words};
use domain::assignment::Tenure;
use domain::nip::NipKind;
use domain::rules::Bundle;
use domain::{Nip, Predikat};
use std::collections::BTreeMap;
use std::path::Path;

/// What a line of the recap counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecapGroup {
    /// People with this predikat.
    Predikat(Predikat),
    /// People whose ratings are not complete.
    NotRated,
    /// People with an exception.
    Exempt,
}

/// One line of the recap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecapLine {
    /// Who is counted.
    pub group: RecapGroup,
    /// PNS among them.
    pub pns: u32,
    /// PPPK among them.
    pub pppk: u32,
}

/// Counts of people of a unit in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// Every group, best predikat first, also those with nobody.
    pub lines: Vec<RecapLine>,
}

impl RecapGroup {
    /// Every group, in the order of the recap.
    pub const ALL: [Self; 7] = [
        Self::Predikat(Predikat::SangatBaik),
        Self::Predikat(Predikat::Baik),
        Self::Predikat(Predikat::ButuhPerbaikan),
        Self::Predikat(Predikat::Kurang),
        Self::Predikat(Predikat::SangatKurang),
        Self::NotRated,
        Self::Exempt,
    ];

    /// What the line is called. Predikat keep their Indonesian names.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Predikat(predikat) => predikat.name(),
            Self::NotRated => words::not_rated(language),
            Self::Exempt => words::exempt(language),
        }
    }

    const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Exempt => Self::Exempt,
            Outcome::Open { .. } => Self::NotRated,
            Outcome::Rated { predikat, .. } => Self::Predikat(*predikat),
        }
    }
}

/// Counts people. Somebody with several rows counts once, as readers of the workbook do it: a
/// definitif post before Plt and Plh, then the row that ends last.
#[must_use]
pub fn of<'a>(rows: impl IntoIterator<Item = &'a BknRow>) -> Recap {
    let weight = |row: &BknRow| (row.tenure == Tenure::Definitif, row.to);
    let mut people: BTreeMap<&Nip, &BknRow> = BTreeMap::new();
    for row in rows {
        let counted = people.entry(&row.nip).or_insert(row);
        if weight(row) > weight(counted) {
            *counted = row;
        }
    }
    let mut lines = RecapGroup::ALL.map(|group| RecapLine {
        group,
        pns: 0,
        pppk: 0,
    });
    for row in people.into_values() {
        let group = RecapGroup::of(&row.outcome);
        for line in lines.iter_mut().filter(|line| line.group == group) {
            match row.kind {
                NipKind::Pns => line.pns += 1,
                NipKind::Pppk => line.pppk += 1,
            }
        }
    }
    Recap {
        lines: lines.to_vec(),
    }
}

impl Recap {
    /// PNS and PPPK of all groups together.
    #[must_use]
    pub fn total(&self) -> (u32, u32) {
        self.lines.iter().fold((0, 0), |(pns, pppk), line| {
            (pns + line.pns, pppk + line.pppk)
        })
    }
}

/// The recap as a table, under the title lines that the workbook has by the rules of the period: for
/// paper and for Excel.
#[must_use]
pub fn table(rules: &Bundle, head: &BknHead, recap: &Recap, language: Language) -> Table {
    let row = |label: &str, pns: u32, pppk: u32| {
        vec![
            label.to_owned(),
            pns.to_string(),
            pppk.to_string(),
            (pns + pppk).to_string(),
        ]
    };
    let (pns, pppk) = recap.total();
    let lines = recap.lines.iter();
    let mut rows: Vec<_> = lines
        .map(|line| row(line.group.label(language), line.pns, line.pppk))
        .collect();
    rows.push(row(words::total(language), pns, pppk));
    let column = |header: &str, width| Column {
        header: header.to_owned(),
        width,
    };
    let titles = bkn::titles(&rules.bkn_columns, head);
    let layout = Layout {
        sheet: words::sheet(language).to_owned(),
        header_row: u32::try_from(titles.len())
            .unwrap_or(u32::MAX)
            .saturating_add(2),
        titles,
        columns: vec![
            column(words::group(language), 40),
            column(NipKind::Pns.abbreviation(), 10),
            column(NipKind::Pppk.abbreviation(), 10),
            column(words::total(language), 10),
        ],
    };
    Table { layout, rows }
}

/// Writes the recap as a workbook.
///
/// # Errors
/// See [`WriteError`].
pub fn write(table: &Table, path: &Path) -> Result<Written, WriteError> {
    excel::write_table(table, path)
}

/// What the file is called: `Rekap Penilaian SKP Oktober 2026 Dinas Pendidikan.xlsx`.
#[must_use]
pub fn file_name(head: &BknHead, language: Language) -> String {
    bkn::named(
        head,
        &format!("{} {}", words::file(language), head.period.label()),
    )
}
