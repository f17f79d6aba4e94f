//! Pegawai by hand.

use crate::people::{add, line, listed, person, post};
use api::employees::{
    EmployeeFilter, GetEmployee, ListAppraisers, MasterWarning, PostChange, SaveAssignment,
    SaveEmployee, SaveException, Search, SetAppraiser,
};
use api::error::ErrorCode;
use api::undo::Undo;
use domain::assignment::Tenure;
use domain::nip::{NipError, Sex};
use domain::{EmployeeId, ExceptionKind, JabatanKind, PersonReference, TypedPerson};
use rstest::rstest;
use testkit::{TestOffice, day, nip, period};

fn change(office: &TestOffice, employee: EmployeeId, change: PostChange) -> Result<(), ErrorCode> {
    office
        .ask(SaveAssignment { employee, change })
        .map(|_| ())
        .map_err(|it| it.code)
}

#[test]
fn a_promotion_on_1_november_does_not_change_october() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi Santoso", 1);
    let mut new = post(old.unit, "Kepala Seksi Data", "2026-11-01");
    new.golongan = "III/c".parse().ok();
    change(&office, budi.id, PostChange::ChangeFrom(old.id, new)).unwrap();

    let october = line(&office, "2026-10", "Budi").unwrap();
    let november = line(&office, "2026-11", "Budi").unwrap();
    assert_eq!(
        (october.jabatan.as_str(), october.golongan),
        ("Pengelola Data", "III/b".parse().ok())
    );
    assert_eq!(
        (november.jabatan.as_str(), november.golongan),
        ("Kepala Seksi Data", "III/c".parse().ok())
    );
    let detail = office.ask(GetEmployee { employee: budi.id }).unwrap();
    assert_eq!(
        detail.employee.golongan,
        "III/c".parse().ok(),
        "the golongan of today"
    );
    assert_eq!(detail.employee.golongan_since, Some(day("2026-11-01")));
    assert_eq!(detail.assignments[1].assignment.to, Some(day("2026-10-31")));
}

#[test]
fn a_correction_holds_for_the_whole_span() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    let right = post(old.unit, "Pengolah Data", "2020-01-01");
    change(&office, budi.id, PostChange::Correct(old.id, right)).unwrap();
    assert_eq!(
        line(&office, "2021-03", "Budi").unwrap().jabatan,
        "Pengolah Data"
    );
    let detail = office.ask(GetEmployee { employee: budi.id }).unwrap();
    assert_eq!(detail.assignments.len(), 1);
}

#[test]
fn a_change_in_mid_month_gives_two_rows_of_that_month() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    let new = post(old.unit, "Bendahara", "2026-10-15");
    change(&office, budi.id, PostChange::ChangeFrom(old.id, new)).unwrap();
    let october = listed(&office, "2026-10", EmployeeFilter::Active);
    assert_eq!((october.lines.len(), october.total), (2, 1));
}

#[rstest]
#[case::meets_the_open_post("2026-01-01", None, "from")]
#[case::ends_after_it_begins("2019-01-01", Some("2020-01-01"), "to")]
fn two_posts_for_good_do_not_overlap(
    #[case] from: &str,
    #[case] to: Option<&str>,
    #[case] field: &str,
) {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    let mut beside = post(old.unit, "Bendahara", from);
    beside.to = to.map(day);
    let refusal = change(&office, budi.id, PostChange::AddBeside(beside)).unwrap_err();
    assert_eq!(refusal, ErrorCode::Field(field.into()));
}

#[test]
fn plt_stands_beside_the_post_held_for_good() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    let mut plt = post(old.unit, "Kepala Bidang Data", "2026-10-01");
    plt.tenure = Tenure::Plt;
    change(&office, budi.id, PostChange::AddBeside(plt)).unwrap();
    let tenures: Vec<Tenure> = listed(&office, "2026-10", EmployeeFilter::Active)
        .lines
        .iter()
        .map(|it| it.tenure)
        .collect();
    assert!(tenures.contains(&Tenure::Definitif) && tenures.contains(&Tenure::Plt));
}

#[test]
fn a_change_must_begin_after_the_post_that_it_ends() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    let same_day = post(old.unit, "Bendahara", "2020-01-01");
    let refusal = change(&office, budi.id, PostChange::ChangeFrom(old.id, same_day)).unwrap_err();
    assert_eq!(refusal, ErrorCode::Field("from".into()));
}

#[test]
fn nobody_changes_a_post_of_somebody_else() {
    let office = TestOffice::ready();
    let (_, post_of_budi) = add(&office, "Budi", 1);
    let (siti, _) = add(&office, "Siti", 2);
    let end = PostChange::End(post_of_budi.id, day("2026-10-31"));
    assert_eq!(
        change(&office, siti.id, end).unwrap_err(),
        ErrorCode::NotFound
    );
}

