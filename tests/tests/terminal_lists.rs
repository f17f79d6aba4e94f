//! Bad input: files that are broken, huge, locked, misnamed or full of surprises. A clear sentence
//! each, nothing half-written, nothing lost.

use journeys::desk::Pc;
use journeys::lists::{messy_workbook, numbered};
use journeys::terminal::kinerja;
use journeys::workbook;
use rstest::rstest;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const BUDI: &str = "198609262015051001";

/// A file that other tests have, too.
fn fixture(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.join("../crates/reports/tests/fixtures").join(name)
}

fn import(pc: &Pc, file: &Path) -> anyhow::Result<journeys::terminal::Called> {
    kinerja(pc, &["impor", &file.to_string_lossy()])
}

/// Writes a list and lets it in.
fn import_bytes(pc: &Pc, name: &str, bytes: impl AsRef<[u8]>) -> anyhow::Result<Value> {
    let file = pc.file(name);
    fs::write(&file, bytes)?;
    import(pc, &file)?.with(0)
}

/// A PC with one person.
fn pc_with_budi() -> anyhow::Result<Pc> {
    let pc = Pc::new()?;
    let list = format!("NIP,Nama,Unit Kerja\n{BUDI},Budi,Dinas\n");
    import_bytes(&pc, "awal.csv", list)?;
    Ok(pc)
}

fn names(pc: &Pc) -> anyhow::Result<Vec<String>> {
    let people = kinerja(pc, &["pegawai"])?.with(0)?;
    let people = people.as_array().cloned().unwrap_or_default();
    let name = |it: &Value| it["name"].as_str().unwrap_or_default().to_owned();
    Ok(people.iter().map(name).collect())
}

#[rstest]
#[case::nothing("kosong.xlsx", Some(b"".as_slice()), "empty", "kosong")]
#[case::locked("terkunci.xlsx", None, "password_protected", "kata sandi")]
#[case::bomb("bom.xlsx", None, "too_large", "terlalu besar")]
#[case::picture("foto.xlsx", Some(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice()), "not_a_spreadsheet", "bukan lembar kerja")]
#[case::letter("surat.xls", Some(b"%PDF-1.7 NIP Nama".as_slice()), "not_a_spreadsheet", "bukan lembar kerja")]
#[case::web_page("daftar.xls", Some(b"<html><table><tr><td>NIP".as_slice()), "not_a_spreadsheet", "bukan lembar kerja")]
#[case::cut("terpotong.xlsx", Some(b"PK\x03\x04 rest of a workbook".as_slice()), "damaged", "rusak")]
#[case::prose("surat.csv", Some(b"Dengan hormat, bersama ini".as_slice()), "no_header", "Judul kolom")]
fn a_file_that_is_no_list_says_why_and_changes_nothing(
    #[case] name: &str,
    #[case] bytes: Option<&[u8]>,
    #[case] about: &str,
    #[case] part: &str,
) -> anyhow::Result<()> {
    let empty = Pc::new()?;
    let filled = pc_with_budi()?;
    let before = kinerja(&filled, &["periksa"])?.with(0)?;
    for pc in [&empty, &filled] {
        let file = match bytes {
            Some(bytes) => {
                fs::write(pc.file(name), bytes)?;
                pc.file(name)
            }
            None => fixture(name),
        };
        let (code, found, sentence) = import(pc, &file)?.refused()?;
        assert_eq!(
            (code.as_str(), found.as_str()),
            ("import_unreadable", about)
        );
        assert!(sentence.contains(part), "{sentence}");
        assert!(sentence.contains("Tidak ada yang diubah"), "{sentence}");
    }
    assert!(!empty.data().exists(), "a broken file makes no office");
    assert_eq!(kinerja(&filled, &["periksa"])?.with(0)?, before);
    Ok(())
}

#[rstest]
#[case::old_workbook("daftar.xls", "daftar.csv", 3)]
#[case::open_document("daftar.ods", "daftar.xlsx", 2)]
fn the_content_counts_and_not_the_name(
    #[case] content: &str,
    #[case] name: &str,
    #[case] people: u32,
) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let file = pc.file(name);
    fs::copy(fixture(content), &file)?;
    let done = import(&pc, &file)?.value;
    assert_eq!(done["new"], people, "{done}");
    Ok(())
}

#[test]
fn a_file_without_end_is_not_read_to_its_end() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    // Ten gigabytes that take no room on the disk.
    let huge = pc.file("besar.csv");
    fs::File::create(&huge)?.set_len(10 << 30)?;
    let (code, about, _) = import(&pc, &huge)?.refused()?;
    assert_eq!(
        (code.as_str(), about.as_str()),
        ("import_unreadable", "too_large")
    );
    kinerja(&pc, &["latihan", "--pegawai", "3", "--periode", "2026-10"])?.with(0)?;
    let call = ["nilai", &huge.to_string_lossy(), "--periode", "2026-10"];
    assert_eq!(kinerja(&pc, &call)?.refused()?.1, "too_large");
    let folder = pc.home();
    assert_eq!(import(&pc, &folder)?.refused()?.0, "unreadable");
    Ok(())
}

