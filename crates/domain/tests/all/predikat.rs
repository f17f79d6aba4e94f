use crate::cases::rows;
use domain::rules::bundle;
use domain::{Predikat, Rating};
use rstest::rstest;

#[test]
fn worked_cases_agree() {
    let cases = rows(include_str!("../cases/predikat_matrix.csv"));
    assert_eq!(cases.len(), 9);
    let words = &bundle().siasn_words;
    for row in cases {
        let hasil = Rating::from_code(&row[0]).expect("a rating");
        let perilaku = Rating::from_code(&row[1]).expect("a rating");
        let predikat = Predikat::of(hasil, perilaku);
        assert_eq!(predikat.name(), &row[2], "{row:?}");
        assert_eq!(words.rating_code(hasil).to_string(), row[3], "{row:?}");
        assert_eq!(words.rating_code(perilaku).to_string(), row[4], "{row:?}");
        assert_eq!(words.kuadran(predikat).to_string(), row[5], "{row:?}");
    }
}

#[rstest]
#[case("Kurang", Predikat::Kurang)]
#[case("misconduct", Predikat::Kurang)]
#[case("KURANG/MISCONDUCT", Predikat::Kurang)]
#[case(" sangat_kurang ", Predikat::SangatKurang)]
#[case("Cukup", Predikat::ButuhPerbaikan)]
#[case("sangat BAIK", Predikat::SangatBaik)]
fn reads_names(#[case] name: &str, #[case] expected: Predikat) {
    assert_eq!(Predikat::from_name(name), Some(expected));
}

#[test]
fn refuses_other_names() {
    assert_eq!(Predikat::from_name("Istimewa"), None);
    assert_eq!(Predikat::from_name(""), None);
}
