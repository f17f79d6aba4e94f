use domain::Period;
use domain::assignment::Tenure;
use domain::nip::{NipKind, Sex};
use domain::rules::{BknSource, ColumnFate, ImportField, TitleField, bundle, fill, normalised};
use rstest::rstest;
use std::collections::BTreeSet;

/// The header of SIASN's employee export with both optional columns.
const SIASN: &str = "PNS ID, NIP BARU, NIP LAMA, NAMA, GELAR DEPAN, GELAR BELAKANG, TEMPAT LAHIR ID, TEMPAT LAHIR NAMA, TANGGAL LAHIR, JENIS KELAMIN, AGAMA ID, AGAMA NAMA, JENIS KAWIN ID, JENIS KAWIN NAMA, NIK, NOMOR HP, EMAIL, EMAIL GOV, ALAMAT, NPWP NOMOR, BPJS, JENIS PEGAWAI ID, JENIS PEGAWAI NAMA, KEDUDUKAN HUKUM ID, KEDUDUKAN HUKUM NAMA, STATUS CPNS PNS, KARTU ASN VIRTUAL, NOMOR SK CPNS, TANGGAL SK CPNS, TMT CPNS, NOMOR SK PNS, TANGGAL SK PNS, TMT PNS, GOL AWAL ID, GOL AWAL NAMA, GOL AKHIR ID, GOL AKHIR NAMA, TMT GOLONGAN, MK TAHUN, MK BULAN, JENIS JABATAN ID, JENIS JABATAN NAMA, JABATAN ID, JABATAN NAMA, TMT JABATAN, TINGKAT PENDIDIKAN ID, TINGKAT PENDIDIKAN NAMA, PENDIDIKAN ID, PENDIDIKAN NAMA, TAHUN LULUS, KPKN ID, KPKN NAMA, LOKASI KERJA ID, LOKASI KERJA NAMA, UNOR ID, UNOR NAMA, INSTANSI INDUK ID, INSTANSI INDUK NAMA, INSTANSI KERJA ID, INSTANSI KERJA NAMA, SATUAN KERJA INDUK ID, SATUAN KERJA INDUK NAMA, SATUAN KERJA KERJA ID, SATUAN KERJA KERJA NAMA, IS VALID NIK, NAMA SEKOLAH, FLAG IKD, ESELON ID, ESELON NAMA";

#[test]
fn every_siasn_column_is_known_and_personal_data_is_dropped() {
    let columns = &bundle().import_columns;
    let fates: Vec<(&str, ColumnFate)> = SIASN
        .split(", ")
        .map(|header| (header, columns.fate(header)))
        .collect();
    assert_eq!(fates.len(), 69);
    let unknown: Vec<_> = fates
        .iter()
        .filter(|(_, fate)| *fate == ColumnFate::Unknown)
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let sensitive: Vec<&str> = fates
        .iter()
        .filter(|(_, fate)| *fate == ColumnFate::Sensitive)
        .map(|(header, _)| *header)
        .collect();
    for header in [
        "NIK",
        "NOMOR HP",
        "EMAIL",
        "ALAMAT",
        "NPWP NOMOR",
        "AGAMA NAMA",
        "BPJS",
    ] {
        assert!(sensitive.contains(&header), "{header}");
    }
    let kept: BTreeSet<ImportField> = SIASN
        .split(", ")
        .filter_map(|header| columns.field(header))
        .collect();
    assert_eq!(kept.len(), 19, "{kept:?}");
}

#[rstest]
#[case("GOL AKHIR NAMA", ImportField::Golongan)]
#[case("Pangkat/Gol. Ruang", ImportField::Golongan)]
#[case("  nama \n lengkap ", ImportField::Name)]
#[case("N I P", ImportField::Nip)]
#[case("NIP/NIPPPK", ImportField::Nip)]
#[case("NIP.", ImportField::Nip)]
#[case("TMT_JABATAN", ImportField::JabatanSince)]
#[case("Unit Kerja", ImportField::Unit)]
#[case("Jenis Kelamin (L/P)", ImportField::Sex)]
#[case("Capaian (%)", ImportField::Capaian)]
#[case("Pejabat Penilai", ImportField::AppraiserName)]
#[case("NIP Pejabat Penilai Kinerja", ImportField::AppraiserNip)]
#[case("Jabatan Atasan Langsung", ImportField::AppraiserJabatan)]
#[case("Atasan Pejabat Penilai", ImportField::SuperiorName)]
#[case("NIP Atasan Pejabat Penilai Kinerja", ImportField::SuperiorNip)]
#[case("pegawai_atasan_golru", ImportField::AppraiserGolongan)]
fn headers_of_real_lists_name_their_field(#[case] header: &str, #[case] field: ImportField) {
    assert_eq!(bundle().import_columns.field(header), Some(field));
}

#[rstest]
#[case("No. KTP")]
#[case("No HP/WA")]
#[case("Alamat Rumah")]
#[case("Agama")]
#[case("NPWP")]
#[case("Golongan Darah")]
fn sensitive_columns_are_never_fields(#[case] header: &str) {
    let fate = bundle().import_columns.fate(header);
    assert_eq!(fate, ColumnFate::Sensitive);
}

