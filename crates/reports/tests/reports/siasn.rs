//! The employee export of SIASN: 69 columns, of which most may not be kept.

use crate::support::{ANDI, entries, read, xlsx};
use chrono::NaiveDate;
use domain::rules::bundle;
use domain::{Golongan, JabatanKind};
use reports::import::{self, ImportField};

const HEADS: &str = "PNS ID,NIP BARU,NIP LAMA,NAMA,GELAR DEPAN,GELAR BELAKANG,TEMPAT LAHIR ID,\
TEMPAT LAHIR NAMA,TANGGAL LAHIR,JENIS KELAMIN,AGAMA ID,AGAMA NAMA,JENIS KAWIN ID,JENIS KAWIN NAMA,\
NIK,NOMOR HP,EMAIL,EMAIL GOV,ALAMAT,NPWP NOMOR,BPJS,JENIS PEGAWAI ID,JENIS PEGAWAI NAMA,\
KEDUDUKAN HUKUM ID,KEDUDUKAN HUKUM NAMA,STATUS CPNS PNS,KARTU ASN VIRTUAL,NOMOR SK CPNS,\
TANGGAL SK CPNS,TMT CPNS,NOMOR SK PNS,TANGGAL SK PNS,TMT PNS,GOL AWAL ID,GOL AWAL NAMA,\
GOL AKHIR ID,GOL AKHIR NAMA,TMT GOLONGAN,MK TAHUN,MK BULAN,JENIS JABATAN ID,JENIS JABATAN NAMA,\
JABATAN ID,JABATAN NAMA,TMT JABATAN,TINGKAT PENDIDIKAN ID,TINGKAT PENDIDIKAN NAMA,PENDIDIKAN ID,\
PENDIDIKAN NAMA,TAHUN LULUS,KPKN ID,KPKN NAMA,LOKASI KERJA ID,LOKASI KERJA NAMA,UNOR ID,UNOR NAMA,\
INSTANSI INDUK ID,INSTANSI INDUK NAMA,INSTANSI KERJA ID,INSTANSI KERJA NAMA,\
SATUAN KERJA INDUK ID,SATUAN KERJA INDUK NAMA,SATUAN KERJA KERJA ID,SATUAN KERJA KERJA NAMA,\
IS VALID NIK,NAMA SEKOLAH,FLAG IKD,ESELON ID,ESELON NAMA";

fn value(head: &str) -> &str {
    match head {
        "PNS ID" => "A8ACA7E1",
        "NIP BARU" => ANDI,
        "NAMA" => "ANDI SAPUTRA",
        "GELAR DEPAN" => "Drs.",
        "GELAR BELAKANG" => "M.Si",
        "TANGGAL LAHIR" => "12-04-1985",
        "JENIS KELAMIN" => "M",
        "AGAMA NAMA" => "rahasia-agama",
        "NIK" => "rahasia-nik",
        "NOMOR HP" => "rahasia-hp",
        "EMAIL" => "rahasia-email",
        "ALAMAT" => "rahasia-alamat",
        "NPWP NOMOR" => "rahasia-npwp",
        "JENIS PEGAWAI NAMA" => "PNS Daerah",
        "KEDUDUKAN HUKUM NAMA" => "Aktif",
        "GOL AWAL NAMA" => "III/a",
        "GOL AKHIR ID" => "33",
        "GOL AKHIR NAMA" => "III/c",
        "TMT GOLONGAN" => "01-04-2022",
        "JENIS JABATAN NAMA" => "Jabatan Struktural",
        "JABATAN NAMA" => "CAMAT SIMEULUE TIMUR",
        "TMT JABATAN" => "2023-01-05",
        "PENDIDIKAN NAMA" => "S-2 ADMINISTRASI PUBLIK",
        "UNOR ID" => "8ae482a7",
        "UNOR NAMA" => "KECAMATAN SIMEULUE TIMUR",
        "INSTANSI KERJA NAMA" => "Pemerintah Kab. Simeulue",
        "ESELON NAMA" => "III.a",
        _ => "x",
    }
}

#[test]
fn the_export_is_read_and_personal_columns_are_not_kept() {
    let heads: Vec<&str> = HEADS.split(',').collect();
    assert_eq!(heads.len(), 69);
    let cells: Vec<&str> = heads.iter().map(|head| value(head)).collect();
    let bytes = xlsx(|sheet| crate::support::put(sheet, 0, &[&heads, &cells]));
    let sheet = read("siasn.xlsx", bytes).expect("a list");
    assert!(
        !format!("{sheet:?}").contains("rahasia"),
        "a personal column was kept"
    );

    let list = import::rows(&sheet, bundle());
    for head in [
        "NIK",
        "NOMOR HP",
        "ALAMAT",
        "AGAMA NAMA",
        "NPWP NOMOR",
        "EMAIL",
        "BPJS",
    ] {
        assert!(
            list.dropped.iter().any(|it| it == head),
            "{head} is not listed as dropped"
        );
    }
    let field = |field| {
        list.mapping
            .iter()
            .find(|it| it.field == field)
            .map(|it| it.header.as_str())
    };
    assert_eq!(field(ImportField::Golongan), Some("GOL AKHIR NAMA"));
    assert_eq!(field(ImportField::Education), Some("PENDIDIKAN NAMA"));
    assert_eq!(field(ImportField::EmployeeKind), Some("JENIS PEGAWAI NAMA"));
    assert_eq!(
        list.mapping.len() + list.ignored.len() + list.dropped.len(),
        heads.len()
    );

    let entry = entries(&list)[0];
    assert_eq!(entry.name, "ANDI SAPUTRA");
    assert_eq!(
        (entry.title_before.as_str(), entry.title_after.as_str()),
        ("Drs.", "M.Si")
    );
    assert_eq!(entry.pns_id.as_deref(), Some("A8ACA7E1"));
    assert_eq!(entry.unit_siasn_id.as_deref(), Some("8ae482a7"));
    assert_eq!(entry.unit, "KECAMATAN SIMEULUE TIMUR");
    assert_eq!(entry.instansi, "Pemerintah Kab. Simeulue");
    assert_eq!(entry.golongan, Golongan::pns(3, 2));
    assert_eq!(entry.jabatan_kind, Some(JabatanKind::Administrator));
    assert_eq!(entry.jabatan_since, NaiveDate::from_ymd_opt(2023, 1, 5));
    assert_eq!(list.warnings().count(), 0);
}
