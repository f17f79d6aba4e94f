//! Import: a change holds from its own day on, so that a past period keeps what was valid then.

use crate::people::{import, line, preview};
use api::employees::{AssignmentLine, GetEmployee};
use api::sheet::{CellEdit, CellValue, GetPanel, Origin, SaveCells};
use chrono::NaiveDate;
use domain::{Capaian, Column, Rating};
use testkit::{TestOffice, day, nip, period};

/// A list of Budi alone.
fn budi(columns: &[(&str, &str)]) -> [Vec<String>; 2] {
    let fixed = [
        ("NIP", nip(1).digits().to_owned()),
        ("Nama", "Budi".to_owned()),
    ];
    let columns = columns
        .iter()
        .map(|(head, cell)| (*head, (*cell).to_owned()));
    let (head, row) = fixed
        .into_iter()
        .chain(columns)
        .unzip::<_, _, Vec<_>, Vec<_>>();
    [head.into_iter().map(str::to_owned).collect(), row]
}

fn posts(office: &TestOffice) -> Vec<AssignmentLine> {
    let employee = line(office, "2026-12", "Budi").unwrap().employee;
    let mut posts = office.ask(GetEmployee { employee }).unwrap().assignments;
    posts.reverse();
    posts
}

/// Post, golongan, first and last day of each, oldest first.
fn spans(office: &TestOffice) -> Vec<(String, String, NaiveDate, Option<NaiveDate>)> {
    posts(office)
        .into_iter()
        .map(|it| {
            let golongan = it
                .assignment
                .golongan
                .map(|it| it.to_string())
                .unwrap_or_default();
            (
                it.assignment.jabatan,
                golongan,
                it.assignment.from,
                it.assignment.to,
            )
        })
        .collect()
}

fn span(
    jabatan: &str,
    golongan: &str,
    from: &str,
    to: Option<&str>,
) -> (String, String, NaiveDate, Option<NaiveDate>) {
    (jabatan.into(), golongan.into(), day(from), to.map(day))
}

#[test]
fn a_promotion_in_a_list_of_november_does_not_change_october() {
    let office = TestOffice::ready();
    import(
        &office,
        &budi(&[("Jabatan", "Pengelola Data")]),
        "2026-01-01",
    );
    import(
        &office,
        &budi(&[("Jabatan", "Kepala Seksi Data")]),
        "2026-11-01",
    );
    assert_eq!(
        line(&office, "2026-10", "Budi").unwrap().jabatan,
        "Pengelola Data"
    );
    assert_eq!(
        line(&office, "2026-11", "Budi").unwrap().jabatan,
        "Kepala Seksi Data"
    );
}

#[test]
fn a_change_on_the_day_on_which_the_post_began_corrects_it() {
    let office = TestOffice::ready();
    import(
        &office,
        &budi(&[("Jabatan", "Pengelola Dta")]),
        "2026-01-01",
    );
    import(
        &office,
        &budi(&[("Jabatan", "Pengelola Data")]),
        "2026-01-01",
    );
    assert_eq!(
        spans(&office),
        [span("Pengelola Data", "", "2026-01-01", None)]
    );
}

#[test]
fn the_tmt_of_the_file_says_since_when() {
    let office = TestOffice::ready();
    let list = |jabatan, since| budi(&[("Jabatan", jabatan), ("TMT Jabatan", since)]);
    import(&office, &list("Pengelola Data", "01-04-2021"), "2026-01-01");
    import(
        &office,
        &list("Kepala Seksi Data", "15-10-2026"),
        "2026-11-01",
    );
    assert_eq!(
        spans(&office),
        [
            span("Pengelola Data", "", "2021-04-01", Some("2026-10-14")),
            span("Kepala Seksi Data", "", "2026-10-15", None),
        ]
    );
}

#[test]
fn two_changes_hold_from_two_days() {
    let office = TestOffice::ready();
    let list = |golongan, since_golongan, jabatan, since_jabatan| {
        budi(&[
            ("Golongan", golongan),
            ("TMT Golongan", since_golongan),
            ("Jabatan", jabatan),
            ("TMT Jabatan", since_jabatan),
        ])
    };
    let first = list("III/a", "01-04-2022", "Pengelola Data", "01-01-2020");
    import(&office, &first, "2026-01-01");
    let second = list("III/b", "01-10-2026", "Kepala Seksi Data", "01-03-2026");
    import(&office, &second, "2026-11-01");
    assert_eq!(
        spans(&office),
        [
            span("Pengelola Data", "III/a", "2020-01-01", Some("2026-02-28")),
            span(
                "Kepala Seksi Data",
                "III/a",
                "2026-03-01",
                Some("2026-09-30")
            ),
            span("Kepala Seksi Data", "III/b", "2026-10-01", None),
        ]
    );
    assert_eq!(preview(&office, &second).counts.same, 1);
}

#[test]
fn a_list_that_says_plt_begins_a_second_post() {
    let office = TestOffice::ready();
    import(&office, &budi(&[("Jabatan", "Sekretaris")]), "2026-01-01");
    let plt = budi(&[("Jabatan", "Kepala Bidang Data"), ("Plt/Plh", "Plt")]);
    import(&office, &plt, "2026-11-01");
    assert_eq!(
        spans(&office),
        [
            span("Sekretaris", "", "2026-01-01", None),
            span("Kepala Bidang Data", "", "2026-11-01", None),
        ]
    );
}

#[test]
fn what_was_rated_follows_into_the_new_post() {
    let office = TestOffice::ready();
    import(
        &office,
        &budi(&[("Jabatan", "Pengelola Data")]),
        "2026-01-01",
    );
    let old = posts(&office)[0].assignment.id;
    let edit = CellEdit {
        assignment: old,
        value: CellValue::Rating(Column::Perilaku, Some(Rating::DiAtas)),
        revision: None,
    };
    let november = SaveCells {
        period: period("2026-11"),
        origin: Origin::Typed,
        edits: vec![edit],
    };
    office.ask(november).unwrap();
    import(
        &office,
        &budi(&[("Jabatan", "Kepala Seksi Data")]),
        "2026-11-01",
    );
    let new = posts(&office)[1].assignment.id;
    let panel = office
        .ask(GetPanel {
            period: period("2026-11"),
            assignment: new,
        })
        .unwrap();
    assert_eq!(panel.row.perilaku.rating, Some(Rating::DiAtas));
}

#[test]
fn attainment_goes_to_the_period_of_the_import() {
    let office = TestOffice::ready();
    let list = |capaian| budi(&[("Jabatan", "Pengelola Data"), ("Capaian", capaian)]);
    import(&office, &list("90,5"), "2026-10-01");
    let post = posts(&office)[0].assignment.id;
    let capaian = |of| {
        let panel = office
            .ask(GetPanel {
                period: period(of),
                assignment: post,
            })
            .unwrap();
        panel.row.capaian
    };
    assert_eq!(
        (capaian("2026-10"), capaian("2026-11")),
        (Some(Capaian(9_050)), None)
    );
    import(&office, &list("95"), "2026-11-01");
    assert_eq!(
        (capaian("2026-10"), capaian("2026-11")),
        (Some(Capaian(9_050)), Some(Capaian(9_500)))
    );
    assert_eq!(
        preview(&office, &list("95")).counts.same,
        1,
        "today is in November"
    );
    assert_eq!(preview(&office, &list("96")).counts.changed, 1);
}
