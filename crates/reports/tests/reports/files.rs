//! Each kind of workbook, with what real lists bring along.

use crate::support::{
    ANDI, HASAN, NURAINI, SITI, entries, names, parsed, problems, put, read, xlsx,
};
use chrono::NaiveDate;
use domain::nip::NipError;
use domain::rules::bundle;
use domain::{Capaian, Golongan, JabatanKind};
use reports::import::{self, FileKind, ImportField, ImportReason};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn an_open_document_is_read_from_the_sheet_that_holds_the_list() {
    let bytes = include_bytes!("../fixtures/daftar.ods").to_vec();
    let sheet = read("daftar.ods", bytes).expect("a list");
    assert_eq!(
        (sheet.kind(), sheet.name(), sheet.header_row()),
        (FileKind::Ods, "Pegawai", 4)
    );
    let list = import::rows(&sheet, bundle());
    assert_eq!(list.dropped, ["NIK"]);
    assert_eq!(names(&list), ["Andi Saputra", "Rina Marlina"]);
    let birth_dates: Vec<_> = entries(&list).iter().map(|it| it.birth_date).collect();
    assert_eq!(birth_dates, [day(1985, 4, 12), day(1990, 1, 15)]);
    assert_eq!(
        problems(&list),
        [(7, "NIP", ImportReason::Nip(NipError::NumberCell))]
    );
    assert!(
        !format!("{sheet:?}").contains("1109011204850001"),
        "a NIK was kept"
    );
}

#[test]
fn an_old_workbook_is_read_with_its_merged_units_and_without_its_signature() {
    let sheet = read(
        "daftar.xls",
        include_bytes!("../fixtures/daftar.xls").to_vec(),
    )
    .expect("a list");
    assert_eq!((sheet.kind(), sheet.header_row()), (FileKind::Xls, 3));
    let list = import::rows(&sheet, bundle());
    assert_eq!(problems(&list), []);
    let read: Vec<_> = entries(&list)
        .iter()
        .map(|it| (it.name.as_str(), it.unit.as_str(), it.birth_date))
        .collect();
    assert_eq!(
        read,
        [
            ("Nur'aini", "Bidang Pelayanan", day(1975, 4, 21)),
            ("Hasan Basri", "Bidang Pelayanan", day(1968, 4, 11)),
            ("Siti Aminah", "Sekretariat", day(2000, 12, 31)),
        ]
    );
    let first = entries(&list)[0];
    assert_eq!(
        (first.title_before.as_str(), first.title_after.as_str()),
        ("dr.", "Sp.A")
    );
    assert_eq!(first.jabatan_kind, Some(JabatanKind::Administrator));
}

#[test]
fn a_messy_workbook_gives_its_people_and_nothing_else() {
    let bytes = xlsx(|sheet| {
        let merged = Format::new();
        sheet
            .merge_range(0, 0, 0, 8, "DAFTAR NOMINATIF PEGAWAI", &merged)
            .expect("title");
        sheet
            .merge_range(1, 0, 1, 8, "DINAS KESEHATAN KABUPATEN SIMEULUE", &merged)
            .expect("title");
        for (column, head) in [(0, "NO"), (1, "NAMA LENGKAP"), (2, "NIP (18 digit) *")] {
            sheet
                .merge_range(4, column, 5, column, head, &merged)
                .expect("head");
        }
        sheet
            .merge_range(4, 3, 4, 4, "PANGKAT", &merged)
            .expect("head");
        sheet
            .merge_range(4, 5, 4, 6, "JABATAN", &merged)
            .expect("head");
        sheet
            .merge_range(4, 7, 4, 8, "PEJABAT PENILAI", &merged)
            .expect("head");
        put(
            sheet,
            5,
            &[&[
                "",
                "",
                "",
                "GOL. RUANG",
                "TMT GOL",
                "NAMA",
                "TMT",
                "NAMA",
                "NIP",
            ]],
        );
        put(sheet, 6, &[&["1", "2", "3", "4", "5", "6", "7", "8", "9"]]);
        put(sheet, 7, &[&["BIDANG PELAYANAN"]]);
        put(
            sheet,
            8,
            &[&[
                "1",
                "dr. Nur'aini, Sp.A",
                NURAINI,
                "Pembina Tk. I (IV/b)",
                "01-04-2022",
                "Kepala Bidang Pelayanan",
                "1 Januari 2023",
                "Drs. Mahmud",
                HASAN,
            ]],
        );
        put(sheet, 9, &[&["NO", "NAMA LENGKAP", "NIP"]]);
        put(
            sheet,
            11,
            &[&[
                "2",
                "Andi Saputra",
                ANDI,
                "III/c",
                "",
                "Pengelola Data",
                "",
                "",
                "",
            ]],
        );
        put(sheet, 12, &[&["", "Jumlah", "", "2"]]);
        put(
            sheet,
            14,
            &[&["", "", "", "", "", "Sinabang, 31 Oktober 2026"]],
        );
        put(
            sheet,
            15,
            &[&["", "Mengetahui", "", "", "", "Kepala Dinas Kesehatan"]],
        );
        put(sheet, 18, &[&["", "Drs. Mahmud", "", "", "", "Rina"]]);
        put(
            sheet,
            19,
            &[&[
                "",
                "NIP. 196804111993031009",
                "",
                "",
                "",
                "NIP. 199001152022212003",
            ]],
        );
    });
    let list = parsed(bytes);
    assert_eq!(list.header_row, 6);
    assert_eq!(problems(&list), []);
    assert_eq!(names(&list), ["Nur'aini", "Andi Saputra"]);
    assert_eq!(
        list.rows.iter().map(|it| it.row).collect::<Vec<_>>(),
        [9, 12]
    );
    let first = entries(&list)[0];
    assert_eq!(first.golongan, Golongan::pns(4, 1));
    assert_eq!(
        (first.golongan_since, first.jabatan_since),
        (day(2022, 4, 1), day(2023, 1, 1))
    );
    let appraiser = first.appraiser.as_ref().expect("an appraiser");
    assert_eq!(appraiser.name, "Drs. Mahmud");
    assert_eq!(appraiser.nip.as_ref().map(domain::Nip::digits), Some(HASAN));
    assert_eq!(entries(&list)[1].appraiser, None);
}