#[test]
fn the_better_of_two_columns_has_the_lower_rank() {
    let rank = |header| match bundle().import_columns.fate(header) {
        ColumnFate::Field { rank, .. } => rank,
        fate => panic!("{header}: {fate:?}"),
    };
    assert!(rank("PENDIDIKAN NAMA") < rank("TINGKAT PENDIDIKAN NAMA"));
    assert!(rank("JENIS PEGAWAI NAMA") < rank("STATUS CPNS PNS"));
    assert!(rank("Golongan") < rank("Pangkat"));
}

#[test]
fn aliases_are_normalised_and_name_one_field_each() {
    let columns = &bundle().import_columns;
    let mut fields = BTreeSet::new();
    for (field, aliases) in columns.fields() {
        assert!(fields.insert(field), "{field:?} twice");
        assert!(!aliases.is_empty(), "{field:?}");
        for (place, alias) in aliases.iter().enumerate() {
            assert_eq!(normalised(alias), *alias);
            // An alias that stood twice would have lost one of its places.
            assert_eq!(
                columns.fate(alias),
                ColumnFate::Field { field, rank: place },
                "{alias}"
            );
        }
    }
    assert_eq!(fields.len(), 33);
    assert_eq!(columns.header_rows_searched(), 30);
}

#[test]
fn words_of_cells_are_read() {
    let columns = &bundle().import_columns;
    assert_eq!(columns.sex("L"), Some(Sex::Male));
    assert_eq!(columns.sex("Laki-laki"), Some(Sex::Male));
    assert_eq!(columns.sex("PEREMPUAN"), Some(Sex::Female));
    assert_eq!(columns.sex("?"), None);
    assert_eq!(columns.kind("P3K"), Some(NipKind::Pppk));
    assert_eq!(columns.kind("CPNS"), Some(NipKind::Pns));
    assert_eq!(columns.kind("Honorer"), None);
    assert_eq!(columns.tenure("Plt."), Some(Tenure::Plt));
    assert_eq!(columns.tenure("0"), Some(Tenure::Definitif));
    assert_eq!(columns.tenure("kosong"), None);
}

#[test]
fn the_full_form_has_its_31_columns_in_order() {
    let names: Vec<&str> = bundle()
        .bkn_columns
        .full()
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(
        names.join(", "),
        "jenis, id, nip, nama, periode_awal_skp, periode_akhir_skp, skp_unor_id, skp_unor, \
         skp_unor_induk, skp_jabatan, skp_jenis_jabatan, is_skp_plt_plh_pjb, hasil_kerja, \
         perilaku_kerja, hasil_akhir, pegawai_atasan_id, pegawai_atasan_nip, \
         pegawai_atasan_nama, pegawai_atasan_unor_id, pegawai_atasan_unor, \
         pegawai_atasan_jabatan, pegawai_atasan_golru, waktu_dinilai, pegawai_penilai_id, \
         tahun_skp, skp_id, periode_id, skp_penilaian_id, golru, jenis_pegawai, bulan_skp"
    );
    assert_eq!(names.len(), 31);
}

#[test]
fn the_short_form_has_its_13_columns_and_the_same_sources() {
    let columns = &bundle().bkn_columns;
    let names: Vec<&str> = columns
        .short()
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(
        names.join(", "),
        "No, nip, nama, skp_unor, skp_unor_induk, skp_jabatan, hasil_kerja, perilaku_kerja, \
         hasil_akhir, golru, jenis_pegawai, skp_jenis_jabatan, is_skp_plt_plh_pjb"
    );
    for column in columns.short() {
        let full = columns.full().iter().find(|it| it.name == column.name);
        let expected = full.map_or(BknSource::RowNumber, |it| it.source);
        assert_eq!(column.source, expected, "{}", column.name);
    }
}

#[rstest]
#[case(
    "2026-10",
    "Laporan Penilaian SKP Periode Bulanan MonthCapitals Tahun Year"
)]
#[case(
    "2026-TW4",
    "Laporan Penilaian SKP Periode Triwulan Quarter Tahun Year"
)]
fn titles_are_filled(#[case] period: &str, #[case] first: &str) {
    let period: Period = period.parse().unwrap();
    let columns = &bundle().bkn_columns;
    let lines = columns
        .titles(period)
        .each_ref()
        .map(|line| fill(line, |it| format!("{it:?}")));
    assert_eq!(lines[0], first);
    assert_eq!(lines[1], "Instansi Instansi");
    assert_eq!(lines[3], "Unor Induk : UnitParent");
    assert_eq!(lines[4], "Unor : Unit");
    assert_eq!(lines[5], "Data ditarik pada : Stamp");
    assert!(
        lines.iter().all(|line| !line.contains(['{', '}'])),
        "{lines:?}"
    );
    assert_eq!(columns.header_row(), 8);
}

#[test]
fn braces_in_a_value_stay_as_they_are() {
    let filled = fill("{unor} {x} {", |field| match field {
        TitleField::Unit => "{tahun}".to_owned(),
        field => panic!("{field:?} is not in the line"),
    });
    assert_eq!(filled, "{tahun} {x} {");
}
