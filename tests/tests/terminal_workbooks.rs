//! The workbooks of the terminal, read back cell by cell by other readers than the one that wrote
//! them.

use journeys::bkn::{self, HEADS, NOBODY_RATED, RATED_SESUAI};
use journeys::desk::Pc;
use journeys::disk::skip;
use journeys::lists::PEOPLE;
use journeys::october::{
    ABOVE, BELOW, GONE, HALF_RATED, LEAVING, NOT_RATED, ON_LEAVE, export, import, nip, rate,
};
use journeys::steps::laid_out;
use journeys::terminal::kinerja;
use journeys::workbook;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

#[test]
fn every_cell_of_the_full_workbook_is_what_bkn_expects() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(3)?;
    let file = export(&pc, "2026-11-02T01:30:15Z", "lengkap")?;
    let rows = workbook::rows(&file)?;
    let titles: Vec<&str> = rows[..7].iter().map(|row| row[0].as_str()).collect();
    let expected = [
        "Laporan Penilaian SKP Periode Bulanan OKTOBER Tahun 2026",
        "Instansi ",
        "Periode : Bulanan Oktober",
        "Unor Induk : Dinas Kependudukan dan Pencatatan Sipil",
        "Unor : Dinas Kependudukan dan Pencatatan Sipil",
        "Data ditarik pada : 02/11/2026, 08.30.15",
        "",
    ];
    assert_eq!(titles, expected);
    assert!(
        rows[..7]
            .iter()
            .all(|row| row[1..].iter().all(String::is_empty))
    );
    assert_eq!(rows[7], HEADS);
    let people: BTreeMap<&str, &Vec<String>> =
        rows[8..].iter().map(|row| (row[2].as_str(), row)).collect();
    let mut expected: Vec<String> = (0..PEOPLE.len())
        .filter(|it| *it != GONE)
        .map(nip)
        .collect();
    expected.sort();
    assert_eq!(people.keys().copied().collect::<Vec<_>>(), expected);
    for person in (0..PEOPLE.len()).filter(|person| *person != GONE) {
        let row = people[nip(person).as_str()];
        for (column, head) in HEADS.iter().enumerate() {
            assert_eq!(
                row[column],
                cell(person, head),
                "{head} of {}",
                PEOPLE[person].name
            );
        }
    }
    read_by_openpyxl(&file, &rows)
}

/// What stands under a head in the row of a person.
fn cell(person: usize, head: &str) -> String {
    let is_rated = person != NOT_RATED && !ON_LEAVE.contains(&person) && person != LEAVING;
    let outcome = match person {
        ABOVE => ["DIATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK"],
        BELOW => [
            "SESUAI EKSPEKTASI",
            "DIBAWAH EKSPEKTASI",
            "KURANG/MISCONDUCT",
        ],
        HALF_RATED => ["SESUAI EKSPEKTASI", "-", "-"],
        _ if is_rated => RATED_SESUAI,
        _ => NOBODY_RATED,
    };
    bkn::cell(person, head, outcome, is_rated)
}

