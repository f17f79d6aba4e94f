//! LibreOffice reads the exported workbooks with the same cells.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::terminal::kinerja;
use journeys::workbook;
use std::process::Command;

/// Comma, quotation marks, UTF-8: without the last, the locale decides.
const UTF_8: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1";

#[test]
fn libreoffice_reads_the_same_cells() -> anyhow::Result<()> {
    let soffice = std::env::var_os("KINERJA_SOFFICE")
        .context("KINERJA_SOFFICE: run `cargo xtask test --office`")?;
    let pc = Pc::new()?;
    kinerja(&pc, &["latihan", "--pegawai", "25", "--periode", "2026-10"])?;
    for form in ["lengkap", "ringkas", "rekap"] {
        let file = pc.saved().join(format!("{form}.xlsx"));
        let exported = kinerja(
            &pc,
            &[
                "ekspor",
                "--periode",
                "2026-10",
                "--bentuk",
                form,
                "--ke",
                &file.to_string_lossy(),
            ],
        )?;
        assert_eq!(exported.status, 0, "{exported:?}");
        let converted = Command::new(&soffice)
            .args(["--headless", "--convert-to", UTF_8, "--outdir"])
            .arg(pc.saved())
            .arg(&file)
            .envs(pc.environment())
            .output()?;
        anyhow::ensure!(converted.status.success(), "{converted:?}");
        let text = std::fs::read(file.with_extension("csv"))?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_slice());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|record| Ok(trimmed(record?.iter().map(str::to_owned).collect())))
            .collect::<anyhow::Result<_>>()?;
        let theirs: Vec<_> = theirs.into_iter().filter(|row| !row.is_empty()).collect();
        let ours: Vec<Vec<String>> = workbook::rows(&file)?
            .into_iter()
            .map(trimmed)
            .filter(|row| !row.is_empty())
            .collect();
        assert_eq!(theirs, ours, "{form}");
    }
    Ok(())
}

/// Without the empty cells at the end, which a CSV may have or not.
fn trimmed(mut row: Vec<String>) -> Vec<String> {
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    row
}
