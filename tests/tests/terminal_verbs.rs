//! The command line itself: verbs and their aliases, options before and after them, one JSON value
//! in every case, exit statuses, and `hitung`, which opens nothing.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::terminal::{NOW, command, kinerja};
use rstest::rstest;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Calls with exactly these arguments: exit status, standard output, standard error.
fn call(pc: &Pc, arguments: &[&str]) -> anyhow::Result<(i32, String, String)> {
    let output = command(pc)?.args(arguments).output()?;
    let text = |bytes| String::from_utf8(bytes);
    let status = output.status.code().context("killed")?;
    Ok((status, text(output.stdout)?, text(output.stderr)?))
}

#[test]
fn options_stand_before_or_after_the_verb() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let folder = pc.file("tempat lain");
    let data = folder.to_string_lossy();
    let (status, ..) = call(&pc, &["latihan", "--data", &data, "--periode", "2026-10"])?;
    assert_eq!(status, 0);
    assert!(folder.exists() && !pc.data().exists());
    let before = call(&pc, &["--json", "--data", &data, "pegawai"])?;
    let after = call(&pc, &["pegawai", "--data", &data, "--json"])?;
    let mixed = call(&pc, &["--json", "employees", "--data", &data])?;
    assert_eq!(before.0, 0);
    assert_eq!(before, after);
    assert_eq!(before, mixed);
    let people: Value = serde_json::from_str(&before.1)?;
    assert_eq!(people.as_array().map(Vec::len), Some(25));
    let nested = call(&pc, &["hitung", "predikat", "sesuai", "sesuai", "--json"])?;
    assert_eq!(
        nested,
        call(&pc, &["--json", "calc", "predikat", "sesuai", "sesuai"])?
    );
    Ok(())
}

#[test]
fn practice_data_is_the_same_each_time_and_fills_an_empty_place_only() -> anyhow::Result<()> {
    let (one, other) = (Pc::new()?, Pc::new()?);
    let laid = kinerja(
        &one,
        &["latihan", "--pegawai", "25", "--periode", "2026-10"],
    )?
    .with(0)?;
    assert_eq!(laid["employees"], 25);
    kinerja(&other, &["demo", "--periode", "2026-10"])?.with(0)?;
    let listed = kinerja(&one, &["pegawai"])?.with(0)?;
    assert_eq!(listed, kinerja(&other, &["employees"])?.with(0)?);
    let missing = |pc: &Pc| kinerja(pc, &["kurang", "--periode", "2026-10"])?.with(0);
    assert_eq!(missing(&one)?, missing(&other)?);

    let before = kinerja(&one, &["periksa"])?.with(0)?;
    let again = kinerja(&one, &["latihan", "--pegawai", "3", "--periode", "2026-10"])?;
    assert_eq!(again.refused()?.0, "place_not_empty");
    assert_eq!(kinerja(&one, &["periksa"])?.with(0)?, before);
    Ok(())
}

#[test]
fn every_verb_has_its_english_name() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let (_, help, _) = call(&pc, &["--help"])?;
    for (verb, alias) in [
        ("latihan", "demo"),
        ("impor", "import"),
        ("pegawai", "employees"),
        ("nilai", "rate"),
        ("pengecualian", "exception"),
        ("organisasi", "org"),
        ("kurang", "missing"),
        ("kirim", "finish"),
        ("ekspor", "export"),
        ("periksa", "verify"),
        ("cadangkan", "backup"),
        ("pulihkan", "restore"),
        ("hitung", "calc"),
    ] {
        let (status, named, _) = call(&pc, &[verb, "--help"])?;
        assert_eq!((status, named.is_empty()), (0, false));
        assert_eq!(named, call(&pc, &[alias, "--help"])?.1);
        assert!(
            help.contains(verb) && help.contains(alias),
            "{verb} is not in the help"
        );
    }
    Ok(())
}

/// Every verb that needs data, and what must be there beside it.
const NEED_DATA: [&[&str]; 10] = [
    &["pegawai"],
    &["nilai", "nilai.csv", "--periode", "2026-10"],
    &[
        "pengecualian",
        "198609262015051001",
        "cuti_besar",
        "--dari",
        "2026-10-01",
    ],
    &["organisasi", "Baik", "--periode", "2026-10"],
    &["kurang", "--periode", "2026-10"],
    &["kirim", "--periode", "2026-10"],
    &["ekspor", "--periode", "2026-10", "--ke", "ekspor.xlsx"],
    &["periksa"],
    &["cadangkan", "kantor.cadangan"],
    &["cadangkan", "kantor.cadangan", "--kode-berkas", "kata.txt"],
];

