use crate::cases::day;
use domain::{Timestamp, Zone};
use rstest::rstest;

#[rstest]
#[case(Zone::Wib, "2026-10-31", "23.30")]
#[case(Zone::Wita, "2026-11-01", "00.30")]
#[case(Zone::Wit, "2026-11-01", "01.30")]
fn an_instant_falls_on_the_day_of_its_zone(
    #[case] zone: Zone,
    #[case] date: &str,
    #[case] clock: &str,
) {
    let utc = day("2026-10-31").and_hms_opt(16, 30, 0).unwrap().and_utc();
    let at = Timestamp(utc.timestamp_micros());
    assert_eq!(zone.day(at), day(date));
    assert_eq!(domain::calendar::clock(zone.local(at)), clock);
}

#[test]
fn an_instant_beyond_the_calendar_does_not_panic() {
    for micros in [i64::MIN, i64::MAX] {
        assert_eq!(Zone::Wit.day(Timestamp(micros)), day("1970-01-01"));
    }
}
