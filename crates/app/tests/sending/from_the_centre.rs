//! What the centre corrects of a person comes down to the office.

use crate::at_the_centre::{TestCentre, finish, rated, send};
use crate::people::{Person, hire, rate, row, sheet};
use api::employees::{EmployeeDetail, GetEmployee};
use domain::assignment::Tenure;
use domain::{
    Assignment, AssignmentId, Document, Employee, Evaluation, JabatanKind, Kind, PersonReference,
    Rating, UserId,
};
use record::{Folded, decode};
use testkit::{TestOffice, day};
use uuid::Uuid;

fn detail(office: &TestOffice, of: &Person) -> EmployeeDetail {
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

/// The centre learns late that a person holds another post since 1 October. Answers the person in
/// that post.
fn promoted_since_october(centre: &TestCentre, office: &TestOffice, person: &Person) -> Person {
    let old = detail(office, person).assignments[0].assignment.clone();
    let next = Assignment {
        id: AssignmentId(Uuid::from_bytes([43; 16])),
        jabatan: "Kepala Seksi".to_owned(),
        from: day("2026-10-01"),
        ..old.clone()
    };
    let ended = Assignment {
        to: Some(day("2026-09-30")),
        ..old
    };
    let assignment = next.id;
    // The new post may come first, and alone.
    publish(centre, vec![Document::Assignment(next)]);
    send(office);
    publish(centre, vec![Document::Assignment(ended)]);
    send(office);
    Person {
        assignment,
        ..person.clone()
    }
}

fn ratings_at(centre: &TestCentre) -> Vec<Evaluation> {
    let office = centre.offices()[0].office;
    let found = centre.centre.documents(office, Kind::Evaluation);
    let found: Vec<Folded> = centre.runtime.block_on(found).unwrap();
    let rating = |it: Folded| {
        let body = it.body.unwrap();
        match decode(it.kind, body.schema, &body.bytes).unwrap() {
            Document::Evaluation(evaluation) => *evaluation,
            other => panic!("{other:?}"),
        }
    };
    found.into_iter().map(rating).collect()
}

#[test]
fn a_draft_goes_on_in_the_post_that_the_centre_gave_its_period() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    send(&office);
    let promoted = promoted_since_october(&centre, &office, &rina);

    assert_eq!(sheet(&office).rows.len(), 1);
    let draft = row(&office, &promoted);
    assert_eq!(draft.hasil_kerja.rating, Some(Rating::Sesuai));
    assert_eq!(draft.perilaku.rating, Some(Rating::Sesuai));
    assert!(office.ask(api::backup::Verify {}).unwrap().ok);

    finish(&office);
    assert!(send(&office).is_done);
    let ratings = ratings_at(&centre);
    let posts: Vec<AssignmentId> = ratings.iter().map(|it| it.assignment).collect();
    assert_eq!(posts, [promoted.assignment]);
    let verified = centre.runtime.block_on(centre.centre.verify()).unwrap();
    assert_eq!(verified.faults, []);
}

#[test]
fn what_was_sealed_in_the_old_post_is_not_changed_by_what_came_down() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    let rina = rated(&office, 1, "Rina");
    send(&office);
    let before = ratings_at(&centre);
    let promoted = promoted_since_october(&centre, &office, &rina);
    assert_eq!(row(&office, &promoted).hasil_kerja.rating, None);
    let again = send(&office);
    assert_eq!((again.sealed, again.sent), (0, 0));
    assert_eq!(ratings_at(&centre), before);
    assert!(office.ask(api::backup::Verify {}).unwrap().ok);
}
