//! The workbook "Laporan Penilaian SKP", read back by another reader.

use crate::people::{Person, except, hire, hire_as, october, office, post, rate, row, sheet};
use api::employees::SetAppraiser;
use api::reports::{Export, ExportPreview, Form, OpenSaved, OpenWhat, PreviewExport};
use api::settings::SaveUnit;
use calamine::{Data, Reader, Xlsx, open_workbook};
use domain::missing::MissingCode;
use domain::{ExceptionKind, Nip, Period, PersonReference, Rating, TypedPerson};
use std::collections::HashMap;
use std::path::Path;
use testkit::{TestOffice, day, nip};

/// Every cell as text, row by row.
pub type Cells = Vec<Vec<String>>;

pub fn cells(path: &Path) -> Cells {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    let (rows, columns) = range.end().unwrap();
    let text = |row, column| match range.get_value((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) => text.clone(),
        other => panic!("{row}, {column} is no text: {other:?}"),
    };
    (0..=rows)
        .map(|row| (0..=columns).map(|column| text(row, column)).collect())
        .collect()
}

/// The rows under the column heads, by the name of their column.
pub fn rows(cells: &Cells) -> Vec<HashMap<String, String>> {
    let header = &cells[7];
    let named = |row: &Vec<String>| header.iter().cloned().zip(row.iter().cloned()).collect();
    cells[8..].iter().map(named).collect()
}

pub fn export_of(office: &TestOffice, period: Period) -> Cells {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laporan.xlsx");
    let request = Export {
        unit: Some(office.unit().id),
        period,
        form: Form::Full,
    };
    office.office().export_to(&request, &path).unwrap();
    cells(&path)
}

fn export(office: &TestOffice) -> Cells {
    export_of(office, october())
}

fn preview(office: &TestOffice, form: Form) -> ExportPreview {
    office
        .ask(PreviewExport {
            unit: Some(office.unit().id),
            period: october(),
            form,
        })
        .unwrap()
}

fn of<'a>(
    rows: &'a [HashMap<String, String>],
    person: &Person,
) -> Vec<&'a HashMap<String, String>> {
    rows.iter()
        .filter(|row| row["nip"] == person.nip.digits())
        .collect()
}

#[test]
fn a_repeated_export_differs_in_the_time_alone() {
    let office = office();
    for (name, number) in ["Rina", "Andi", "Yusuf"].into_iter().zip(1..) {
        let person = hire(&office, number, name);
        rate(&office, &person, (Rating::Sesuai, Rating::Sesuai));
    }
    let first = export(&office);
    office.host().advance_seconds(3_725);
    let mut second = export(&office);
    assert_eq!(first[5][0], "Data ditarik pada : 28/10/2026, 09.00.00");
    assert_eq!(second[5][0], "Data ditarik pada : 28/10/2026, 10.02.05");
    second[5][0].clone_from(&first[5][0]);
    assert_eq!(first, second);
    let names: Vec<String> = rows(&first)
        .into_iter()
        .map(|row| row["nama"].clone())
        .collect();
    assert_eq!(names, ["Andi", "Rina", "Yusuf"]);
}

#[test]
fn the_titles_name_period_government_and_units() {
    let office = office();
    hire(&office, 1, "Rina");
    let cells = export(&office);
    let titles: Vec<&str> = cells[..5].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        titles,
        [
            "Laporan Penilaian SKP Periode Bulanan OKTOBER Tahun 2026",
            "Instansi Pemerintah Kabupaten Simeulue",
            "Periode : Bulanan Oktober",
            "Unor Induk : Dinas Pendidikan",
            "Unor : Dinas Pendidikan",
        ]
    );
    assert_eq!(cells[7].len(), 31);
}

#[test]
fn drafts_go_in_as_they_are_and_the_preview_lists_them() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    rate(&office, &rina, (Rating::DiAtas, Rating::DiAtas));
    let rows = rows(&export(&office));
    let rated = of(&rows, &rina)[0];
    assert_eq!(rated["hasil_akhir"], "SANGAT BAIK");
    assert_eq!(rated["waktu_dinilai"], "28-10-2026");
    assert_eq!(rated["pegawai_atasan_nip"], "197001011995031001");
    assert_eq!(rated["id"], "");
    let open = of(&rows, &yusuf)[0];
    assert_eq!(
        (open["hasil_kerja"].as_str(), open["hasil_akhir"].as_str()),
        ("-", "-")
    );

    let preview = preview(&office, Form::Full);
    assert_eq!(preview.row_count, 2);
    assert_eq!(preview.columns.len(), 31);
    let not_ready: Vec<_> = preview
        .not_ready
        .iter()
        .map(|(it, codes)| (it.assignment, codes.clone()))
        .collect();
    assert_eq!(
        not_ready,
        [
            (
                rina.assignment,
                vec![MissingCode::KurangBukti, MissingCode::KurangAlasan]
            ),
            (
                yusuf.assignment,
                vec![MissingCode::KurangHasil, MissingCode::KurangPerilaku]
            ),
        ]
    );
}

