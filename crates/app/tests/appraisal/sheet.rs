//! Lembar Penilaian.

use crate::people::{
    appraise_oneself, attach, except, give_reason, hire, october, office, rate, rating, row, save,
    save_in, sheet, write_note,
};
use api::employees::SetAppraiser;
use api::home::Finish;
use api::settings::SaveUnit;
use api::sheet::{
    AppraiserChoice, CellEdit, CellValue, GetPanel, GetRubric, GetSheet, RejectReason, RowStatus,
};
use api::undo::Undo;
use domain::missing::MissingCode;
use domain::{
    AssignmentId, Behaviour, Capaian, Column, ExceptionKind, PersonReference, Predikat, Rating,
};
use testkit::{day, nip, period};

#[test]
fn an_empty_row_says_what_is_missing() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let row = row(&office, &rina);
    assert_eq!(row.status, RowStatus::Empty);
    assert_eq!(
        row.missing,
        [MissingCode::KurangHasil, MissingCode::KurangPerilaku]
    );
    assert_eq!((row.revision, row.predikat), (0, None));
}

#[test]
fn two_ratings_make_a_predikat_and_a_draft() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::DiAtas, Rating::DiAtas));
    let row = row(&office, &rina);
    assert_eq!(
        (row.status, row.predikat),
        (RowStatus::Draft, Some(Predikat::SangatBaik))
    );
    assert_eq!(
        row.missing,
        [MissingCode::KurangBukti, MissingCode::KurangAlasan]
    );
    assert!(row.revision > 0);
}

#[test]
fn evidence_of_a_note_in_the_period_counts_and_another_month_does_not() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::DiAtas, Rating::Sesuai));
    give_reason(&office, &rina, "Laporan selesai sebelum batas.");
    let file = attach(&office, &rina, None);
    write_note(&office, &rina, "2026-09-30", vec![file]);
    let before = row(&office, &rina);
    assert_eq!((before.evidence, before.notes), (0, 0));
    assert_eq!(before.missing, [MissingCode::KurangBukti]);

    write_note(&office, &rina, "2026-10-01", vec![file]);
    let after = row(&office, &rina);
    assert_eq!((after.evidence, after.notes), (1, 1));
    assert_eq!(after.missing, []);
}

#[test]
fn an_edit_of_a_row_that_changed_unseen_comes_back_and_the_others_go_in() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    let seen = |person, value| CellEdit {
        revision: Some(0),
        ..rating(person, Column::HasilKerja, value)
    };
    assert_eq!(save(&office, vec![seen(&rina, Rating::Sesuai)]).applied, 1);

    let saved = save(
        &office,
        vec![seen(&rina, Rating::DiBawah), seen(&yusuf, Rating::Sesuai)],
    );
    assert_eq!(saved.applied, 1);
    assert_eq!(saved.rejected.len(), 1);
    assert_eq!(saved.rejected[0].name, "Rina");
    assert_eq!(saved.rejected[0].reason, RejectReason::Stale);
    let fresh = saved
        .rows
        .iter()
        .find(|row| row.assignment == rina.assignment)
        .unwrap();
    assert_eq!(fresh.hasil_kerja.rating, Some(Rating::Sesuai));
    assert_eq!(
        row(&office, &yusuf).hasil_kerja.rating,
        Some(Rating::Sesuai)
    );
}

#[test]
fn many_edits_of_one_row_are_seen_together() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let revision = Some(row(&office, &rina).revision);
    let columns = [Column::HasilKerja, Column::Perilaku];
    let edits = columns
        .map(|it| CellEdit {
            revision,
            ..rating(&rina, it, Rating::DiBawah)
        })
        .to_vec();
    assert_eq!(save(&office, edits).applied, 2);
    assert_eq!(row(&office, &rina).predikat, Some(Predikat::SangatKurang));
}

