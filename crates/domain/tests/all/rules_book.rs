//! Packages of rules that a centre publishes, and the book that has them beside the program's own.

use crate::cases::day;
use domain::deadline::deadline;
use domain::rules::{Flaw, Package, PackageError, RuleBook, RuleFile, VERSION, bundle};
use domain::{Capaian, Period};
use rstest::rstest;
use serde_json::{Value, json};

fn own(name: &str) -> Value {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/rules");
    let text = std::fs::read(folder.join(format!("{name}.json"))).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn with(name: &str, field: &str, value: impl Into<Value>) -> Value {
    let mut file = own(name);
    file[field] = value.into();
    file
}

fn package(version: u32, valid_from: &str, files: &[(&str, Value)]) -> Value {
    let files: serde_json::Map<String, Value> = files
        .iter()
        .map(|(name, file)| ((*name).to_owned(), file.clone()))
        .collect();
    json!({
        "version": version,
        "valid_from": valid_from,
        "source": "Keputusan Bupati 12/2026",
        "files": files,
    })
}

fn parsed(value: &Value) -> Result<Package, PackageError> {
    Package::parse(value.to_string().as_bytes())
}

fn days_more(days: u16) -> Value {
    with("tenggat", "send_days_after_period", days)
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn a_package_changes_the_periods_from_its_day_on_and_no_other() {
    let january = package(2, "2027-01-01", &[("tenggat", days_more(10))]);
    let june = package(
        3,
        "2027-06-01",
        &[("ambang", with("ambang", "bulk_capaian_hundredths", 8000))],
    );
    let mut book = RuleBook::default();
    for value in [&january, &june] {
        let package = parsed(value).unwrap();
        assert_eq!(book.admits(&package), Ok(()));
        book.add(&package).unwrap();
    }

    let due = |period| deadline(&book.at(month(period)).deadlines, month(period));
    assert_eq!(due("2026-10"), day("2026-10-31"));
    assert_eq!(due("2026-12"), day("2026-12-31"));
    assert_eq!(due("2027-01"), day("2027-02-10"));
    // What the second package does not hold goes on as the first one left it.
    assert_eq!(due("2027-06"), day("2027-07-10"));

    let bulk = |period| book.at(month(period)).thresholds.bulk_capaian();
    assert_eq!(bulk("2027-05"), Capaian(9_000));
    assert_eq!(bulk("2027-06"), Capaian(8_000));

    let version = |period| book.at(month(period)).version;
    let versions = ["2026-10", "2027-01", "2027-05", "2027-06"].map(version);
    assert_eq!(versions, [VERSION, 2, 2, 3]);
    // The last quarter of 2026 ends before January, the second of 2027 after the first of June.
    assert_eq!(
        ["2026-TW4", "2027-TW2", "2027"].map(version),
        [VERSION, 3, 3]
    );
    assert_eq!(book.newest_version(), 3);

    let headers = |period| book.at(month(period)).headers().to_vec();
    assert_eq!(headers("2026-10"), bundle().headers());
    assert_eq!(headers("2027-06").len(), RuleFile::ALL.len());
}

#[test]
fn a_book_does_not_know_another_one() {
    let mut one = RuleBook::default();
    let package = parsed(&package(2, "2026-01-01", &[("tenggat", days_more(3))])).unwrap();
    one.add(&package).unwrap();
    let october = month("2026-10");
    assert_eq!(one.at(october).deadlines.send_days_after_period(), 3);
    let other = RuleBook::default();
    assert_eq!(other.at(october).deadlines.send_days_after_period(), 0);
    assert_eq!(bundle().deadlines.send_days_after_period(), 0);
}

#[test]
fn versions_only_go_up_and_days_never_back() {
    let tenggat = [("tenggat", days_more(1))];
    let mut book = RuleBook::default();
    let first = parsed(&package(VERSION, "2027-01-01", &tenggat)).unwrap();
    let refused = PackageError::NotAbove {
        version: VERSION,
        newest: VERSION,
    };
    assert_eq!(book.admits(&first), Err(refused));

    book.add(&parsed(&package(5, "2027-03-01", &tenggat)).unwrap())
        .unwrap();
    for version in [4, 5] {
        let late = parsed(&package(version, "2027-04-01", &tenggat)).unwrap();
        let refused = PackageError::NotAbove { version, newest: 5 };
        assert_eq!(book.admits(&late), Err(refused.clone()));
        assert_eq!(book.add(&late), Err(refused));
    }
    let early = parsed(&package(6, "2027-02-28", &tenggat)).unwrap();
    let refused = PackageError::TooEarly {
        valid_from: day("2027-02-28"),
        newest: 5,
        newest_from: day("2027-03-01"),
    };
    assert_eq!(book.admits(&early), Err(refused));
    // A mistake is put right from the day on which it began.
    let same_day = package(6, "2027-03-01", &[("tenggat", days_more(2))]);
    book.add(&parsed(&same_day).unwrap()).unwrap();
    assert_eq!(book.at(month("2027-03")).version, 6);
}

#[test]
fn the_first_package_that_cannot_be_read_ends_the_book() {
    let texts = [
        package(2, "2027-01-01", &[("tenggat", days_more(1))]).to_string(),
        json!({ "form": 2, "version": 3, "parts": [] }).to_string(),
        package(4, "2027-02-01", &[("tenggat", days_more(9))]).to_string(),
    ];
    let (book, left) = RuleBook::of(texts.iter().map(String::as_bytes));
    assert_eq!(left, Some(PackageError::NewerForm { form: 2 }));
    assert_eq!(book.editions().len(), 1);
    assert_eq!(book.at(month("2027-05")).version, 2);
    assert_eq!(book.editions()[0].files(), [RuleFile::Tenggat]);
    assert_eq!(book.editions()[0].source(), "Keputusan Bupati 12/2026");
}

#[rstest]
#[case(b"", "not a package of rules")]
#[case(b"{}", "missing field `version`")]
#[case(b"[1]", "not a package of rules")]
#[case(&[0xff, 0xfe], "not a package of rules")]
fn what_is_no_package_is_refused(#[case] bytes: &[u8], #[case] part: &str) {
    let error = Package::parse(bytes).unwrap_err();
    assert!(error.to_string().contains(part), "{error}");
}

#[test]
fn a_package_is_bounded() {
    let long = vec![b' '; domain::rules::MAX_PACKAGE_BYTES + 1];
    assert!(matches!(
        Package::parse(&long),
        Err(PackageError::TooLong { .. })
    ));
    let deep = format!("{}{}", "[".repeat(60_000), "]".repeat(60_000));
    assert!(matches!(
        Package::parse(deep.as_bytes()),
        Err(PackageError::Unreadable { .. })
    ));
}

#[test]
fn a_misspelled_field_is_no_package() {
    let mut value = package(2, "2027-01-01", &[("tenggat", days_more(1))]);
    value["valid_till"] = json!("2027-12-31");
    assert!(matches!(
        parsed(&value),
        Err(PackageError::Unreadable { .. })
    ));
    let mut value = package(2, "2027-01-01", &[]);
    assert_eq!(parsed(&value), Err(PackageError::NoFiles));
    value["files"] = json!({ "tenggat": days_more(1) });
    value["source"] = json!("  ");
    assert_eq!(parsed(&value), Err(PackageError::NoSource));
}

#[rstest]
#[case("predikat", RuleFile::Predikat)]
#[case("golongan", RuleFile::Golongan)]
#[case("daftar-kurang", RuleFile::DaftarKurang)]
fn what_the_page_has_compiled_in_cannot_be_replaced(#[case] name: &str, #[case] file: RuleFile) {
    let value = package(2, "2027-01-01", &[(name, own(name))]);
    assert_eq!(parsed(&value), Err(PackageError::Fixed { file }));
}

#[test]
fn every_other_file_can_be_replaced() {
    let files: Vec<(&str, Value)> = RuleFile::ALL
        .into_iter()
        .filter(|file| !file.is_fixed())
        .map(|file| (file.name(), own(file.name())))
        .collect();
    assert_eq!(files.len(), 14);
    let package = parsed(&package(2, "2027-01-01", &files)).unwrap();
    assert_eq!(package.files().count(), 14);
    let unknown = self::package(2, "2027-01-01", &[("tengat", days_more(1))]);
    let file = "tengat".to_owned();
    assert_eq!(parsed(&unknown), Err(PackageError::UnknownFile { file }));
}

/// The first element of a list in a file, twice.
fn doubled(name: &str, field: &str) -> Value {
    let mut file = own(name);
    let first = file[field][0].clone();
    file[field][1] = first;
    file
}

fn changed(name: &str, pointer: &str, value: impl Into<Value>) -> Value {
    let mut file = own(name);
    *file.pointer_mut(pointer).unwrap() = value.into();
    file
}

#[rstest]
#[case::another_file("tenggat", own("ambang"), "its id is ambang")]
#[case::no_number("tenggat", with("tenggat", "objection_days", "14"), "invalid type")]
#[case::negative("tenggat", with("tenggat", "objection_days", -1), "invalid value")]
#[case::no_days("tenggat", with("tenggat", "objection_days", 0), "0, not 1 to 366")]
#[case::years(
    "tenggat",
    with("tenggat", "send_days_after_period", 400),
    "400, not 0 to 366"
)]
#[case::no_source("tenggat", with("tenggat", "source", ""), "source is empty")]
#[case::capaian(
    "ambang",
    with("ambang", "bulk_capaian_hundredths", 100_000),
    "not 0 to 99999"
)]
#[case::sample("ambang", with("ambang", "minimum_sample", 4), "4, not 5 to 100000")]
#[case::percent(
    "angka-kredit",
    doubled("angka-kredit", "percentages"),
    "sangat_baik twice"
)]
#[case::pattern(
    "pola-distribusi",
    doubled("pola-distribusi", "patterns"),
    "istimewa twice"
)]
#[case::share(
    "pola-distribusi",
    changed("pola-distribusi", "/patterns/0/limits/0/permille", 1001),
    "1001, not 0 to 1000"
)]
#[case::nobody(
    "pola-distribusi",
    changed("pola-distribusi", "/patterns/0/limits/0/group", json!([])),
    "group is 0"
)]
#[case::behaviour("perilaku", doubled("perilaku", "behaviours"), "twice")]
#[case::rubric("rubrik", doubled("rubrik", "texts"), "twice")]
#[case::no_text(
    "rubrik",
    changed("rubrik", "/texts/3/english", ""),
    "english is empty"
)]
#[case::kind("jabatan", doubled("jabatan", "kinds"), "jpt twice")]
#[case::capitals(
    "jabatan",
    changed("jabatan", "/kinds/0/names/0", "JPT"),
    "small letters"
)]
#[case::code("kata-siasn", changed("kata-siasn", "/ratings/0/code", 2), "2 twice")]
#[case::word(
    "kata-siasn",
    changed("kata-siasn", "/ratings/0/also/0", "sesuai  ekspektasi"),
    "SESUAI EKSPEKTASI twice"
)]
#[case::column("kolom-bkn", changed("kolom-bkn", "/full/0/name", "nip"), "nip twice")]
#[case::source(
    "kolom-bkn",
    changed("kolom-bkn", "/full/2/source", "year"),
    "lacks nip"
)]
#[case::rows("kolom-bkn", with("kolom-bkn", "header_row", 6), "6, not 7 to 100")]
#[case::boxes("nine-box", doubled("nine-box", "boxes"), "twice")]
#[case::grades(
    "skm",
    changed("skm", "/grades/1/from_hundredths", 9000),
    "does not fall"
)]
#[case::nought("skm", changed("skm", "/weights/0/denominator", 0), "0, not 1")]
#[case::everybody(
    "sampel",
    with("sampel", "proportion_percent", 100),
    "100, not 1 to 99"
)]
#[case::no_margin("sampel", with("sampel", "margin_percent", 0), "0, not 1 to 99")]
#[case::bands(
    "pp30-2019",
    changed("pp30-2019", "/bands/4/from", 10),
    "does not fall to 0"
)]
#[case::weights(
    "pp30-2019",
    changed("pp30-2019", "/weights/0/skp", 80),
    "110, not 100"
)]
#[case::no_nip(
    "kolom-impor",
    changed("kolom-impor", "/fields/0/field", "instansi"),
    "lacks nip"
)]
#[case::alias(
    "kolom-impor",
    changed("kolom-impor", "/fields/1/aliases/0", "nip"),
    "nip twice"
)]
#[case::personal(
    "kolom-impor",
    changed("kolom-impor", "/fields/1/aliases/0", "nik"),
    "nik, which is personal data"
)]
#[case::let_in(
    "kolom-impor",
    changed("kolom-impor", "/sensitive_words", json!(["agama"])),
    "sensitive_words lacks"
)]
fn a_broken_file_is_named_with_what_is_wrong(
    #[case] name: &str,
    #[case] file: Value,
    #[case] part: &str,
) {
    let error = parsed(&package(2, "2027-01-01", &[(name, file)])).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with(&format!("{name}: ")), "{text}");
    assert!(text.contains(part), "{text}");
    // It travels to the page as it is.
    let sent = serde_json::to_string(&error).unwrap();
    assert_eq!(serde_json::from_str::<PackageError>(&sent).unwrap(), error);
}

#[test]
fn a_flaw_names_the_field_as_the_file_does() {
    let file = with("tenggat", "exchange_days", 0);
    let error = parsed(&package(2, "2027-01-01", &[("tenggat", file)])).unwrap_err();
    let flaw = Flaw::Outside {
        field: "exchange_days".to_owned(),
        value: 0,
        least: 1,
        most: 366,
    };
    let file = RuleFile::Tenggat;
    assert_eq!(error, PackageError::File { file, flaw });
}
