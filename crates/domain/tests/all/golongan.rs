use domain::Golongan;
use domain::nip::NipKind;
use proptest::prelude::*;
use rstest::rstest;

fn every_golongan() -> Vec<Golongan> {
    let pns = (1..=4)
        .flat_map(|golongan| (0..=4).filter_map(move |ruang| Golongan::pns(golongan, ruang)));
    pns.chain((1..=17).filter_map(Golongan::pppk)).collect()
}

#[test]
fn there_are_17_of_each_kind() {
    let all = every_golongan();
    assert_eq!(all.iter().filter(|it| it.fits(NipKind::Pns)).count(), 17);
    assert_eq!(all.iter().filter(|it| it.fits(NipKind::Pppk)).count(), 17);
    for golongan in all {
        assert_eq!(golongan.to_string().parse(), Ok(golongan));
        assert_eq!(golongan.pangkat().is_some(), golongan.fits(NipKind::Pns));
    }
}

#[rstest]
#[case("III/b", "III/b")]
#[case("iii/B", "III/b")]
#[case(" III - b ", "III/b")]
#[case("IIIb", "III/b")]
#[case("III.b", "III/b")]
#[case("IV/e", "IV/e")]
#[case("ix", "IX")]
#[case("XVII", "XVII")]
fn reads_a_golongan_alone(#[case] text: &str, #[case] shown: &str) {
    assert_eq!(text.parse::<Golongan>().unwrap().to_string(), shown);
}

#[rstest]
#[case("")]
#[case("III/e")]
#[case("V/a")]
#[case("XVIII")]
#[case("III/bb")]
#[case("3/b")]
#[case("Ⅲ/b")]
#[case("III/")]
#[case("/b")]
fn refuses_what_no_table_knows(#[case] text: &str) {
    assert!(text.parse::<Golongan>().is_err());
}

#[rstest]
#[case("I/a", 11, "Juru Muda")]
#[case("II/d", 24, "Pengatur Tingkat I")]
#[case("III/b", 32, "Penata Muda Tingkat I")]
#[case("IV/e", 45, "Pembina Utama")]
fn carries_siasn_id_and_pangkat(#[case] text: &str, #[case] id: u8, #[case] pangkat: &str) {
    let golongan: Golongan = text.parse().unwrap();
    assert_eq!(golongan.siasn_id(), Some(id));
    assert_eq!(golongan.pangkat(), Some(pangkat));
}

#[test]
fn a_value_outside_the_tables_still_prints() {
    assert_eq!(Golongan::Pppk(0).to_string(), "?");
    assert!(
        Golongan::Pns {
            golongan: 0,
            ruang: 255
        }
        .to_string()
        .starts_with("?/")
    );
    assert_eq!(
        Golongan::Pns {
            golongan: 9,
            ruang: 9
        }
        .pangkat(),
        None
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,16}") {
        if let Ok(golongan) = text.parse::<Golongan>() {
            prop_assert_eq!(golongan.to_string().parse::<Golongan>(), Ok(golongan));
        }
    }
}
