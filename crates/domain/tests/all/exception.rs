use crate::cases::day;
use domain::{EmployeeId, Exception, ExceptionId, ExceptionKind, Period};
use rstest::rstest;
use uuid::Uuid;

fn exception(kind: ExceptionKind, from: &str, to: &str) -> Exception {
    Exception {
        id: ExceptionId(Uuid::nil()),
        employee: EmployeeId(Uuid::nil()),
        kind,
        from: day(from),
        to: (!to.is_empty()).then(|| day(to)),
        letter: "800/12/2026".to_owned(),
    }
}

#[rstest]
#[case::whole_month("2026-10-01", "2026-10-31", true)]
#[case::last_day_only("2026-10-31", "2026-11-30", true)]
#[case::open_end("2026-10-20", "", true)]
#[case::more_than_half("2026-10-01", "2026-10-16", true)]
#[case::less_than_half("2026-10-01", "2026-10-15", false)]
#[case::before("2026-07-01", "2026-09-30", false)]
#[case::after("2026-11-01", "", false)]
#[case::backwards("2026-10-20", "2026-10-10", false)]
fn leave_exempts_from_october(#[case] from: &str, #[case] to: &str, #[case] expected: bool) {
    let october = Period::month(2026, 10).unwrap();
    for kind in [ExceptionKind::CutiBesar, ExceptionKind::TugasBelajar] {
        let exception = exception(kind, from, to);
        assert_eq!(exception.exempts(october), expected, "{kind:?}");
        assert!(!exception.left_before(october), "nobody on leave has left");
    }
}

#[rstest]
#[case("2026-10", true, false)]
#[case("2026-11", true, true)]
#[case("2026-12", true, true)]
#[case("2026-09", false, false)]
fn who_retires_on_1_november_is_in_october_and_gone_in_november(
    #[case] period: &str,
    #[case] exempt: bool,
    #[case] gone: bool,
) {
    let period: Period = period.parse().unwrap();
    let day_before = exception(ExceptionKind::Pensiun, "2026-10-31", "");
    let first_day = exception(ExceptionKind::Pensiun, "2026-11-01", "");
    assert_eq!(day_before.exempts(period), exempt);
    assert_eq!(first_day.left_before(period), gone);
    assert_eq!(day_before.left_before(period), gone);
}

#[test]
fn codes_are_unique_and_read_back() {
    for kind in ExceptionKind::ALL {
        assert_eq!(ExceptionKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(ExceptionKind::from_code("cuti"), None);
}
