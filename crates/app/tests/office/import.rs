//! Import: verdicts, units, appraisers, undo.

use crate::people::{add, import, line, listed, preview};
use api::employees::{EmployeeFilter, GetEmployee, SaveEmployee};
use api::error::{ErrorCode, ImportTrouble};
use api::import::{
    ApplyImport, ImportCounts, ImportPreview, ImportSource, PreviewImport, SaveProblemRows,
    SaveTemplate, Verdict,
};
use api::undo::{Redo, Undo};
use rstest::rstest;
use testkit::{TestOffice, day, nip};

const HEAD: [&str; 4] = ["NIP", "Nama", "Golongan", "Jabatan"];

fn three() -> Vec<Vec<String>> {
    let row = |number: u32, name: &str, golongan: &str, jabatan: &str| {
        vec![
            nip(number).digits().to_owned(),
            name.into(),
            golongan.into(),
            jabatan.into(),
        ]
    };
    vec![
        HEAD.map(str::to_owned).to_vec(),
        row(1, "Budi Santoso", "III/b", "Pengelola Data"),
        row(2, "Siti Aminah", "IV/a", "Guru Ahli Madya"),
        row(3, "Suharto", "II/c", "Pengemudi"),
    ]
}

fn counts(new: u32, changed: u32, same: u32) -> ImportCounts {
    ImportCounts {
        new,
        changed,
        same,
        ..ImportCounts::default()
    }
}

fn changed_fields(preview: &ImportPreview, row: usize) -> Vec<(String, String, String)> {
    match &preview.rows[row].verdict {
        Verdict::Changed(changes) => changes
            .iter()
            .map(|it| (it.field.clone(), it.old.clone(), it.new.clone()))
            .collect(),
        other => panic!("row {row} is {other:?}"),
    }
}

#[test]
fn a_first_list_is_new_and_the_same_list_again_is_the_same() {
    let office = TestOffice::ready();
    let first = import(&office, &three(), "2026-01-01");
    assert_eq!(first.counts, counts(3, 0, 0));
    assert_eq!(listed(&office, "2026-10", EmployeeFilter::Active).total, 3);
    assert_eq!(preview(&office, &three()).counts, counts(0, 0, 3));
    let again = import(&office, &three(), "2026-11-01");
    assert_eq!(again.counts, counts(0, 0, 3));
}

#[test]
fn a_wrong_import_is_undone_in_one_step_and_done_again() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    assert_eq!(office.ask(Undo {}).unwrap().act, "import");
    assert_eq!(
        listed(&office, "2026-10", EmployeeFilter::Everybody).lines,
        []
    );
    office.ask(Redo {}).unwrap();
    assert_eq!(listed(&office, "2026-10", EmployeeFilter::Active).total, 3);
}

#[test]
fn a_backup_stands_before_an_import_into_data() {
    let office = TestOffice::ready();
    assert!(
        !import(&office, &three(), "2026-01-01").backup,
        "nothing to lose yet"
    );
    assert!(import(&office, &three(), "2026-01-01").backup);
}

#[rstest]
#[case::post(1, 3, "Bendahara", &[("Jabatan", "Pengelola Data", "Bendahara")])]
#[case::golongan(1, 2, "III/c", &[("Golongan", "III/b", "III/c")])]
#[case::name(3, 1, "Suharto Wijaya", &[("Nama", "Suharto", "Suharto Wijaya")])]
fn a_changed_cell_is_told_old_and_new(
    #[case] row: usize,
    #[case] column: usize,
    #[case] value: &str,
    #[case] expected: &[(&str, &str, &str)],
) {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let mut list = three();
    list[row][column] = value.into();
    let preview = preview(&office, &list);
    assert_eq!(preview.counts, counts(0, 1, 2));
    let told = changed_fields(&preview, row - 1);
    let told: Vec<_> = told
        .iter()
        .map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str()))
        .collect();
    assert_eq!(told, expected);
}

#[rstest]
#[case::silence(1, 3, "")]
#[case::capitals(1, 1, "BUDI  SANTOSO")]
fn silence_and_capitals_change_nothing(
    #[case] row: usize,
    #[case] column: usize,
    #[case] value: &str,
) {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let mut list = three();
    list[row][column] = value.into();
    assert_eq!(preview(&office, &list).counts, counts(0, 0, 3));
}

#[test]
fn a_column_that_is_not_there_empties_nothing() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let narrow: Vec<Vec<String>> = three().into_iter().map(|row| row[..2].to_vec()).collect();
    assert_eq!(
        import(&office, &narrow, "2026-01-01").counts,
        counts(0, 0, 3)
    );
    assert_eq!(
        line(&office, "2026-10", "Siti").unwrap().jabatan,
        "Guru Ahli Madya"
    );
}

#[test]
fn a_damaged_nip_is_refused_and_nobody_is_missing_for_it() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let mut list = three();
    list[2][0] = "1.98609262015051E+17".into();
    let preview = preview(&office, &list);
    assert_eq!(
        preview.counts,
        ImportCounts {
            rejected: 1,
            ..counts(0, 0, 2)
        }
    );
    let Verdict::Rejected(problems) = &preview.rows[1].verdict else {
        panic!("not rejected")
    };
    assert_eq!((problems[0].row, problems[0].column.as_str()), (3, "NIP"));
    assert!(problems[0].reason.starts_with("Excel merusak NIP ini."));
    assert_eq!(preview.rows[1].nip, "1.98609262015051E+17", "as read");
    let saved = office
        .ask(SaveProblemRows {
            token: preview.token,
        })
        .unwrap();
    assert_eq!(saved.rows, 1);
}

