//! The file of ratings: `nip,hasil,perilaku,alasan`.

use super::LANGUAGE;
use crate::outcome::Failure;
use api::sheet::CellValue;
use app::sheet::LONGEST_REASON;
use catalogue::terminal;
use domain::{Column, Nip, Rating};
use std::collections::HashMap;

/// What stands in a file of ratings.
#[derive(Debug, Default)]
pub(super) struct RatingsFile {
    pub(super) rated: Vec<Rated>,
    pub(super) rejected: Vec<Rejected>,
}

/// One good row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rated {
    /// As a spreadsheet program counts.
    pub(super) row: u32,
    pub(super) nip: Nip,
    pub(super) values: Vec<CellValue>,
}

/// One row that cannot go in, with all that is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rejected {
    pub(super) row: u32,
    pub(super) reason: String,
}

impl RatingsFile {
    /// Reads all rows. The same person twice: the first row counts, a later one that says the
    /// same is passed over, and one that says something else is rejected, as in a list of
    /// employees.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Failure> {
        let mut rows = app::import::delimited(bytes).into_iter();
        let (_, heads) = rows.next().unwrap_or_default();
        let heads = Heads::of(&heads)?;
        let mut file = Self::default();
        let mut first: HashMap<Nip, usize> = HashMap::new();
        for (row, cells) in rows {
            match heads.line(row, &cells) {
                Ok(line) => match first.get(&line.nip).map(|at| &file.rated[*at]) {
                    None => {
                        first.insert(line.nip.clone(), file.rated.len());
                        file.rated.push(line);
                    }
                    Some(earlier) if earlier.values == line.values => {}
                    Some(earlier) => {
                        let reason = terminal::rated_twice(LANGUAGE, earlier.row);
                        file.rejected.push(Rejected { row, reason });
                    }
                },
                Err(reason) => file.rejected.push(Rejected { row, reason }),
            }
        }
        Ok(file)
    }
}

/// Where the columns stand.
struct Heads {
    nip: usize,
    ratings: [(Column, Option<usize>); 2],
    reason: Option<usize>,
}

impl Heads {
    fn of(heads: &[String]) -> Result<Self, Failure> {
        let column = |name: &str| heads.iter().position(|head| head.to_lowercase() == name);
        let nip = column("nip").ok_or_else(|| {
            let sentence = terminal::column_missing(LANGUAGE, "nip");
            Failure::nothing("column_missing", sentence)
        })?;
        Ok(Self {
            nip,
            ratings: [
                (Column::HasilKerja, column("hasil")),
                (Column::Perilaku, column("perilaku")),
            ],
            reason: column("alasan"),
        })
    }

    /// One row, or all that is wrong with it at once.
    fn line(&self, row: u32, cells: &[String]) -> Result<Rated, String> {
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at))
                .filter(|text| !text.is_empty())
        };
        let mut wrong: Vec<String> = Vec::new();
        let mut values = Vec::new();
        for (column, at) in self.ratings {
            let Some(word) = cell(at) else { continue };
            match Rating::from_code(&word.to_lowercase()) {
                Some(rating) => values.push(CellValue::Rating(column, Some(rating))),
                None => wrong.push(terminal::rating_unknown(LANGUAGE, word)),
            }
        }
        if let Some(text) = cell(self.reason) {
            values.push(CellValue::Reason(text.clone()));
            if text.chars().count() > LONGEST_REASON {
                wrong.push(terminal::reason_too_long(LANGUAGE, LONGEST_REASON));
            }
        }
        if values.is_empty() && wrong.is_empty() {
            wrong.push(terminal::rating_missing(LANGUAGE).to_owned());
        }
        let nip = cells.get(self.nip).map_or("", String::as_str);
        match Nip::parse(nip) {
            Ok(nip) if wrong.is_empty() => Ok(Rated { row, nip, values }),
            Ok(_) => Err(wrong.join(" ")),
            Err(errors) => {
                let errors = errors.into_iter();
                let reasons = errors.map(|it| catalogue::nip::reason(LANGUAGE, it).to_owned());
                Err(reasons.chain(wrong).collect::<Vec<_>>().join(" "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const NIP: &str = "198609262015051001";

    fn read(text: &str) -> RatingsFile {
        RatingsFile::read(text.as_bytes()).unwrap()
    }

    #[rstest]
    #[case::commas("nip,hasil,perilaku,alasan\nN,di_atas,sesuai,Cepat")]
    #[case::semicolons("nip;hasil;perilaku;alasan\r\nN;di_atas;sesuai;Cepat\r\n")]
    #[case::mark("\u{feff}NIP,Hasil,Perilaku,Alasan\nN , DI_ATAS , sesuai , Cepat ")]
    #[case::other_order("alasan,perilaku,nip,hasil\nCepat,sesuai,'N,di_atas")]
    fn the_same_row_however_it_is_written(#[case] text: &str) {
        let file = read(&text.replace('N', NIP).replace(&format!("{NIP}IP"), "NIP"));
        assert_eq!(file.rejected, []);
        let expected = Rated {
            row: 2,
            nip: Nip::parse(NIP).unwrap(),
            values: vec![
                CellValue::Rating(Column::HasilKerja, Some(Rating::DiAtas)),
                CellValue::Rating(Column::Perilaku, Some(Rating::Sesuai)),
                CellValue::Reason("Cepat".into()),
            ],
        };
        assert_eq!(file.rated, [expected]);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_program_counts_them() {
        let text = format!("nip,hasil,alasan\n\n{NIP},sesuai,\"dua\nbaris\"\n\n1,sesuai,\n");
        let file = read(&text);
        assert_eq!(file.rated[0].row, 3);
        assert_eq!(file.rejected[0].row, 5);
    }

    #[test]
    fn the_same_person_twice_counts_once() {
        let text = format!("nip,hasil\n{NIP},sesuai\n{NIP},sesuai\n{NIP},di_atas\n");
        let file = read(&text);
        assert_eq!(file.rated.len(), 1);
        assert_eq!(file.rejected.len(), 1);
        assert_eq!(file.rejected[0].row, 4);
        assert!(file.rejected[0].reason.contains("baris 2"));
    }

    #[test]
    fn everything_that_is_wrong_with_a_row_is_said_at_once() {
        let long = "x".repeat(LONGEST_REASON + 1);
        let file = read(&format!(
            "nip,hasil,perilaku,alasan\n123,baik,buruk,{long}\n"
        ));
        let reason = &file.rejected[0].reason;
        for part in ["NIP", "“baik”", "“buruk”", "2000"] {
            assert!(reason.contains(part), "{part} is not in {reason}");
        }
    }

    #[rstest]
    #[case::nothing("")]
    #[case::other_heads("nama,nilai\nBudi,3")]
    #[case::noise("\u{1}\u{2}PK")]
    fn a_file_without_the_column_is_refused(#[case] text: &str) {
        assert!(RatingsFile::read(text.as_bytes()).is_err());
    }

    #[test]
    fn an_old_encoding_is_understood() {
        let mut bytes = format!("nip;hasil;alasan\n{NIP};sesuai;Caf").into_bytes();
        bytes.push(0xe9);
        let file = RatingsFile::read(&bytes).unwrap();
        assert_eq!(file.rated[0].values[1], CellValue::Reason("Café".into()));
    }
}
