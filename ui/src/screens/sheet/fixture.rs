//! Rows for the tests of the sheet.

use api::sheet::{RowStatus, SheetRow};
use domain::assignment::Tenure;
use domain::evaluation::Cell;
use domain::missing::MissingCode;
use domain::{AssignmentId, EmployeeId, Nip};

/// Somebody of whom nothing is rated yet.
pub fn row(name: &str) -> SheetRow {
    SheetRow {
        assignment: AssignmentId::from_bytes([1; 16]),
        employee: EmployeeId::from_bytes([2; 16]),
        name: name.to_owned(),
        nip: Nip::parse("198509142009031004").unwrap(),
        jabatan: "Operator SIAK".to_owned(),
        golongan: None,
        part: None,
        tenure: Tenure::Definitif,
        exempt: None,
        capaian: None,
        evidence: 0,
        notes: 0,
        hasil_kerja: Cell::default(),
        behaviours: [Cell::default(); 7],
        perilaku: Cell::default(),
        suggestion: None,
        reason: String::new(),
        predikat: None,
        previous: None,
        status: RowStatus::Empty,
        verdict: None,
        missing: vec![MissingCode::KurangHasil, MissingCode::KurangPerilaku],
        revision: 0,
    }
}
