//! Documents for a device made by hand.

use domain::employee::EmployeeKind;
use domain::{Document, Employee, EmployeeId, Nip};
use uuid::Uuid;

/// An id that is the same each time.
#[must_use]
pub fn id(number: u16) -> Uuid {
    let mut bytes = [7; 16];
    bytes[14..].copy_from_slice(&number.to_be_bytes());
    Uuid::from_bytes(bytes)
}

/// Somebody of this number and name.
///
/// # Errors
/// The number is above 999.
pub fn employee(number: u16, name: &str) -> anyhow::Result<Document> {
    let nip = Nip::parse(&format!("198001012005011{number:03}"))
        .map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(Document::Employee(Employee {
        id: EmployeeId(id(number)),
        name: name.to_owned(),
        title_before: String::new(),
        title_after: String::new(),
        nip,
        kind: EmployeeKind::Pns,
        sex: None,
        birth_date: None,
        golongan: None,
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    }))
}
