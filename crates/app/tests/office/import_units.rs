//! Import: units, their heads, and appraisers.

use crate::people::{import, line, preview};
use api::error::ErrorCode;
use api::import::{ApplyImport, ImportSource, PreviewImport};
use api::settings::{GetSettings, SaveUnit};
use domain::PersonReference;
use testkit::{TestOffice, day, list, nip};

#[test]
fn units_are_created_with_their_parent_and_found_again() {
    let office = TestOffice::ready();
    let rows = [
        ["NIP", "Nama", "Unit Kerja", "Unor Induk"],
        [nip(1).digits(), "Budi", "Sekretariat", "dinas  pendidikan"],
        [
            nip(2).digits(),
            "Siti",
            "Puskesmas Sinabang",
            "Dinas Kesehatan",
        ],
    ]
    .map(|row| row.map(str::to_owned));
    let preview = preview(&office, &rows);
    assert_eq!(
        preview.new_units,
        ["Sekretariat", "Dinas Kesehatan", "Puskesmas Sinabang"]
    );
    import(&office, &rows, "2026-01-01");
    let units = office.ask(GetSettings {}).unwrap().units;
    let named = |name: &str| {
        units
            .iter()
            .find(|it| it.unit.name == name)
            .unwrap()
            .unit
            .clone()
    };
    assert_eq!(
        named("Sekretariat").parent,
        Some(named("Dinas Pendidikan").id)
    );
    assert_eq!(
        named("Puskesmas Sinabang").parent,
        Some(named("Dinas Kesehatan").id)
    );
    assert_eq!(
        named("Puskesmas Sinabang").instansi,
        "Pemerintah Kabupaten Simeulue"
    );
    assert_eq!(import(&office, &rows, "2026-01-01").counts.same, 2);
    assert_eq!(office.ask(GetSettings {}).unwrap().units.len(), 4);
}

#[test]
fn a_list_that_names_no_unit_needs_one() {
    let office = TestOffice::ready();
    let second = SaveUnit {
        unit: None,
        name: "Puskesmas Sinabang".into(),
        parent: None,
        instansi: String::new(),
        zone: domain::Zone::Wib,
        rhythm: domain::Rhythm::Monthly,
        head: None,
    };
    let units = office.ask(second).unwrap().units;
    let budi = nip(1);
    let rows = [["NIP", "Nama"], [budi.digits(), "Budi"]];
    let source = || ImportSource::Text(list(&rows));
    let unasked = office
        .ask(PreviewImport {
            source: source(),
            unit: None,
        })
        .unwrap_err();
    assert_eq!(unasked.code, ErrorCode::Field("unit".into()));
    let wanted = units
        .iter()
        .find(|it| it.unit.name.starts_with("Pusk"))
        .unwrap()
        .unit
        .id;
    let preview = office
        .ask(PreviewImport {
            source: source(),
            unit: Some(wanted),
        })
        .unwrap();
    office
        .ask(ApplyImport {
            token: preview.token,
            from: day("2026-01-01"),
            newcomers_from: None,
        })
        .unwrap();
    assert_eq!(
        line(&office, "2026-10", "Budi").unwrap().unit,
        "Puskesmas Sinabang"
    );
}

#[test]
fn appraisers_are_people_of_the_list_or_as_typed_but_never_oneself() {
    let office = TestOffice::ready();
    let (one, two, three) = (nip(1), nip(2), nip(3));
    let outside = nip(900);
    let rows = [
        ["NIP", "Nama", "Nama Pejabat Penilai", "NIP Pejabat Penilai"],
        [one.digits(), "Kabid", "Kabid", one.digits()],
        [two.digits(), "Budi", "KABID, S.E.", one.digits()],
        [three.digits(), "Siti", "Sekda", outside.digits()],
    ]
    .map(|row| row.map(str::to_owned));
    let first = preview(&office, &rows);
    assert_eq!(
        first.rows[0].warnings.len(),
        1,
        "the list names the very person"
    );
    import(&office, &rows, "2026-01-01");
    assert_eq!(line(&office, "2026-10", "Budi").unwrap().appraiser, "Kabid");
    assert_eq!(line(&office, "2026-10", "Siti").unwrap().appraiser, "Sekda");
    assert_eq!(preview(&office, &rows).counts.same, 3);
}

#[test]
fn the_list_shows_who_heads_the_unit() {
    let office = TestOffice::ready();
    let rows = [
        ["NIP", "Nama", "Jabatan", "Unit Kerja"],
        [
            nip(1).digits(),
            "Hasan",
            "Camat Simeulue Timur",
            "Kecamatan Simeulue Timur",
        ],
        [
            nip(2).digits(),
            "Budi",
            "Sekretaris Camat",
            "Kecamatan Simeulue Timur",
        ],
        [
            &testkit::first_run().user_nip,
            "Ahmad Yani",
            "Kepala Dinas",
            "Dinas Pendidikan",
        ],
    ]
    .map(|row| row.map(str::to_owned));
    import(&office, &rows, "2026-01-01");
    assert_eq!(line(&office, "2026-10", "Budi").unwrap().appraiser, "Hasan");
    assert_eq!(line(&office, "2026-10", "Hasan").unwrap().appraiser, "");
    let ahmad = line(&office, "2026-10", "Ahmad").unwrap().employee;
    assert_eq!(
        office.unit().head,
        Some(PersonReference::Employee(ahmad)),
        "typed at the first run"
    );
}
