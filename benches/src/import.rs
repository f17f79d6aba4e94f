//! Ten thousand employees from a workbook into an empty office.

use crate::Options;
use crate::measure::{Report, median, timed};
use crate::office::{ask, empty};
use api::import::{ApplyImport, ImportSource, PreviewImport};
use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use std::time::Duration;

const PEOPLE: u32 = 10_000;
const LIMIT: Duration = Duration::from_millis(1_500);

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let list = list()?;
    let rounds = if options.quick { 3 } else { 7 };
    let (mut reading, mut all) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let folder = tempfile::tempdir()?;
        let office = empty(&folder)?;
        office.settle("Pengukur")?;
        let upload = office.upload("pegawai.xlsx", list.clone())?;
        let source = ImportSource::Upload(upload);
        let (previewing, preview) = timed(|| ask(&office, PreviewImport { source, unit: None }))?;
        let from = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let (applying, imported) = timed(|| {
            ask(
                &office,
                ApplyImport {
                    token: preview.token,
                    from,
                    newcomers_from: None,
                },
            )
        })?;
        anyhow::ensure!(imported.counts.new == PEOPLE, "{:?}", imported.counts);
        reading.push(previewing);
        all.push(previewing + applying);
    }
    report.beside(
        "import 10 000: read and judge",
        crate::measure::show(median(reading)),
    );
    report.time(
        "import 10 000: read, judge, write, seal",
        median(all),
        LIMIT,
    );
    Ok(())
}

/// A plain list with valid NIPs.
fn list() -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0_u16..).zip(["Nama", "NIP", "Golongan", "Jabatan", "Unit Kerja"]) {
        sheet.write_string(0, column, head)?;
    }
    for row in 0..PEOPLE {
        let (year, month, day) = (1970 + row % 28, 1 + row / 28 % 12, 1 + row / 336 % 28);
        let nip = format!(
            "{year}{month:02}{day:02}{}{:02}1{:03}",
            year + 25,
            1 + row % 12,
            1 + row / 9408
        );
        let values = [
            format!("Pegawai Nomor {row}"),
            nip,
            "III/b".to_owned(),
            "Analis Pelayanan".to_owned(),
            format!("Unit Kerja {}", row % 40),
        ];
        for (column, value) in (0_u16..).zip(values) {
            sheet.write_string(row + 1, column, value)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}
