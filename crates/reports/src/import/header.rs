//! Where the column heads stand, and what becomes of each column.

use super::cell::{Cell, Row};
use domain::rules::{ColumnFate, ImportColumns, ImportField, normalised};
use std::collections::BTreeMap;

/// The column heads of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Row number of the (lower) head row, counted from 1.
    pub(super) row: u32,
    /// Columns that are kept, from the left.
    pub(super) columns: Vec<Column>,
    /// Heads of personal columns that are not kept.
    pub(super) dropped: Vec<String>,
}

/// One column that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its place in the file, counted from 0.
    pub(super) index: usize,
    /// Its head, as the file writes it.
    pub(super) label: String,
    /// What it feeds; `None` for a column without a use here.
    pub(super) field: Option<ImportField>,
    /// Whether it counts rows ("No").
    pub(super) counts: bool,
}

/// A head of one column: what stands above it.
struct Label {
    group: String,
    child: String,
}

impl Header {
    /// The best match within these first rows: the row, or the pair of rows, that names most
    /// fields. NIP and name must be among them.
    pub(super) fn find(rows: &[Row], rules: &ImportColumns) -> Option<Self> {
        let searched = u32::try_from(rules.header_rows_searched()).unwrap_or(u32::MAX);
        let mut best: Option<Self> = None;
        let mut best_score = 0;
        for (index, row) in rows
            .iter()
            .enumerate()
            .take_while(|(_, row)| row.number <= searched)
        {
            let below = rows
                .get(index + 1)
                .filter(|below| below.number == row.number + 1);
            let two = below.map(|below| Self::of(below.number, &paired(row, below), rules));
            let one = Self::of(row.number, &single(row), rules);
            for (candidate, bonus) in [(Some(one), 1), (two, 0)] {
                let Some(candidate) = candidate.filter(Self::is_usable) else {
                    continue;
                };
                // A title above a single head row makes a pair too: the single row is preferred.
                let score = candidate.score() * 2 + bonus;
                if score > best_score {
                    best_score = score;
                    best = Some(candidate);
                }
            }
        }
        best
    }

    /// How many fields are named.
    pub(super) fn score(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| column.field.is_some())
            .count()
    }

    /// The place of a field among the kept columns.
    pub(super) fn position(&self, field: ImportField) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.field == Some(field))
    }

    fn is_usable(&self) -> bool {
        self.position(ImportField::Nip).is_some() && self.position(ImportField::Name).is_some()
    }

    fn of(row: u32, labels: &[Label], rules: &ImportColumns) -> Self {
        let mut header = Self {
            row,
            columns: Vec::new(),
            dropped: Vec::new(),
        };
        // Field → (rank of the alias, place in `columns`): the better alias wins, then the left.
        let mut taken: BTreeMap<ImportField, (usize, usize)> = BTreeMap::new();
        for (index, label) in labels.iter().enumerate() {
            let shown = label.shown();
            if shown.is_empty() {
                continue;
            }
            let (field, rank) = match label.fate(rules) {
                ColumnFate::Sensitive => {
                    header.dropped.push(shown);
                    continue;
                }
                ColumnFate::Field { field, rank } => (Some(field), rank),
                ColumnFate::Unused | ColumnFate::Unknown => (None, 0),
            };
            let place = header.columns.len();
            let counts = COUNTERS.contains(&normalised(&label.child).as_str());
            header.columns.push(Column {
                index,
                label: shown,
                field: None,
                counts,
            });
            if let Some(field) = field
                && taken.get(&field).is_none_or(|(best, _)| rank < *best)
            {
                taken.insert(field, (rank, place));
            }
        }
        for (field, (_, place)) in taken {
            header.columns[place].field = Some(field);
        }
        header
    }
}

const COUNTERS: [&str; 4] = ["no", "nomor", "no urut", "nomor urut"];

/// A head below a group names a field less surely than one that stands alone.
const GROUP_PENALTY: usize = 1000;

impl Label {
    fn shown(&self) -> String {
        match (self.group.is_empty(), self.child.is_empty()) {
            (false, false) => format!("{} / {}", self.group, self.child),
            (false, true) => self.group.clone(),
            (true, _) => self.child.clone(),
        }
    }

    fn fate(&self, rules: &ImportColumns) -> ColumnFate {
        let grouped = !self.group.is_empty() && !self.child.is_empty();
        let spellings = if grouped {
            vec![
                (format!("{} {}", self.child, self.group), 0),
                (format!("{} {}", self.group, self.child), 0),
                (self.child.clone(), GROUP_PENALTY),
            ]
        } else {
            vec![(self.shown(), 0)]
        };
        for (spelling, penalty) in &spellings {
            for spelling in [spelling.as_str(), without_brackets(spelling).as_str()] {
                match rules.fate(spelling) {
                    ColumnFate::Unknown => {}
                    ColumnFate::Field { field, rank } => {
                        return ColumnFate::Field {
                            field,
                            rank: rank + penalty,
                        };
                    }
                    known => return known,
                }
            }
        }
        // An unknown head with one word that only personal columns have ("Nomor HP aktif").
        let words = normalised(&self.shown());
        if words
            .split(' ')
            .any(|word| rules.fate(word) == ColumnFate::Sensitive)
        {
            ColumnFate::Sensitive
        } else {
            ColumnFate::Unknown
        }
    }
}

/// Heads in one row.
fn single(row: &Row) -> Vec<Label> {
    row.cells
        .iter()
        .map(|cell| Label {
            group: String::new(),
            child: head_text(cell),
        })
        .collect()
}

/// Heads in two rows. A group's text stands in its first column only (merged or not), so it
/// reaches to the right as long as there are heads below it.
fn paired(above: &Row, below: &Row) -> Vec<Label> {
    let mut group = String::new();
    (0..above.cells.len().max(below.cells.len()))
        .map(|column| {
            let own = head_text(above.cell(column));
            let child = Some(head_text(below.cell(column))).filter(|it| !is_number(it));
            match (own.is_empty(), child.filter(|child| !child.is_empty())) {
                (false, Some(child)) => {
                    group = own.clone();
                    Label { group: own, child }
                }
                (false, None) => {
                    group.clear();
                    Label {
                        group: String::new(),
                        child: own,
                    }
                }
                (true, Some(child)) => Label {
                    group: group.clone(),
                    child,
                },
                (true, None) => {
                    group.clear();
                    Label {
                        group: String::new(),
                        child: String::new(),
                    }
                }
            }
        })
        .collect()
}

/// A head is text; anything else in a head row is data.
fn head_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Cell::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_matches(['(', ')', '.']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `NIP (18 digit) *` → `NIP  *`.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}
