//! One period at the terminal: a messy list, ratings, exceptions, what is missing, *Siap dikirim*
//! and the workbooks, read back cell by cell by other readers than the one that wrote them.

use journeys::desk::Pc;
use journeys::disk::skip;
use journeys::lists::{PEOPLE, messy_workbook};
use journeys::terminal::{kinerja, kinerja_at};
use journeys::workbook;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

const UNIT: &str = "Dinas Kependudukan dan Pencatatan Sipil";
const HEAD: &str = "197205121996032001";
/// Rated *di atas* with a reason, and without evidence.
const ABOVE: usize = 1;
/// Rated *di bawah* without a reason.
const BELOW: usize = 2;
const NOT_RATED: usize = 3;
const HALF_RATED: usize = 4;
/// On leave in the period.
const ON_LEAVE: [usize; 2] = [5, 9];
/// Left before the period began.
const GONE: usize = 20;
/// Leaves in the middle of the period.
const LEAVING: usize = 21;

const HEADS: [&str; 31] = [
    "jenis",
    "id",
    "nip",
    "nama",
    "periode_awal_skp",
    "periode_akhir_skp",
    "skp_unor_id",
    "skp_unor",
    "skp_unor_induk",
    "skp_jabatan",
    "skp_jenis_jabatan",
    "is_skp_plt_plh_pjb",
    "hasil_kerja",
    "perilaku_kerja",
    "hasil_akhir",
    "pegawai_atasan_id",
    "pegawai_atasan_nip",
    "pegawai_atasan_nama",
    "pegawai_atasan_unor_id",
    "pegawai_atasan_unor",
    "pegawai_atasan_jabatan",
    "pegawai_atasan_golru",
    "waktu_dinilai",
    "pegawai_penilai_id",
    "tahun_skp",
    "skp_id",
    "periode_id",
    "skp_penilaian_id",
    "golru",
    "jenis_pegawai",
    "bulan_skp",
];