#[test]
fn an_exempt_row_and_one_that_is_not_there_are_passed_over() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    except(
        &office,
        &yusuf,
        ExceptionKind::CutiBesar,
        ("2026-10-01", "2026-12-31"),
    );
    let mut nobody = rina.clone();
    nobody.assignment = AssignmentId::from_bytes([7; 16]);
    let edits = [&rina, &yusuf, &nobody]
        .map(|person| rating(person, Column::Perilaku, Rating::Sesuai))
        .to_vec();
    let saved = save(&office, edits);
    let reasons: Vec<RejectReason> = saved.rejected.iter().map(|it| it.reason).collect();
    assert_eq!(saved.applied, 1);
    assert_eq!(reasons, [RejectReason::Exempt, RejectReason::NotFound]);
    assert_eq!(row(&office, &yusuf).status, RowStatus::Exempt);
}

#[test]
fn rating_oneself_is_saved_and_shown() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    appraise_oneself(&office, &rina);
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    assert_eq!(row(&office, &rina).missing, [MissingCode::PenilaiDiri]);
}

#[test]
fn a_user_whose_appraiser_nobody_knows_would_rate_himself() {
    let office = office();
    let head = crate::people::hire_as(
        &office,
        "Ahmad Yani",
        domain::Nip::parse("197001011995031001").unwrap(),
        crate::people::post(office.unit().id),
    );
    rate(&office, &head, (Rating::Sesuai, Rating::Sesuai));
    let missing = row(&office, &head).missing;
    assert_eq!(
        missing,
        [MissingCode::PenilaiDiri, MissingCode::KurangPenilai]
    );
}

#[test]
fn the_month_before_appears_with_the_first_rating() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let september = period("2026-09");
    save_in(
        &office,
        september,
        vec![rating(&rina, Column::HasilKerja, Rating::Sesuai)],
    );
    save_in(
        &office,
        september,
        vec![rating(&rina, Column::Perilaku, Rating::DiBawah)],
    );
    let panel = || {
        office
            .ask(GetPanel {
                period: october(),
                assignment: rina.assignment,
            })
            .unwrap()
    };
    assert_eq!(row(&office, &rina).previous, None);
    assert_eq!(panel().history, []);

    save(
        &office,
        vec![rating(&rina, Column::HasilKerja, Rating::Sesuai)],
    );
    assert_eq!(row(&office, &rina).previous, Some(Predikat::Kurang));
    assert_eq!(panel().history.len(), 1);
}

#[test]
fn clearing_every_cell_leaves_an_empty_row() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    save(
        &office,
        vec![rating(&rina, Column::Perilaku, Rating::Sesuai)],
    );
    let value = CellValue::Rating(Column::Perilaku, None);
    save(
        &office,
        vec![CellEdit {
            assignment: rina.assignment,
            value,
            revision: None,
        }],
    );
    assert_eq!(row(&office, &rina).status, RowStatus::Empty);
}

#[test]
fn attainment_that_was_typed_is_no_draft_and_too_much_of_it_is_refused() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let edit = |capaian| CellEdit {
        assignment: rina.assignment,
        value: CellValue::Capaian(Some(Capaian(capaian))),
        revision: None,
    };
    save(&office, vec![edit(9_050)]);
    let saved = row(&office, &rina);
    assert_eq!(
        (saved.capaian, saved.status),
        (Some(Capaian(9_050)), RowStatus::Empty)
    );
    let request = api::sheet::SaveCells {
        period: october(),
        origin: api::sheet::Origin::Pasted,
        edits: vec![edit(100_000)],
    };
    assert!(office.ask(request).is_err());
}

#[test]
fn a_change_after_siap_dikirim_is_a_correction_until_it_is_taken_back() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let appraiser = AppraiserChoice::Everybody;
    office
        .ask(Finish {
            unit: None,
            period: october(),
            appraiser,
        })
        .unwrap();
    assert_eq!(row(&office, &rina).status, RowStatus::Ready);

    save(
        &office,
        vec![rating(&rina, Column::Perilaku, Rating::DiBawah)],
    );
    assert_eq!(row(&office, &rina).status, RowStatus::Changed);
    office.ask(Undo {}).unwrap();
    assert_eq!(row(&office, &rina).status, RowStatus::Ready);
}