#[test]
fn a_list_of_heads_only_makes_no_office() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let done = import_bytes(&pc, "kosong.csv", "NIP,Nama,Unit Kerja\n")?;
    assert_eq!(done["new"], 0);
    assert!(!pc.data().exists());
    // Nor does one of which every row is refused, and that is "nothing done".
    let file = pc.file("rusak.csv");
    fs::write(
        &file,
        "NIP,Nama,Unit Kerja\n1.98609262015051E+17,Budi,Dinas\n",
    )?;
    let done = import(&pc, &file)?.with(1)?;
    assert_eq!(done["rejected"][0]["row"], 2, "{done}");
    assert!(!pc.data().exists());
    Ok(())
}

#[test]
fn people_for_whom_no_unit_is_named_have_one() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let list = format!("NIP,Nama\n{BUDI},Budi\n");
    let done = import_bytes(&pc, "tanpa unit.csv", &list)?;
    assert_eq!(done["new"], 1);
    let warning = done["warnings"][0]["reason"].as_str().unwrap_or_default();
    assert!(
        warning.contains("“Unit Kerja”") && warning.contains("--unit"),
        "{warning}"
    );

    let named = Pc::new()?;
    let file = named.file("tanpa unit.csv");
    fs::write(&file, &list)?;
    let call = [
        "impor",
        &file.to_string_lossy(),
        "--unit",
        "Kecamatan Alafan",
    ];
    kinerja(&named, &[&call[..], &["--pratinjau"]].concat())?.with(0)?;
    assert!(!named.data().exists());
    let done = kinerja(&named, &call)?.with(0)?;
    assert_eq!(done["warnings"], json!([]));
    let people = kinerja(&named, &["pegawai"])?.with(0)?;
    assert_eq!(people[0]["unit"], "Kecamatan Alafan");

    let more = format!("{list}199011022014022003,Rina\n");
    fs::write(&file, more)?;
    let other = [
        "impor",
        &file.to_string_lossy(),
        "--unit",
        "Kecamatan Alfan",
    ];
    assert_eq!(
        kinerja(&named, &other)?.refused()?.0,
        "not_found",
        "a slip makes no unit"
    );
    let done = kinerja(&named, &call)?.with(0)?;
    assert_eq!((&done["new"], &done["same"]), (&json!(1), &json!(1)));
    Ok(())
}

#[rstest]
#[case::commas(b"NIP,Nama,Unit Kerja\n198609262015051001,Jos\xc3\xa9,Dinas\n".as_slice())]
#[case::semicolons(b"NIP;Nama;Unit Kerja\r\n198609262015051001;Jos\xc3\xa9;Dinas\r\n")]
#[case::tabs(b"NIP\tNama\tUnit Kerja\n198609262015051001\tJos\xc3\xa9\tDinas\n")]
#[case::mark(b"\xef\xbb\xbfNIP;Nama;Unit Kerja\n198609262015051001;Jos\xc3\xa9;Dinas\n")]
#[case::windows_1252(b"NIP;Nama;Unit Kerja\n198609262015051001;Jos\xe9;Dinas\n")]
#[case::sep_line(b"sep=;\nNIP;Nama;Unit Kerja\n198609262015051001;Jos\xc3\xa9;Dinas\n")]
#[case::formula_text(b"NIP,Nama,Unit Kerja\n\"=\"\"198609262015051001\"\"\",Jos\xc3\xa9,Dinas\n")]
#[case::quotes(b"'NIP,Nama,Unit Kerja\n\"'1986 0926 201505 1 001\",\"Jos\xc3\xa9\",Dinas\n")]
fn text_however_it_was_saved(#[case] bytes: &[u8]) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let done = import_bytes(&pc, "daftar.csv", bytes)?;
    assert_eq!(done["new"], 1, "{done}");
    assert_eq!(names(&pc)?, ["José"]);
    Ok(())
}

#[rstest]
#[case::formula("=cmd|'/c calc'!A1 Yenni", "=cmd|'/c calc'!A1 Yenni")]
#[case::plus("+62 Budi", "+62 Budi")]
#[case::at("@SUM(A1:A9)", "@SUM(A1:A9)")]
#[case::emoji("Rina 🌺 👨\u{200d}👩\u{200d}👧", "Rina 🌺 👨\u{200d}👩\u{200d}👧")]
#[case::arabic("أحمد بن علي", "أحمد بن علي")]
#[case::turned("Andi\u{202e}gpj.exe\u{202c}", "Andigpj.exe")]
#[case::markup("<b>Budi</b> & \"Co\"", "<b>Budi</b> & \"Co\"")]
#[case::no_break("Budi\u{a0}\u{a0}Santoso", "Budi Santoso")]
fn a_name_is_text_from_the_list_to_the_workbook(
    #[case] written: &str,
    #[case] expected: &str,
) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let quoted = written.replace('"', "\"\"");
    let list = format!("NIP,Nama,Unit Kerja\n{BUDI},\"{quoted}\",Dinas\n");
    import_bytes(&pc, "daftar.csv", &list)?;
    assert_eq!(names(&pc)?, [expected]);
    let file = pc.file("ekspor.xlsx");
    let to = file.to_string_lossy();
    kinerja(&pc, &["ekspor", "--periode", "2026-10", "--ke", &to])?.with(0)?;
    // The reader refuses every cell that is not text, formulas among them.
    assert_eq!(workbook::rows(&file)?[8][3], expected);
    // What was exported comes in again as what it is.
    let again = import_bytes(&pc, "lagi.csv", &list)?;
    assert_eq!(again["same"], 1, "{again}");
    Ok(())
}

