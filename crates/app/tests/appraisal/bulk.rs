//! The guard rails of bulk.

use crate::people::{
    Person, appraise_oneself, change_post, except, hire, hire_as, october, office, post, rate,
    rating, row, save,
};
use api::sheet::{BulkOutcome, CellEdit, CellValue, FillSesuai, ReviewCells, SkipReason};
use api::undo::Undo;
use domain::missing::MissingCode;
use domain::{Capaian, Column, ExceptionKind, Nip, Rating};
use rstest::rstest;
use testkit::{TestOffice, day};

const BOTH: [Column; 2] = [Column::HasilKerja, Column::Perilaku];

fn fill(office: &TestOffice, people: &[&Person]) -> BulkOutcome {
    let assignments = people.iter().map(|person| person.assignment).collect();
    office
        .ask(FillSesuai {
            period: october(),
            assignments,
            columns: BOTH.to_vec(),
        })
        .unwrap()
}

fn attain(office: &TestOffice, person: &Person, hundredths: u32) {
    let value = CellValue::Capaian(Some(Capaian(hundredths)));
    save(
        office,
        vec![CellEdit {
            assignment: person.assignment,
            value,
            revision: None,
        }],
    );
}

/// What is true of somebody before bulk comes.
#[derive(Clone, Copy, Debug)]
enum Fact {
    Attains(u32),
    OnLeave,
    IsTheUser,
    RatesOneself,
    Rated(Column),
}

fn establish(office: &TestOffice, person: &Person, fact: Fact) {
    match fact {
        Fact::Attains(hundredths) => attain(office, person, hundredths),
        Fact::OnLeave => {
            except(
                office,
                person,
                ExceptionKind::CutiBesar,
                ("2026-10-01", "2026-12-31"),
            );
        }
        Fact::RatesOneself => appraise_oneself(office, person),
        Fact::Rated(column) => {
            save(office, vec![rating(person, column, Rating::DiAtas)]);
        }
        Fact::IsTheUser => {}
    }
}

#[rstest]
#[case::nobody_without_a_figure_is_passed_over(&[], None)]
#[case::just_under(&[Fact::Attains(8_999)], Some(SkipReason::LowCapaian(Capaian(8_999))))]
#[case::just_enough(&[Fact::Attains(9_000)], None)]
#[case::on_leave(&[Fact::OnLeave], Some(SkipReason::Exempt(ExceptionKind::CutiBesar)))]
#[case::own_row(&[Fact::IsTheUser], Some(SkipReason::Oneself))]
#[case::appraiser_of_oneself(&[Fact::RatesOneself], Some(SkipReason::Oneself))]
#[case::one_column_is_left(&[Fact::Rated(Column::HasilKerja)], None)]
#[case::by_hand(
    &[Fact::Rated(Column::HasilKerja), Fact::Rated(Column::Perilaku)],
    Some(SkipReason::RatedByHand)
)]
#[case::leave_before_conflict(
    &[Fact::RatesOneself, Fact::Attains(1), Fact::OnLeave],
    Some(SkipReason::Exempt(ExceptionKind::CutiBesar))
)]
#[case::conflict_before_attainment(
    &[Fact::Attains(1), Fact::RatesOneself],
    Some(SkipReason::Oneself)
)]
#[case::attainment_before_hand(
    &[Fact::Attains(7_400), Fact::Rated(Column::HasilKerja), Fact::Rated(Column::Perilaku)],
    Some(SkipReason::LowCapaian(Capaian(7_400)))
)]
fn guard_rails(#[case] facts: &[Fact], #[case] expected: Option<SkipReason>) {
    let office = office();
    let is_user = facts.iter().any(|fact| matches!(fact, Fact::IsTheUser));
    let dewi = if is_user {
        let nip = Nip::parse("197001011995031001").unwrap();
        hire_as(&office, "Ahmad Yani", nip, post(office.unit().id))
    } else {
        hire(&office, 1, "Dewi")
    };
    for fact in facts {
        establish(&office, &dewi, *fact);
    }
    let before = row(&office, &dewi);

    let outcome = fill(&office, &[&dewi]);

    assert_eq!(outcome.chosen, 1);
    assert_eq!(outcome.applied, u32::from(expected.is_none()));
    assert_eq!(outcome.skipped.first().map(|it| it.reason), expected);
    let after = row(&office, &dewi);
    for (before, after) in [
        (before.hasil_kerja, after.hasil_kerja),
        (before.perilaku, after.perilaku),
    ] {
        let fills = expected.is_none() && before.rating.is_none();
        let filled = domain::evaluation::Cell {
            rating: Some(Rating::Sesuai),
            bulk: true,
        };
        assert_eq!(after, if fills { filled } else { before });
    }
}

#[test]
fn one_bar_and_one_undo_for_everybody() {
    let office = office();
    let people: Vec<Person> = ["Andi", "Dewi", "Hasan"]
        .into_iter()
        .zip(1..)
        .map(|(name, number)| hire(&office, number, name))
        .collect();
    attain(&office, &people[1], 7_400);
    let chosen: Vec<&Person> = people.iter().collect();
    let outcome = fill(&office, &chosen);
    assert_eq!(
        (outcome.chosen, outcome.applied, outcome.skipped.len()),
        (3, 2, 1)
    );
    assert_eq!(outcome.skipped[0].name, "Dewi");
    assert_eq!(outcome.rows.len(), 3);

    office.ask(Undo {}).unwrap();
    for person in &people {
        assert_eq!(row(&office, person).perilaku.rating, None);
    }
    assert_eq!(row(&office, &people[1]).capaian, Some(Capaian(7_400)));
}

#[test]
fn a_second_time_changes_nothing_and_passes_over_nobody() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    fill(&office, &[&rina]);
    let revision = row(&office, &rina).revision;
    let again = fill(&office, &[&rina]);
    assert_eq!((again.applied, again.skipped), (1, Vec::new()));
    assert_eq!(row(&office, &rina).revision, revision);
}

#[test]
fn the_mark_goes_by_typing_and_by_looking() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    fill(&office, &[&rina]);
    assert_eq!(row(&office, &rina).missing, [MissingCode::BelumDitinjau]);

    save(
        &office,
        vec![rating(&rina, Column::Perilaku, Rating::Sesuai)],
    );
    let typed = row(&office, &rina);
    assert_eq!((typed.hasil_kerja.bulk, typed.perilaku.bulk), (true, false));

    let request = ReviewCells {
        period: october(),
        assignments: vec![rina.assignment],
    };
    let reviewed = office.ask(request.clone()).unwrap();
    assert_eq!(
        (reviewed.applied, reviewed.rows[0].missing.clone()),
        (1, Vec::new())
    );
    assert_eq!(office.ask(request).unwrap().applied, 0);
}

#[test]
fn rows_that_are_gone_are_not_chosen() {
    let office = office();
    let (rina, yusuf) = (hire(&office, 1, "Rina"), hire(&office, 2, "Yusuf"));
    let end = api::employees::PostChange::End(yusuf.assignment, day("2026-09-30"));
    change_post(&office, &yusuf, end);
    let outcome = fill(&office, &[&rina, &yusuf, &rina]);
    assert_eq!((outcome.chosen, outcome.applied), (1, 1));
}

#[test]
fn without_a_column_nothing_is_asked() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let assignments = vec![rina.assignment];
    let request = FillSesuai {
        period: october(),
        assignments,
        columns: Vec::new(),
    };
    assert!(office.ask(request).is_err());
}
