//! Rows that stand below the heads and are no people: section titles, sums, signatures, repeated
//! heads. They are passed over without a word.

use super::cell::{Cell, Row};
use super::header::Header;
use domain::rules::{ImportColumns, ImportField, normalised};

/// Words that begin a line below a list.
const FOOTER_WORDS: [&str; 11] = [
    "jumlah",
    "total",
    "subtotal",
    "mengetahui",
    "menyetujui",
    "disetujui",
    "keterangan",
    "catatan",
    "dibuat",
    "diketahui",
    "rekapitulasi",
];

/// Tells people from everything else, row by row from the top.
pub(super) struct PeopleFilter<'a> {
    rules: &'a ImportColumns,
    nip: usize,
    name: usize,
    others: Vec<usize>,
    counter: Option<usize>,
    /// Last row with something like a NIP beside a name; 0 when no row has.
    last_person: u32,
    footer_begun: bool,
}

impl<'a> PeopleFilter<'a> {
    /// Looks the whole list over; `None` without columns for NIP and name.
    pub(super) fn over(header: &Header, rows: &[Row], rules: &'a ImportColumns) -> Option<Self> {
        let nip = header.position(ImportField::Nip)?;
        let name = header.position(ImportField::Name)?;
        let last = rows
            .iter()
            .rev()
            .find(|row| looks_like_nip(row.cell(nip)) && !row.cell(name).is_empty());
        let others = (0..header.columns.len())
            .filter(|place| header.columns[*place].field.is_some() && ![nip, name].contains(place))
            .collect();
        Some(Self {
            rules,
            nip,
            name,
            others,
            counter: header.columns.iter().position(|column| column.counts),
            last_person: last.map_or(0, |row| row.number),
            footer_begun: false,
        })
    }

    /// Whether this row is a person. Rows must come in the order of the file.
    pub(super) fn is_person(&mut self, row: &Row) -> bool {
        let (nip, name) = (row.cell(self.nip), row.cell(self.name));
        let filled = self
            .others
            .iter()
            .filter(|place| !row.cell(**place).is_empty())
            .count();
        let below = self.last_person != 0 && row.number > self.last_person;
        if looks_like_nip(nip) {
            // A bare number below the list belongs to a signature.
            return !(below && name.is_empty() && filled == 0);
        }
        if self.repeats_heads(nip, name) || counts_columns(row) {
            return false;
        }
        if self.footer_begun {
            // Somebody added people whose NIP is not known yet: they go on with the numbers.
            return !name.is_empty() && filled >= 1 && self.is_counted(row);
        }
        if has_footer_word(row) {
            self.footer_begun = below;
            return false;
        }
        match (name.is_empty(), nip.is_empty()) {
            (true, true) => false,
            (true, false) => filled > 0,
            (false, false) if begins_with_digit(nip) => true,
            // Two signatures side by side fill two columns; a person fills more.
            (false, _) if below => filled >= 2 || self.is_counted(row),
            (false, _) => filled >= 1 || self.others.is_empty() || self.is_counted(row),
        }
    }

    fn is_counted(&self, row: &Row) -> bool {
        self.counter
            .is_some_and(|place| is_small_number(row.cell(place)))
    }

    fn repeats_heads(&self, nip: &Cell, name: &Cell) -> bool {
        let names = |cell: &Cell, field| match cell {
            Cell::Text(text) => self.rules.field(text) == Some(field),
            _ => false,
        };
        names(nip, ImportField::Nip) || names(name, ImportField::Name)
    }
}

/// Something that somebody meant as a NIP, right or wrong.
fn looks_like_nip(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => *number >= 1e7,
        Cell::Text(text) => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            digits >= 8 && !text.trim_start().to_ascii_uppercase().starts_with("NIP")
        }
        _ => false,
    }
}

/// A NIP that is cut short is still meant as one.
fn begins_with_digit(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => text
            .trim_start_matches(['\'', ' '])
            .starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

fn has_footer_word(row: &Row) -> bool {
    match row.cells.iter().find(|cell| !cell.is_empty()) {
        Some(Cell::Text(text)) => {
            let words = normalised(text);
            let first = words.split(' ').next().unwrap_or_default();
            FOOTER_WORDS.contains(&first) || words.starts_with("sub total")
        }
        _ => false,
    }
}

/// `1 | 2 | 3 | 4`: the row of column numbers below the heads.
fn counts_columns(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(is_small_number)
}

fn is_small_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => (0.0..10_000.0).contains(number),
        Cell::Text(text) => {
            let digits = text.trim().trim_matches(['(', ')', '.']);
            (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}