fn nip(person: usize) -> String {
    PEOPLE[person]
        .nip
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// Imports the messy list into an empty place.
fn import(pc: &Pc) -> anyhow::Result<Value> {
    let list = pc.file("daftar pegawai.xlsx");
    messy_workbook(&list)?;
    kinerja(pc, &["impor", &list.to_string_lossy()])?.with(3)
}

/// Rates, and notes who is exempt.
fn rate(pc: &Pc) -> anyhow::Result<Value> {
    for (person, kind, from) in [
        (ON_LEAVE[0], "cuti_besar", "2026-10-01"),
        (ON_LEAVE[1], "tugas_belajar", "2026-09-01"),
        (GONE, "pensiun", "2026-09-01"),
        (LEAVING, "pensiun", "2026-10-16"),
    ] {
        let mut call = vec!["pengecualian", "", kind, "--dari", from];
        let nip = nip(person);
        call[1] = &nip;
        if kind == "cuti_besar" {
            call.extend(["--sampai", "2026-12-31", "--surat", "851/17/2026"]);
        }
        kinerja(pc, &call)?.with(0)?;
    }
    let mut text = String::from("nip,hasil,perilaku,alasan\n");
    for person in 0..PEOPLE.len() {
        text += &match person {
            ABOVE => format!("{},di_atas,sesuai,\"120 akta, tiga hari\"\n", nip(person)),
            BELOW => format!("{},sesuai,di_bawah,\n", nip(person)),
            HALF_RATED => format!("{},sesuai,,\n", nip(person)),
            NOT_RATED | GONE | LEAVING => continue,
            _ if ON_LEAVE.contains(&person) => continue,
            _ => format!("{},Sesuai,sesuai,\n", nip(person)),
        };
    }
    text += &format!(
        "198609262015051001,sesuai,sesuai,\n{},baik,sesuai,\n",
        nip(0)
    );
    text += &format!("1986,sesuai,sesuai,\n{},sesuai,sesuai,\n", nip(ON_LEAVE[0]));
    text += &format!("{},sesuai,sesuai,\n{},,,\n", nip(GONE), nip(NOT_RATED));
    let file = pc.file("nilai.csv");
    fs::write(&file, text)?;
    let period = ["--periode", "2026-10"];
    kinerja(
        pc,
        &[&["nilai", &file.to_string_lossy()], &period[..]].concat(),
    )?
    .with(3)
}

fn export(pc: &Pc, now: &str, form: &str) -> anyhow::Result<std::path::PathBuf> {
    let file = pc.file(&format!("{form} {}.xlsx", now.replace(':', ".")));
    let to = file.to_string_lossy();
    let call = [
        "ekspor",
        "--periode",
        "2026-10",
        "--ke",
        &to,
        "--bentuk",
        form,
    ];
    kinerja_at(pc, now, &call)?.with(0)?;
    Ok(file)
}

#[test]
fn a_messy_list_goes_in_with_every_problem_named() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let list = pc.file("daftar.xlsx");
    messy_workbook(&list)?;
    let list = list.to_string_lossy();
    let shown = kinerja(&pc, &["impor", &list, "--pratinjau"])?.with(3)?;
    assert!(!pc.data().exists(), "a preview leaves nothing behind");
    assert!(!pc.keys().exists(), "a preview makes no key");

    let done = kinerja(&pc, &["impor", &list])?.with(3)?;
    assert_eq!(done, shown, "the preview says what happens");
    assert_eq!((&done["new"], &done["changed"]), (&json!(25), &json!(0)));
    assert_eq!((&done["same"], &done["missing"]), (&json!(0), &json!(0)));
    let rejected = done["rejected"].as_array().expect("a list");
    let of_row = |row: u32| {
        rejected
            .iter()
            .find(|it| it["row"] == row && it["column"] == "N I P")
    };
    let ruined = of_row(32).expect("the NIP that Excel ruined")["reason"].to_string();
    assert!(ruined.contains("Excel merusak NIP ini"), "{ruined}");
    let short = of_row(33).expect("the NIP that is too short")["reason"].to_string();
    assert!(short.contains("18 angka"), "{short}");
    assert!(
        rejected.iter().all(|it| it["row"] == 32 || it["row"] == 33),
        "{rejected:?}"
    );
    assert!(done["warnings"].is_array());

    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    let people = people.as_array().expect("a list");
    assert_eq!(people.len(), PEOPLE.len());
    let dewi = people.iter().find(|it| it["nip"] == nip(5)).expect("Dewi");
    let expected = json!({
        "nip": "199505052022212006",
        "name": "Dewi Sartika, S.Sos.",
        "kind": "PPPK",
        "position": "Penata Layanan Operasional",
        "grade": "IX",
        "unit": UNIT,
        "appraiser": "Sari Wahyuni, S.Sos., M.AP.",
        "status": "aktif",
    });
    assert_eq!(*dewi, expected);

    // Nobody's private number, telephone or foreign row got in.
    let text = serde_json::to_string(people)?;
    for foreign in ["1105000000000001", "0812000000", "Jumlah", "Rusak"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    Ok(())
}

#[test]
fn the_same_file_again_is_the_same_and_a_changed_one_says_what() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    let counts = |value: &Value| ["new", "changed", "same", "missing"].map(|it| value[it].clone());
    for _ in 0..2 {
        assert_eq!(
            counts(&import(&pc)?),
            [json!(0), json!(0), json!(25), json!(0)]
        );
    }
    let changed = pc.file("perubahan.csv");
    let mut text = String::from("Nama;NIP;Jabatan;Gol/Ruang\n");
    text += "Suharto;197008171992031009;Arsiparis;II/d\n";
    text += "Hasan Basri;198801302011011002;Operator SIAK;III/b\n";
    text += "Pegawai Baru;199912312024211002;Penata Layanan Operasional;IX\n";
    fs::write(&changed, text)?;
    let done = kinerja(&pc, &["impor", &changed.to_string_lossy()])?.with(0)?;
    assert_eq!(counts(&done), [json!(1), json!(1), json!(1), json!(23)]);
    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    let text = people.to_string();
    assert_eq!(
        people.as_array().map(Vec::len),
        Some(26),
        "nobody is deleted"
    );
    assert!(text.contains("Arsiparis"), "{text}");
    Ok(())
}