#[test]
fn the_time_of_rating_is_that_of_the_unit() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    office.host().set_now("2026-10-29T18:30:00Z");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    assert_eq!(
        of(&rows(&export(&office)), &rina)[0]["waktu_dinilai"],
        "30-10-2026"
    );
}

#[test]
fn an_exception_makes_a_row_of_dashes_and_who_left_before_has_none() {
    let office = office();
    let people = ["Andi", "Dewi", "Hasan"];
    let people: Vec<Person> = people
        .iter()
        .zip(1..)
        .map(|(name, number)| hire(&office, number, name))
        .collect();
    rate(&office, &people[0], (Rating::Sesuai, Rating::Sesuai));
    except(
        &office,
        &people[0],
        ExceptionKind::CutiBesar,
        ("2026-10-01", "2026-12-31"),
    );
    except(
        &office,
        &people[1],
        ExceptionKind::Pensiun,
        ("2026-10-01", ""),
    );
    except(
        &office,
        &people[2],
        ExceptionKind::Mutasi,
        ("2026-10-12", ""),
    );
    let rows = rows(&export(&office));
    for person in [&people[0], &people[2]] {
        let row = of(&rows, person)[0];
        for column in ["hasil_kerja", "perilaku_kerja", "hasil_akhir"] {
            assert_eq!(row[column], "-");
        }
    }
    assert_eq!(of(&rows, &people[1]).len(), 0);
    assert_eq!(preview(&office, Form::Full).exempt, 2);
}

#[test]
fn an_appraiser_of_the_list_stands_with_the_post_of_the_periods_last_day() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    office
        .ask(SetAppraiser {
            assignments: vec![yusuf.assignment],
            appraiser: Some(PersonReference::Employee(rina.employee)),
            appraiser_superior: None,
            from: day("2026-01-02"),
        })
        .unwrap();
    let mut later = post(office.unit().id);
    later.jabatan = "Kepala Subbagian Umum".to_owned();
    later.golongan = domain::Golongan::pns(3, 3);
    later.from = day("2026-11-01");
    crate::people::change_post(
        &office,
        &rina,
        api::employees::PostChange::ChangeFrom(rina.assignment, later),
    );
    let appraiser = |period| {
        let rows = rows(&export_of(&office, period));
        let row = of(&rows, &yusuf)[0].clone();
        (
            row["pegawai_atasan_jabatan"].clone(),
            row["pegawai_atasan_golru"].clone(),
        )
    };
    let (jabatan, golru) = appraiser(october());
    assert_eq!(
        (jabatan.as_str(), golru.as_str()),
        ("Penata Layanan Operasional", "III/c")
    );
    let (jabatan, golru) = appraiser(october().next());
    assert_eq!(
        (jabatan.as_str(), golru.as_str()),
        ("Kepala Subbagian Umum", "III/d")
    );
}

#[test]
fn a_nip_that_was_not_given_yet_stays_out_and_is_listed() {
    let office = office();
    hire(&office, 1, "Rina");
    let later = Nip::parse("199009142026121001").unwrap();
    hire_as(&office, "Yusuf", later, post(office.unit().id));
    let preview = preview(&office, Form::Short);
    assert_eq!((preview.row_count, preview.left_out.len()), (1, 1));
    assert_eq!(preview.left_out[0].0.name, "Yusuf");
    assert!(preview.left_out[0].1.contains("setelah hari ini"));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laporan.xlsx");
    let request = Export {
        unit: None,
        period: october(),
        form: Form::Short,
    };
    let exported = office.office().export_to(&request, &path).unwrap();
    assert_eq!((exported.rows, exported.left_out.len()), (1, 1));
    assert_eq!(rows(&cells(&path)).len(), 1);
}