#[test]
fn a_nip_is_refused_with_every_reason_and_never_taken_twice() {
    let office = TestOffice::ready();
    let refusal = office
        .ask(person("Budi", "198613262015051000", None))
        .unwrap_err();
    assert_eq!(
        refusal.code,
        ErrorCode::Nip(vec![NipError::BirthDate, NipError::Serial])
    );
    let (budi, _) = add(&office, "Budi", 1);
    let refusal = office
        .ask(person("Siti", &budi.nip.grouped(), None))
        .unwrap_err();
    assert_eq!(refusal.code, ErrorCode::NipTaken("Budi".into()));
}

#[test]
fn a_new_number_keeps_the_person() {
    let office = TestOffice::ready();
    let first = office
        .ask(person("Rina", "199001012021211001", None))
        .unwrap()
        .employee;
    let renumbered = SaveEmployee {
        employee: Some(first.id),
        ..person("Rina", "199001012025212002", None)
    };
    let after = office.ask(renumbered).unwrap().employee;
    assert_eq!(after.id, first.id);
    assert_eq!(after.nip.digits(), "199001012025212002");
}

#[test]
fn what_differs_from_the_nip_warns() {
    let office = TestOffice::ready();
    let mut request = person("Budi", nip(1).digits(), None);
    request.sex = Some(Sex::Female);
    request.birth_date = Some(day("1999-09-09"));
    let detail = office.ask(request).unwrap();
    assert_eq!(
        detail.warnings,
        [MasterWarning::BirthDate, MasterWarning::Sex]
    );
}

#[test]
fn who_retires_is_exempt_in_that_month_and_gone_after_and_comes_back_by_undo() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi", 1);
    let request = SaveException {
        exception: None,
        employee: budi.id,
        kind: ExceptionKind::Pensiun,
        from: day("2026-10-16"),
        to: None,
        letter: "800/12/2026".into(),
    };
    office.ask(request).unwrap();
    assert_eq!(line(&office, "2026-09", "Budi").unwrap().exempt, None);
    assert_eq!(
        line(&office, "2026-10", "Budi").unwrap().exempt,
        Some(ExceptionKind::Pensiun)
    );
    assert_eq!(line(&office, "2026-11", "Budi"), None);
    let everybody = listed(&office, "2026-11", EmployeeFilter::Everybody).lines;
    assert_eq!(
        everybody[0].exempt,
        Some(ExceptionKind::Pensiun),
        "never deleted"
    );

    office.ask(Undo {}).unwrap();
    assert_eq!(line(&office, "2026-11", "Budi").unwrap().exempt, None);
}

#[test]
fn lists_begin_with_the_highest_post_then_golongan_then_name() {
    let office = TestOffice::ready();
    let unit = office.unit().id;
    let mut number = 0;
    let mut add = |name: &str, kind, golongan: &str| {
        number += 1;
        let mut post = post(unit, "Jabatan", "2020-01-01");
        post.jabatan_kind = kind;
        post.golongan = golongan.parse().ok();
        office
            .ask(person(name, nip(number).digits(), Some(post)))
            .unwrap();
    };
    add("Zaki", JabatanKind::Pelaksana, "II/c");
    add("Yusuf", JabatanKind::Pelaksana, "IX");
    add("ani", JabatanKind::Fungsional, "III/a");
    add("Beni", JabatanKind::Fungsional, "III/a");
    add("Dewi", JabatanKind::Fungsional, "IV/a");
    add("Hasan", JabatanKind::Jpt, "IV/b");
    let lines = listed(&office, "2026-10", EmployeeFilter::Active).lines;
    let names: Vec<&str> = lines.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Hasan", "Dewi", "ani", "Beni", "Zaki", "Yusuf"]);
}

#[rstest]
#[case("santoso", 1)]
#[case("Pengelola siti", 1)]
#[case("19650101 200501", 2)]
#[case("tidak ada", 0)]
fn a_list_is_filtered_by_words_and_numbers(#[case] query: &str, #[case] found: usize) {
    let office = TestOffice::ready();
    add(&office, "Budi Santoso", 1);
    add(&office, "Siti Aminah", 2);
    let request = api::employees::ListEmployees {
        unit: Some(office.unit().id),
        period: period("2026-10"),
        query: query.into(),
        filter: EmployeeFilter::Active,
    };
    let list = office.ask(request).unwrap();
    assert_eq!((list.lines.len(), list.total), (found, 2));
}

#[test]
fn search_finds_names_numbers_and_posts() {
    let office = TestOffice::ready();
    let (budi, _) = add(&office, "Budi Santoso", 1);
    for query in [
        "bud",
        "santoso budi",
        "pengelola",
        &budi.nip.grouped()[..10],
    ] {
        let found = office
            .ask(Search {
                query: query.into(),
                limit: 5,
            })
            .unwrap()
            .people;
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(
            (found[0].employee, found[0].unit.as_str()),
            (budi.id, "Dinas Pendidikan")
        );
    }
}

