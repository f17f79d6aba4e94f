//! Kinerja Unit.

use crate::people::add;
use api::error::ErrorCode;
use api::organisation::{GetOrganisation, OrganisationView, SetOrganisation};
use api::sheet::{CellEdit, CellValue, Origin, SaveCells};
use domain::pattern::{AdviceResult, PatternCounts};
use domain::{AssignmentId, Column, OrganisationPredikat, Period, Rating, UnitId};
use testkit::{TestOffice, period};

fn october() -> Period {
    period("2026-10")
}

fn rate(office: &TestOffice, assignment: AssignmentId, rating: Rating) {
    let edit = |column| CellEdit {
        assignment,
        value: CellValue::Rating(column, Some(rating)),
        revision: None,
    };
    let edits = vec![edit(Column::HasilKerja), edit(Column::Perilaku)];
    let saved = office
        .ask(SaveCells {
            period: october(),
            origin: Origin::Pasted,
            edits,
        })
        .unwrap();
    assert_eq!(saved.rejected, []);
}

fn set(office: &TestOffice, predikat: OrganisationPredikat) -> OrganisationView {
    let request = SetOrganisation {
        unit: office.unit().id,
        period: october(),
        predikat,
        set_by: None,
        date: None,
        document: "  800/7 ".into(),
        pattern_reason: String::new(),
    };
    office.ask(request).unwrap()
}

#[test]
fn people_are_counted_once_and_nobody_is_named() {
    let office = TestOffice::ready();
    let (_, first) = add(&office, "Budi", 1);
    let (_, second) = add(&office, "Siti", 2);
    add(&office, "Rina", 3);
    rate(&office, first.id, Rating::Sesuai);
    rate(&office, second.id, Rating::DiAtas);
    let request = GetOrganisation {
        unit: office.unit().id,
        period: october(),
    };
    let view = office.ask(request).unwrap();
    let counts = PatternCounts {
        sangat_baik: 1,
        baik: 1,
        ..PatternCounts::default()
    };
    assert_eq!((view.counts, view.unrated), (counts, 1));
    assert_eq!(
        (view.result, view.advice),
        (None, None),
        "no advice before the predicate is set"
    );
    assert_eq!(view.patterns.len(), OrganisationPredikat::ALL.len());
}

#[test]
fn one_predicate_for_each_unit_and_period() {
    let office = TestOffice::ready();
    let (_, post) = add(&office, "Budi", 1);
    rate(&office, post.id, Rating::DiAtas);
    let first = set(&office, OrganisationPredikat::Baik);
    assert_eq!(first.advice.unwrap().result, AdviceResult::Warn);
    let again = set(&office, OrganisationPredikat::Istimewa);
    let (first, again) = (first.result.unwrap(), again.result.unwrap());
    assert_eq!(first.id, again.id);
    assert_eq!(
        (again.predikat, again.document.as_str()),
        (OrganisationPredikat::Istimewa, "800/7")
    );
}

#[test]
fn a_unit_that_is_not_here_has_none() {
    let office = TestOffice::ready();
    let request = GetOrganisation {
        unit: UnitId::from_bytes([7; 16]),
        period: october(),
    };
    assert_eq!(office.ask(request).unwrap_err().code, ErrorCode::NotFound);
}