#[test]
fn who_is_not_in_the_file_is_listed_and_stays() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let preview = preview(&office, &three()[..3]);
    let missing: Vec<&str> = preview.missing.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(missing, ["Suharto"]);
    let apply = ApplyImport {
        token: preview.token,
        from: day("2026-11-01"),
        newcomers_from: None,
    };
    assert_eq!(office.ask(apply).unwrap().counts.missing, 1);
    assert!(line(&office, "2026-12", "Suharto").is_some());
}

#[test]
fn the_same_name_with_another_nip_stays_two_people() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let mut list = three();
    list[3][0] = nip(30).digits().into();
    let preview = preview(&office, &list);
    assert_eq!(preview.rows[2].verdict, Verdict::New);
    assert_eq!(preview.rows[2].warnings.len(), 1);
    assert_eq!(preview.missing.len(), 1, "the other one is not in the file");
}

#[test]
fn a_pppk_with_a_new_number_is_known_by_the_pns_id() {
    let office = TestOffice::ready();
    let with = |nip: &str| {
        vec![
            vec!["NIP", "Nama", "PNS ID"],
            vec![nip, "Rina", "A5EB03E23CCCF6A0E040640A040252AD"],
        ]
        .into_iter()
        .map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect::<Vec<_>>()
    };
    import(&office, &with("199001012021212001"), "2026-01-01");
    let before = line(&office, "2026-10", "Rina").unwrap();
    let renumbered = with("199001012025212002");
    let told = changed_fields(&preview(&office, &renumbered), 0);
    assert_eq!(told[0].0, "NIP");
    import(&office, &renumbered, "2026-11-01");
    let after = line(&office, "2026-11", "Rina").unwrap();
    assert_eq!(after.employee, before.employee);
    assert_eq!(after.nip.digits(), "199001012025212002");
}

#[test]
fn what_was_written_after_the_preview_is_not_overwritten_unseen() {
    let office = TestOffice::ready();
    let token = preview(&office, &three()).token;
    let (budi, _) = add(&office, "Budi Santoso", 1);
    let applied = office
        .ask(ApplyImport {
            token,
            from: day("2026-01-01"),
            newcomers_from: None,
        })
        .unwrap();
    assert_eq!(
        (
            applied.counts.new,
            applied.counts.changed + applied.counts.same
        ),
        (2, 1)
    );
    assert_eq!(
        listed(&office, "2026-10", EmployeeFilter::Everybody)
            .lines
            .len(),
        3
    );
    let detail = office.ask(GetEmployee { employee: budi.id }).unwrap();
    assert_eq!(
        detail.assignments.len(),
        1,
        "the post that was typed is the post of the list"
    );
}

#[test]
fn who_has_left_and_stands_in_the_list_is_told() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let suharto = line(&office, "2026-10", "Suharto").unwrap().employee;
    let left = api::employees::SaveException {
        exception: None,
        employee: suharto,
        kind: domain::ExceptionKind::Mutasi,
        from: day("2026-06-01"),
        to: None,
        letter: String::new(),
    };
    office.ask(left).unwrap();
    assert_eq!(preview(&office, &three()).rows[2].warnings.len(), 1);
    assert_eq!(
        preview(&office, &three()[..3]).missing,
        [],
        "and is not missing"
    );
}

#[test]
fn a_file_that_is_no_list_is_refused_and_a_preview_does_not_outlive_the_program() {
    let office = TestOffice::ready();
    let source = ImportSource::Upload(office.upload("daftar.xlsx", b"%PDF-1.4"));
    let refusal = office
        .ask(PreviewImport { source, unit: None })
        .unwrap_err();
    let expected = ErrorCode::ImportUnreadable(ImportTrouble::NotASpreadsheet);
    assert_eq!(refusal.code, expected);
    let token = preview(&office, &three()).token;
    let office = office.restarted();
    let refusal = office
        .ask(ApplyImport {
            token,
            from: day("2026-01-01"),
            newcomers_from: None,
        })
        .unwrap_err();
    assert_eq!(refusal.code, ErrorCode::UploadGone);
}

#[test]
fn the_empty_list_can_be_filled_in_and_read_back() {
    let office = TestOffice::ready();
    let saved = office.ask(SaveTemplate {}).unwrap();
    let bytes = std::fs::read(std::path::Path::new(&saved.folder).join(&saved.file_name)).unwrap();
    let source = ImportSource::Upload(office.upload(&saved.file_name, &bytes));
    let preview = office.ask(PreviewImport { source, unit: None }).unwrap();
    assert!(preview.columns.iter().any(|(head, _)| head == "NIP"));
    assert_eq!(preview.ignored, Vec::<String>::new());
}

#[test]
fn somebody_corrected_by_hand_keeps_the_correction_over_silence() {
    let office = TestOffice::ready();
    import(&office, &three(), "2026-01-01");
    let budi = line(&office, "2026-10", "Budi").unwrap();
    let corrected = SaveEmployee {
        employee: Some(budi.employee),
        education: "S-1 Ekonomi".into(),
        ..crate::people::person("Budi Santoso", budi.nip.digits(), None)
    };
    office.ask(corrected).unwrap();
    import(&office, &three(), "2026-11-01");
    let detail = office
        .ask(GetEmployee {
            employee: budi.employee,
        })
        .unwrap();
    assert_eq!(detail.employee.education, "S-1 Ekonomi");
}
