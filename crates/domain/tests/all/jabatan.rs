use domain::rules::bundle;
use domain::{JabatanKind, Jenjang};
use rstest::rstest;

#[rstest]
#[case("Jabatan Fungsional Tertentu", "", Some(JabatanKind::Fungsional))]
#[case("JABATAN PELAKSANA", "", Some(JabatanKind::Pelaksana))]
#[case("Jabatan Fungsional Umum", "", Some(JabatanKind::Pelaksana))]
#[case("Jabatan Struktural", "II.b", Some(JabatanKind::Jpt))]
#[case("Jabatan Struktural", "III.a", Some(JabatanKind::Administrator))]
#[case("Struktural", "Eselon IV/B", Some(JabatanKind::Pengawas))]
#[case("", "IVA", Some(JabatanKind::Pengawas))]
#[case("Struktural", "", None)]
#[case("", "", None)]
#[case("Jabatan Lain", "III.a", None)]
fn tells_the_kind_of_a_post(
    #[case] name: &str,
    #[case] eselon: &str,
    #[case] kind: Option<JabatanKind>,
) {
    assert_eq!(bundle().jabatan.kind(name, eselon), kind);
}

#[rstest]
#[case("Perawat Ahli Muda", Some(Jenjang::AhliMuda))]
#[case("BIDAN TERAMPIL", Some(Jenjang::Terampil))]
#[case("Guru Ahli  Pertama", Some(Jenjang::AhliPertama))]
#[case("Pranata Komputer Pelaksana Lanjutan", Some(Jenjang::Mahir))]
#[case("Penyelia", Some(Jenjang::Penyelia))]
#[case("Kepala Seksi Pemuda", None)]
#[case("Pengolah Data", None)]
fn reads_the_jenjang_at_the_end(#[case] jabatan: &str, #[case] jenjang: Option<Jenjang>) {
    assert_eq!(bundle().jabatan.jenjang(jabatan), jenjang);
}

#[test]
fn data_and_code_agree_about_siasn() {
    for kind in JabatanKind::ALL {
        assert_eq!(bundle().jabatan.siasn_code(kind), kind.siasn_code());
        assert!(!bundle().jabatan.bkn_word(kind).is_empty());
    }
}

#[test]
fn names_of_jenjang_read_back() {
    for jenjang in Jenjang::ALL {
        assert_eq!(
            Jenjang::from_name(&jenjang.name().to_uppercase()),
            Some(jenjang)
        );
        assert_eq!(bundle().jabatan.jenjang(jenjang.name()), Some(jenjang));
    }
}
