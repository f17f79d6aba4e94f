//! Pengaturan.

use api::error::ErrorCode;
use api::session::{FirstRun, UserRole};
use api::settings::{GetSettings, SaveSignatory, SaveUnit};
use domain::{PersonReference, Rhythm, TypedPerson, Unit, Zone};
use testkit::{TestOffice, day};

fn unit(name: &str) -> SaveUnit {
    SaveUnit {
        unit: None,
        name: name.into(),
        parent: None,
        instansi: "Pemerintah Kabupaten Simeulue".into(),
        zone: Zone::Wib,
        rhythm: Rhythm::Quarterly,
        head: None,
    }
}

fn named(office: &TestOffice, name: &str) -> Unit {
    let units = office.ask(GetSettings {}).unwrap().units;
    units
        .into_iter()
        .find(|it| it.unit.name == name)
        .unwrap()
        .unit
}

#[test]
fn the_head_says_which_post_it_is() {
    let office = TestOffice::new();
    let camat = FirstRun {
        unit_name: "Kecamatan Teupah Barat".into(),
        user_jabatan: "Camat Teupah Barat".into(),
        ..testkit::first_run()
    };
    let silent = FirstRun {
        user_jabatan: " ".into(),
        ..camat.clone()
    };
    let refusal = office.ask(silent).unwrap_err();
    assert_eq!(refusal.code, ErrorCode::Field("user_jabatan".into()));
    office.ask(camat).unwrap();
    match named(&office, "Kecamatan Teupah Barat").head {
        Some(PersonReference::Typed(head)) => assert_eq!(head.jabatan, "Camat Teupah Barat"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_operator_heads_nothing_and_names_no_post() {
    let office = TestOffice::new();
    let operator = FirstRun {
        user_jabatan: String::new(),
        role: UserRole::Operator,
        ..testkit::first_run()
    };
    office.ask(operator).unwrap();
    assert_eq!(office.unit().head, None);
}

#[test]
fn units_have_one_name_each_and_no_circle_above_them() {
    let office = TestOffice::ready();
    office.ask(unit("Puskesmas Sinabang")).unwrap();
    let twin = office.ask(unit("PUSKESMAS  SINABANG")).unwrap_err();
    assert_eq!(twin.code, ErrorCode::Field("name".into()));

    let dinas = office.unit();
    let below = named(&office, "Puskesmas Sinabang");
    let under = |it: &Unit, parent| SaveUnit {
        unit: Some(it.id),
        parent,
        ..unit(&it.name)
    };
    office.ask(under(&below, Some(dinas.id))).unwrap();
    let circle = office.ask(under(&dinas, Some(below.id))).unwrap_err();
    assert_eq!(circle.code, ErrorCode::Field("parent".into()));
    let itself = office.ask(under(&dinas, Some(dinas.id))).unwrap_err();
    assert_eq!(itself.code, ErrorCode::Field("parent".into()));
}

#[test]
fn the_signatory_before_signs_until_the_day_before() {
    let office = TestOffice::ready();
    let unit = office.unit().id;
    let sign = |name: &str, from: &str| {
        let person = TypedPerson {
            name: name.into(),
            ..TypedPerson::default()
        };
        office
            .ask(SaveSignatory {
                unit,
                person: PersonReference::Typed(person),
                place: "Sinabang".into(),
                from: day(from),
            })
            .unwrap()
    };
    sign("Ahmad", "2024-01-01");
    sign("Burhan", "2026-07-01");
    let settings = sign("Cut Nyak", "2026-07-01");
    let spans: Vec<_> = settings.units[0]
        .signatories
        .iter()
        .map(|(it, name)| (name.as_str(), it.from, it.to))
        .collect();
    assert_eq!(
        spans,
        [
            ("Cut Nyak", day("2026-07-01"), None),
            ("Ahmad", day("2024-01-01"), Some(day("2026-06-30"))),
        ],
        "the same first day corrects who was named"
    );
    let settings = sign("Daud", "2025-01-01");
    let spans: Vec<_> = settings.units[0]
        .signatories
        .iter()
        .map(|(it, _)| (it.from, it.to))
        .collect();
    assert_eq!(
        spans,
        [
            (day("2026-07-01"), None),
            (day("2025-01-01"), Some(day("2026-06-30"))),
            (day("2024-01-01"), Some(day("2024-12-31"))),
        ]
    );
}

#[test]
fn a_typed_head_of_the_list_is_the_one_of_the_list() {
    let office = TestOffice::ready();
    let (budi, _) = crate::people::add(&office, "Budi", 1);
    let typed = TypedPerson {
        name: "BUDI".into(),
        nip: Some(budi.nip),
        ..TypedPerson::default()
    };
    let request = SaveUnit {
        head: Some(PersonReference::Typed(typed)),
        ..unit("Bidang Data")
    };
    office.ask(request).unwrap();
    assert_eq!(
        named(&office, "Bidang Data").head,
        Some(PersonReference::Employee(budi.id))
    );
}

#[test]
fn every_rule_says_where_it_comes_from() {
    let rules = TestOffice::ready().ask(GetSettings {}).unwrap().rules;
    assert!(rules.iter().any(|it| it.id == "predikat"));
    assert!(
        rules
            .iter()
            .all(|it| it.version > 0 && !it.source.is_empty())
    );
}
