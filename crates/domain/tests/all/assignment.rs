use crate::cases::day;
use domain::assignment::Tenure;
use domain::{Assignment, AssignmentId, EmployeeId, JabatanKind, Period, UnitId};
use rstest::rstest;
use uuid::Uuid;

fn assignment(from: &str, to: &str) -> Assignment {
    Assignment {
        id: AssignmentId(Uuid::nil()),
        employee: EmployeeId(Uuid::nil()),
        unit: UnitId(Uuid::nil()),
        jabatan: "Analis Kependudukan".to_owned(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: None,
        appraiser: None,
        appraiser_superior: None,
        from: day(from),
        to: (!to.is_empty()).then(|| day(to)),
        tenure: Tenure::Definitif,
    }
}

#[rstest]
#[case("2020-01-01", "", Some(("2026-10-01", "2026-10-31")))]
#[case("2020-01-01", "2026-10-31", Some(("2026-10-01", "2026-10-31")))]
#[case("2026-10-31", "", Some(("2026-10-31", "2026-10-31")))]
#[case("2026-10-05", "2026-10-09", Some(("2026-10-05", "2026-10-09")))]
#[case("2026-11-01", "", None)]
#[case("2020-01-01", "2026-09-30", None)]
fn covers_the_days_it_shares_with_october(
    #[case] from: &str,
    #[case] to: &str,
    #[case] expected: Option<(&str, &str)>,
) {
    let october = Period::month(2026, 10).unwrap();
    let assignment = assignment(from, to);
    assert_eq!(
        assignment.within(october),
        expected.map(|(first, last)| (day(first), day(last)))
    );
    assert_eq!(assignment.touches(october), expected.is_some());
}
