use domain::{Employee, EmployeeId, Nip, nip::NipKind};
use rstest::rstest;
use uuid::Uuid;

#[rstest]
#[case("", "Siti", "", "Siti")]
#[case("dr.", "Nur'aini", "Sp.A", "dr. Nur'aini, Sp.A")]
#[case("", "Andi", "S.Sos., M.Si.", "Andi, S.Sos., M.Si.")]
fn titles_stand_around_the_name(
    #[case] before: &str,
    #[case] name: &str,
    #[case] after: &str,
    #[case] full: &str,
) {
    let employee = Employee {
        id: EmployeeId(Uuid::nil()),
        name: name.to_owned(),
        title_before: before.to_owned(),
        title_after: after.to_owned(),
        nip: Nip::parse("198609262015051001").unwrap(),
        kind: NipKind::Pns,
        sex: None,
        birth_date: None,
        golongan: None,
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    };
    assert_eq!(employee.full_name(), full);
}