#[test]
fn an_empty_place_is_said_plainly_by_every_verb_and_stays_empty() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    fs::write(
        pc.home().join("nilai.csv"),
        "nip,hasil\n198609262015051001,sesuai\n",
    )?;
    let before = fs::read_dir(pc.home())?.count();
    for arguments in NEED_DATA {
        let (code, _, sentence) = kinerja(&pc, arguments)?.refused()?;
        assert_eq!(code, "needs_first_run", "{arguments:?}");
        assert!(
            sentence.contains(&*pc.data().to_string_lossy()),
            "{sentence}"
        );
        assert!(
            sentence.contains("kinerja impor"),
            "what to do next: {sentence}"
        );
    }
    for arguments in [&["impor", "tiada.xlsx"], &["pulihkan", "tiada.cadangan"]] {
        let (code, _, sentence) = kinerja(&pc, arguments)?.refused()?;
        assert_eq!(code, "unreadable", "{arguments:?}");
        assert!(sentence.contains("tiada"), "{sentence}");
    }
    assert!(!pc.data().exists() && !pc.keys().exists());
    assert_eq!(fs::read_dir(pc.home())?.count(), before);
    Ok(())
}

#[rstest]
#[case::no_verb(&[])]
#[case::no_such_verb(&["hapus"])]
#[case::no_file(&["impor"])]
#[case::no_period(&["kurang"])]
#[case::no_such_period(&["kurang", "--periode", "2026-13"])]
#[case::no_such_quarter(&["kirim", "--periode", "2026-TW5"])]
#[case::a_whole_year(&["ekspor", "--periode", "2026", "--ke", "x.xlsx"])]
#[case::no_such_day(&["pengecualian", "198609262015051001", "cuti_besar", "--dari", "2026-02-30"])]
#[case::no_such_form(&["ekspor", "--periode", "2026-10", "--ke", "x.xlsx", "--bentuk", "pdf"])]
#[case::too_many_words(&["pegawai", "semua"])]
#[case::no_such_option(&["pegawai", "--xml"])]
#[case::nobody(&["latihan", "--pegawai", "0", "--periode", "2026-10"])]
#[case::no_such_rating(&["hitung", "predikat", "bagus", "sesuai"])]
#[case::no_such_month(&["hitung", "angka-kredit", "--jenjang", "Ahli Muda", "--predikat", "Baik", "--bulan", "13"])]
#[case::no_such_level(&["hitung", "angka-kredit", "--jenjang", "Ahli", "--predikat", "Baik", "--bulan", "2"])]
#[case::four_counts(&["hitung", "pola", "--organisasi", "Baik", "2", "15", "3", "0"])]
#[case::negative_count(&["hitung", "pola", "--organisasi", "Baik", "2", "15", "3", "0", "-1"])]
#[case::no_such_predicate(&["hitung", "pola", "--organisasi", "Bagus", "2", "15", "3", "0", "0"])]
fn what_is_not_understood_is_usage(#[case] arguments: &[&str]) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let answer = kinerja(&pc, arguments)?.with(2)?;
    assert_eq!(answer["error"]["code"], "usage");
    assert!(
        answer["error"]["message"]
            .as_str()
            .is_some_and(|it| !it.is_empty())
    );
    let (status, output, complaint) = call(&pc, arguments)?;
    assert_eq!((status, output.as_str()), (2, ""));
    assert!(!complaint.is_empty(), "people read it on standard error");
    Ok(())
}

#[test]
fn help_and_version_are_one_value_too() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    for asked in ["--help", "--version", "help"] {
        let answer = kinerja(&pc, &[asked])?.with(0)?;
        assert!(
            answer["text"]
                .as_str()
                .is_some_and(|it| it.contains("kinerja")),
            "{answer}"
        );
    }
    Ok(())
}

#[test]
fn people_read_lines_and_complaints_apart() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let (status, output, complaint) = call(&pc, &["periksa"])?;
    assert_eq!((status, output.as_str()), (1, ""));
    assert!(complaint.contains("kinerja impor"), "{complaint}");
    let (status, output, complaint) = call(&pc, &["latihan", "--periode", "2026-10"])?;
    assert_eq!((status, complaint.as_str()), (0, ""));
    assert!(output.contains("25 pegawai"), "{output}");
    let (_, output, _) = call(&pc, &["pegawai"])?;
    assert_eq!(output.lines().count(), 25);
    assert!(output.contains("19720512 199603 2 001"), "{output}");
    Ok(())
}

#[test]
fn a_reader_that_goes_away_is_no_failure() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    kinerja(
        &pc,
        &["latihan", "--pegawai", "2000", "--periode", "2026-10"],
    )?
    .with(0)?;
    let mut child = command(&pc)?
        .arg("pegawai")
        .stdout(Stdio::piped())
        .spawn()?;
    drop(child.stdout.take());
    assert_eq!(child.wait()?.code(), Some(0));
    Ok(())
}

