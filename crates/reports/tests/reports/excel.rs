//! Writing: text stays text, and a file is there whole or not at all.

use calamine::{Data, Reader, Xlsx, open_workbook};
use proptest::prelude::{ProptestConfig, proptest};
use reports::excel::{self, WriteError, Writer};
use reports::table::{Column, Layout};
use std::path::Path;

fn layout() -> Layout {
    let column = |header: &str| Column {
        header: header.into(),
        width: 20,
    };
    Layout {
        sheet: "Uji".into(),
        titles: vec!["Judul".into()],
        header_row: 3,
        columns: vec![column("a"), column("b")],
    }
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|it| {
            it.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn an_unfinished_workbook_leaves_nothing_and_touches_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, "yang lama").expect("the old file");
    let mut writer = Writer::create(&layout(), &path).expect("begun");
    for _ in 0..1000 {
        writer.row(["satu", "dua"]).expect("a row");
    }
    drop(writer);
    assert_eq!(files(folder.path()), ["a.xlsx"]);
    assert_eq!(
        std::fs::read_to_string(&path).expect("the old file"),
        "yang lama"
    );

    excel::write(&layout(), [["satu", "dua"]], &path).expect("written");
    assert_eq!(files(folder.path()), ["a.xlsx"]);
    assert!(
        std::fs::read(&path)
            .expect("the new file")
            .starts_with(b"PK")
    );
}

#[test]
fn a_workbook_that_somebody_has_open_is_not_replaced() {
    for lock in [".~lock.a.xlsx#", "~$a.xlsx"] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.xlsx");
        std::fs::write(&path, "yang lama").expect("the old file");
        std::fs::write(folder.path().join(lock), "").expect("the lock");
        let refused = excel::write(&layout(), [["satu", "dua"]], &path);
        assert!(matches!(refused, Err(WriteError::InUse(_))), "{refused:?}");
        assert_eq!(
            std::fs::read_to_string(&path).expect("the old file"),
            "yang lama"
        );
        assert_eq!(files(folder.path()).len(), 2);
    }
}

#[test]
fn a_folder_that_is_missing_or_in_the_way_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("a.xlsx");
    std::fs::create_dir(&in_the_way).expect("a folder");
    for path in [folder.path().join("tidak ada").join("a.xlsx"), in_the_way] {
        let refused = excel::write(&layout(), [["satu", "dua"]], &path);
        assert!(
            matches!(refused, Err(WriteError::NotWritable(_))),
            "{refused:?}"
        );
    }
}

#[test]
fn more_rows_than_a_sheet_holds_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.xlsx");
    let mut layout = layout();
    layout.header_row = 1_048_575;
    let refused = excel::write(&layout, [["satu", "dua"], ["tiga", "empat"]], &path);
    assert!(
        matches!(refused, Err(WriteError::TooManyRows)),
        "{refused:?}"
    );
    assert!(files(folder.path()).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_comes_back_as_it_was(a in "[^\\p{Cc}\\p{Cn}\\p{Co}]{1,40}", b in "[=+@-][a-z0-9|!' ]{0,20}x") {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.xlsx");
        excel::write(&layout(), [[&a, &b]], &path).expect("written");
        let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
        let range = book.worksheet_range("Uji").expect("the sheet");
        assert_eq!(range.get_value((3, 0)), Some(&Data::String(a)));
        assert_eq!(range.get_value((3, 1)), Some(&Data::String(b)));
    }
}
