//! From the cells of a list to a verdict for every row.

use super::field_reader::{FieldReader, Places};
use super::footer::PeopleFilter;
use super::parsed::{ImportRow, MappedColumn, Parsed, Rejected, Verdict};
use super::{ImportField, ImportReason, ImportWarning, Sheet, person};
use domain::Nip;
use domain::rules::Bundle;
use std::collections::HashMap;

/// Checks every row of a list and says everything that is wrong at once.
///
/// The same NIP twice: the first row without a problem counts; a later one that says the same is
/// passed over with a warning, and one that says something else is rejected.
#[must_use]
pub fn rows(sheet: &Sheet, rules: &Bundle) -> Parsed {
    let header = &sheet.header;
    let mut parsed = Parsed {
        header_row: header.row,
        mapping: Vec::new(),
        dropped: header.dropped.clone(),
        ignored: Vec::new(),
        rows: Vec::new(),
        labels: header
            .columns
            .iter()
            .map(|column| column.label.clone())
            .collect(),
    };
    for column in &header.columns {
        let label = column.label.clone();
        match column.field {
            Some(field) => {
                parsed.mapping.push(MappedColumn {
                    index: column.index,
                    header: label,
                    field,
                });
            }
            None => parsed.ignored.push(label),
        }
    }
    let Some(mut filter) = PeopleFilter::over(header, &sheet.rows, &rules.import_columns) else {
        return parsed;
    };
    let places = Places::of(header);
    let mut checked = Checked::default();
    for row in sheet.rows.iter().filter(|row| filter.is_person(row)) {
        checked.add(FieldReader::new(&places, row, rules));
    }
    parsed.rows = checked.rows;
    parsed
}

/// Rows so far, and where each NIP that was accepted stands among them.
#[derive(Default)]
struct Checked {
    rows: Vec<ImportRow>,
    first: HashMap<Nip, usize>,
}

impl Checked {
    fn add(&mut self, mut reader: FieldReader<'_>) {
        let row = reader.number();
        let read = person::read(&mut reader);
        let first = read.nip.as_ref().and_then(|nip| self.first.get(nip));
        if let Some(first) = first.and_then(|at| self.rows.get(*at)) {
            let first_row = first.row;
            let same = matches!((&first.verdict, &read.entry),
                (Verdict::Accepted(first), Some(entry)) if first == entry);
            if same && reader.is_clean() {
                reader.warn(ImportField::Nip, ImportWarning::SameRowAgain { first_row });
                let verdict = Verdict::Repeated { first_row };
                self.rows.push(ImportRow {
                    row,
                    verdict,
                    warnings: reader.warnings(),
                });
                return;
            }
            reader.reject(ImportField::Nip, ImportReason::DuplicateNip { first_row });
        }
        let verdict = match read.entry {
            Some(entry) if reader.is_clean() => {
                self.first
                    .extend(read.nip.map(|nip| (nip, self.rows.len())));
                Verdict::Accepted(entry)
            }
            _ => Verdict::Rejected(Rejected {
                nip: read.nip,
                name: read.name,
                problems: reader.problems(),
                cells: reader.shown_cells(),
            }),
        };
        self.rows.push(ImportRow {
            row,
            verdict,
            warnings: reader.warnings(),
        });
    }
}
