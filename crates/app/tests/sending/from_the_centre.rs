//! What the centre corrects of a person comes down to the office.

use crate::at_the_centre::{TestCentre, send};
use crate::people::hire;
use api::employees::{EmployeeDetail, GetEmployee};
use domain::assignment::Tenure;
use domain::{Assignment, AssignmentId, Document, Employee, JabatanKind, PersonReference, UserId};
use testkit::{TestOffice, day};
use uuid::Uuid;

fn detail(office: &TestOffice, of: &crate::people::Person) -> EmployeeDetail {
    let employee = of.employee;
    office.ask(GetEmployee { employee }).unwrap()
}

/// Publishes to the only office, upon whatever is valid there.
fn publish(centre: &TestCentre, documents: Vec<Document>) {
    let office = centre.offices()[0].office;
    let changes: Vec<_> = documents.into_iter().map(|it| (it, None)).collect();
    let actor = UserId::from_bytes([7; 16]);
    let published = centre.centre.revise(office, &changes, actor);
    centre.runtime.block_on(published).unwrap();
}

#[test]
fn a_promotion_at_the_centre_stands_in_the_office_after_the_next_connection() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    let rina = hire(&office, 1, "Rina");
    let head = hire(&office, 2, "Kepala");
    send(&office);
    let before = detail(&office, &rina);
    let old = before.assignments[0].assignment.clone();

    let golongan = "III/d".parse().ok();
    let next = Assignment {
        id: AssignmentId(Uuid::from_bytes([42; 16])),
        jabatan: "Kepala Seksi".to_owned(),
        jabatan_kind: JabatanKind::Pengawas,
        golongan,
        appraiser: Some(PersonReference::Employee(head.employee)),
        from: day("2026-11-01"),
        ..old.clone()
    };
    let ended = Assignment {
        to: Some(day("2026-10-31")),
        ..old
    };
    let promoted = Employee {
        golongan,
        golongan_since: Some(day("2026-11-01")),
        ..before.employee
    };
    publish(
        &centre,
        vec![
            Document::Assignment(ended),
            Document::Assignment(next.clone()),
            Document::Employee(promoted),
        ],
    );
    send(&office);

    let after = detail(&office, &rina);
    assert_eq!(after.employee.golongan, golongan);
    assert_eq!(after.employee.golongan_since, Some(day("2026-11-01")));
    let [newest, oldest] = after.assignments.as_slice() else {
        panic!("{:?}", after.assignments)
    };
    assert_eq!(newest.assignment, next);
    assert_eq!(newest.appraiser, "Kepala");
    assert_eq!(oldest.assignment.to, Some(day("2026-10-31")));
    assert_eq!(oldest.assignment.tenure, Tenure::Definitif);
    assert!(office.ask(api::backup::Verify {}).unwrap().ok);
    // Nothing is left to send: it was the centre's own doing.
    let again = send(&office);
    assert_eq!((again.sealed, again.sent), (0, 0));
}
