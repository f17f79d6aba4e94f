//! A hundred thousand rows of 31 columns, beside the bare library and two Python writers.

use crate::Options;
use crate::measure::{Report, median, show, timed};
use anyhow::Context as _;
use chrono::{NaiveDate, NaiveDateTime};
use domain::assignment::Tenure;
use domain::rules::bundle;
use domain::{JabatanKind, Nip, Period, Rating};
use reports::bkn::{self, BknAppraiser, BknHead, BknRow, BknUnit, Form, Outcome};
use rust_xlsxwriter::Workbook;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const MEMORY_LIMIT: u64 = 150 * 1024 * 1024;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let count: u32 = if options.quick { 20_000 } else { 100_000 };
    let rounds = if options.quick { 3 } else { 5 };
    let folder = tempfile::tempdir()?;
    let rows = rows()?;
    let head = head();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // Alternating, so that whatever else the machine does meets both.
    for _ in 0..rounds {
        let path = folder.path().join("kita.xlsx");
        let many = rows.iter().cycle().take(count as usize);
        ours.push(timed(|| Ok(full().write(&head, many, &path)?))?.0);
        bare.push(timed(|| write_bare(&rows, count, &folder.path().join("polos.xlsx")))?.0);
    }
    let (ours, bare) = (median(ours), median(bare));
    report.beside(
        &format!("export {count} × 31: rust_xlsxwriter alone"),
        show(bare),
    );
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    report.figure(
        &format!("export {count} × 31"),
        format!("{} = {ratio:.2} ×", show(ours)),
        "≤ 1.3 × the bare library",
        ratio <= 1.3,
    );
    match peak_memory() {
        Some(bytes) => report.figure(
            "export: peak memory of this process",
            format!("{} MB", bytes / 1024 / 1024),
            "≤ 150 MB",
            bytes <= MEMORY_LIMIT,
        ),
        None => report.beside("export: peak memory", "not measured".to_owned()),
    }
    for (peer, script, times) in [
        ("XlsxWriter", XLSXWRITER, 7.0),
        ("openpyxl", OPENPYXL, 12.0),
    ] {
        match python(script, count, folder.path()) {
            Ok(taken) => {
                let ratio = taken.as_secs_f64() / ours.as_secs_f64();
                report.figure(
                    &format!("export {count} × 31: Python {peer}"),
                    format!("{} = {ratio:.1} × ours", show(taken)),
                    &format!("≥ {times} ×"),
                    ratio >= times,
                );
            }
            Err(error) => report.not_measured(&format!("export: Python {peer}"), &error),
        }
    }
    Ok(())
}

fn head() -> BknHead {
    BknHead {
        period: Period::Month {
            year: 2026,
            month: 10,
        },
        instansi: "Pemerintah Kabupaten Simeulue".to_owned(),
        unor_induk: "Dinas Pendidikan".to_owned(),
        unor: None,
        drawn_at: NaiveDateTime::default(),
        practice: false,
    }
}

/// A hundred different people.
fn rows() -> anyhow::Result<Vec<BknRow>> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
    let nip = |number: u32| {
        Nip::parse(&format!("19850914200903100{}", 1 + number % 9))
            .map_err(|it| anyhow::anyhow!("{it:?}"))
    };
    (0..100)
        .map(|number| {
            let unit = BknUnit {
                siasn_id: None,
                name: format!("Bidang Pembinaan Nomor {number}"),
                parent: "Dinas Pendidikan".to_owned(),
            };
            Ok(BknRow {
                pns_id: None,
                nip: nip(number)?,
                name: format!("Pegawai Contoh Nomor {number}, S.Pd."),
                kind: domain::nip::NipKind::Pns,
                period: Period::Month {
                    year: 2026,
                    month: 10,
                },
                from: day(10, 1),
                to: day(10, 31),
                unit: unit.clone(),
                jabatan: "Guru Ahli Muda pada Sekolah Dasar".to_owned(),
                jabatan_kind: JabatanKind::Fungsional,
                tenure: Tenure::Definitif,
                golongan: "III/c".parse().ok(),
                outcome: Outcome::Rated {
                    hasil_kerja: Rating::Sesuai,
                    perilaku: Rating::DiAtas,
                    predikat: domain::Predikat::Baik,
                },
                appraiser: Some(BknAppraiser {
                    pns_id: None,
                    nip: Some(nip(number + 1)?),
                    name: "Kepala Contoh, M.Pd.".to_owned(),
                    unit,
                    jabatan: "Kepala Dinas Pendidikan".to_owned(),
                    golongan: "IV/b".parse().ok(),
                }),
                rated_on: Some(day(10, 28)),
            })
        })
        .collect()
}

/// The full form, by the rules that the program carries.
fn full() -> bkn::Workbook<'static> {
    bkn::Workbook {
        rules: bundle(),
        form: Form::Full,
    }
}

/// The same cells by the library alone, in its low-memory mode.
fn write_bare(rows: &[BknRow], count: u32, path: &Path) -> anyhow::Result<()> {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            full()
                .cells(row, 1)
                .into_iter()
                .map(std::borrow::Cow::into_owned)
                .collect()
        })
        .collect();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_low_memory()?;
    for (row, values) in (0..count).zip(cells.iter().cycle()) {
        for (column, value) in (0_u16..).zip(values) {
            sheet.write_string(row, column, value)?;
        }
    }
    workbook.save(path)?;
    Ok(())
}

/// High-water mark of the resident set.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace()
        .nth(1)?
        .parse::<u64>()
        .ok()
        .map(|kilobytes| kilobytes * 1024)
}

/// Runs a peer with the Python that has them.
fn python(script: &str, count: u32, folder: &Path) -> anyhow::Result<Duration> {
    let interpreter = std::env::var_os("KINERJA_PYTHON").context("no Python with the peers")?;
    let rows: Vec<Vec<String>> = rows()?
        .iter()
        .map(|row| {
            full()
                .cells(row, 1)
                .into_iter()
                .map(std::borrow::Cow::into_owned)
                .collect()
        })
        .collect();
    let data = folder.join("rows.json");
    std::fs::write(&data, serde_json::to_vec(&rows)?)?;
    let (taken, output) = timed(|| {
        Ok(Command::new(&interpreter)
            .args(["-c", script])
            .arg(&data)
            .arg(count.to_string())
            .arg(folder.join("peer.xlsx"))
            .output()?)
    })?;
    anyhow::ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(taken)
}

const XLSXWRITER: &str = "
import json, sys, xlsxwriter
rows = json.load(open(sys.argv[1]))
book = xlsxwriter.Workbook(sys.argv[3], {'constant_memory': True})
sheet = book.add_worksheet()
for number in range(int(sys.argv[2])):
    for column, value in enumerate(rows[number % len(rows)]):
        sheet.write_string(number, column, value)
book.close()
";

const OPENPYXL: &str = "
import json, sys, openpyxl
rows = json.load(open(sys.argv[1]))
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
for number in range(int(sys.argv[2])):
    sheet.append(rows[number % len(rows)])
book.save(sys.argv[3])
";
