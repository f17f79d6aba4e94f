use crate::cases::rows;
use domain::angka_kredit::{AngkaKredit, AngkaKreditError, angka_kredit};
use domain::rules::bundle;
use domain::{Jenjang, Predikat};
use proptest::prelude::*;
use rstest::rstest;

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/angka_kredit.csv")) {
        let jenjang = Jenjang::from_name(&row[0]).expect("a jenjang");
        let predikat = Predikat::from_name(&row[1]).expect("a predikat");
        let amount = angka_kredit(
            &bundle().angka_kredit,
            jenjang,
            predikat,
            row[2].parse().unwrap(),
        )
        .unwrap();
        let places = row[3]
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        assert_eq!(
            amount.display(places.try_into().unwrap()),
            row[3],
            "{row:?}"
        );
        if let Some(published) = row[4].strip_prefix("published as ") {
            assert_eq!(amount.display(2), published, "{row:?}");
        }
    }
}

#[rstest]
#[case(0, "4")]
#[case(2, "4.17")]
#[case(3, "4.167")]
#[case(9, "4.166666667")]
#[case(200, "4.166666667")]
fn shows_as_many_places_as_asked(#[case] places: u8, #[case] shown: &str) {
    let amount =
        angka_kredit(&bundle().angka_kredit, Jenjang::AhliMuda, Predikat::Baik, 2).unwrap();
    assert_eq!(amount.display(places), shown);
    assert_eq!(amount.indonesian(places), shown.replace('.', ","));
}

#[test]
fn rounds_half_up() {
    // 5 × 25 % × 3/12 = 0.3125
    let amount = angka_kredit(
        &bundle().angka_kredit,
        Jenjang::Terampil,
        Predikat::SangatKurang,
        3,
    )
    .unwrap();
    assert_eq!(amount.display(4), "0.3125");
    assert_eq!(amount.display(3), "0.313");
}

#[rstest]
#[case(0)]
#[case(13)]
#[case(255)]
fn refuses_months_outside_a_year(#[case] months: u8) {
    let result = angka_kredit(
        &bundle().angka_kredit,
        Jenjang::Mahir,
        Predikat::Baik,
        months,
    );
    assert_eq!(result, Err(AngkaKreditError::Months));
}

#[test]
fn printed_rows_add_up() {
    let month = angka_kredit(&bundle().angka_kredit, Jenjang::AhliMuda, Predikat::Baik, 1).unwrap();
    let exact: AngkaKredit = [month; 12].into_iter().sum();
    let printed: AngkaKredit = [month.rounded(3).unwrap(); 12].into_iter().sum();
    assert_eq!(exact.display(3), "25.000");
    assert_eq!(printed.display(3), "24.996", "12 × 2.083");
    assert_eq!(month.rounded(5), None);
}

#[test]
fn siasn_ids_are_given_where_they_are_known() {
    let rules = &bundle().angka_kredit;
    let ids: Vec<_> = Jenjang::ALL
        .into_iter()
        .filter_map(|jenjang| rules.siasn_coefficient_id(jenjang, Predikat::Baik))
        .collect();
    assert_eq!(ids, [52, 62, 72, 82, 12, 22, 32, 42]);
    assert_eq!(
        rules.siasn_coefficient_id(Jenjang::Mahir, Predikat::Kurang),
        None
    );
}

proptest! {
    #[test]
    fn months_of_a_year_add_up_to_any_split(split in 1_u8..12) {
        for jenjang in Jenjang::ALL {
            for predikat in Predikat::ALL {
                let parts = [split, 12 - split].map(|it| angka_kredit(&bundle().angka_kredit, jenjang, predikat, it).unwrap());
                let whole = angka_kredit(&bundle().angka_kredit, jenjang, predikat, 12).unwrap();
                prop_assert_eq!(parts.into_iter().sum::<AngkaKredit>(), whole);
            }
        }
    }
}
