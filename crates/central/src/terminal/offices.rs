//! `enrol` and `offices`.

use super::arguments::{Device, Office, WhereData};
use super::outcome::{Failure, Outcome};
use super::place;
use central::OfficeLine;
use chrono::DateTime;
use domain::Timestamp;
use serde_json::{Value, json};
use sync::message::DeviceId;
use uuid::Uuid;

/// A code for an office, which is made when there is none of this name.
pub(super) async fn enrol(place: &WhereData, wanted: &Office) -> Result<Outcome, Failure> {
    if wanted.office.trim().is_empty() {
        return Err(Failure::usage("Nama kantor kosong.".to_owned()));
    }
    let centre = place::open(place).await?;
    let enrolled = centre.new_code(&wanted.office).await?;
    let office = Uuid::from_bytes(enrolled.office.0);
    let value = json!({ "office_id": office, "code": enrolled.code });
    let mut lines = vec![
        format!(
            "Kode gabung untuk {}, berlaku 30 hari untuk satu PC:",
            wanted.office.trim()
        ),
        enrolled.code,
    ];
    if !enrolled.has_address {
        lines.push(
            "Pusat belum pernah dijalankan (serve), maka kode ini belum memuat alamatnya."
                .to_owned(),
        );
    }
    Ok(Outcome::done(value, lines))
}

/// Every office.
pub(super) async fn list(place: &WhereData) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    let offices = centre.offices().await?;
    let value = offices.iter().map(office_value).collect();
    let mut lines: Vec<String> = offices.iter().map(office_line).collect();
    if lines.is_empty() {
        lines.push(
            "Belum ada kantor. Buat kode dengan: kinerja-pusat enrol --office NAMA".to_owned(),
        );
    }
    Ok(Outcome::done(Value::Array(value), lines))
}

/// What a device sends from now on waits for a person.
pub(super) async fn revoke(place: &WhereData, revoked: &Device) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    centre.revoke(DeviceId(revoked.device.into_bytes())).await?;
    Ok(Outcome::done(
        json!({ "device": revoked.device, "revoked": true }),
        vec![format!(
            "PC {} dicabut. Yang dikirimnya sejak ini menunggu keputusan orang.",
            revoked.device
        )],
    ))
}

fn office_value(office: &OfficeLine) -> Value {
    json!({
        "office_id": Uuid::from_bytes(office.office.0),
        "name": office.name,
        "devices": office.devices,
        "records": office.records,
        "last_sync": office.last_sync.map(time),
        "held": office.held,
        "forks": office.forks,
    })
}

fn office_line(office: &OfficeLine) -> String {
    let last = match office.last_sync {
        Some(at) => format!("terakhir {}", time(at)),
        None => "belum pernah tersambung".to_owned(),
    };
    format!(
        "{}: {} PC, {} rekaman, {} menunggu, {} cabang, {last}",
        office.name, office.devices, office.records, office.held, office.forks
    )
}

/// `2026-10-04T07:30:00Z`
pub(super) fn time(at: Timestamp) -> String {
    DateTime::from_timestamp_micros(at.0).map_or_else(String::new, |at| {
        at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    })
}
