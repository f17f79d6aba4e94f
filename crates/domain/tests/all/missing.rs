use domain::evaluation::Cell;
use domain::missing::{Examined, MissingCode, missing};
use domain::rules::bundle;
use domain::{Assignment, Behaviour, Column, Evaluation, EvaluationId, Period, Rating};
use rstest::rstest;
use uuid::Uuid;

fn evaluation(hasil: Option<Rating>, perilaku: Option<Rating>) -> Evaluation {
    let assignment: Assignment = serde_json::from_value(serde_json::json!({
        "id": Uuid::nil(), "employee": Uuid::nil(), "unit": Uuid::nil(), "jabatan": "Camat",
        "jabatan_kind": "administrator", "jenjang": null, "golongan": "IV/a", "appraiser": null,
        "appraiser_superior": null, "from": "2020-01-01", "to": null, "tenure": "definitif"
    }))
    .unwrap();
    let period = Period::month(2026, 10).unwrap();
    let mut evaluation = Evaluation::empty(EvaluationId(Uuid::nil()), &assignment, period);
    evaluation.hasil_kerja = Cell {
        rating: hasil,
        bulk: false,
    };
    evaluation.perilaku = Cell {
        rating: perilaku,
        bulk: false,
    };
    evaluation
}

const fn examined(evaluation: Option<&Evaluation>) -> Examined<'_> {
    Examined {
        evaluation,
        evidence_count: 0,
        rates_oneself: false,
        appraiser_known: true,
    }
}

#[test]
fn nothing_begun_lacks_both_ratings() {
    let codes = missing(examined(None));
    assert_eq!(
        codes,
        [MissingCode::KurangHasil, MissingCode::KurangPerilaku]
    );
}

#[test]
fn all_sesuai_lacks_nothing() {
    let evaluation = evaluation(Some(Rating::Sesuai), Some(Rating::Sesuai));
    assert_eq!(missing(examined(Some(&evaluation))), []);
}

#[rstest]
#[case(Rating::DiAtas, Rating::Sesuai)]
#[case(Rating::Sesuai, Rating::DiBawah)]
fn other_than_sesuai_needs_evidence_and_a_sentence(
    #[case] hasil: Rating,
    #[case] perilaku: Rating,
) {
    let mut evaluation = evaluation(Some(hasil), Some(perilaku));
    evaluation.reason = " \n".to_owned();
    let codes = missing(examined(Some(&evaluation)));
    assert_eq!(codes, [MissingCode::KurangBukti, MissingCode::KurangAlasan]);
    evaluation.reason = "Antrean turun dari 40 menjadi 12 menit.".to_owned();
    let enough = Examined {
        evidence_count: 1,
        ..examined(Some(&evaluation))
    };
    assert_eq!(missing(enough), []);
}

#[test]
fn everything_is_said_at_once() {
    let mut evaluation = evaluation(None, Some(Rating::DiAtas));
    evaluation
        .cell_mut(Column::Behaviour(Behaviour::Loyal))
        .bulk = true;
    let codes = missing(Examined {
        rates_oneself: true,
        appraiser_known: false,
        ..examined(Some(&evaluation))
    });
    assert_eq!(
        codes,
        [
            MissingCode::KurangHasil,
            MissingCode::KurangBukti,
            MissingCode::KurangAlasan,
            MissingCode::PenilaiDiri,
            MissingCode::KurangPenilai,
            MissingCode::BelumDitinjau,
        ]
    );
}

#[test]
fn data_and_code_agree_about_what_blocks() {
    let codes: Vec<_> = bundle().missing.codes().collect();
    let expected: Vec<_> = MissingCode::ALL
        .into_iter()
        .map(|it| (it, it.blocks()))
        .collect();
    assert_eq!(codes, expected);
    for code in MissingCode::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), code.code());
    }
}
