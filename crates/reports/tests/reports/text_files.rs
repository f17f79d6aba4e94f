//! Delimited text and pasted cells.

use crate::support::{ANDI, HASAN, SITI, entries, names, parsed, pasted, problems};
use domain::nip::NipError;
use domain::rules::bundle;
use reports::import::{ImportReason, Source};
use rstest::rstest;

#[rstest]
#[case::comma(",")]
#[case::semicolon(";")]
#[case::tab("\t")]
fn delimiters_are_found(#[case] delimiter: &str) {
    let text =
        format!("Daftar Pegawai\n\nNIP|Nama|Gol\n{ANDI}|Andi|III/c\n").replace('|', delimiter);
    let list = pasted(&text);
    assert_eq!((list.header_row, names(&list)), (3, vec!["Andi"]));
    assert_eq!(list.rows[0].row, 4);
}

#[rstest]
#[case::utf8("Núr".as_bytes().to_vec())]
#[case::windows(b"N\xFAr".to_vec())]
fn encodings_are_found(#[case] name: Vec<u8>) {
    let mut bytes = format!("NIP;Nama\n{ANDI};").into_bytes();
    bytes.extend(name);
    assert_eq!(names(&parsed(bytes)), ["Núr"]);
}

#[test]
fn marks_of_encodings_are_no_part_of_the_first_head() {
    let text = format!("NIP;Nama\r\n{ANDI};Andi\r\n");
    let mut utf8 = b"\xEF\xBB\xBF".to_vec();
    utf8.extend(text.bytes());
    let mut utf16 = b"\xFF\xFE".to_vec();
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [utf8, utf16] {
        assert_eq!(names(&parsed(bytes)), ["Andi"]);
    }
    assert_eq!(names(&pasted(&format!("\u{feff}{text}"))), ["Andi"]);
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    // A line break inside quotes makes no row, a blank line does.
    let text = format!("NIP,Nama\n{ANDI},\"Andi\nSaputra\"\n\n{HASAN},Hasan\nsalah,Budi\n");
    let list = pasted(&text);
    assert_eq!(names(&list), ["Andi Saputra", "Hasan"]);
    assert_eq!(
        list.rows.iter().map(|it| it.row).collect::<Vec<_>>(),
        [2, 4]
    );
}

#[test]
fn a_lone_quotation_mark_swallows_nothing() {
    let text = format!("NIP,Nama\n{ANDI},\"Andi\n{HASAN},Hasan\n");
    assert_eq!(names(&pasted(&text)), ["\"Andi", "Hasan"]);
}

#[test]
fn old_line_ends_are_rows() {
    assert_eq!(
        names(&pasted(&format!("NIP,Nama\r{ANDI},Andi\r{HASAN},Hasan"))),
        ["Andi", "Hasan"]
    );
}

#[test]
fn a_text_formula_is_its_text_and_a_damaged_nip_is_refused() {
    let text = format!("NIP;Nama\n=\"{ANDI}\";Andi\n1,98609262015051E+17;Budi\n{SITI};Siti\n");
    let list = pasted(&text);
    assert_eq!(entries(&list)[0].nip.digits(), ANDI);
    assert_eq!(
        problems(&list),
        [(3, "NIP", ImportReason::Nip(NipError::ScientificNotation))]
    );
    assert_eq!(names(&list), ["Andi", "Siti"]);
}

#[test]
fn a_paste_without_heads_is_refused() {
    let text = format!("{ANDI}\tAndi\n{HASAN}\tHasan");
    let refused = reports::import::read(Source::Text(&text), &bundle().import_columns);
    assert_eq!(refused.err(), Some(reports::import::ReadError::NoHeader));
}
