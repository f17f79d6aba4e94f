//! Whose people a sheet shows.

use crate::people::{add, import};
use api::session::{AddUser, SwitchUser};
use api::settings::{GetSettings, SaveUnit};
use api::sheet::{AppraiserChoice, GetSheet, Sheet};
use domain::PersonReference;
use testkit::{TestOffice, nip, period};

fn sheet(office: &TestOffice, appraiser: AppraiserChoice) -> Sheet {
    let request = GetSheet {
        unit: office.unit().id,
        period: period("2026-10"),
        appraiser,
    };
    office.ask(request).unwrap()
}

fn names(sheet: &Sheet) -> Vec<&str> {
    sheet.rows.iter().map(|it| it.name.as_str()).collect()
}

/// Kabid rates Siti; the head, who uses the program, rates the others.
fn office() -> TestOffice {
    let office = TestOffice::ready();
    let head = testkit::first_run().user_nip;
    let rows = [
        ["NIP", "Nama", "Jabatan", "Nama Penilai", "NIP Penilai"],
        [&head, "Ahmad Yani", "Kepala Dinas Pendidikan", "", ""],
        [nip(1).digits(), "Kabid", "Kepala Bidang Data", "", ""],
        [nip(2).digits(), "Budi", "Pengelola Data", "", ""],
        [
            nip(3).digits(),
            "Siti",
            "Pengelola Data",
            "Kabid",
            nip(1).digits(),
        ],
    ]
    .map(|row| row.map(str::to_owned));
    import(&office, &rows, "2026-01-01");
    office
}

#[test]
fn me_are_those_whom_the_user_rates() {
    let office = office();
    let sheet = sheet(&office, AppraiserChoice::Me);
    assert_eq!(names(&sheet), ["Kabid", "Budi"]);
    assert_eq!(sheet.appraiser_name, "Ahmad Yani");
}

#[test]
fn a_user_who_rates_nobody_works_for_everybody() {
    let office = office();
    let operator = AddUser {
        name: "Rina".into(),
        nip: nip(77).digits().into(),
    };
    let session = office.ask(operator).unwrap();
    let user = session
        .users
        .iter()
        .find(|it| it.name == "Rina")
        .unwrap()
        .id;
    office.ask(SwitchUser { user }).unwrap();
    let sheet = sheet(&office, AppraiserChoice::Me);
    assert_eq!(names(&sheet), ["Ahmad Yani", "Kabid", "Budi", "Siti"]);
    assert_eq!(sheet.appraiser_name, "");
}

#[test]
fn a_chosen_person_is_meant_by_key() {
    let office = office();
    let kabid = AppraiserChoice::Person(nip(1).digits().to_owned());
    let sheet = sheet(&office, kabid);
    assert_eq!(
        (names(&sheet), sheet.appraiser_name.as_str()),
        (vec!["Siti"], "Kabid")
    );
}

#[test]
fn the_head_is_rated_by_the_head_of_the_unit_above() {
    let office = office();
    let (sekda, _) = add(&office, "Sekda", 50);
    let unit = |name: &str| SaveUnit {
        unit: None,
        name: name.into(),
        parent: None,
        instansi: String::new(),
        zone: domain::Zone::Wib,
        rhythm: domain::Rhythm::Monthly,
        head: None,
    };
    let above = SaveUnit {
        head: Some(PersonReference::Employee(sekda.id)),
        ..unit("Sekretariat Daerah")
    };
    office.ask(above).unwrap();
    let units = office.ask(GetSettings {}).unwrap().units;
    let parent = units
        .iter()
        .find(|it| it.unit.name == "Sekretariat Daerah")
        .unwrap()
        .unit
        .id;
    let dinas = office.unit();
    let below = SaveUnit {
        unit: Some(dinas.id),
        parent: Some(parent),
        head: dinas.head,
        ..unit(&dinas.name)
    };
    office.ask(below).unwrap();
    let sheet = sheet(
        &office,
        AppraiserChoice::Person(sekda.nip.digits().to_owned()),
    );
    assert_eq!(names(&sheet), ["Ahmad Yani"]);
}