#[test]
fn every_unit_goes_into_one_workbook_by_name() {
    let office = office();
    let unit = office.unit();
    let settings = office
        .ask(SaveUnit {
            unit: None,
            name: "Cabang Teupah".to_owned(),
            parent: Some(unit.id),
            instansi: unit.instansi.clone(),
            zone: unit.zone,
            rhythm: unit.rhythm,
            head: Some(PersonReference::Typed(TypedPerson {
                name: "Siti".to_owned(),
                ..TypedPerson::default()
            })),
        })
        .unwrap();
    let branch = settings
        .units
        .iter()
        .find(|it| it.unit.name == "Cabang Teupah")
        .unwrap();
    hire_as(&office, "Rina", nip(1), post(unit.id));
    hire_as(&office, "Yusuf", nip(2), post(branch.unit.id));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laporan.xlsx");
    let request = Export {
        unit: None,
        period: october(),
        form: Form::Full,
    };
    office.office().export_to(&request, &path).unwrap();
    let cells = cells(&path);
    assert_eq!(cells[3][0], "Unor Induk : Dinas Pendidikan");
    assert_eq!(cells[4][0], "Unor : ALL");
    let units: Vec<_> = rows(&cells)
        .iter()
        .map(|row| (row["skp_unor"].clone(), row["skp_unor_induk"].clone()))
        .collect();
    let parent = "Dinas Pendidikan".to_owned();
    assert_eq!(
        units,
        [
            ("Cabang Teupah".to_owned(), parent.clone()),
            (parent.clone(), parent)
        ]
    );
}

#[test]
fn a_saved_workbook_can_be_opened_and_a_closed_dialog_writes_nothing() {
    let office = office();
    hire(&office, 1, "Rina");
    let request = || Export {
        unit: None,
        period: october(),
        form: Form::Full,
    };
    let saved = office.ask(request()).unwrap();
    assert_eq!(saved.file_name, "Laporan Penilaian SKP Oktober 2026.xlsx");
    assert_eq!(saved.rows, 1);
    office
        .ask(OpenSaved {
            token: saved.token,
            what: OpenWhat::File,
        })
        .unwrap();
    let opened = office.host().opened();
    assert!(opened[0].is_file());

    std::fs::remove_file(&opened[0]).unwrap();
    office.host().cancel_dialogs();
    assert!(office.ask(request()).is_err());
    assert!(!opened[0].exists());
}

fn copy_sheet(office: &TestOffice) -> api::reports::CopySheet {
    let unit = office.unit().id;
    let period = october();
    office
        .ask(api::reports::GetCopySheet { unit, period })
        .unwrap()
}

#[test]
fn the_copy_sheet_has_a_card_for_each_row() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let sheet = copy_sheet(&office);
    assert_eq!(sheet.people.len(), 1);
    let card = &sheet.people[0];
    assert_eq!(
        (card.name.as_str(), card.nip.as_str()),
        ("Rina", rina.nip.digits())
    );
    assert_eq!(
        (card.assignment, card.jabatan.as_str(), card.exempt),
        (rina.assignment, "Penata Layanan Operasional", None)
    );
    let values: Vec<&str> = card
        .values
        .iter()
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(
        values,
        [
            rina.nip.digits(),
            "SESUAI EKSPEKTASI",
            "SESUAI EKSPEKTASI",
            "BAIK"
        ]
    );
}

#[test]
fn a_card_without_values_knows_why() {
    let office = office();
    let andi = hire(&office, 1, "Andi");
    let rina = hire(&office, 2, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    except(&office, &rina, ExceptionKind::CutiBesar, ("2026-10-01", ""));
    let sheet = copy_sheet(&office);
    for (person, exempt) in [(andi, None), (rina, Some(ExceptionKind::CutiBesar))] {
        let card = sheet
            .people
            .iter()
            .find(|card| card.assignment == person.assignment)
            .unwrap();
        assert_eq!(card.exempt, exempt);
        let values: Vec<&str> = card.values.iter().map(|(_, it)| it.as_str()).collect();
        assert_eq!(values, [person.nip.digits()]);
    }
}

#[test]
fn practice_data_says_so_in_the_file_and_in_its_name() {
    let office = office();
    office.ask(api::session::EnterPractice {}).unwrap();
    let saved = office
        .ask(Export {
            unit: None,
            period: october(),
            form: Form::Recap,
        })
        .unwrap();
    assert!(
        saved.file_name.starts_with("DATA LATIHAN "),
        "{}",
        saved.file_name
    );
    let cells = cells(&Path::new(&saved.folder).join(&saved.file_name));
    assert!(cells[0][0].starts_with("DATA LATIHAN"), "{}", cells[0][0]);
}

#[test]
fn exporting_changes_nothing() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let before = (row(&office, &rina), sheet(&office));
    let journal = office.ask(api::backup::Verify {}).unwrap().journal;
    export(&office);
    assert_eq!(before, (row(&office, &rina), sheet(&office)));
    assert_eq!(office.ask(api::backup::Verify {}).unwrap().journal, journal);
}
