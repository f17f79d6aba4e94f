//! What was valid in a period stays what its workbook shows.

use journeys::desk::Pc;
use journeys::terminal::{NOW, kinerja, kinerja_at};
use journeys::workbook;
use rstest::rstest;
use std::fs;

const NOVEMBER: &str = "2026-11-20T02:00:00Z";

/// Lets a list of one person in.
fn import(pc: &Pc, now: &str, list: &str) -> anyhow::Result<()> {
    let file = pc.file("daftar.csv");
    fs::write(&file, list)?;
    kinerja_at(pc, now, &["impor", &file.to_string_lossy()])?.with(0)?;
    Ok(())
}

/// The cells of the only row under these heads.
fn exported(pc: &Pc, period: &str, heads: [&str; 2]) -> anyhow::Result<[String; 2]> {
    let file = pc.file("ekspor.xlsx");
    let to = file.to_string_lossy();
    let call = ["ekspor", "--periode", period, "--ke", &to, "--ganti"];
    kinerja_at(pc, NOVEMBER, &call)?.with(0)?;
    let rows = workbook::rows(&file)?;
    assert_eq!(rows.len(), 9, "one person");
    let cells = rows[7].iter().zip(&rows[8]);
    let under = |head: &str| cells.clone().find(|(it, _)| *it == head);
    Ok(heads.map(|head| {
        under(head)
            .map(|(_, cell)| cell.clone())
            .unwrap_or_default()
    }))
}

#[rstest]
#[case::with_its_day(
    "NIP;Nama;Jabatan;Gol/Ruang;TMT Golongan;TMT Jabatan;Unit Kerja\n\
     198609262015051001;Budi;Kepala Seksi Data;III/d;01-11-2026;01-11-2026;Dinas\n"
)]
#[case::in_a_list_of_november(
    "NIP;Nama;Jabatan;Gol/Ruang;Unit Kerja\n\
     198609262015051001;Budi;Kepala Seksi Data;III/d;Dinas\n"
)]
fn a_promotion_on_the_first_of_november_does_not_change_october(
    #[case] list: &str,
) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let first = "NIP;Nama;Jabatan;Gol/Ruang;Unit Kerja\n\
                 198609262015051001;Budi;Pengelola Data;III/c;Dinas\n";
    import(&pc, NOW, first)?;
    let heads = ["skp_jabatan", "golru"];
    let before = ["Pengelola Data", "III/c"];
    assert_eq!(exported(&pc, "2026-10", heads)?, before);
    import(&pc, NOVEMBER, list)?;
    assert_eq!(exported(&pc, "2026-10", heads)?, before);
    assert_eq!(
        exported(&pc, "2026-11", heads)?,
        ["Kepala Seksi Data", "III/d"]
    );
    Ok(())
}

#[test]
fn somebody_who_is_corrected_into_the_list_can_be_rated_in_the_month_that_is_over()
-> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(
        &pc,
        NOVEMBER,
        "NIP;Nama;Unit Kerja\n198609262015051001;Budi;Dinas\n",
    )?;
    import(
        &pc,
        NOVEMBER,
        "NIP;Nama;Unit Kerja\n199011022014022003;Rina;Dinas\n",
    )?;
    let ratings = pc.file("nilai.csv");
    fs::write(
        &ratings,
        "nip,hasil,perilaku\n199011022014022003,sesuai,sesuai\n",
    )?;
    let call = ["nilai", &ratings.to_string_lossy(), "--periode", "2026-10"];
    let rated = kinerja_at(&pc, NOVEMBER, &call)?.with(0)?;
    assert_eq!(rated["applied"], 1);
    Ok(())
}

#[test]
fn attainment_in_a_list_goes_to_the_month_of_the_import() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let list = "NIP;Nama;Unit Kerja;Capaian\n198609262015051001;Budi;Dinas;87,5\n";
    import(&pc, NOW, list)?;
    let stored = journeys::stored::attainments(&pc)?;
    assert_eq!(stored.into_values().collect::<Vec<_>>(), [8750]);
    Ok(())
}

#[test]
fn a_quarter_has_its_own_words() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let call = ["latihan", "--pegawai", "3", "--periode", "2026-TW4"];
    let now = "2026-12-28T02:00:00Z";
    kinerja_at(&pc, now, &call)?.with(0)?;
    let file = pc.file("triwulan.xlsx");
    let to = file.to_string_lossy();
    kinerja_at(&pc, now, &["ekspor", "--periode", "2026-TW4", "--ke", &to])?.with(0)?;
    let rows = workbook::rows(&file)?;
    let title = "DATA LATIHAN – Laporan Penilaian SKP Periode Triwulan IV Tahun 2026";
    assert_eq!(rows[0][0], title);
    assert_eq!(rows[2][0], "Periode : Triwulan IV");
    assert!(rows[8..].iter().all(|row| row[0] == "Triwulanan"));
    assert_eq!(rows[8][4..6], ["01-10-2026", "31-12-2026"]);
    Ok(())
}

#[test]
fn an_exception_that_is_said_again_is_corrected() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(
        &pc,
        NOVEMBER,
        "NIP;Nama;Unit Kerja\n198609262015051001;Budi;Dinas\n",
    )?;
    let leave = |until: &str| {
        let nip = "198609262015051001";
        let call = [
            "pengecualian",
            nip,
            "cuti_besar",
            "--dari",
            "2026-10-01",
            "--sampai",
            until,
        ];
        kinerja(&pc, &call)?.with(0)
    };
    let heads = ["nip", "hasil_akhir"];
    let missing = |period: &str| -> anyhow::Result<usize> {
        let list = kinerja(&pc, &["kurang", "--periode", period])?.with(0)?;
        Ok(list.as_array().map_or(0, Vec::len))
    };
    leave("2026-12-31")?;
    assert_eq!(exported(&pc, "2026-12", heads)?[1], "-");
    assert_eq!((missing("2026-10")?, missing("2026-12")?), (0, 0));
    leave("2026-10-31")?;
    assert_eq!(missing("2026-10")?, 0);
    assert_ne!(missing("2026-12")?, 0, "the leave ends in October now");
    Ok(())
}