#[test]
fn the_seven_values_suggest_and_never_set() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let edits = Behaviour::ALL
        .into_iter()
        .take(4)
        .map(|it| rating(&rina, Column::Behaviour(it), Rating::DiAtas))
        .collect();
    save(&office, edits);
    let row = row(&office, &rina);
    assert_eq!(
        (row.suggestion, row.perilaku.rating),
        (Some(Rating::DiAtas), None)
    );
    assert!(row.missing.contains(&MissingCode::KurangPerilaku));
}

#[test]
fn the_sheet_shows_the_people_of_the_appraiser() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    office
        .ask(SetAppraiser {
            assignments: vec![yusuf.assignment],
            appraiser: Some(PersonReference::Employee(rina.employee)),
            appraiser_superior: None,
            from: day("2026-01-02"),
        })
        .unwrap();
    let of = |appraiser| {
        let unit = office.unit().id;
        let sheet = office
            .ask(GetSheet {
                unit,
                period: october(),
                appraiser,
            })
            .unwrap();
        let names: Vec<String> = sheet.rows.into_iter().map(|row| row.name).collect();
        (sheet.appraiser_name, names)
    };
    let (name, people) = of(AppraiserChoice::Me);
    assert_eq!(
        (name.as_str(), people),
        ("Drs. Ahmad Yani, M.Pd.", vec!["Rina".to_owned()])
    );
    let (name, people) = of(AppraiserChoice::Person(nip(1).digits().to_owned()));
    assert_eq!((name.as_str(), people), ("Rina", vec!["Yusuf".to_owned()]));
    assert_eq!(of(AppraiserChoice::Everybody).1.len(), 2);
}

#[test]
fn the_panel_shows_what_the_rating_rests_on() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let behind = attach(&office, &rina, Some(rina.assignment));
    let note = write_note(&office, &rina, "2026-10-07", Vec::new());
    let panel = office
        .ask(GetPanel {
            period: october(),
            assignment: rina.assignment,
        })
        .unwrap();
    assert_eq!(panel.unit, "Dinas Pendidikan");
    assert_eq!(panel.appraiser, "Drs. Ahmad Yani, M.Pd.");
    assert_eq!(
        panel.notes.iter().map(|it| it.id).collect::<Vec<_>>(),
        [note]
    );
    assert_eq!(
        panel.evidence.iter().map(|it| it.id).collect::<Vec<_>>(),
        [behind]
    );
    assert_eq!(panel.attached, [behind]);
    assert_eq!(panel.row.evidence, 1);
}

#[test]
fn a_rubric_has_three_levels_and_a_value_its_statements() {
    let office = office();
    let period = october();
    for column in Column::ALL {
        let rubric = office.ask(GetRubric { period, column }).unwrap();
        let levels: Vec<Rating> = rubric.levels.iter().map(|(rating, _)| *rating).collect();
        assert_eq!(levels, [Rating::DiAtas, Rating::Sesuai, Rating::DiBawah]);
        let expected = if matches!(column, Column::Behaviour(_)) {
            3
        } else {
            0
        };
        assert_eq!(rubric.statements.len(), expected);
        assert!(!rubric.source.is_empty());
    }
}

#[test]
fn a_sheet_of_a_unit_without_anybody_is_empty() {
    let office = office();
    let unit = office.unit();
    office
        .ask(SaveUnit {
            unit: None,
            name: "UPTD Teupah".to_owned(),
            parent: Some(unit.id),
            instansi: unit.instansi,
            zone: unit.zone,
            rhythm: unit.rhythm,
            head: None,
        })
        .unwrap();
    assert_eq!(sheet(&office).rows, []);
}