#[test]
fn good_ratings_apply_and_the_others_are_named() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    let rated = rate(&pc)?;
    assert_eq!(rated["applied"], 20);
    let rejected = rated["rejected"].as_array().expect("a list");
    let reasons: BTreeMap<u64, &str> = rejected
        .iter()
        .filter_map(|it| Some((it["row"].as_u64()?, it["reason"].as_str()?)))
        .collect();
    let parts = [
        (22, "tidak ada dalam daftar"),
        (23, "“baik” bukan nilai"),
        (24, "18 angka"),
        (25, "dikecualikan"),
        (26, "tidak ada dalam daftar"),
        (27, "Tidak ada nilai"),
    ];
    assert_eq!(reasons.len(), parts.len(), "{reasons:?}");
    for (row, part) in parts {
        assert!(reasons[&row].contains(part), "row {row}: {}", reasons[&row]);
    }
    // The same file twice changes nothing.
    let before = kinerja(&pc, &["periksa"])?.with(0)?;
    assert_eq!(rate(&pc)?["applied"], 20);
    let after = kinerja(&pc, &["periksa"])?.with(0)?;
    assert_eq!(before["state_hash"], after["state_hash"]);
    Ok(())
}

#[test]
fn what_is_missing_stops_only_its_own_people() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let missing = kinerja(&pc, &["kurang", "--periode", "2026-10"])?.with(0)?;
    let of = |code: &str| {
        let list = missing.as_array().expect("a list");
        let group = list.iter().find(|it| it["code"] == code).cloned();
        group.unwrap_or(Value::Null)
    };
    let group = |code: &str, people: &[usize]| {
        let nips: Vec<String> = people.iter().map(|it| nip(*it)).collect();
        json!({ "code": code, "count": people.len(), "nips": nips })
    };
    assert_eq!(of("KURANG-HASIL"), group("KURANG-HASIL", &[NOT_RATED]));
    assert_eq!(of("KURANG-ALASAN"), group("KURANG-ALASAN", &[BELOW]));
    assert_eq!(of("KURANG-PERILAKU")["count"], 2);
    assert_eq!(of("KURANG-BUKTI")["count"], 2);

    let set = kinerja(&pc, &["organisasi", "Baik", "--periode", "2026-10"])?.with(0)?;
    assert_eq!(
        (&set["predikat"], &set["result"]),
        (&json!("Baik"), &json!("warn"))
    );
    assert!(
        set["reasons"].as_array().is_some_and(|it| !it.is_empty()),
        "{set}"
    );

    let sent = kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(3)?;
    assert_eq!(sent["sealed"], 17);
    let mut expected: Vec<Value> = [
        (ABOVE, "KURANG-BUKTI"),
        (BELOW, "KURANG-ALASAN"),
        (BELOW, "KURANG-BUKTI"),
        (HALF_RATED, "KURANG-PERILAKU"),
        (NOT_RATED, "KURANG-HASIL"),
        (NOT_RATED, "KURANG-PERILAKU"),
    ]
    .map(|(person, code)| json!({ "nip": nip(person), "code": code }))
    .to_vec();
    expected.sort_by_key(Value::to_string);
    let mut blocked = sent["blocked"].as_array().cloned().expect("a list");
    blocked.sort_by_key(Value::to_string);
    assert_eq!(blocked, expected);
    // Said again, nothing more is sealed, and those who wait still wait.
    let again = kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(1)?;
    assert_eq!(
        (&again["sealed"], &again["blocked"]),
        (&json!(0), &sent["blocked"])
    );
    kinerja(&pc, &["periksa"])?.with(0)?;
    Ok(())
}

