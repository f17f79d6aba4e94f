//! `export-bkn`.

use super::arguments::{Export, WhereData};
use super::outcome::{Failure, Outcome, Status};
use super::place;
use domain::{Nip, Period};
use serde_json::json;

/// Writes the workbook of all offices.
pub(super) async fn run(place: &WhereData, export: &Export) -> Result<Outcome, Failure> {
    if matches!(export.periode, Period::Year { .. }) {
        return Err(Failure::usage(
            "BKN menerima penilaian per bulan atau triwulan, bukan per tahun.".to_owned(),
        ));
    }
    let centre = place::open(place).await?;
    let exported = centre.export_bkn(export.periode, &export.ke).await?;
    let left_out: Vec<&str> = exported.left_out.iter().map(Nip::digits).collect();
    let mut lines = vec![format!(
        "{} baris ditulis ke {}",
        exported.rows,
        export.ke.display()
    )];
    lines.extend(
        left_out
            .iter()
            .map(|nip| format!("NIP {nip} tidak sah untuk diekspor; barisnya tidak ditulis.")),
    );
    let status = if left_out.is_empty() {
        Status::Done
    } else {
        Status::WithRejections
    };
    let value = json!({ "file": export.ke, "rows": exported.rows, "left_out": left_out });
    Ok(Outcome {
        status,
        value,
        lines,
    })
}
