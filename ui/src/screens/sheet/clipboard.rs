//! Tables on the clipboard, as spreadsheets write them: tabs, lines, and quotes where needed.

/// Reads a copied table. Quoted cells may hold tabs, line ends and doubled quotes.
#[must_use]
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut table = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                table.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        table.push(row);
    }
    table
}

/// Writes a table for pasting into a spreadsheet.
#[must_use]
pub fn write(table: &[Vec<String>]) -> String {
    table
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| quote(cell))
                .collect::<Vec<_>>()
                .join("\t")
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn quote(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", "")]
    #[case("Sesuai", "Sesuai")]
    #[case("Sesuai\r\n", "Sesuai")]
    #[case("90,5\tSesuai\r\n\tDi atas\r\n", "90,5|Sesuai / |Di atas")]
    #[case("a\t\n", "a|")]
    #[case("\"dua\nbaris\"\t\"kata \"\"kutip\"\"\"", "dua\nbaris|kata \"kutip\"")]
    #[case("5\" layar", "5\" layar")]
    fn a_table_is_read(#[case] text: &str, #[case] expected: &str) {
        let rows: Vec<String> = read(text).iter().map(|row| row.join("|")).collect();
        assert_eq!(rows.join(" / "), expected);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let table = vec![
            vec!["90,5".to_owned(), "kata \"kutip\"\tdan tab".to_owned()],
            vec!["x".to_owned(), "dua\nbaris".to_owned()],
        ];
        assert_eq!(read(&write(&table)), table);
    }
}