#[test]
fn every_cell_of_the_full_workbook_is_what_bkn_expects() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(3)?;
    let file = export(&pc, "2026-11-02T01:30:15Z", "lengkap")?;
    let rows = workbook::rows(&file)?;
    let titles: Vec<&str> = rows[..7].iter().map(|row| row[0].as_str()).collect();
    let expected = [
        "Laporan Penilaian SKP Periode Bulanan OKTOBER Tahun 2026",
        "Instansi ",
        "Periode : Bulanan Oktober",
        "Unor Induk : Dinas Kependudukan dan Pencatatan Sipil",
        "Unor : Dinas Kependudukan dan Pencatatan Sipil",
        "Data ditarik pada : 02/11/2026, 08.30.15",
        "",
    ];
    assert_eq!(titles, expected);
    assert!(
        rows[..7]
            .iter()
            .all(|row| row[1..].iter().all(String::is_empty))
    );
    assert_eq!(rows[7], HEADS);
    let people: BTreeMap<&str, &Vec<String>> =
        rows[8..].iter().map(|row| (row[2].as_str(), row)).collect();
    let mut expected: Vec<String> = (0..PEOPLE.len())
        .filter(|it| *it != GONE)
        .map(nip)
        .collect();
    expected.sort();
    assert_eq!(people.keys().copied().collect::<Vec<_>>(), expected);
    for person in (0..PEOPLE.len()).filter(|person| *person != GONE) {
        let row = people[nip(person).as_str()];
        for (column, head) in HEADS.iter().enumerate() {
            assert_eq!(
                row[column],
                cell(person, head),
                "{head} of {}",
                PEOPLE[person].name
            );
        }
    }
    read_by_openpyxl(&file, &rows)
}

/// What stands under a head in the row of a person.
fn cell(person: usize, head: &str) -> String {
    let listed = PEOPLE[person];
    let is_head = person == 0;
    let is_rated = person != NOT_RATED && !ON_LEAVE.contains(&person) && person != LEAVING;
    let (hasil, perilaku, predikat) = match person {
        ABOVE => ("DIATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK"),
        BELOW => (
            "SESUAI EKSPEKTASI",
            "DIBAWAH EKSPEKTASI",
            "KURANG/MISCONDUCT",
        ),
        HALF_RATED => ("SESUAI EKSPEKTASI", "-", "-"),
        _ if is_rated => ("SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK"),
        _ => ("-", "-", "-"),
    };
    let of_head = |text: &str| if is_head { "" } else { text }.to_owned();
    let pppk = ["IX", "VII"].contains(&listed.golongan);
    match head {
        "jenis" => "Bulanan".into(),
        "nip" => nip(person),
        "nama" => listed.name.into(),
        "periode_awal_skp" => "01-10-2026".into(),
        "periode_akhir_skp" => "31-10-2026".into(),
        "skp_unor" | "skp_unor_induk" => UNIT.into(),
        "skp_jabatan" => listed.jabatan.into(),
        "skp_jenis_jabatan" => kind(listed.jabatan).into(),
        "is_skp_plt_plh_pjb" => "0".into(),
        "hasil_kerja" => hasil.into(),
        "perilaku_kerja" => perilaku.into(),
        "hasil_akhir" => predikat.into(),
        "pegawai_atasan_nip" => of_head(HEAD),
        "pegawai_atasan_nama" => of_head("Sari Wahyuni, S.Sos., M.AP."),
        "pegawai_atasan_unor" => of_head(UNIT),
        "pegawai_atasan_jabatan" => of_head(PEOPLE[0].jabatan),
        "pegawai_atasan_golru" => of_head("IV/b"),
        "waktu_dinilai" if is_rated => "28-10-2026".into(),
        "tahun_skp" => "2026".into(),
        "golru" => listed.golongan.into(),
        "jenis_pegawai" => if pppk { "PPPK" } else { "PNS" }.into(),
        "bulan_skp" => "10".into(),
        // Ids that only SIASN gives are never made up.
        _ => String::new(),
    }
}

