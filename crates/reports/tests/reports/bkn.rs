//! The workbook "Laporan Penilaian SKP".

use crate::people::{all, day, october, pns, pppk};
use calamine::{Data, Reader, Xlsx, open_workbook};
use domain::Period;
use domain::rules::bundle;
use reports::bkn::{BknHead, BknRow, Form, Workbook};
use rstest::rstest;
use std::path::Path;

fn full() -> Workbook<'static> {
    Workbook {
        rules: bundle(),
        form: Form::Full,
    }
}

fn short() -> Workbook<'static> {
    Workbook {
        form: Form::Short,
        ..full()
    }
}

pub fn head(period: Period) -> BknHead {
    BknHead {
        period,
        instansi: "Pemerintah Kabupaten Simeulue".into(),
        unor_induk: "Dinas Kesehatan".into(),
        unor: None,
        drawn_at: day(2026, 11, 3).and_hms_opt(14, 2, 33).expect("a time"),
        practice: false,
    }
}

/// Every cell with its address, empty ones as empty texts.
fn cells(path: &Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let range = book
        .worksheet_range("Laporan Penilaian SKP")
        .expect("the sheet");
    let (last_row, last_column) = range.end().expect("cells");
    let text = |row, column| match range.get_value((row, column)) {
        Some(Data::String(text)) => text.clone(),
        Some(Data::Empty) | None => String::new(),
        Some(other) => panic!("{other:?} at {row}, {column} is no text"),
    };
    (0..=last_row)
        .map(|row| (0..=last_column).map(|column| text(row, column)).collect())
        .collect()
}

#[test]
fn five_kinds_of_people_in_all_31_cells() {
    let rows = all();
    let shown: Vec<String> = rows.iter().map(shown).collect();
    insta::assert_snapshot!("five_kinds_of_people", shown.join("\n"));
}

fn shown(row: &BknRow) -> String {
    let heads = full().columns();
    let cells = full().cells(row, 1);
    assert_eq!((heads.len(), cells.len()), (31, 31));
    heads
        .iter()
        .zip(cells)
        .map(|(head, cell)| format!("{head:<24}|{cell}|\n"))
        .collect()
}

#[test]
fn the_short_form_counts_its_rows() {
    let table = short().table(&head(october()), &all());
    let lines: Vec<String> = std::iter::once(table.layout.header())
        .chain(table.rows)
        .map(|row| row.join(" | "))
        .collect();
    insta::assert_snapshot!("short_form", lines.join("\n"));
}

#[rstest]
#[case::month(
    october(),
    "Laporan Penilaian SKP Periode Bulanan OKTOBER Tahun 2026",
    "Periode : Bulanan Oktober",
    "10"
)]
#[case::quarter(
    Period::quarter(2026, 4).expect("a quarter"),
    "Laporan Penilaian SKP Periode Triwulan IV Tahun 2026",
    "Periode : Triwulan IV",
    "12"
)]
fn titles_follow_the_period(
    #[case] period: Period,
    #[case] first: &str,
    #[case] third: &str,
    #[case] month: &str,
) {
    let layout = full().layout(&head(period));
    assert_eq!(
        layout.titles,
        [
            first,
            "Instansi Pemerintah Kabupaten Simeulue",
            third,
            "Unor Induk : Dinas Kesehatan",
            "Unor : ALL",
            "Data ditarik pada : 03/11/2026, 14.02.33",
        ]
    );
    let row = BknRow { period, ..pns() };
    assert_eq!(full().cells(&row, 1).last().map(AsRef::as_ref), Some(month));
    let kind = if period == october() {
        "Bulanan"
    } else {
        "Triwulanan"
    };
    assert_eq!(full().cells(&row, 1)[0], kind);
}

#[test]
fn practice_data_says_so() {
    let head = BknHead {
        practice: true,
        unor: Some("Puskesmas".into()),
        ..head(october())
    };
    let layout = full().layout(&head);
    assert!(layout.titles[0].starts_with("DATA LATIHAN – Laporan"));
    assert_eq!(layout.titles[4], "Unor : Puskesmas");
    assert_eq!(
        full().file_name(&head),
        "DATA LATIHAN Laporan Penilaian SKP Oktober 2026 Puskesmas.xlsx"
    );
}

#[rstest]
#[case::of_every_unit(None, "Laporan Penilaian SKP Oktober 2026 ringkas.xlsx")]
#[case::refused_by_windows(
    Some("Seksi A/B. "),
    "Laporan Penilaian SKP Oktober 2026 ringkas Seksi A-B.xlsx"
)]
fn a_file_is_called_after_its_unit(#[case] unor: Option<&str>, #[case] name: &str) {
    let head = BknHead {
        unor: unor.map(str::to_owned),
        ..head(october())
    };
    assert_eq!(short().file_name(&head), name);
}

#[test]
fn a_long_name_of_a_unit_is_cut() {
    let head = BknHead {
        unor: Some("é".repeat(10_000)),
        ..head(october())
    };
    let name = full().file_name(&head);
    assert_eq!(name.chars().filter(|it| *it == 'é').count(), 60);
}

#[test]
fn the_workbook_reads_back_cell_by_cell() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("laporan.xlsx");
    let (head, rows) = (head(october()), all());
    let written = full().write(&head, &rows, &path).expect("written");
    assert_eq!(written.rows, 5);
    assert_eq!(
        written.bytes,
        std::fs::metadata(&path).expect("a file").len()
    );

    let table = full().table(&head, &rows);
    let read = cells(&path);
    assert_eq!(read.len(), 13);
    for (row, title) in table.layout.titles.iter().enumerate() {
        assert_eq!(read[row][0], *title);
        assert!(read[row][1..].iter().all(String::is_empty));
    }
    assert!(read[6].iter().all(String::is_empty), "row 7 is empty");
    assert_eq!(read[7], table.layout.header());
    assert_eq!(read[8..], table.rows);
}

#[test]
fn the_import_knows_our_own_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("laporan.xlsx");
    let rows = [pns(), pppk()];
    full()
        .write(&head(october()), &rows, &path)
        .expect("written");
    let list = crate::support::parsed(std::fs::read(&path).expect("a file"));
    assert_eq!(
        (
            list.header_row,
            list.problems().count(),
            list.warnings().count()
        ),
        (8, 0, 0)
    );
    for (entry, row) in crate::support::entries(&list).into_iter().zip(&rows) {
        assert_eq!(
            (&entry.nip, &entry.jabatan, entry.golongan),
            (&row.nip, &row.jabatan, row.golongan)
        );
        assert_eq!(
            format!(
                "{} {}, {}",
                entry.title_before, entry.name, entry.title_after
            )
            .trim(),
            row.name
        );
    }
}

#[test]
fn a_repeated_export_is_the_same_file_except_for_its_stamp() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, head: &BknHead| {
        let path = folder.path().join(name);
        full().write(head, all(), &path).expect("written");
        path
    };
    let first = head(october());
    let later = BknHead {
        drawn_at: day(2026, 11, 4).and_hms_opt(8, 0, 0).expect("a time"),
        ..first.clone()
    };
    let (a, b, c) = (
        write("a.xlsx", &first),
        write("b.xlsx", &first),
        write("c.xlsx", &later),
    );
    let bytes = |path: &Path| std::fs::read(path).expect("a file");
    assert!(bytes(&a) == bytes(&b), "the same rows gave other bytes");
    let differing: Vec<_> = cells(&a)
        .into_iter()
        .zip(cells(&c))
        .enumerate()
        .filter(|(_, (one, other))| one != other)
        .map(|(row, _)| row + 1)
        .collect();
    assert_eq!(differing, [6]);
}
