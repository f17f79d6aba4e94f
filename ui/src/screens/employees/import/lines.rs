//! The rows of the preview as lines of equal height: a change or a problem is a line of its own
//! where one looks at changes or problems.

use api::import::{ImportRow, Verdict};

/// Which rows are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Every row.
    All,
    /// Baru.
    New,
    /// Berubah, a line for each field.
    Changed,
    /// Sama.
    Same,
    /// Ditolak, a line for each problem.
    Rejected,
    /// With warnings, a line for each.
    Warnings,
}

impl Look {
    /// In the order of the tabs.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::New,
        Self::Changed,
        Self::Same,
        Self::Rejected,
        Self::Warnings,
    ];

    /// What stands for it in the tabs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Rejected => "rejected",
            Self::Warnings => "warnings",
        }
    }

    /// The look with this key.
    pub fn of(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|look| look.key() == key)
            .unwrap_or(Self::All)
    }
}

/// A line: which row, and which of its changes, problems or warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of the row in the preview.
    pub row: usize,
    /// Index of the part; nought where a row is one line.
    pub part: usize,
}

/// The lines that a look shows, in the order of the file.
pub fn lines(rows: &[ImportRow], look: Look) -> Vec<Line> {
    rows.iter()
        .enumerate()
        .flat_map(|(row, it)| (0..parts(it, look)).map(move |part| Line { row, part }))
        .collect()
}

/// How many rows a look speaks of: what its tab counts.
pub fn rows_of(rows: &[ImportRow], look: Look) -> usize {
    rows.iter().filter(|row| parts(row, look) > 0).count()
}

fn parts(row: &ImportRow, look: Look) -> usize {
    match (look, &row.verdict) {
        (Look::All, _) | (Look::New, Verdict::New) | (Look::Same, Verdict::Same) => 1,
        (Look::Changed, Verdict::Changed(changes)) => changes.len(),
        (Look::Rejected, Verdict::Rejected(problems)) => problems.len(),
        (Look::Warnings, _) => row.warnings.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::import::{FieldChange, RowProblem};
    use rstest::rstest;

    fn row(number: u32, verdict: Verdict, warnings: usize) -> ImportRow {
        ImportRow {
            row: number,
            name: format!("Orang {number}"),
            nip: String::new(),
            jabatan: String::new(),
            verdict,
            warnings: vec!["Periksa.".into(); warnings],
        }
    }

    fn rows() -> Vec<ImportRow> {
        let change = FieldChange {
            field: "Jabatan".into(),
            old: "A".into(),
            new: "B".into(),
        };
        let problem = RowProblem {
            row: 7,
            column: "NIP".into(),
            reason: "NIP harus 18 angka.".into(),
            value: "12".into(),
        };
        vec![
            row(5, Verdict::New, 1),
            row(6, Verdict::Changed(vec![change.clone(), change]), 0),
            row(
                7,
                Verdict::Rejected(vec![problem.clone(), problem.clone(), problem]),
                2,
            ),
            row(8, Verdict::Same, 0),
        ]
    }

    #[rstest]
    #[case(Look::All, &[(0, 0), (1, 0), (2, 0), (3, 0)])]
    #[case(Look::New, &[(0, 0)])]
    #[case(Look::Changed, &[(1, 0), (1, 1)])]
    #[case(Look::Same, &[(3, 0)])]
    #[case(Look::Rejected, &[(2, 0), (2, 1), (2, 2)])]
    #[case(Look::Warnings, &[(0, 0), (2, 0), (2, 1)])]
    fn every_change_and_problem_is_a_line(#[case] look: Look, #[case] expected: &[(usize, usize)]) {
        let shown: Vec<_> = lines(&rows(), look)
            .into_iter()
            .map(|line| (line.row, line.part))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_tab_counts_rows_and_not_lines() {
        assert_eq!(rows_of(&rows(), Look::Rejected), 1);
        assert_eq!(rows_of(&rows(), Look::Warnings), 2);
        assert_eq!(rows_of(&rows(), Look::All), 4);
    }

    #[test]
    fn every_look_is_found_by_its_key() {
        for look in Look::ALL {
            assert_eq!(Look::of(look.key()), look);
        }
    }
}
