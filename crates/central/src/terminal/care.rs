//! `verify` and `doctor`.

use super::arguments::WhereData;
use super::outcome::{Failure, Outcome, Status};
use super::place;
use serde_json::{Value, json};
use std::fmt::Write as _;
use uuid::Uuid;

/// Recomputes everything.
pub(super) async fn verify(place: &WhereData) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    let verified = centre.verify().await?;
    let is_well = verified.faults.is_empty();
    let offices: Vec<Value> = verified
        .offices
        .iter()
        .map(|it| {
            json!({
                "office_id": Uuid::from_bytes(it.office.0),
                "sealed_hash": hexadecimal(&it.sealed_hash),
            })
        })
        .collect();
    let faults: Vec<Value> = verified
        .faults
        .iter()
        .map(|it| json!({ "office_id": Uuid::from_bytes(it.office.0), "what": it.what }))
        .collect();
    let value = json!({
        "ok": is_well,
        "state_hash": hexadecimal(&verified.state_hash),
        "records": verified.records,
        "offices": offices,
        "faults": faults,
    });
    let mut lines = vec![if is_well {
        format!("{} rekaman diperiksa; semuanya utuh.", verified.records)
    } else {
        format!(
            "{} rekaman diperiksa; ada yang tidak utuh:",
            verified.records
        )
    }];
    lines.extend(verified.faults.iter().map(|it| it.what.clone()));
    Ok(Outcome {
        status: if is_well {
            Status::Done
        } else {
            Status::Nothing
        },
        value,
        lines,
    })
}

/// Looks whether the centre is well.
pub(super) async fn doctor(place: &WhereData) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    let checks = centre.doctor().await?;
    let is_well = checks.iter().all(|it| it.is_well);
    let value: Vec<Value> = checks
        .iter()
        .map(|it| json!({ "check": it.what, "ok": it.is_well, "found": it.found }))
        .collect();
    let line = |what: &str| match what {
        "database" => "Basis data",
        "files" => "Tempat berkas",
        "clock" => "Jam",
        _ => "Alamat",
    };
    let lines = checks
        .iter()
        .map(|it| {
            let verdict = if it.is_well { "baik" } else { "PERLU DILIHAT" };
            format!("{}: {verdict} ({})", line(it.what), it.found)
        })
        .collect();
    Ok(Outcome {
        status: if is_well {
            Status::Done
        } else {
            Status::Nothing
        },
        value: json!({ "ok": is_well, "checks": value }),
        lines,
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