#[test]
fn cells_give_values_not_formulas() {
    let bytes = xlsx(|sheet| {
        put(
            sheet,
            0,
            &[&[
                "NIP",
                "Nama",
                "Tanggal Lahir",
                "TMT Jabatan",
                "Capaian",
                "Jabatan",
            ]],
        );
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let percent = Format::new().set_num_format("0%");
        let nip = Formula::new("=\"x\"").set_result("19850412 201001 1 005");
        sheet.write_formula(1, 0, nip).expect("a cell");
        sheet.write_string(1, 1, "Andi Saputra").expect("a cell");
        let birth = ExcelDateTime::from_ymd(1985, 4, 12).expect("a day");
        sheet
            .write_datetime_with_format(1, 2, &birth, &date)
            .expect("a cell");
        sheet.write_number(1, 3, 45_000.0).expect("a cell");
        sheet
            .write_number_with_format(1, 4, 0.905, &percent)
            .expect("a cell");
        sheet
            .write_formula(1, 5, Formula::new("=NA()").set_result("#N/A"))
            .expect("a cell");
    });
    let list = parsed(bytes);
    assert_eq!(problems(&list), [(2, "Jabatan", ImportReason::CellError)]);

    let bytes = xlsx(|sheet| {
        put(
            sheet,
            0,
            &[&["NIP", "Nama", "Tanggal Lahir", "TMT Jabatan", "Capaian"]],
        );
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let percent = Format::new().set_num_format("0.0%");
        let nip = Formula::new("=\"x\"").set_result("19850412 201001 1 005");
        sheet.write_formula(1, 0, nip).expect("a cell");
        sheet.write_string(1, 1, "Andi Saputra").expect("a cell");
        let birth = ExcelDateTime::from_ymd(1985, 4, 12).expect("a day");
        sheet
            .write_datetime_with_format(1, 2, &birth, &date)
            .expect("a cell");
        sheet.write_number(1, 3, 45_000.0).expect("a cell");
        sheet
            .write_number_with_format(1, 4, 0.905, &percent)
            .expect("a cell");
    });
    let list = parsed(bytes);
    let entry = entries(&list)[0];
    assert_eq!(entry.nip.digits(), ANDI);
    assert_eq!(
        (entry.birth_date, entry.jabatan_since),
        (day(1985, 4, 12), day(2023, 3, 15))
    );
    assert_eq!(entry.capaian, Some(Capaian(9_050)));
}

#[test]
fn of_several_sheets_the_best_match_is_taken() {
    let mut book = rust_xlsxwriter::Workbook::new();
    put(
        book.add_worksheet().set_name("Rekap").expect("a name"),
        0,
        &[&["NIP", "Nama"], &[SITI, "Siti"]],
    );
    put(
        book.add_worksheet().set_name("Data").expect("a name"),
        3,
        &[
            &["NIP", "Nama", "Golongan", "Jabatan"],
            &[ANDI, "Andi", "III/c", "Camat"],
        ],
    );
    let sheet = read("a.xlsx", book.save_to_buffer().expect("a workbook")).expect("a list");
    assert_eq!((sheet.name(), sheet.header_row()), ("Data", 4));
    assert_eq!(names(&import::rows(&sheet, bundle())), ["Andi"]);
}

#[test]
fn a_file_says_which_fields_it_has() {
    let list = parsed(crate::support::xlsx_of(&[
        &["NIP", "Nama", "Shio"],
        &[ANDI, "Andi", "Kerbau"],
    ]));
    assert!(list.has(ImportField::Nip) && !list.has(ImportField::Golongan));
    assert_eq!(list.ignored, ["Shio"]);
    assert_eq!(list.mapping[1].index, 1);
}

#[test]
fn a_unit_merged_downwards_stands_beside_each_of_its_people() {
    let bytes = xlsx(|sheet| {
        let heads: &[&str] = &["Unit Kerja", "Nama", "NIP"];
        let rest: &[&[&str]] = &[
            heads,
            &["", "Andi", ANDI],
            &["", "Hasan", HASAN],
            &["", "Siti", SITI],
        ];
        put(sheet, 0, rest);
        sheet
            .merge_range(1, 0, 2, 0, "Sekretariat", &Format::new())
            .expect("a unit");
    });
    let list = parsed(bytes);
    let units: Vec<_> = entries(&list).iter().map(|it| it.unit.as_str()).collect();
    assert_eq!(units, ["Sekretariat", "Sekretariat", ""]);
}