#[rstest]
#[case(&["nip", "198609262015051001"], json!({
    "valid": true, "kind": "PNS", "birth_date": "1986-09-26", "appointed": "2015-05", "sex": "L",
    "serial": "001",
}))]
#[case(&["predikat", "di_atas", "sesuai"], json!({
    "predikat": "Baik", "siasn": { "hasil": 1, "perilaku": 2, "kuadran": 2 },
}))]
#[case(
    &["angka-kredit", "--jenjang", "Ahli Muda", "--predikat", "Baik", "--bulan", "2"],
    json!({ "angka_kredit": "4.167" })
)]
fn the_examples_of_hitung(
    #[case] arguments: &[&str],
    #[case] expected: Value,
) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let nowhere = ["--data", "/dev/null/tidak ada", "hitung"];
    let answer = kinerja(&pc, &[&nowhere[..], arguments].concat())?.with(0)?;
    assert_eq!(answer, expected);
    assert!(
        !pc.data().exists() && !pc.keys().exists(),
        "hitung opens nothing"
    );
    Ok(())
}

/// A table of worked examples: the same files as the rules are tested with.
fn cases(name: &str) -> anyhow::Result<Vec<Vec<String>>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/domain/tests/cases");
    let text = fs::read_to_string(folder.join(name))?;
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    Ok(text.lines().skip(1).map(cells).collect())
}

#[test]
fn every_worked_nip() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    for case in cases("nip.csv")? {
        let called = kinerja(&pc, &["hitung", "nip", &case[0]])?;
        if case[1] == "error" {
            let answer = called.with(1)?;
            assert_eq!(answer["valid"], false, "{case:?}");
            assert!(
                answer["reasons"]
                    .as_array()
                    .is_some_and(|it| !it.is_empty()),
                "{case:?}"
            );
            continue;
        }
        let answer = called.with(0)?;
        let keys = ["kind", "birth_date", "appointed", "sex", "serial"];
        assert_eq!(
            keys.map(|key| &answer[key]),
            [2, 3, 4, 5, 6].map(|at| &case[at]),
            "{case:?}"
        );
    }
    let future = kinerja(&pc, &["hitung", "nip", "199912312026112001"])?.with(1)?;
    assert_eq!(
        future["reasons"].as_array().map(Vec::len),
        Some(1),
        "{NOW} is before November"
    );
    Ok(())
}

#[test]
fn every_worked_predicate() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let cases = cases("predikat_matrix.csv")?;
    assert_eq!(cases.len(), 9);
    for case in cases {
        let answer = kinerja(&pc, &["hitung", "predikat", &case[0], &case[1]])?.with(0)?;
        assert_eq!(answer["predikat"], case[2].as_str());
        let codes = ["hasil", "perilaku", "kuadran"].map(|key| answer["siasn"][key].to_string());
        assert_eq!(codes, [3, 4, 5].map(|at| case[at].clone()), "{case:?}");
    }
    Ok(())
}

#[test]
fn every_worked_credit() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    for case in cases("angka_kredit.csv")? {
        let [jenjang, predikat, months, credit] = [0, 1, 2, 3].map(|at| case[at].as_str());
        let call = [
            "hitung",
            "angka-kredit",
            "--jenjang",
            jenjang,
            "--predikat",
            predikat,
        ];
        let answer = kinerja(&pc, &[&call, &["--bulan", months][..]].concat())?.with(0)?;
        // The table has as many places as its source; the terminal has three, half up.
        let (whole, places) = credit.split_once('.').unwrap_or((credit, ""));
        let mut places = format!("{places:0<3}");
        let rest = places.split_off(3);
        assert!(
            !rest.starts_with(['5', '6', '7', '8', '9']),
            "a case to round by hand"
        );
        assert_eq!(
            answer["angka_kredit"],
            format!("{whole}.{places}"),
            "{case:?}"
        );
    }
    Ok(())
}

#[test]
fn every_worked_pattern() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let issue = ["Baik", "2", "15", "3", "0", "0", "warn"]
        .map(str::to_owned)
        .to_vec();
    for case in cases("distribution_pattern.csv")?
        .into_iter()
        .chain([issue])
    {
        let counts: Vec<&str> = case[1..6].iter().map(String::as_str).collect();
        let call = [&["hitung", "pola", "--organisasi", &case[0]], &counts[..]].concat();
        let answer = kinerja(&pc, &call)?.with(0)?;
        assert_eq!(answer["result"], case[6].as_str(), "{case:?}");
        let reasons = answer["reasons"].as_array().map(Vec::len);
        assert_eq!(reasons == Some(0), case[6] == "ok", "{answer}");
    }
    Ok(())
}

#[test]
fn what_stands_behind_a_sentence_is_told_to_those_who_ask() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    fs::write(pc.data(), "a file where a folder belongs")?;
    let mut asked: Command = command(&pc)?;
    let output = asked
        .args(["--json", "periksa"])
        .env("KINERJA_LOG", "error")
        .output()?;
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!(answer["error"]["code"], "store");
    assert!(!output.stderr.is_empty());
    Ok(())
}