#[test]
fn a_name_of_ten_thousand_characters_is_refused_with_its_row() -> anyhow::Result<()> {
    let pc = pc_with_budi()?;
    let long = "A".repeat(10_000);
    let file = pc.file("panjang.csv");
    let rest = "199011022014022003,Rina,Dinas\n";
    fs::write(
        &file,
        format!("NIP,Nama,Unit Kerja\n{BUDI},{long},Dinas\n{rest}"),
    )?;
    let done = import(&pc, &file)?.with(3)?;
    assert_eq!(
        (&done["new"], &done["rejected"][0]["row"]),
        (&json!(1), &json!(2))
    );
    let answer = done.to_string();
    assert!(answer.len() < 2_000, "the answer does not repeat the name");
    assert_eq!(names(&pc)?, ["Budi", "Rina"]);
    Ok(())
}

#[test]
fn the_same_people_twice_in_one_file() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let row = format!("{BUDI},Budi,Pengelola Data,Dinas\n");
    let other = format!("{BUDI},Budi,Arsiparis,Dinas\n");
    let file = pc.file("ganda.csv");
    fs::write(
        &file,
        format!("NIP,Nama,Jabatan,Unit Kerja\n{row}{row}{other}"),
    )?;
    let done = import(&pc, &file)?.with(3)?;
    assert_eq!(done["new"], 1);
    assert_eq!(done["warnings"].as_array().map(Vec::len), Some(1), "{done}");
    assert_eq!(done["rejected"].as_array().map(Vec::len), Some(1), "{done}");
    assert_eq!(done["rejected"][0]["row"], 4);
    Ok(())
}

#[rstest]
#[case::serial("31316")]
#[case::indonesian("26 September 1985")]
#[case::english("September 26, 1985")]
#[case::short("26/09/1985")]
#[case::dashed("26-09-1985")]
#[case::iso("1985-09-26")]
fn a_date_of_birth_however_it_is_written(#[case] date: &str) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let list = format!("NIP;Nama;Tanggal Lahir;Unit Kerja\n{BUDI};Budi;{date};Dinas\n");
    let done = import_bytes(&pc, "daftar.csv", list)?;
    // It differs from the NIP by one year: read rightly, it is told so.
    let warnings = done["warnings"].as_array().cloned().unwrap_or_default();
    assert_eq!(warnings.len(), 1, "{done}");
    assert!(warnings[0].to_string().contains("lahir"), "{done}");
    Ok(())
}

#[test]
fn a_hundred_thousand_rows() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let file = pc.file("kabupaten.csv");
    numbered(&file, 100_000)?;
    let done = import(&pc, &file)?.with(0)?;
    assert_eq!(
        (&done["new"], &done["rejected"]),
        (&json!(100_000), &json!([]))
    );
    let last = fs::read_to_string(&file)?;
    let last = last.lines().last().and_then(|line| line.split(',').nth(1));
    let last = last.unwrap_or_default();
    let call = ["pengecualian", last, "mutasi", "--dari", "2026-11-01"];
    assert_eq!(kinerja(&pc, &call)?.with(0)?["nip"], last);
    Ok(())
}

#[test]
fn garbage_instead_of_ratings_changes_nothing() -> anyhow::Result<()> {
    let pc = pc_with_budi()?;
    let before = kinerja(&pc, &["periksa"])?.with(0)?;
    let mut workbook = pc.file("nilai.xlsx");
    messy_workbook(&workbook)?;
    let contents: [&[u8]; 3] = [b"", b"\0\x01\x02\xff\xfe", b"nama,nilai\nBudi,3\n"];
    for (number, bytes) in contents.into_iter().enumerate() {
        let call = ["nilai", &workbook.to_string_lossy(), "--periode", "2026-10"];
        let (code, _, sentence) = kinerja(&pc, &call)?.refused()?;
        assert_eq!(code, "column_missing");
        assert!(sentence.contains("nip,hasil,perilaku,alasan"), "{sentence}");
        workbook = pc.file(&format!("nilai {number}.csv"));
        fs::write(&workbook, bytes)?;
    }
    let reason = "x".repeat(2_001);
    fs::write(
        &workbook,
        format!("nip,hasil,alasan\n{BUDI},sesuai,{reason}\n"),
    )?;
    let call = ["nilai", &workbook.to_string_lossy(), "--periode", "2026-10"];
    let answer = kinerja(&pc, &call)?.with(1)?;
    assert_eq!(
        (&answer["applied"], &answer["rejected"][0]["row"]),
        (&json!(0), &json!(2))
    );
    assert_eq!(kinerja(&pc, &["periksa"])?.with(0)?, before);
    Ok(())
}