fn kind(jabatan: &str) -> &'static str {
    let leads = ["Kepala ", "Sekretaris "]
        .iter()
        .any(|it| jabatan.starts_with(it));
    let steps = jabatan.contains("Ahli ");
    match (leads, steps) {
        (true, _) => "STRUKTURAL",
        (false, true) => "FUNGSIONAL",
        (false, false) => "PELAKSANA",
    }
}

/// The same cells through Python's reader, where it is there.
fn read_by_openpyxl(file: &Path, rows: &[Vec<String>]) -> anyhow::Result<()> {
    const SCRIPT: &str = "
import json, sys
try:
    import openpyxl
except ImportError:
    sys.exit(9)
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
assert all(cell.data_type == 's' for row in sheet for cell in row if cell.value is not None)
print(json.dumps([[cell or '' for cell in row] for row in sheet.iter_rows(values_only=True)]))
";
    let called = Command::new("python3")
        .args(["-c", SCRIPT])
        .arg(file)
        .output();
    let output = match called {
        Ok(output) if output.status.code() != Some(9) => output,
        _ => {
            skip("openpyxl is not installed: the workbook was read by one reader only");
            return Ok(());
        }
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let theirs: Vec<Vec<String>> = serde_json::from_slice(&output.stdout)?;
    assert_eq!(theirs, rows);
    Ok(())
}

#[test]
fn a_repeated_export_differs_in_its_time_and_in_nothing_else() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let first = export(&pc, "2026-10-28T03:00:00Z", "lengkap")?;
    let second = export(&pc, "2026-10-29T04:05:06Z", "lengkap")?;
    let (one, other) = (parts(&first)?, parts(&second)?);
    assert!(one.keys().eq(other.keys()));
    let differing: Vec<&String> = one.keys().filter(|it| one[*it] != other[*it]).collect();
    assert_eq!(differing.len(), 1, "one part holds A6: {differing:?}");
    let (mut one, mut other) = (workbook::rows(&first)?, workbook::rows(&second)?);
    assert_ne!(one[5][0], other[5][0]);
    one[5].clear();
    other[5].clear();
    assert_eq!(one, other);
    // At the same second it is the same file.
    let third = pc.file("lagi.xlsx");
    fs::rename(&second, &third)?;
    let second = export(&pc, "2026-10-29T04:05:06Z", "lengkap")?;
    assert!(fs::read(second)? == fs::read(third)?, "the bytes differ");
    Ok(())
}

/// The parts of a workbook by name.
fn parts(file: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file)?)?;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        parts.insert(part.name()?.into_owned(), bytes);
    }
    Ok(parts)
}

#[test]
fn the_short_form_and_the_recap() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let rows = workbook::rows(&export(&pc, "2026-10-28T03:00:00Z", "ringkas")?)?;
    let heads = [
        "No",
        "nip",
        "nama",
        "skp_unor",
        "skp_unor_induk",
        "skp_jabatan",
        "hasil_kerja",
        "perilaku_kerja",
        "hasil_akhir",
        "golru",
        "jenis_pegawai",
        "skp_jenis_jabatan",
        "is_skp_plt_plh_pjb",
    ];
    assert_eq!(rows[7], heads);
    assert_eq!(rows.len(), 8 + 24);
    let numbers: Vec<&str> = rows[8..].iter().map(|row| row[0].as_str()).collect();
    let expected: Vec<String> = (1..=24).map(|it| it.to_string()).collect();
    assert_eq!(numbers, expected);

    let rows = workbook::rows(&export(&pc, "2026-10-28T03:00:00Z", "rekap")?)?;
    let counts: BTreeMap<&str, [&str; 3]> = rows[8..]
        .iter()
        .map(|row| (row[0].as_str(), [1, 2, 3].map(|at| row[at].as_str())))
        .collect();
    assert_eq!(counts["Sangat Baik"], ["0", "0", "0"]);
    assert_eq!(counts["Baik"], ["17", "1", "18"]);
    assert_eq!(counts["Kurang/Misconduct"], ["1", "0", "1"]);
    let total = rows.last().expect("a last row");
    assert_eq!(total[1..4], ["21", "3", "24"]);
    Ok(())
}
