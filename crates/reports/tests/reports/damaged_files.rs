//! Broken, locked, huge and misnamed files: one clear reason each, and no panic.

use crate::support::{ANDI, names, pasted, read, xlsx_of};
use domain::rules::bundle;
use proptest::prelude::{ProptestConfig, any, proptest};
use reports::import::{self, FileKind, Limit, ReadError, Source};
use rstest::rstest;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const LOCKED: &[u8] = include_bytes!("../fixtures/terkunci.xlsx");
const BOMB: &[u8] = include_bytes!("../fixtures/bom.xlsx");
const OLD: &[u8] = include_bytes!("../fixtures/daftar.xls");

fn list() -> Vec<u8> {
    xlsx_of(&[&["NIP", "Nama"], &[ANDI, "Andi"]])
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content.as_bytes()).expect("a part");
    }
    zip.finish().expect("a package").into_inner()
}

/// A package with a sheet whose text goes on and on: small on the disk, and all of it in memory at once
/// for whoever reads it.
fn endless_text(workbook: &str, sheet: &str) -> Vec<u8> {
    let text = format!("<worksheet><c><is><t>{}", "a".repeat(3 << 20));
    package(&[(workbook, "<workbook/>"), (sheet, &text)])
}

#[rstest]
#[case::nothing(b"".to_vec(), ReadError::Empty)]
#[case::blank(b" \r\n\t ".to_vec(), ReadError::Empty)]
#[case::no_cells(xlsx_of(&[]), ReadError::Empty)]
#[case::no_heads(xlsx_of(&[&["halo", "dunia"]]), ReadError::NoHeader)]
#[case::prose(b"Dengan hormat, bersama ini kami kirimkan".to_vec(), ReadError::NoHeader)]
#[case::locked(LOCKED.to_vec(), ReadError::PasswordProtected)]
#[case::bomb(BOMB.to_vec(), ReadError::TooLarge { limit: Limit::UNPACKED })]
#[case::endless_text(endless_text("xl/workbook.xml", "xl/worksheets/sheet1.xml"), ReadError::TooLarge { limit: Limit::UNPACKED })]
#[case::pdf(b"%PDF-1.7 NIP Nama".to_vec(), ReadError::NotASpreadsheet)]
#[case::web_page(b"<html><table><tr><td>NIP".to_vec(), ReadError::NotASpreadsheet)]
#[case::picture(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ReadError::NotASpreadsheet)]
#[case::letter(package(&[("word/document.xml", "<w:document/>")]), ReadError::NotASpreadsheet)]
#[case::half_a_package(list()[..list().len() / 2].to_vec(), ReadError::Damaged)]
#[case::half_an_old_one(OLD[..OLD.len() / 2].to_vec(), ReadError::Damaged)]
#[case::broken_parts(package(&[("xl/workbook.xml", "<workbook"), ("[Content_Types].xml", "")]), ReadError::Damaged)]
#[case::too_many_bytes(vec![b'a'; (100 << 20) + 1], ReadError::TooLarge { limit: Limit::BYTES })]
fn each_trouble_has_its_reason(#[case] bytes: Vec<u8>, #[case] expected: ReadError) {
    // The name claims a workbook in every case: only the content counts.
    assert_eq!(read("daftar pegawai.xlsx", bytes).err(), Some(expected));
}

#[test]
fn a_locked_open_document_is_told_apart() {
    let manifest = r#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml">
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let bytes = package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "\u{1}\u{2}"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(
        read("a.ods", bytes).err(),
        Some(ReadError::PasswordProtected)
    );
}

#[rstest]
#[case::text_as_workbook("pegawai.xlsx", format!("NIP;Nama\n{ANDI};Andi").into_bytes(), FileKind::Delimited)]
#[case::workbook_as_text("pegawai.csv", list(), FileKind::Xlsx)]
#[case::old_as_new("pegawai.xlsx", OLD.to_vec(), FileKind::Xls)]
#[case::without_ending("pegawai", list(), FileKind::Xlsx)]
fn a_misnamed_file_is_read_by_its_content(
    #[case] name: &str,
    #[case] bytes: Vec<u8>,
    #[case] kind: FileKind,
) {
    let sheet = read(name, bytes).expect("a list");
    assert_eq!((sheet.file(), sheet.kind()), (name, kind));
    assert!(!names(&import::rows(&sheet, bundle())).is_empty());
}

#[test]
fn a_list_beyond_the_bound_is_refused() {
    let text = format!("NIP;Nama\n{}", "1;a\n".repeat(250_001));
    let limit = Limit::ROWS;
    assert_eq!(
        import::read(Source::Text(&text), &bundle().import_columns).err(),
        Some(ReadError::TooLarge { limit })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_flipped_byte_never_panics(at in any::<proptest::sample::Index>(), with in any::<u8>()) {
        for mut bytes in [list(), OLD.to_vec()] {
            let at = at.index(bytes.len());
            bytes[at] ^= with;
            if let Ok(sheet) = read("a.xlsx", bytes) {
                let _rows = import::rows(&sheet, bundle());
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,400}") {
        let text = format!("NIP,Nama,Tgl Lahir,Gol,Capaian\n{text}");
        let list = pasted(&text);
        let rows = list.rows.len();
        assert!(list.accepted().count() + list.rejected().count() <= rows);
    }
}