/// The same cells through Python's reader, where it is there.
fn read_by_openpyxl(file: &Path, rows: &[Vec<String>]) -> anyhow::Result<()> {
    const SCRIPT: &str = "
import json, sys
try:
    import openpyxl
except ImportError:
    sys.exit(9)
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
assert all(cell.data_type == 's' for row in sheet for cell in row if cell.value is not None)
print(json.dumps([[cell or '' for cell in row] for row in sheet.iter_rows(values_only=True)]))
";
    let called = Command::new("python3")
        .args(["-c", SCRIPT])
        .arg(file)
        .output();
    let output = match called {
        Ok(output) if output.status.code() != Some(9) => output,
        _ => {
            skip("openpyxl is not installed: the workbook was read by one reader only");
            return Ok(());
        }
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let theirs: Vec<Vec<String>> = serde_json::from_slice(&output.stdout)?;
    assert_eq!(theirs, rows);
    Ok(())
}

#[test]
fn a_repeated_export_differs_in_its_time_and_in_nothing_else() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let first = export(&pc, "2026-10-28T03:00:00Z", "lengkap")?;
    let second = export(&pc, "2026-10-29T04:05:06Z", "lengkap")?;
    let (one, other) = (parts(&first)?, parts(&second)?);
    assert!(one.keys().eq(other.keys()));
    let differing: Vec<&String> = one.keys().filter(|it| one[*it] != other[*it]).collect();
    assert_eq!(differing.len(), 1, "one part holds A6: {differing:?}");
    let (mut one, mut other) = (workbook::rows(&first)?, workbook::rows(&second)?);
    assert_ne!(one[5][0], other[5][0]);
    one[5].clear();
    other[5].clear();
    assert_eq!(one, other);
    // At the same second it is the same file.
    let third = pc.file("lagi.xlsx");
    fs::rename(&second, &third)?;
    let second = export(&pc, "2026-10-29T04:05:06Z", "lengkap")?;
    assert!(fs::read(second)? == fs::read(third)?, "the bytes differ");
    Ok(())
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_was_said() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 5)?;
    let file = pc.file("daftar pegawai.xlsx");
    fs::write(&file, "the only list of the office")?;
    let to = file.to_string_lossy();
    let call = ["ekspor", "--periode", "2026-10", "--ke", &to];
    let (code, about, sentence) = kinerja(&pc, &call)?.refused()?;
    assert_eq!((code.as_str(), about.as_str()), ("file_exists", ""));
    for word in ["daftar pegawai.xlsx", "tidak diubah", "--ganti"] {
        assert!(sentence.contains(word), "{word}: {sentence}");
    }
    assert_eq!(fs::read(&file)?, b"the only list of the office");
    for flag in ["--ganti", "--replace"] {
        let written = kinerja(&pc, &[&call[..], &[flag]].concat())?.with(0)?;
        assert_eq!(workbook::rows(&file)?.len() - 8, written["rows"], "{flag}");
        fs::write(&file, "something else")?;
    }
    Ok(())
}

/// The parts of a workbook by name.
fn parts(file: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file)?)?;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        parts.insert(part.name()?.into_owned(), bytes);
    }
    Ok(parts)
}

#[test]
fn the_short_form_and_the_recap() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let rows = workbook::rows(&export(&pc, "2026-10-28T03:00:00Z", "ringkas")?)?;
    let heads = [
        "No",
        "nip",
        "nama",
        "skp_unor",
        "skp_unor_induk",
        "skp_jabatan",
        "hasil_kerja",
        "perilaku_kerja",
        "hasil_akhir",
        "golru",
        "jenis_pegawai",
        "skp_jenis_jabatan",
        "is_skp_plt_plh_pjb",
    ];
    assert_eq!(rows[7], heads);
    assert_eq!(rows.len(), 8 + 24);
    let numbers: Vec<&str> = rows[8..].iter().map(|row| row[0].as_str()).collect();
    let expected: Vec<String> = (1..=24).map(|it| it.to_string()).collect();
    assert_eq!(numbers, expected);

    let rows = workbook::rows(&export(&pc, "2026-10-28T03:00:00Z", "rekap")?)?;
    let counts: BTreeMap<&str, [&str; 3]> = rows[8..]
        .iter()
        .map(|row| (row[0].as_str(), [1, 2, 3].map(|at| row[at].as_str())))
        .collect();
    assert_eq!(counts["Sangat Baik"], ["0", "0", "0"]);
    assert_eq!(counts["Baik"], ["17", "1", "18"]);
    assert_eq!(counts["Kurang/Misconduct"], ["1", "0", "1"]);
    let total = rows.last().expect("a last row");
    assert_eq!(total[1..4], ["21", "3", "24"]);
    Ok(())
}
