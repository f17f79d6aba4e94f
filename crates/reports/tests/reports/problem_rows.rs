//! "baris bermasalah.xlsx" and the empty list.

use crate::support::{ANDI, HASAN, names, parsed, pasted, problems, put, xlsx};
use calamine::{Reader, Xlsx, open_workbook};
use catalogue::Language;
use domain::nip::NipError;
use domain::rules::bundle;
use reports::import::{self, ImportField, ImportReason};
use reports::template;
use rstest::rstest;
use std::io::Read;
use std::path::Path;

fn cells(path: &Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

#[test]
fn rejected_rows_come_back_with_reasons_and_without_personal_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(import::PROBLEM_FILE_NAME);
    let list = pasted(&format!(
        "Daftar\nNIP\tNama\tNIK\tGol\tShio\n{ANDI}\tAndi\t1109\tIII/c\tKerbau\n123\t=1+1\t1110\tIII/z\tKuda"
    ));
    let written = import::problem_workbook(&list, Language::Indonesian, &path).expect("written");
    assert_eq!(written.rows, 1);
    assert_eq!(
        cells(&path),
        [
            [
                "Baris",
                "NIP",
                "Nama",
                "Gol",
                "Shio",
                "Yang perlu diperbaiki"
            ],
            [
                "4",
                "123",
                "=1+1",
                "III/z",
                "Kuda",
                "NIP: NIP harus 18 angka. Gol: Golongan ini tidak dikenal. \
                 Tulis seperti III/b (PNS) atau IX (PPPK).",
            ],
        ]
    );
}

#[test]
fn a_damaged_nip_stays_damaged_on_its_way_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("masalah.xlsx");
    let list = parsed(xlsx(|sheet| {
        put(
            sheet,
            0,
            &[
                &["NIP", "Nama", "Gol"],
                &["", "Andi", "III/c"],
                &[HASAN, "Hasan", "III/d"],
            ],
        );
        sheet
            .write_number(1, 0, 198_504_122_010_011_005_f64)
            .expect("a cell");
    }));
    import::problem_workbook(&list, Language::Indonesian, &path).expect("written");
    let again = parsed(std::fs::read(&path).expect("the workbook"));
    assert_eq!(
        problems(&again),
        [(2, "NIP", ImportReason::Nip(NipError::ScientificNotation))]
    );
    assert!(names(&again).is_empty());
}

#[rstest]
#[case(Language::Indonesian)]
#[case(Language::English)]
fn the_empty_list_is_one_that_the_import_knows(#[case] language: Language) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(template::FILE_NAME);
    template::write(&bundle().import_columns, language, &path).expect("written");
    let list = parsed(std::fs::read(&path).expect("the workbook"));
    assert_eq!(
        (list.mapping.len(), list.ignored.len(), list.rows.len()),
        (18, 0, 0)
    );
    assert!(list.has(ImportField::Nip) && list.has(ImportField::SuperiorNip));

    // Number format 49 is "@": what is typed into any of these columns stays text.
    let mut package =
        zip::ZipArchive::new(std::fs::File::open(&path).expect("a file")).expect("a zip");
    let mut part = |name: &str| {
        let mut xml = String::new();
        package
            .by_name(name)
            .expect("a part")
            .read_to_string(&mut xml)
            .expect("text");
        xml
    };
    assert!(part("xl/styles.xml").contains(r#"<xf numFmtId="49""#));
    let columns = part("xl/worksheets/sheet1.xml");
    assert_eq!(
        columns.matches("<col ").count(),
        columns.matches(r#" style="1""#).count()
    );
}