#[test]
fn the_typed_head_becomes_the_one_of_the_list() {
    let office = TestOffice::ready();
    assert!(matches!(
        office.unit().head,
        Some(PersonReference::Typed(_))
    ));
    let own = testkit::first_run().user_nip;
    let unit = office.unit().id;
    let mut post = post(unit, "Kepala Dinas Pendidikan", "2022-01-01");
    post.jabatan_kind = JabatanKind::Jpt;
    let head = office.ask(person("Ahmad Yani", &own, Some(post))).unwrap();
    assert_eq!(
        office.unit().head,
        Some(PersonReference::Employee(head.employee.id))
    );
    assert_eq!(
        head.assignments[0].appraiser, "",
        "nobody rates himself by default"
    );
    add(&office, "Budi", 1);
    assert_eq!(
        line(&office, "2026-10", "Budi").unwrap().appraiser,
        "Ahmad Yani"
    );
}

#[test]
fn one_appraiser_is_named_for_many_but_not_for_oneself() {
    let office = TestOffice::ready();
    let (kabid, of_kabid) = add(&office, "Kabid", 1);
    let (_, of_budi) = add(&office, "Budi", 2);
    let (_, of_siti) = add(&office, "Siti", 3);
    let request = |appraiser| SetAppraiser {
        assignments: vec![of_kabid.id, of_budi.id, of_siti.id],
        appraiser: Some(appraiser),
        appraiser_superior: None,
        from: day("2026-11-01"),
    };
    let set = office
        .ask(request(PersonReference::Employee(kabid.id)))
        .unwrap();
    assert_eq!(set.changed, 2);
    assert_eq!(
        line(&office, "2026-10", "Budi").unwrap().appraiser,
        "Drs. Ahmad Yani, M.Pd."
    );
    assert_eq!(line(&office, "2026-11", "Budi").unwrap().appraiser, "Kabid");
    assert_eq!(
        line(&office, "2026-11", "Kabid").unwrap().appraiser,
        "Drs. Ahmad Yani, M.Pd."
    );

    let typed = TypedPerson {
        name: "Kabid".into(),
        nip: Some(kabid.nip),
        ..TypedPerson::default()
    };
    assert_eq!(
        office
            .ask(request(PersonReference::Typed(typed)))
            .unwrap()
            .changed,
        0
    );
}

#[test]
fn an_appraiser_from_before_the_post_corrects_the_whole_post() {
    let office = TestOffice::ready();
    let (_, post) = add(&office, "Budi", 1);
    let named = TypedPerson {
        name: "Bupati".into(),
        ..TypedPerson::default()
    };
    let request = SetAppraiser {
        assignments: vec![post.id],
        appraiser: Some(PersonReference::Typed(named)),
        appraiser_superior: None,
        from: day("2019-01-01"),
    };
    office.ask(request).unwrap();
    assert_eq!(
        line(&office, "2020-02", "Budi").unwrap().appraiser,
        "Bupati"
    );
}

#[test]
fn a_human_being_is_one_appraiser_however_named() {
    let office = TestOffice::ready();
    let (kabid, of_kabid) = add(&office, "Kabid", 1);
    let (_, of_budi) = add(&office, "Budi", 2);
    let (_, of_siti) = add(&office, "Siti", 3);
    let typed = TypedPerson {
        name: "KABID".into(),
        nip: Some(kabid.nip.clone()),
        ..TypedPerson::default()
    };
    for (assignment, appraiser) in [
        (of_budi.id, PersonReference::Typed(typed)),
        (of_siti.id, PersonReference::Employee(kabid.id)),
    ] {
        let request = SetAppraiser {
            assignments: vec![assignment],
            appraiser: Some(appraiser),
            appraiser_superior: None,
            from: day("2020-01-01"),
        };
        office.ask(request).unwrap();
    }
    let request = ListAppraisers {
        unit: of_kabid.unit,
        period: period("2026-10"),
    };
    let appraisers = office.ask(request).unwrap().appraisers;
    let seen: Vec<_> = appraisers
        .iter()
        .map(|it| (it.name.as_str(), it.rows, it.me))
        .collect();
    assert_eq!(
        seen,
        [("Drs. Ahmad Yani, M.Pd.", 1, true), ("Kabid", 2, false)]
    );
    assert_eq!(appraisers[1].person, PersonReference::Employee(kabid.id));
    assert_eq!(appraisers[1].key, kabid.nip.digits());
}

#[test]
fn changes_are_told_newest_first() {
    let office = TestOffice::ready();
    let (budi, old) = add(&office, "Budi", 1);
    office.host().advance_seconds(60);
    let end = PostChange::End(old.id, day("2026-12-31"));
    change(&office, budi.id, end).unwrap();
    let detail = office.ask(GetEmployee { employee: budi.id }).unwrap();
    let acts: Vec<&str> = detail.changes.iter().map(|it| it.act.as_str()).collect();
    assert_eq!(acts, ["save-assignment", "save-employee"]);
    assert_eq!(detail.changes[0].actor, testkit::first_run().user_name);
    assert!(detail.changes[0].at > detail.changes[1].at);
}
